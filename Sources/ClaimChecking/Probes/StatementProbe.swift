public import ArchiveStorage

/// Is the statement itself the act that the claim is about?
///
/// Announcing a candidacy or a resignation is done by saying so in public: the post performs it.
/// Telling of an earlier one ("my third time running", "I ran last year") does not.
public struct StatementProbe: Probe {
  /// Names the probe in findings.
  public let id = Finding.Probe.statement

  /// Makes the probe; all that it asks is in the inquiry.
  public init() {}

  /// What the statement says on the claim; one finding.
  public func examine(_ inquiry: Inquiry) async throws -> [Finding] {
    let claim = inquiry.claim
    guard claim.actor == .author else {
      return notApplicable("only the author's own act is done by a post")
    }
    let quote = Self.normalised(claim.quote)
    let act: String
    switch claim.kind {
    case .candidacy where Self.announces(quote): act = "the announcement"
    case .intent where Self.resigns(quote), .role where Self.resigns(quote): act = "the resignation"
    default: return notApplicable("the claim is no act that a post performs")
    }
    let kept =
      switch inquiry.statement {
      case .post: "the archived post is itself the public record of \(act)"
      case .document: "the text given as the statement performs \(act)"
      }
    return [
      Finding(
        id, .supports, specificity: .specific, keeper: .publicAct, because: kept,
        citations: [inquiry.statement.citation(of: claim.range)])
    ]
  }

  static func normalised(_ quote: String) -> String {
    let words = quote.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    return " " + words.joined(separator: " ").replacing("’", with: "'") + " "
  }

  /// Says it now: in the present or as a wish, and not of another time.
  static func announces(_ quote: String) -> Bool {
    let told = [
      " last ", " previous", " have run ", " i ran ", " was elected ",
      " had run ",
      " time running ", " first time ", " second time ", " third time ", " ago ", " in the past ",
      " ran for ", " was a candidate ", " times before ",
    ]
    guard !told.contains(where: quote.contains) else { return false }
    let acts = [
      " candidacy", " nominat", " running for ", " run for ", " stand for ", " standing for ",
      " standing as ", " stand as ", " candidate ", " hat in", " hat back", " continue as ",
      " continue to serve", " continue serving", " serve as ", " serving as ", " re election",
      " reelection", " re elected", " reelected", " intention to run", " self nominate",
      " run again", " running again", " put my name", " putting my name",
      " throw my name", " your ptl", " consider me", " for ptl", " as ptl", " as the ptl",
    ]
    return acts.contains(where: quote.contains)
  }

  private static func resigns(_ quote: String) -> Bool {
    let acts = [
      " resign", " stepping down", " step down", " won't be running", " will not be running",
      " not seek", " not run for", " not be standing", " handing over",
    ]
    return acts.contains(where: quote.contains) && !quote.contains(" resigned ")
  }
}
