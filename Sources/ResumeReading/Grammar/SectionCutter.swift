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
  /// The highest level on which a usual section title stands.
  private let level: Int
  /// True where usual titles stand as `Title:` on lines that are no headings of the format.
  private let titlesHaveColons: Bool
  /// True where usual titles stand in a column left of what they announce.
  private let titlesHang: Bool
  /// True where hardly a line is empty, as in text taken from a page's columns, so that a title has
  /// to be known without one before it.
  private let isDense: Bool
  /// True where usual titles stand alone between empty lines.
  private let titlesStandAlone: Bool
  /// True where usual titles that are no headings of the format stand in bold or capitals.
  private let titlesAreStrong: Bool

  /// Prepares a résumé's lines.
  init(_ lines: [Line]) {
    self.lines = lines
    level =
      lines.lazy.compactMap { line in
        SectionTitle.kind(exactly: line.content) == nil ? nil : line.headingLevel
      }.min() ?? lines.lazy.compactMap(\.headingLevel).dropFirst().min() ?? 1
    let plain = lines.indices.filter {
      lines[$0].kind == .text && !lines[$0].isBold && lines[$0].content.count <= 60
        && SectionTitle.kind(exactly: lines[$0].content) != nil
    }
    let hanging = lines.lazy.compactMap(Self.columns).filter {
      SectionTitle.kind(exactly: $0.title) != nil
    }
    titlesHang = hanging.prefix(2).count == 2
    isDense = lines.count { $0.isBlank || $0.kind == .rule } * 6 < lines.count
    titlesHaveColons = plain.count { lines[$0].content.hasSuffix(":") } >= 2
    titlesAreStrong =
      lines.lazy.filter(Self.isStrongTitle).prefix(2).count == 2
    titlesStandAlone =
      plain.count { index in
        !lines[index].content.hasSuffix(":") && (index == 0 || lines[index - 1].isBlank)
          && index + 1 < lines.count && lines[index + 1].isBlank
      } >= 2
  }

  /// The head and the sections in order; every line belongs to one of them.
  func cut() -> (head: [Line], sections: [CutSection]) {
    var head: [Line] = []
    var sections: [CutSection] = []
    for (index, line) in lines.enumerated() {
      if let section = section(at: index, within: sections.last?.kind) {
        sections.append(section)
      } else if sections.isEmpty {
        head.append(line)
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return (head, sections)
  }

  /// The section that a line opens; nil for a line that opens none.
  private func section(at index: Int, within current: SectionKind?) -> CutSection? {
    let line = lines[index]
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
      if level <= self.level || current == nil { return made(kind) }
      // Deeper, it may be a part of an entry or a group of skills, unless no entry has such parts.
      switch (current, kind) {
      case (.skills, .skills), (.skills, .list(property: "languages")),
        (.skills, .entries(.projects)):
        return nil
      case (_, .entries(.education)), (_, .list(property: "awards")),
        (_, .list(property: "certificates")), (_, .list(property: "publications")), (_, .skills):
        return level == self.level + 1 ? made(kind) : nil
      case (.entries, _), (.skills, _): return nil
      default: return made(kind)
      }
    }
    guard level <= self.level else { return nil }
    if DateSpan.all(in: title).isEmpty, HeadingWord.titleScore(title, in: .work) == 0,
      let kind = SectionTitle.kind(looselyBy: title)
    {
      return made(kind)
    }
    let isOwnWords = Self.speaksOfOneself(title)
    if level == self.level, isOwnWords || !current.isEntries, DateSpan.all(in: title).isEmpty,
      let kind = kind(byLinesBelow: index, until: { ($0.headingLevel ?? .max) <= level })
    {
      return made(kind)
    }
    guard let current, isOwnWords || !(current.isEntriesKind && isDated(at: index)) else {
      return nil
    }
    return made(.list(property: "other"))
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
    if titlesHang, let section = hanging(line) { return section }
    let title = content.trimmed(of: ":*_=-–—•●▪■ ")
    guard title.count <= 60 else { return labelled(line, at: index, within: current) }
    let made = { (kind: SectionKind) in
      CutSection(title: title, kind: kind, headingRange: line.range, lines: [])
    }
    let isAfterBlank =
      index == 0 || lines[index - 1].isBlank || lines[index - 1].kind == .rule
      || isDense && SectionTitle.isTelling(title)
    let isBeforeBlank =
      index + 1 == lines.count || lines[index + 1].isBlank || lines[index + 1].kind == .rule
    let isStrong = line.isBold || Self.isInCapitals(title)
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
        current == .skills && !kind.isEntriesKind && !isBeforeBlank && !isDense
      // A page's columns leave no empty line where one of them ends.
      let isAboveDates = kind.isEntriesKind && !current.isEntries && isDated(at: index)
      return (isAlone || isAboveDates) && !mayBeGroup ? made(kind) : nil
    }
    if Self.isInCapitals(title), HeadingWord.titleScore(title, in: .work) == 0,
      DateSpan.all(in: title).isEmpty, let kind = SectionTitle.kind(looselyBy: title)
    {
      return made(kind)
    }
    // A title unknown here, standing as the known ones do, ends a list; entries have such lines.
    if titlesStandAlone, isAfterBlank, isBeforeBlank, !current.isEntries, current != nil,
      isTitleLike(title), !hasColon
    {
      return made(SectionTitle.kind(looselyBy: title) ?? .list(property: "other"))
    }
    if titlesAreStrong, isStrong, isAfterBlank, Self.speaksOfOneself(title) || !current.isEntries,
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
    let isCapital = Self.isInCapitals(title)
    let kind = kind(byLinesBelow: index) { line in
      Self.isStrongTitle(line) || isCapital && line.kind == .text && Self.isInCapitals(line.content)
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

  /// True for a usual title in bold or capitals that is no heading of the format.
  private static func isStrongTitle(_ line: Line) -> Bool {
    line.kind == .text && line.content.count <= 60
      && (line.isBold || isInCapitals(line.content))
      && SectionTitle.kind(exactly: line.content.trimmed(of: ":")) != nil
  }

  /// A title in a column of its own, the section beginning beside it.
  private func hanging(_ line: Line) -> CutSection? {
    guard let (title, rest) = Self.columns(of: line), let kind = SectionTitle.kind(exactly: title)
    else {
      return nil
    }
    let end = line.range.upperBound
    let start = end - rest.unicodeScalars.count
    return CutSection(
      title: title, kind: kind, headingRange: line.range.lowerBound..<start,
      lines: [Line(kind: .text, range: start..<end, runs: [Line.Run(text: rest)])])
  }

  /// What stands before and behind the first gap of two spaces or a tab.
  private static func columns(of line: Line) -> (title: String, rest: String)? {
    let content = line.content
    guard line.kind == .text, content.count <= 200,
      let gap = content.firstRange(of: "  ") ?? content.firstRange(of: "\t")
    else { return nil }
    let title = content[..<gap.lowerBound].trimmed(of: ":")
    let rest = content[gap.upperBound...].trimmed
    return title.isEmpty || title.count > 40 || rest.isEmpty ? nil : (title, rest)
  }

  /// True where `Title:` opens a section within entries: where the résumé's titles have colons, or
  /// the title cannot name a part of an entry.
  private func opensWithColon(_ kind: SectionKind) -> Bool {
    titlesHaveColons || kind == .entries(.education) || kind == .entries(.work)
  }

  /// One to five words that begin as titles do, without a date.
  private func isTitleLike(_ title: String) -> Bool {
    let words = title.split(separator: " ")
    return (1...5).contains(words.count) && (title.first?.isUppercase ?? false)
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
    default: if current == .skills || current.isEntries && !titlesHaveColons { return nil }
    }
    let rest = content[content.index(after: colon)...].trimmed
    guard !rest.isEmpty else { return nil }
    let body = Line(kind: .text, range: line.range, runs: [Line.Run(text: rest)])
    return CutSection(
      title: content[..<colon].trimmed, kind: kind,
      headingRange: line.range.lowerBound..<line.range.lowerBound, lines: [body])
  }

  private static func isInCapitals(_ title: String) -> Bool {
    let letters = title.filter(\.isLetter)
    return letters.count >= 3 && letters.contains(where: \.isUppercase)
      && !letters.contains(where: \.isLowercase)
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
