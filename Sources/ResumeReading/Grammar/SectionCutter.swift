/// A section of a résumé: what its heading announces and the lines below it.
struct CutSection: Sendable {
  /// The heading's words.
  var title: String
  var kind: SectionKind
  /// The heading's range, or for words on the heading's own line the part before the colon.
  var headingRange: Range<Int>
  var lines: [Line]
  /// From the heading to the last line.
  var range: Range<Int> {
    headingRange.lowerBound..<max(headingRange.upperBound, lines.last?.range.upperBound ?? 0)
  }
}

/// Cuts a résumé at the headings of its sections.
///
/// A heading is known by its words and by how it stands: a heading of the format, bold, in capitals,
/// with a colon, or alone between empty lines. What stands before the first is the head.
struct SectionCutter {
  let lines: [Line]
  /// How this résumé's titles stand.
  private let titles: TitleHabits

  /// Prepares a résumé's lines.
  init(_ lines: [Line]) {
    self.lines = lines
    titles = TitleHabits(lines)
  }

  /// The head and the sections in order; every line belongs to one of them.
  func cut() -> (head: [Line], sections: [CutSection]) {
    var head: [Line] = []
    var sections: [CutSection] = []
    /// The section of entries that a deeper title has interrupted, and that title's level.
    var interrupted: (section: CutSection, level: Int)?
    for (index, line) in lines.enumerated() {
      if let section = section(at: index, within: sections.last?.kind) {
        interrupted = nil
        if let depth = line.headingLevel, depth > titles.level, let last = sections.last,
          last.kind.isEntriesKind
        {
          interrupted = (last, depth)
        }
        sections.append(section)
      } else if sections.isEmpty {
        head.append(line)
      } else if let (outer, depth) = interrupted, line.headingLevel == depth, isDated(at: index) {
        interrupted = nil
        let start = line.range.lowerBound
        sections.append(
          CutSection(
            title: outer.title, kind: outer.kind, headingRange: start..<start, lines: [line]))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return (head, Self.withWork(sections))
  }

  /// The section that a line opens; nil for a line that opens none.
  private func section(at index: Int, within current: SectionKind?) -> CutSection? {
    let line = lines[index]
    if current.isEntries, titles.comeAgain.contains(PlainLetters.fold(line.content)) { return nil }
    switch line.kind {
    case .blank, .rule, .bullet: return nil
    case .heading(let level): return headed(line, level, at: index, within: current)
    case .text: return stood(line, at: index, within: current)
    }
  }

  private func headed(
    _ line: Line, _ level: Int, at index: Int, within current: SectionKind?
  ) -> CutSection? {
    let title = line.content.trimmed(of: ":")
    let made = { (kind: SectionKind) in
      CutSection(title: title, kind: kind, headingRange: line.range, lines: [])
    }
    if let kind = SectionTitle.kind(exactly: title) {
      let isDeep = titles.areDeep && level == titles.level + 1
      if level <= titles.level || current == nil || isDeep && current.isEntries {
        return made(kind)
      }
      // Deeper, it may be a part of an entry or a group of skills, unless no entry has such parts.
      switch (current, kind) {
      case (.skills, .skills), (.skills, .list(property: "languages")),
        (.skills, .entries(.projects)):
        return nil
      case (_, .entries(.education)), (_, .list(property: "awards")),
        (_, .list(property: "certificates")), (_, .list(property: "publications")), (_, .skills):
        return level == titles.level + 1 ? made(kind) : nil
      case (.entries, _), (.skills, _): return nil
      default: return made(kind)
      }
    }
    if titles.areDeep, level == titles.level + 1, current.isEntries, !isDated(at: index),
      next(behind: index)?.isBullet ?? false
    {
      return made(.list(property: "other"))
    }
    guard level <= titles.level else { return nil }
    if DateSpan.all(in: title).isEmpty, HeadingWord.titleScore(title, in: .work) == 0,
      let kind = SectionTitle.kind(looselyBy: title)
    {
      return made(kind)
    }
    let isOwnWords = Self.speaksOfOneself(title)
    if level == titles.level, isOwnWords || !current.isEntries, DateSpan.all(in: title).isEmpty,
      let kind = kind(byLinesBelow: index, until: { ($0.headingLevel ?? .max) <= level })
    {
      return made(kind)
    }
    guard let current, isOwnWords || !(current.isEntriesKind && isDated(at: index)) else {
      return nil
    }
    return made(.list(property: "other"))
  }

  /// The next line that says something.
  private func next(behind index: Int) -> Line? {
    lines[(index + 1)...].first { !$0.isBlank && $0.kind != .rule }
  }

  /// True where a date stands in the line or in the three below it that say something.
  private func isDated(at index: Int) -> Bool {
    lines[index...].lazy.filter { !$0.isBlank && $0.kind != .rule }.prefix(4)
      .contains { !$0.isBullet && DateSpan.main(in: $0.content) != nil }
  }

  /// A title that is no heading of the format, known by how it stands.
  private func stood(_ line: Line, at index: Int, within current: SectionKind?) -> CutSection? {
    let content = line.content
    guard content.count <= 200 else { return nil }
    if titles.hang, let section = hanging(line) { return section }
    let title = content.trimmed(of: ":*_=-–—•●▪■ ")
    guard title.count <= 60 else { return labelled(line, at: index, within: current) }
    let made = { (kind: SectionKind) in
      CutSection(title: title, kind: kind, headingRange: line.range, lines: [])
    }
    let isAfterBlank =
      index == 0 || lines[index - 1].isBlank || lines[index - 1].kind == .rule
      || titles.isDense && SectionTitle.isTelling(title)
    let isBeforeBlank =
      index + 1 == lines.count || lines[index + 1].isBlank || lines[index + 1].kind == .rule
    let isStrong = line.isBold || TitleHabits.isInCapitals(title)
    let hasColon = content.hasSuffix(":")
    let isAlone =
      isAfterBlank
      && (isBeforeBlank || lines[index + 1].isBullet || title.contains(" ")
        || SectionTitle.isTelling(title))
    if let kind = SectionTitle.kind(exactly: title) {
      if isStrong { return made(kind) }
      if hasColon {
        return !current.isEntries || isAfterBlank && opensWithColon(kind) ? made(kind) : nil
      }
      // Within skills a group may be called "Programming languages".
      let mayBeGroup =
        current == .skills && !kind.isEntriesKind && !isBeforeBlank && !titles.isDense
      // A page's columns leave no empty line where one of them ends.
      let isAboveDates = kind.isEntriesKind && !current.isEntries && isDated(at: index)
      return (isAlone || isAboveDates) && !mayBeGroup ? made(kind) : nil
    }
    if TitleHabits.isInCapitals(title), HeadingWord.titleScore(title, in: .work) == 0,
      DateSpan.all(in: title).isEmpty, let kind = SectionTitle.kind(looselyBy: title)
    {
      return made(kind)
    }
    if titles.standOverItems, isAfterBlank, index + 1 < lines.count, lines[index + 1].isBullet,
      isTitleLike(title, upTo: 7), HeadingWord.titleScore(title, in: .work) == 0,
      let kind = SectionTitle.kind(looselyBy: title)
    {
      return made(kind)
    }
    // A title unknown here, standing as the known ones do, ends a list; entries have such lines.
    if titles.standAlone, isAfterBlank, isBeforeBlank, !current.isEntries, current != nil,
      isTitleLike(title), !hasColon
    {
      return made(
        SectionTitle.kind(looselyBy: title)
          ?? kind(byLinesBelow: index) { SectionTitle.kind(exactly: $0.content) != nil }
          ?? .list(property: "other"))
    }
    if titles.areStrong, isStrong, isAfterBlank, Self.speaksOfOneself(title) || !current.isEntries,
      let kind = strong(title, at: index, within: current)
    {
      return made(kind)
    }
    return labelled(line, at: index, within: current)
  }

  /// What a title in bold or capitals that is unknown here announces, where the known ones stand so.
  private func strong(_ title: String, at index: Int, within current: SectionKind?) -> SectionKind?
  {
    guard index > 0, title.split(separator: " ").count <= 6,
      !title.contains(where: { ".,;@|".contains($0) || $0.isNumber }),
      HeadingWord.titleScore(title, in: .work) == 0
    else { return nil }
    let isCapital = TitleHabits.isInCapitals(title)
    let kind = kind(byLinesBelow: index) { line in
      TitleHabits.isStrongTitle(line)
        || isCapital && line.kind == .text && TitleHabits.isInCapitals(line.content)
    }
    if let kind { return kind }
    guard current == nil else { return .list(property: "other") }
    // Above the first known title stand a name and ways to reach its bearer, too.
    guard let next = lines[(index + 1)...].first(where: { !$0.isBlank }),
      next.isBullet || next.content.split(separator: " ").count > 5,
      !next.content.contains("@"), next.content.count(where: \.isNumber) < 6
    else { return nil }
    return next.isBullet ? .list(property: "highlights") : .summary
  }

  /// A title in a column of its own, the section beginning beside it.
  private func hanging(_ line: Line) -> CutSection? {
    guard let (title, rest) = TitleHabits.columns(of: line),
      let kind = SectionTitle.kind(exactly: title)
    else {
      return nil
    }
    let end = line.range.upperBound
    let start = end - rest.unicodeScalars.count
    return CutSection(
      title: title, kind: kind, headingRange: line.range.lowerBound..<start,
      lines: [Line(kind: .text, range: start..<end, runs: [Line.Run(text: rest)])])
  }

  /// True where `Title:` opens a section within entries: where the résumé's titles have colons, or
  /// the title cannot name a part of an entry.
  private func opensWithColon(_ kind: SectionKind) -> Bool {
    titles.haveColons || kind == .entries(.education) || kind == .entries(.work)
  }

  /// A few words that begin as titles do, without a date.
  private func isTitleLike(_ title: String, upTo limit: Int = 5) -> Bool {
    let words = title.split(separator: " ")
    return (1...limit).contains(words.count) && (title.first?.isUppercase ?? false)
      && DateSpan.all(in: title).isEmpty && !title.contains { ".,;@|".contains($0) }
      && words.allSatisfy { $0.count <= 3 || $0.first?.isUppercase ?? false }
  }

  /// `Languages: German, English` on a line of its own, outside entries and skills.
  private func labelled(_ line: Line, at index: Int, within current: SectionKind?) -> CutSection? {
    let content = line.content
    guard let colon = content.firstIndex(of: ":"), colon != content.startIndex,
      index == 0 || lines[index - 1].isBlank,
      let kind = SectionTitle.kind(exactly: String(content[..<colon]))
    else { return nil }
    switch kind {
    case .contact, .entries: return nil
    default: if current == .skills || current.isEntries && !titles.haveColons { return nil }
    }
    let rest = content[content.index(after: colon)...].trimmed
    guard !rest.isEmpty else { return nil }
    let body = Line(kind: .text, range: line.range, runs: [Line.Run(text: rest)])
    return CutSection(
      title: content[..<colon].trimmed, kind: kind,
      headingRange: line.range.lowerBound..<line.range.lowerBound, lines: [body])
  }

}

extension SectionKind {
  /// True for the kinds whose sections hold dated entries.
  fileprivate var isEntriesKind: Bool { if case .entries = self { true } else { false } }
}

extension SectionKind? {
  /// True within a section of dated entries.
  fileprivate var isEntries: Bool { if case .entries? = self { true } else { false } }
}
