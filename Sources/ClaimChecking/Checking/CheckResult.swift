public import ArchiveStorage

/// What a check came to.
public struct CheckResult: Sendable, Hashable {
  /// Every claim with findings and verdict, numbered in the order of statements and text.
  public var claims: [CheckedClaim]
  /// What the résumé shows by itself and beside the statements.
  public var resumeFindings: [ResumeFinding]
  /// Names and addresses that were brought to the person, each with its reason.
  public var merges: [Person.Merge]
  /// For each claim with evidence in a repository, how telling that evidence is.
  public var telling: [String: Telling]
  /// What the repositories show of the person that neither statement nor résumé mentions.
  public var unclaimed: [UnclaimedWork]
  /// What to know of the records: a repository that is none, shallow, empty or without the person.
  public var notes: [String]

  /// Makes a result.
  public init(
    claims: [CheckedClaim], resumeFindings: [ResumeFinding], merges: [Person.Merge],
    telling: [String: Telling] = [:], unclaimed: [UnclaimedWork] = [], notes: [String] = []
  ) {
    self.claims = claims
    self.resumeFindings = resumeFindings
    self.merges = merges
    self.telling = telling
    self.unclaimed = unclaimed
    self.notes = notes
  }
}

/// How far the evidence on a claim tells one person from another.
public struct Telling: Sendable, Hashable, Codable {
  /// Authors with as many commits on the topic as the person, or more, themselves not counted.
  public var authorsWithAsMuch: Int
  /// Authors in the repository.
  public var authors: Int
  /// One sentence for people.
  public var because: String

  /// Makes the measure of its parts.
  public init(authorsWithAsMuch: Int, authors: Int, because: String) {
    self.authorsWithAsMuch = authorsWithAsMuch
    self.authors = authors
    self.because = because
  }
}

/// A part of a repository that the person worked on and mentions nowhere.
public struct UnclaimedWork: Sendable, Hashable, Codable {
  /// The path that the commits share.
  public var topic: String
  /// The person's commits there.
  public var commitCount: Int
  /// One sentence for people.
  public var because: String
  /// Some of those commits.
  public var citations: [Citation]

  /// Makes a piece of unclaimed work.
  public init(topic: String, commitCount: Int, because: String, citations: [Citation]) {
    self.topic = topic
    self.commitCount = commitCount
    self.because = because
    self.citations = citations
  }
}
