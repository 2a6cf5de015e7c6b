public import ArchiveStorage

/// What findings come to: a table, read from the top, whose first line that fits decides.
///
/// The table stands in the documentation (`Verdicts.md`), with examples that a test runs.
/// The policy reads findings and nothing else, so it can be read and tested by itself.
public enum VerdictPolicy {
  /// The verdict on a claim given its findings.
  public static func verdict(on claim: Claim, given findings: [Finding]) -> Verdict {
    let hint = Hint.wouldChange(claim)
    let supporting = findings.filter { $0.outcome == .supports && !$0.citations.isEmpty }

    if let denial = findings.first(where: \.quotesTwoReadings) {
      return Verdict(
        .contradicted, because: denial.because,
        wouldChangeIf: "another reading of one of the two passages, or a record that settles them")
    }
    if let act = supporting.first(where: { $0.keeper == .publicAct && !$0.isPartial }) {
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
        wouldChangeIf: hint, telling: posted.telling)
    }
    if let agreeing = strongest(supporting) {
      return Verdict(
        .consistent, because: agreeing.because + "; nothing independent speaks",
        wouldChangeIf: hint, telling: agreeing.telling)
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
    let whole = findings.filter { !$0.isPartial }
    let parts = Set(findings.compactMap(\.part))
    let isEveryPartShown = parts.allSatisfy { part in whole.contains { $0.speaks(to: part) } }
    guard let first = whole.first, isEveryPartShown else {
      return Verdict(
        .partlyCorroborated, because: best.because, wouldChangeIf: hint, telling: best.telling)
    }
    guard let claimed = claim.strength else { return shown(by: first) }
    // The most that is shown of each part, and the least of those.
    let bounds =
      parts.isEmpty
      ? [showingMost(whole)]
      : parts.sorted().map { part in showingMost(whole.filter { $0.speaks(to: part) }) }
    let weakest = bounds.compactMap(\.self).min { $0.strength < $1.strength } ?? first
    if weakest.strength >= claimed { return shown(by: weakest) }
    return Verdict(
      .partlyCorroborated,
      because: "\(weakest.because); the claim says \(claimed.inWords), the record shows "
        + "\(weakest.strength.inWords)",
      wouldChangeIf: hint, telling: weakest.telling)
  }

  private static func shown(by finding: Finding) -> Verdict {
    Verdict(
      .corroborated, because: finding.because,
      wouldChangeIf: "the records cited were shown to be another person's",
      telling: finding.telling)
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

  /// The finding to name: a specific one before dates, dates before a general one.
  private static func strongest(_ findings: [Finding]) -> Finding? {
    let order: [Finding.Specificity?] = [.specific, .dates, .general, nil]
    return order.lazy.compactMap { wanted in
      showingMost(findings.filter { $0.specificity == wanted })
    }.first
  }

  /// The first of those that show most of the part taken.
  private static func showingMost(_ findings: [Finding]) -> Finding? {
    let most = findings.map(\.strength).max()
    return findings.first { $0.strength == most }
  }
}

extension Finding {
  /// What it shows of the part taken; a record that does not tell shows that there was one.
  fileprivate var strength: Claim.Strength { shows ?? .tookPart }

  /// Whether it covers a part of the claim: that part, or the whole.
  fileprivate func speaks(to part: String) -> Bool { self.part == nil || self.part == part }

  /// A denial counts with two passages that can both be read: what is said, and what stands against it.
  fileprivate var quotesTwoReadings: Bool {
    outcome == .contradicts && Set(citations.filter { !$0.words.isEmpty }).count > 1
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
