public import ArchiveStorage

/// Finds the posts in which somebody runs for an office, by subject and text.
public struct CandidacyDetector: Sendable {
  /// A post that announces or recounts a candidacy.
  public struct Candidacy: Sendable, Hashable {
    /// The words that say so.
    public var claim: Claim
    /// The office, as the subject or the words name it: "ptl", "tc", "board"; nil where none is named.
    public var office: String?
    /// The project the office is of; nil where none is named.
    public var project: String?
    /// Whether the subject itself speaks of a candidacy.
    public var isInSubject: Bool

    /// Makes a candidacy of the claim that states it.
    public init(claim: Claim, office: String?, project: String?, isInSubject: Bool) {
      self.claim = claim
      self.office = office
      self.project = project
      self.isInSubject = isInSubject
    }
  }

  private let extractor: ClaimExtractor

  /// Makes a detector that reads posts with `extractor`.
  public init(extractor: ClaimExtractor = ClaimExtractor()) { self.extractor = extractor }

  /// The author's candidacy in a statement; nil where there is none. A reply is its own author's: a
  /// quoted candidacy is not one, and neither is a wish of luck below it.
  public func candidacy(in statement: Statement) -> Candidacy? {
    let subject = Self.words(statement.subject)
    let isReply = ["re", "aw", "fwd", "fw", "sv"].contains(subject.first ?? "")
    let isInSubject = Self.speakOfCandidacy(subject) && !isReply
    let claims = extractor.claims(in: statement).filter {
      $0.kind == .candidacy && $0.actor == .author
    }
    guard let claim = claims.first else { return nil }
    // Elsewhere than under such a subject, the words themselves must name the act.
    let words = Self.words(claim.quote)
    guard isInSubject || Self.speakOfCandidacy(words) else { return nil }
    return Candidacy(
      claim: claim, office: Self.office(in: words) ?? Self.office(in: subject),
      project: claim.project, isInSubject: isInSubject)
  }

  private static let sought: Set<String> = [
    "candidacy", "candidate", "candidature", "nomination", "self-nomination", "nominate",
    "nominating", "re-election", "reelection", "election",
  ]
  /// Words of a candidacy beside an office alone: programs and machines run and stand too.
  private static let soughtBesideAnOffice: Set<String> = ["running", "run", "stand", "standing"]
  private static let offices = [
    "ptl", "tc", "committee", "board", "council", "chair", "lead", "leader", "director",
    "treasurer", "secretary", "president", "maintainer",
  ]

  private static func speakOfCandidacy(_ words: [String]) -> Bool {
    words.contains(where: sought.contains)
      || office(in: words) != nil && words.contains(where: soughtBesideAnOffice.contains)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }

  private static func office(in words: [String]) -> String? {
    offices.first { words.contains($0) }
  }
}
