import ArchiveStorage
import ResumeReading

/// What a résumé shows by itself, and where it and the statements differ.
struct ResumeComparison {
  let findings: [ResumeFinding]

  /// Compares a résumé with checked claims. Pairs of entries are compared, so quadratic in them.
  init(_ resume: ResumePassages, inquiries: [Inquiry], checked: [CheckedClaim]) {
    findings =
      Self.overlaps(resume) + Self.gaps(resume) + Self.titles(resume, inquiries)
      + Self.silentInResume(checked, inquiries) + Self.silentInPost(resume, inquiries)
  }

  /// Positions of different organisations held at one time for more than a month, whatever months a year
  /// alone may mean. Of very many pairs the first hundred are told, and how many more there are.
  private static func overlaps(_ resume: ResumePassages) -> [ResumeFinding] {
    let work = positions(resume)
    let most = 100
    var pairs: [(earlier: Position, later: Position)] = []
    var count = 0
    for (index, earlier) in work.enumerated() {
      for later in work[(index + 1)...] {
        // One month in common is how a change of employer is written.
        guard (earlier.span.end ?? .max) > later.span.start else { break }
        guard later.surelyOverlaps(earlier), later.organisation != earlier.organisation else {
          continue
        }
        count += 1
        if pairs.count < most { pairs.append((earlier, later)) }
      }
    }
    return pairs.enumerated().map { index, pair in
      let isLastTold = index == most - 1 && count > most
      return ResumeFinding(
        kind: .overlap, entries: [pair.earlier.entry.label, pair.later.entry.label],
        because: "\(inWords(pair.earlier.span)) overlaps \(inWords(pair.later.span))"
          + (isLastTold ? "; \(count - most) more pairs of positions overlap" : ""),
        citations: [
          resume.citation(pair.earlier.entry.entry.headingRange),
          resume.citation(pair.later.entry.entry.headingRange),
        ])
    }
  }

  /// Stretches of more than half a year between positions.
  private static func gaps(_ resume: ResumePassages) -> [ResumeFinding] {
    let work = positions(resume)
    var findings: [ResumeFinding] = []
    guard var latest = work.first else { return [] }
    for next in work.dropFirst() {
      if let end = latest.span.end, next.span.start - end > 6 {
        findings.append(
          ResumeFinding(
            kind: .gap, entries: [latest.entry.label, next.entry.label],
            because: "nothing is dated between \(MonthSpan.name(ofMonth: end)) and "
              + MonthSpan.name(ofMonth: next.span.start),
            citations: [
              resume.citation(latest.entry.entry.headingRange),
              resume.citation(next.entry.entry.headingRange),
            ]))
      }
      if (next.span.end ?? .max) > (latest.span.end ?? .max) { latest = next }
    }
    return findings
  }

  /// Titles that a statement gives to an organisation for which the résumé has others.
  private static func titles(_ resume: ResumePassages, _ inquiries: [Inquiry]) -> [ResumeFinding] {
    var findings: [ResumeFinding] = []
    for inquiry in inquiries where inquiry.claim.kind == .role && inquiry.claim.actor == .author {
      let organisations = inquiry.organisations(among: resume.organisations)
      let entries = resume.entries(of: organisations, by: inquiry.writtenAt?.month)
        .map { resume.entries[$0] }.filter(inquiry.isEmployment)
      guard !entries.isEmpty else { continue }
      for title in Title.all(in: inquiry.claim.quote) {
        guard !resume.tells(of: title, in: entries) else { continue }
        let held = entries.map { ($0, Title.all(in: $0.entry.position ?? "")) }
        guard !held.contains(where: { _, titles in titles.contains { $0.says(title) } }) else {
          continue
        }
        let nearest = held.first { _, titles in titles.contains { $0.sharesHead(with: title) } }
        // Where no title of the organisation is built on the same noun, the last held is set beside it.
        guard let (entry, _) = nearest ?? held.first, let position = entry.entry.position else {
          continue
        }
        findings.append(
          ResumeFinding(
            kind: .titleDiffers, entries: [entry.label],
            because: "statement: \(title.text); résumé: \(position)",
            citations: [
              inquiry.statement.citation(of: inquiry.claim.range),
              resume.citation(entry.entry.headingRange),
            ]))
      }
    }
    return findings
  }

