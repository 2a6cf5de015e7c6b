import ArchiveStorage

/// What record would change a verdict, said as concretely as the claim allows.
enum Hint {
  /// One clause for `wouldChangeIf`.
  static func wouldChange(_ claim: Claim) -> String {
    let topic = claim.topics.first ?? claim.quote
    let time = claim.time.map { " (\($0))" } ?? ""
    return switch claim.kind {
    case .contribution where claim.strength == .led:
      "a commit that begins work on “\(topic)”, or another's post that names the author as its "
        + "origin\(time)"
    case .contribution:
      "a commit by the author on “\(topic)”, or another's post that credits them with it\(time)"
    case .role:
      "an announcement by the organisation, or a list of members, that names the author in the role\(time)"
    case .tenure:
      "dated records of others at both ends of the span\(time)"
    case .event:
      "a list of attendees, a programme or another's report of the event that names the author"
    case .credential:
      "the register, certificate or publication itself, naming the author"
    case .candidacy:
      "the earlier candidacy posts or the election's pages that list the author"
    case .intent:
      "commits or posts by the author on it within the time named\(time)"
    }
  }
}
