/// A file that a walk found, before it was opened.
public struct ArchiveFile: Sendable, Hashable {
  /// What the directories around a file say about it; its content says the rest.
  public enum Place: String, Sendable, Hashable {
    case plain
    /// Standard input; there is no path to go back to.
    case standardInput
    /// In `cur` or `new` of a Maildir.
    case maildir
    /// A numbered file in an MH folder.
    case mh
    /// Below the `attachments` of a pipermail list, or a post's `att-…` of Hypermail's: what the archiver took
    /// from posts.
    case attachment
  }

  /// The path as the user gave it, or found below a directory the user gave.
  public var path: String
  /// Bytes as they lie on disk.
  public var byteCount: Int
  /// Nanoseconds since 1970 when it was last written to.
  public var modifiedAt: Int64
  /// What its place says about it.
  public var place: Place

  /// Makes a file's description.
  public init(path: String, byteCount: Int, modifiedAt: Int64, place: Place = .plain) {
    self.path = path
    self.byteCount = byteCount
    self.modifiedAt = modifiedAt
    self.place = place
  }
}

/// Something a walk or a reader passed over, and why: nothing is left out in silence.
public struct SkippedItem: Sendable, Hashable {
  /// The file, directory or repository.
  public var path: String
  /// The member of a container; nil for the file itself.
  public var member: String?
  /// Why, in words for people.
  public var because: String
  /// The file, where only its content tells that it is no archive, so that it need not be opened again.
  public var file: ArchiveFile?

  /// Makes a skipped item.
  public init(path: String, member: String? = nil, because: String, file: ArchiveFile? = nil) {
    self.path = path
    self.member = member
    self.because = because
    self.file = file
  }

  /// What an archiver took from a post, which is read where that is.
  static func attachment(_ path: String, member: String? = nil) -> SkippedItem {
    SkippedItem(
      path: path, member: member, because: "an attachment that the archiver scrubbed from a post")
  }
}

/// What a walk gives, in the order of paths.
public enum WalkedItem: Sendable, Hashable {
  /// A file to be told apart by its content.
  case file(ArchiveFile)
  /// A bare git repository, which may be a public-inbox.
  case repository(path: String)
  case skipped(SkippedItem)
}
