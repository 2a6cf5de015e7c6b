import ArchiveStorage
import MailParsing

// What the commits show of posts held and of time spent: all of the person's, or those of a term.

extension GitProbe {
  /// Having been there "from the beginning" allows for this long, in seconds: three months.
  private static let opening: Int64 = 92 * 86_400

  func role(_ inquiry: Inquiry, _ view: View) -> [Finding] {
    guard GitProject(inquiry, in: view.history).isHeld(in: inquiry.claim.quote) else { return [] }
    // Of a post held for some time, work of that time tells.
    return involvement(inquiry, view, within: time(of: inquiry, view.history)).map {
      [finding(on: $0, .general, isPartial: true, ", which is work, not a position")]
    } ?? []
  }

  func tenure(_ inquiry: Inquiry, _ view: View) -> [Finding] {
    let project = GitProject(inquiry, in: view.history)
    let quote = inquiry.claim.quote
    let isOnProject = project.isNamed(in: quote)
    guard isOnProject || project.isUnderstood(in: quote),
      let evidence = involvement(inquiry, view), let (from, to) = evidence.span,
      let opened = view.history.commits.first?.authoredAt
    else { return [] }
    let isWhole = isOnProject && project.isOwn(in: quote)
    let part = isOnProject ? "" : ", which is work, not employment"
    if let months = inquiry.claim.period?.months {
      let measured = to.month - from.month + 1
      guard measured * 10 >= months * 9 else { return [] }
      let isClose = measured * 10 <= months * 13
      return [finding(on: evidence, .dates, isPartial: !isWhole || !isClose, part)]
    }
    if let start = inquiry.claim.period?.start {
      guard from.month <= start.lastMonth + 6, to.month >= start.firstMonth else {
        return []
      }
      // Who was there long before does not say "since then".
      let isClose = from.month >= start.firstMonth - 6
      return [finding(on: evidence, .dates, isPartial: !isWhole || !isClose, part)]
    }
    guard isOnProject else { return [] }
    if !Vocabulary.origin.isDisjoint(with: inquiry.stems) || Self.saysEarlyDays(quote) {
      guard view.history.isWhole, from.secondsSinceEpoch - opened.secondsSinceEpoch <= Self.opening
      else { return [] }
      return [
        finding(
          on: evidence, .dates, isPartial: !isWhole,
          ", the history opens on \(GitEvidence.day(opened))")
      ]
    }
    // Commits of a few months are no "many years".
    let saysYears = Words.of(quote).contains { $0.whole == "years" }
    guard !saysYears || to.month - from.month >= 12 else { return [] }
    return [finding(on: evidence, .general, isPartial: true, "")]
  }

  /// All that the person committed by the time of the statement, or within `time`; nil where that is
  /// nothing.
  private func involvement(
    _ inquiry: Inquiry, _ view: View, within time: CommitSet? = nil
  ) -> GitEvidence? {
    let evidence = view.evidence(
      .project, time ?? view.history.commits(in: bounds(upTo: inquiry.writtenAt)))
    return evidence.theirs.isEmpty ? nil : evidence
  }

  private func finding(
    on evidence: GitEvidence, _ specificity: Finding.Specificity, isPartial: Bool,
    _ addition: String
  ) -> Finding {
    let told = evidence.told()
    return Finding(
      id, .supports, specificity: specificity, keeper: .others, isPartial: isPartial,
      telling: evidence.telling, because: told.because + addition, citations: told.citations)
  }

  private static func saysEarlyDays(_ text: String) -> Bool {
    let words = Words.of(text).map(\.whole)
    return zip(words, words.dropFirst()).contains { $0 == "early" && $1 == "days" }
  }
}
