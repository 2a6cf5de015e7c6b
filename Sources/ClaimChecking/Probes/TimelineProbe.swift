public import ArchiveStorage
import ResumeReading

/// Do the dates that the résumé gives bear out the length or the start that is claimed?
///
/// Spans are counted to the month with both end months included, and a length is read as English
/// uses the words: "over N years" holds where the span rounds to N or more, "N years" where it rounds
/// to within one of N (or a tenth of it), "almost N years" where it rounds to N or to one less.
///
/// A length is held against the entries of the organisation meant; for experience in a field,
/// against the entries that name the field, from the first of them on, and to the day of the statement where
/// work goes on. A shorter span at a named organisation contradicts; a shorter one in a field is silence, as
/// a résumé need not tell all.
///
/// A start is held against the entries with the title, of the organisation, or on the project; one a
/// year later contradicts a title or an employment. So does an end, where the post is said to be
/// held today.
public struct TimelineProbe: Probe {
  /// Names the probe in findings.
  public let id = Finding.Probe.timeline
  let resume: ResumePassages?

  /// Asks the dates of a résumé, or says that there are none.
  public init(_ resume: CheckRecord.ResumeDocument?) {
    self.resume = resume.map(ResumePassages.init)
  }

  init(passages: ResumePassages?) { self.resume = passages }

  /// What the dates of the résumé say on the claim; one finding.
  public func examine(_ inquiry: Inquiry) async throws -> [Finding] {
    let claim = inquiry.claim
    let isOfEmployment =
      resume.map { inquiry.isOfEmployment(at: inquiry.organisations(among: $0.organisations)) }
      ?? false
    guard claim.kind == .tenure || claim.kind == .role || isOfEmployment else { return noTime }
    let isDated = claim.period?.months != nil || claim.period?.start != nil
    guard isDated || inquiry.isOfToday else { return noTime }
    guard claim.actor == .author else { return notApplicable("the dates are the author's own") }
    guard let resume else { return notAvailable("no résumé was given") }
    guard let written = inquiry.writtenAt?.month else {
      return notAvailable("the statement's date is not known")
    }
    guard resume.entries.contains(where: { $0.span != nil }) else {
      return notAvailable("the résumé gives no dates")
    }
    let organisations = inquiry.organisations(among: resume.organisations)
    if inquiry.isOfToday, let over = over(inquiry, resume, organisations, written) { return [over] }
    if let months = claim.period?.months {
      return length(
        of: Length(months: months, measure: claim.period?.measure ?? .about), inquiry, resume,
        organisations, written)
    }
    guard let start = claim.period?.start else { return noTime }
    return self.start(start, inquiry, resume, organisations, written)
  }

  private var noTime: [Finding] {
    notApplicable("the claim gives no length of time and no start")
  }

  /// A length as claimed.
  struct Length {
    var months: Int
    var measure: Period.Measure

    /// The unit it is counted in: years, or months where it is shorter than one year or no whole number.
    private var unit: Int { months >= 12 && months % 12 == 0 ? 12 : 1 }

    /// Whether a measured span bears it out.
    func holds(for measured: Int) -> Bool {
      let counted = (Double(measured) / Double(unit)).rounded()
      let said = Double(months / unit)
      let tolerance = max(1, said / 10)
      return switch measure {
      case .over: counted >= said
      case .about: abs(counted - said) <= tolerance
      case .under: counted <= said && counted >= said - tolerance
      }
    }

    /// Whether a measured span is so much shorter that it disagrees. Who says "over" has said where the
    /// length begins.
    func isBelied(by measured: Int) -> Bool {
      measure == .over ? !holds(for: measured) : measured < months - max(12, months / 5)
    }

    /// `over 15 years`.
    var inWords: String {
      let number = months / unit
      let noun = (unit == 12 ? "year" : "month") + (number == 1 ? "" : "s")
      return (measure == .over ? "over " : measure == .under ? "under " : "") + "\(number) \(noun)"
    }
  }

