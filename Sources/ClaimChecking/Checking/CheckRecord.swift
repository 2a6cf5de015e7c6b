public import ArchiveStorage
public import MailParsing
public import ResumeReading

/// The records that claims are held against. Each may be missing: what is not given is said to be
/// not available, and never counts against a claim.
public struct CheckRecord: Sendable {
  /// A résumé as read, and the document it was read from, which citations name.
  public struct ResumeDocument: Sendable {
    /// The résumé as read.
    public var resume: Resume
    /// What it was read from.
    public var document: Document

    /// Joins a résumé and its document.
    public init(_ resume: Resume, in document: Document) {
      self.resume = resume
      self.document = document
    }
  }

  /// Keys to check signatures with.
  public struct Keys: Sendable {
    /// OpenPGP keys, for commits the allowed signers of `ssh-keygen`, or for mail certificates.
    public var file: String
    /// An empty folder of the caller's, in which a keyring may be made.
    public var folder: String

    /// Names a file of keys and a folder to use them in.
    public init(file: String, folder: String) {
      self.file = file
      self.folder = folder
    }
  }

  /// The claimant's résumé; nil where none is given.
  public var resume: ResumeDocument?
  /// Paths of git repositories, as the user gave them.
  public var repositories: [String]
  /// Keys of the people whose commits and posts are cited; nil where none are given.
  public var keys: Keys?
  /// A folder to keep in what was read of repositories; nil keeps nothing.
  public var cacheFolder: String?
  /// The store of mail; nil where none is given.
  public var database: ArchiveDatabase?
  /// Records before it are not used.
  public var since: MailDate?
  /// Records after it are not used.
  public var until: MailDate?

  /// Gathers the records of a check.
  public init(
    resume: ResumeDocument? = nil, repositories: [String] = [], cacheFolder: String? = nil,
    keys: Keys? = nil, since: MailDate? = nil, until: MailDate? = nil,
    database: ArchiveDatabase? = nil
  ) {
    self.resume = resume
    self.repositories = repositories
    self.cacheFolder = cacheFolder
    self.keys = keys
    self.since = since
    self.until = until
    self.database = database
  }
}
