public import ArchiveStorage

/// What findings come to: a table, read from the top, whose first line that fits decides.
///
/// | what was found | verdict |
/// | --- | --- |
/// | several people bear the name and none is settled | notCheckable |
/// | a record disagrees, and both readings are quoted | contradicted |
/// | the archived post performs the act claimed | corroborated |
/// | a record kept by others shows as much as is claimed, and the whole of it | corroborated |
/// | a record kept by others shows less, or a part | partlyCorroborated |
/// | the claimant's own post at the time of the work shows it | partlyCorroborated |
/// | the claimant's other words, or arithmetic on dates, agree | consistent |
/// | a plan, and no record speaks to it | notCheckable |
/// | every record that could speak was silent | notFound |
/// | no record could speak | notCheckable |
///
/// The policy reads findings and nothing else, so it can be read and tested by itself.
public enum VerdictPolicy {
  /// The verdict on a claim given its findings.
  public static func verdict(on claim: Claim, given findings: [Finding]) -> Verdict {
    let hint = Hint.wouldChange(claim)
    let supporting = findings.filter { $0.outcome == .supports && !$0.citations.isEmpty }

    if let denial = findings.first(where: { $0.outcome == .contradicts && $0.citations.count > 1 })
    {
      return Verdict(
        .contradicted, because: denial.because,
        wouldChangeIf: "another reading of one of the two passages, or a record that settles them")
    }
    if let act = supporting.first(where: { $0.keeper == .publicAct }) {
      return Verdict(
        .corroborated, because: act.because,
        wouldChangeIf: "the post were shown not to be the claimant's")
    }
    if let verdict = independent(claim, supporting.filter { $0.keeper == .others }, hint) {
      return verdict
    }
    if let posted = supporting.first(where: { $0.keeper == .claimantAtTheTime }) {
      return Verdict(
        .partlyCorroborated, because: posted.because + ", which is the claimant's own record",
        wouldChangeIf: hint)
    }
    if let agreeing = strongest(supporting) {
      return Verdict(
        .consistent, because: agreeing.because + "; nothing independent speaks",
        wouldChangeIf: hint)
    }
    return unsupported(claim, findings, hint)
  }

  /// The verdict while it is not settled which of several people is meant.
  public static func unsettled(namesakes: [String]) -> Verdict {
    Verdict(
      .notCheckable,
      because: "several people bear the name (\(namesakes.joined(separator: ", "))), and which one "
        + "is meant is not settled",
      wouldChangeIf: "an address that settles who is meant")
  }

  /// What records kept by others come to; the weakest part bounds the whole.
  private static func independent(_ claim: Claim, _ findings: [Finding], _ hint: String) -> Verdict?
  {
    guard let best = strongest(findings) else { return nil }
    let parts = findings.filter(\.isPartial)
    if parts.count == findings.count {
      return Verdict(
        .partlyCorroborated, because: best.because, wouldChangeIf: hint)
    }
    let whole = findings.filter { !$0.isPartial }
    guard let claimed = claim.strength else {
      return Verdict(
        .corroborated, because: whole[0].because,
        wouldChangeIf: "the records cited were shown to be another person's")
    }
    let shown = whole.compactMap(\.shows).max()
    if let shown, shown >= claimed {
      let telling = whole.first { ($0.shows ?? .tookPart) == shown } ?? whole[0]
      return Verdict(
        .corroborated, because: telling.because,
        wouldChangeIf: "the records cited were shown to be another person's")
    }
    return Verdict(
      .partlyCorroborated,
      because: "\(best.because); the claim says \(claimed.inWords), the record shows "
        + "\((shown ?? .tookPart).inWords)",
      wouldChangeIf: hint)
  }

  private static func unsupported(_ claim: Claim, _ findings: [Finding], _ hint: String) -> Verdict
  {
    if claim.kind == .intent {
      return Verdict(
        .notCheckable,
        because: "a plan at the time of the statement; no record given tells what came of it",
        wouldChangeIf: hint)
    }
    let silent = findings.filter { $0.outcome == .silent }
    guard silent.isEmpty else {
      return Verdict(
        .notFound, because: silent.map(\.because).joined(separator: "; "), wouldChangeIf: hint)
    }
    let failed = findings.filter { $0.outcome == .failed }.map(\.because)
    return Verdict(
      .notCheckable,
      because: failed.isEmpty
        ? "no record was given that could confirm or deny it" : failed.joined(separator: "; "),
      wouldChangeIf: hint)
  }

  /// The finding to name: a specific one before dates, dates before a general one, else the first.
  private static func strongest(_ findings: [Finding]) -> Finding? {
    let order: [Finding.Specificity?] = [.specific, .dates, .general, nil]
    return order.lazy.compactMap { wanted in
      findings.filter { $0.specificity == wanted }.max {
        ($0.shows ?? .tookPart) < ($1.shows ?? .tookPart)
      }
    }.first
  }
}

extension Claim.Strength {
  /// The strength as a sentence says it.
  var inWords: String {
    switch self {
    case .led: "leading or starting it"
    case .did: "doing it"
    case .tookPart: "taking part"
    }
  }
}