  private func length(
    of claimed: Length, _ inquiry: Inquiry, _ resume: ResumePassages,
    _ organisations: [Organisation],
    _ written: Int
  ) -> [Finding] {
    let theirs = resume.entries(of: organisations, by: written)
      .filter { resume.entries[$0].span != nil }
    let isRole = inquiry.claim.kind == .role
    let field = organisations.isEmpty && !isRole ? inField(inquiry, resume, written) : []
    let titled = isRole ? posts(inquiry, resume, among: [], written) : []
    let meant = theirs.isEmpty ? field + titled : theirs
    guard let first = meant.compactMap({ resume.entries[$0].span?.start }).min() else {
      return silent("the résumé dates nothing that this length could be held against")
    }
    var ends = ends(of: meant, resume, written)
    if theirs.isEmpty, !isRole, resume.isWorking(in: written) { ends.append(written) }
    let readings = ends.map { end in (end: end, months: end - first + 1) }
    let shown = Self.bounding(meant, in: resume)
    let cited = shown.map { resume.citation(resume.entries[$0].entry.headingRange) }
    func counted(_ reading: (end: Int, months: Int)) -> String {
      "\(MonthSpan.name(ofMonth: first)) to \(MonthSpan.name(ofMonth: reading.end)) is "
        + Self.inWords(reading.months)
    }
    let others = meant.count - shown.count
    let labels =
      shown.map { resume.entries[$0].label }.joined(separator: ", ")
      + (others > 0 ? " and \(others) between" : "")
    if let reading = readings.first(where: { claimed.holds(for: $0.months) }) {
      return [
        Finding(
          id, .supports, specificity: .dates, keeper: .arithmetic,
          because: "\(counted(reading)), both end months counted (\(labels))", citations: cited)
      ]
    }
    guard let longest = readings.max(by: { $0.months < $1.months }) else { return [] }
    let because = "\(counted(longest)) (\(labels)), the claim says \(claimed.inWords)"
    if !theirs.isEmpty, readings.allSatisfy({ claimed.isBelied(by: $0.months) }) {
      let quote = inquiry.statement.citation(of: inquiry.claim.range)
      return [
        Finding(
          id, .contradicts, specificity: .dates, keeper: .arithmetic, because: because,
          citations: [quote] + cited)
      ]
    }
    return silent(because)
  }

  /// The entries to show for a span: all of a few, or those that begin first and end last of many.
  private static func bounding(_ meant: [Int], in resume: ResumePassages) -> [Int] {
    let most = 12
    guard meant.count > most else { return meant }
    let first = meant.min { resume.entries[$0].startMonth < resume.entries[$1].startMonth }
    let last = meant.max {
      resume.entries[$0].span?.end ?? .max < resume.entries[$1].span?.end ?? .max
    }
    return Set([first, last].compactMap(\.self)).sorted()
  }

  /// The months at which these entries may be held to end, the earliest reading first: where one is
  /// said to go on although another organisation's began later, it may have ended as that began.
  private func ends(of meant: [Int], _ resume: ResumePassages, _ written: Int) -> [Int] {
    let spans = meant.compactMap { resume.entries[$0].span }
    guard spans.contains(where: { $0.end == nil || ($0.end ?? 0) >= written }) else {
      return [spans.compactMap(\.end).max() ?? written]
    }
    let organisations = Set(meant.compactMap { resume.entries[$0].organisation })
    let latestStart = spans.map(\.start).max() ?? written
    let next = resume.entries.filter { $0.entry.section == .work }
      .filter { $0.organisation.map { !organisations.contains($0) } ?? false }
      .compactMap(\.span?.start).filter { $0 > latestStart && $0 < written }.min()
    return [next, written].compactMap(\.self)
  }

  /// Entries that name the field of an experience, from the first of them on; all positions where the
  /// claim names none ("15 years of experience"), and none where it points to what was named before ("on it
  /// for 3 years").
  private func inField(_ inquiry: Inquiry, _ resume: ResumePassages, _ written: Int) -> [Int] {
    let dated = resume.entries.indices.filter { index in
      let entry = resume.entries[index]
      return entry.entry.section == .work && entry.span != nil && entry.begins(by: written)
    }
    var quote = inquiry.claim.quote
    if let time = inquiry.claim.time, let range = quote.firstRange(of: time) {
      quote.removeSubrange(range)
    }
    let field = Topic(quote).terms.filter { !Vocabulary.work.contains($0.word) }
    let points = Words.of(quote).contains { Self.pointers.contains($0.whole) }
    guard !field.isEmpty else { return points ? [] : dated }
    return dated.filter { index in
      field.contains { $0.isMet(by: resume.entries[index].stems) }
    }
  }

  private static let pointers: Set = ["it", "this", "that", "them", "there", "where", "here"]

  /// `17 years 3 months`.
  static func inWords(_ months: Int) -> String {
    let years = months / 12
    let rest = months % 12
    let parts = [
      years == 0 ? nil : "\(years) year\(years == 1 ? "" : "s")",
      rest == 0 && years > 0 ? nil : "\(rest) month\(rest == 1 ? "" : "s")",
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}

extension ResumePassages {
  /// Whether some position is held in a month.
  fileprivate func isWorking(in month: Int) -> Bool {
    entries.contains { entry in
      entry.entry.section == .work && entry.span != nil && entry.begins(by: month)
        && entry.span?.end ?? .max >= month
    }
  }
}