  /// What is claimed and the résumé does not name.
  private static func silentInResume(
    _ checked: [CheckedClaim], _ inquiries: [Inquiry]
  ) -> [ResumeFinding] {
    let unnamed = zip(checked, inquiries).filter { checked, _ in
      guard checked.claim.kind != .intent, checked.claim.actor == .author else { return false }
      let answers = checked.findings.filter { $0.probe == .resume || $0.probe == .timeline }
      let isNamed = answers.contains { $0.outcome == .supports && $0.specificity != .general }
      return !isNamed && answers.contains { $0.outcome == .silent || $0.specificity == .general }
    }
    guard !unnamed.isEmpty else { return [] }
    let names = unnamed.map { name(of: $1) }
    return [
      ResumeFinding(
        kind: .silentInResume, entries: names,
        because: "claimed in the statement and not named in the résumé: "
          + names.joined(separator: "; "),
        citations: unnamed.map(\.0.citation))
    ]
  }

  /// A claim in few words: its topics where they tell more than the project's name, else as it is put.
  private static func name(of inquiry: Inquiry) -> String {
    let projects = inquiry.wholes.map(Topic.init)
    let telling = inquiry.claim.topics.map(Topic.init).filter { topic in
      !topic.isVague && !projects.contains(where: topic.isWithin)
    }
    let words =
      telling.isEmpty ? inquiry.claim.quote : telling.map(\.phrase).joined(separator: ", ")
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What the résumé names for the time of the statement and the statement does not: employers, and the names
  /// in passages of entries that had begun and in undated passages.
  private static func silentInPost(_ resume: ResumePassages, _ inquiries: [Inquiry])
    -> [ResumeFinding]
  {
    guard !inquiries.isEmpty else { return [] }
    var texts = Set<String>()
    for inquiry in inquiries { texts.insert(inquiry.statement.text) }
    let said = texts.reduce(into: Set<String>()) { $0.formUnion(Words.stems(of: $1)) }
    let words = texts.map(Words.of)
    let month = inquiries.compactMap { $0.writtenAt?.month }.max()
    let ordinary = ordinaryWords(of: [resume.source.resume.text] + texts)
    let organisations = resume.entries.compactMap(\.organisation)
    var names: [String] = []
    var cited: [Citation] = []
    for passage in resume.passages where !passage.isSkill {
      let entry = passage.entry.map { resume.entries[$0] }
      guard entry?.begins(by: month) ?? true else { continue }
      guard !passage.isHeading else {
        if let employer = entry?.organisation, employer.isEmployer, !names.contains(employer.name),
          !words.contains(where: { employer.place(in: $0) != nil })
        {
          names.append(employer.name)
          cited.append(resume.citation(passage.range))
        }
        continue
      }
      let fresh = NamedThing.all(in: passage.text).filter { name in
        let words = Words.of(name)
        // By whole words: "OnMetal" is not said where "on" is.
        return words.allSatisfy { !said.contains(WordStem.of($0.whole)) }
          && !names.contains(name)
          // An employer is an entry, and what is elsewhere written small is a word, no name.
          && !organisations.contains { $0.place(in: words) != nil }
          && !(words.count == 1 && ordinary.contains(words[0].whole))
      }
      guard !fresh.isEmpty else { continue }
      names += fresh
      cited.append(resume.citation(passage.range))
    }
    guard !names.isEmpty else { return [] }
    return [
      ResumeFinding(
        kind: .silentInPost, entries: names,
        because: "named in the résumé and not in the statement: \(names.joined(separator: ", "))",
        citations: cited)
    ]
  }

  /// Words that some text writes with a small letter.
  private static func ordinaryWords(of texts: some Sequence<String>) -> Set<String> {
    var ordinary = Set<String>()
    for text in texts {
      for word in Words.of(text) where word.text.first?.isLowercase == true {
        ordinary.insert(word.whole)
      }
    }
    return ordinary
  }

  /// A dated position, its organisation and its span.
  private struct Position {
    var entry: ResumePassages.Entry
    var span: MonthSpan
    var organisation: Organisation?

    /// Whether both were held in more than one month, whichever a year alone means: from the last month that
    /// a start may be to the first that an end may be.
    func surelyOverlaps(_ other: Position) -> Bool {
      let positions = [self, other]
      let starts = positions.map { $0.entry.entry.startDate?.lastMonth ?? $0.span.start }
      let ends = positions.map { $0.entry.entry.endDate?.firstMonth ?? $0.span.end ?? .max }
      return min(ends[0], ends[1]) > max(starts[0], starts[1])
    }
  }

  /// Dated positions, the earliest first.
  private static func positions(_ resume: ResumePassages) -> [Position] {
    resume.entries.filter { $0.entry.section == .work }
      .compactMap { entry in
        entry.span.map { Position(entry: entry, span: $0, organisation: entry.organisation) }
      }
      .sorted { ($0.span.start, $0.entry.label) < ($1.span.start, $1.entry.label) }
  }

  private static func inWords(_ span: MonthSpan) -> String {
    MonthSpan.name(ofMonth: span.start) + " to "
      + (span.end.map(MonthSpan.name(ofMonth:)) ?? "Present")
  }
}
