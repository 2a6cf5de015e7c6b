public import ArchiveStorage
public import ResumeReading

/// Everything a contribution report is written from: the person, the checked claims, the records.
///
/// Every form of the report is a function of this value and a ``Redaction``; none reads a clock, a
/// file or a store.
public struct Dossier: Sendable {
  /// When the check was made, RFC 3339.
  public var generatedAt: String
  /// Whose claims these are.
  public var person: Person
  /// Other people of the name, where it is not settled which one is meant; empty where it is.
  public var namesakes: [String]
  /// The claims with findings and verdicts, in the order they are shown.
  public var claims: [CheckedClaim]
  /// The résumé; nil where none was given.
  public var resume: Resume?
  /// The file that ``resume`` was read from; its path ties citations to the résumé's entries.
  public var resumeDocument: Document?
  /// What the résumé shows by itself and beside the statements.
  public var resumeFindings: [ResumeFinding]
  /// What the records show of the person that neither statements nor résumé name, in order of time.
  public var unclaimedWork: [UnclaimedWork]
  /// The records that were asked, numbered `s1`, `s2`, … in this order.
  public var sources: [DossierSource]
  /// How much of the archive was at hand.
  public var coverage: DossierCoverage
  /// What else a reader must know of the records, one sentence each.
  public var notes: [String]

  /// Makes a dossier.
  public init(
    generatedAt: String, person: Person, namesakes: [String] = [], claims: [CheckedClaim],
    resume: Resume?, resumeDocument: Document?, resumeFindings: [ResumeFinding],
    unclaimedWork: [UnclaimedWork] = [],
    sources: [DossierSource],
    coverage: DossierCoverage, notes: [String]
  ) {
    self.generatedAt = generatedAt
    self.person = person
    self.namesakes = namesakes
    self.claims = claims
    self.resume = resume
    self.resumeDocument = resumeDocument
    self.resumeFindings = resumeFindings
    self.unclaimedWork = unclaimedWork
    self.sources = sources
    self.coverage = coverage
    self.notes = notes
  }
}

/// How much of the archive a report could look at.
public struct DossierCoverage: Sendable, Hashable {
  /// Months between the first and the last that the archive holds, both included.
  public var months: Int
  /// The months among them without any message, `2013-11`, in order.
  public var missing: [String]
  /// Messages looked at.
  public var messages: Int
  /// Faults found in reading them.
  public var defects: Int

  /// Makes a coverage.
  public init(months: Int, missing: [String], messages: Int, defects: Int) {
    self.months = months
    self.missing = missing
    self.messages = messages
    self.defects = defects
  }
}
