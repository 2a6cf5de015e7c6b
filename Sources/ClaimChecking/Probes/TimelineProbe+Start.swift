import ArchiveStorage
import ResumeReading

// Since when, and whether still: single dates of a résumé held against a claim.

extension TimelineProbe {
  /// "Since 2012" against the start of the post or involvement meant.
  ///
  /// A post is dated by the entries that have its title, else by those of the organisation; an
  /// involvement by the organisation's, else by those that name the project. A project may have been
  /// worked on before any entry says so, so that a later start is silence there.
  func start(
    _ claimed: PartialDate, _ inquiry: Inquiry, _ resume: ResumePassages,
    _ organisations: [Organisation], _ written: Int
  ) -> [Finding] {
    let theirs = resume.entries(of: organisations, by: written)
    let isRole = inquiry.claim.kind == .role
    let titled = isRole ? posts(inquiry, resume, among: theirs, written) : []
    let firm = titled.isEmpty ? theirs : titled
    let meant = (firm.isEmpty && !isRole ? involvements(inquiry, resume, written) : firm)
      .map { resume.entries[$0] }.filter { $0.span != nil }
      .sorted { ($0.startMonth, $0.label) < ($1.startMonth, $1.label) }
    guard let first = meant.first else {
      return silent("the résumé dates nothing that this start could be held against")
    }
    // Words for a start are loose by a season: a release's name covers half a year.
    let slack = claimed.month == nil ? 3 : 6
    let near = (claimed.firstMonth - slack)...(claimed.lastMonth + slack)
    if let entry = meant.first(where: { near.contains($0.startMonth) }) {
      return [
        Finding(
          id, .supports, specificity: .dates, keeper: .arithmetic, because: Self.begins(entry),
          citations: [resume.citation(entry.entry.headingRange)])
      ]
    }
    let because = Self.begins(first) + ", the claim says \(claimed.text)"
    guard !firm.isEmpty, first.startMonth > claimed.lastMonth + 12 else { return silent(because) }
    return [denial(because, inquiry, [first], resume)]
  }

  /// A post said to be held today at an organisation whose every entry ends before the statement; nil where
  /// one goes on or has no dates.
  func over(
    _ inquiry: Inquiry, _ resume: ResumePassages, _ organisations: [Organisation], _ written: Int
  ) -> Finding? {
    let theirs = resume.entries(of: organisations, by: written).map { resume.entries[$0] }
    // A month may pass between the last day of work and the statement.
    guard theirs.allSatisfy({ ($0.span?.end ?? .max) < written - 1 }),
      let last = theirs.max(by: { $0.span?.end ?? 0 < $1.span?.end ?? 0 }), let end = last.span?.end
    else { return nil }
    let next = resume.entries.first { entry in
      entry.entry.section == .work && entry.begins(by: written) && entry.startMonth >= end
    }
    return denial(
      "\(last.label) ends in \(MonthSpan.name(ofMonth: end))"
        + (next.map { ", \(Self.begins($0))" } ?? "")
        + "; the claim is of \(MonthSpan.name(ofMonth: written))",
      inquiry, [last] + [next].compactMap(\.self), resume)
  }

  /// Entries with the title that is claimed: of the organisation meant, else of the office's project.
  func posts(
    _ inquiry: Inquiry, _ resume: ResumePassages, among theirs: [Int], _ written: Int
  ) -> [Int] {
    let claimed = Title.all(in: inquiry.claim.quote)
    let objects = inquiry.officeObjects
    let projects = inquiry.projects.map(Topic.init).filter { !$0.terms.isEmpty }
    return resume.entries.indices.filter { index in
      let entry = resume.entries[index]
      guard entry.span != nil, entry.begins(by: written), entry.holds(anyOf: claimed) else {
        return false
      }
      guard theirs.isEmpty else { return theirs.contains(index) }
      return objects.isEmpty
        ? projects.contains { $0.isNamed(by: entry.stems) }
        : objects.contains { $0.isMet(by: entry.stems) }
    }
  }

  /// Positions that name the project that the claim names; where it names none, the statement's.
  private func involvements(_ inquiry: Inquiry, _ resume: ResumePassages, _ written: Int) -> [Int] {
    let projects = inquiry.projects.map(Topic.init).filter { !$0.terms.isEmpty }
    let said = projects.filter { $0.isNamed(by: inquiry.stems) }
    return resume.entries.indices.filter { index in
      let entry = resume.entries[index]
      return entry.entry.section != .education && entry.begins(by: written)
        && (said.isEmpty ? projects : said).contains { $0.isNamed(by: entry.stems) }
    }
  }

  private func denial(
    _ because: String, _ inquiry: Inquiry, _ entries: [ResumePassages.Entry],
    _ resume: ResumePassages
  ) -> Finding {
    Finding(
      id, .contradicts, specificity: .dates, keeper: .arithmetic, because: because,
      citations: [inquiry.statement.citation(of: inquiry.claim.range)]
        + entries.map { resume.citation($0.entry.headingRange) })
  }

  private static func begins(_ entry: ResumePassages.Entry) -> String {
    "\(entry.label) starts in \(MonthSpan.name(ofMonth: entry.startMonth))"
  }
}

extension Inquiry {
  /// Whether a position is said to be held as the statement is written.
  var isOfToday: Bool {
    guard claim.kind == .role else { return false }
    let words = " " + Words.of(claim.quote).map(\.whole).joined(separator: " ") + " "
    let past = [" was ", " were ", " used to ", " until ", " previously ", " former", " prior "]
    let present = [
      " i am ", " i m ", " am currently ", " i work ", " i currently ", " presently ",
      " my current ", " am now ", " i now ",
    ]
    return !past.contains(where: words.contains) && present.contains(where: words.contains)
  }
}

extension ResumePassages.Entry {
  /// The first month; 0 where it has no dates.
  var startMonth: Int { span?.start ?? 0 }
}
