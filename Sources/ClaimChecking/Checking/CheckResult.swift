public import ArchiveStorage

/// What a check came to.
public struct CheckResult: Sendable, Hashable {
  /// Every claim with findings and verdict, numbered in the order of statements and text.
  public var claims: [CheckedClaim]
  /// What the résumé shows by itself and beside the statements.
  public var resumeFindings: [ResumeFinding]
  /// What the records show of the person that neither statements nor résumé name, in order of time;
  /// empty while it is not settled who is meant.
  public var unclaimedWork: [UnclaimedWork]
  /// Other people of the name, where nothing settles which one is meant; every claim is then
  /// ``Verdict/Kind/notCheckable``.
  public var namesakes: [String]
  /// Names and addresses that were brought to the person, each with its reason.
  public var merges: [Person.Merge]
  /// What to know of the records: a repository that is none, shallow, empty or without the person.
  public var notes: [String]

  /// Makes a result.
  public init(
    claims: [CheckedClaim], resumeFindings: [ResumeFinding],
    unclaimedWork: [UnclaimedWork] = [], namesakes: [String] = [], merges: [Person.Merge],
    notes: [String] = []
  ) {
    self.claims = claims
    self.resumeFindings = resumeFindings
    self.unclaimedWork = unclaimedWork
    self.namesakes = namesakes
    self.merges = merges
    self.notes = notes
  }
}
