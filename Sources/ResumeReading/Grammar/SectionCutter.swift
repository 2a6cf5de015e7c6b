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
  private let lines: [Line]
  /// The highest level on which a usual section title stands.
  private let level: Int

  /// Prepares a résumé's lines.
  init(_ lines: [Line]) {
    self.lines = lines
    level =
      lines.lazy.compactMap { line in
        SectionTitle.kind(exactly: line.content) == nil ? nil : line.headingLevel
      }.min() ?? lines.lazy.compactMap(\.headingLevel).dropFirst().min() ?? 1
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
    guard let current else { return nil }
    if case .entries = current, isDated(at: index) { return nil }
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
    let title = content.trimmed(of: ":*_=-–—•●▪■ ")
    if title.count <= 60 {
      let isMarked = line.isBold || content.hasSuffix(":") || isInCapitals(title)
      let isAlone =
        (index == 0 || lines[index - 1].isBlank || lines[index - 1].kind == .rule)
        && (index + 1 == lines.count || lines[index + 1].isBlank || lines[index + 1].kind == .rule
          || lines[index + 1].isBullet || title.contains(" "))
      let kind =
        isMarked || isAlone
        ? SectionTitle.kind(exactly: title)
          ?? (isInCapitals(title) && HeadingWord.titleScore(title, in: .work) == 0
            && DateSpan.all(in: title).isEmpty ? SectionTitle.kind(looselyBy: title) : nil) : nil
      if let kind {
        // Within entries a colon opens a part of one ("Projects:"), unless it stands by itself.
        if case .entries = current, content.hasSuffix(":"),
          !isAlone || !isInCapitals(title) && !line.isBold
        {
          if case .entries = kind {} else { return nil }
          return isAlone
            ? CutSection(title: title, kind: kind, headingRange: line.range, lines: []) : nil
        }
        if current == .skills, !isInCapitals(title), !line.isBold, !isAlone { return nil }
        return CutSection(title: title, kind: kind, headingRange: line.range, lines: [])
      }
    }
    return labelled(line, content, at: index, within: current)
  }

  /// `Languages: German, English` on a line of its own, outside entries and skills.
  private func labelled(
    _ line: Line, _ content: String, at index: Int, within current: SectionKind?
  ) -> CutSection? {
    guard let colon = content.firstIndex(of: ":"), colon != content.startIndex,
      index == 0 || lines[index - 1].isBlank,
      let kind = SectionTitle.kind(exactly: String(content[..<colon]))
    else { return nil }
    switch (current, kind) {
    case (.entries, _), (.skills, _): return nil
    case (_, .contact), (_, .entries): return nil
    default: break
    }
    let rest = content[content.index(after: colon)...].trimmed
    guard !rest.isEmpty else { return nil }
    let body = Line(kind: .text, range: line.range, runs: [Line.Run(text: rest)])
    return CutSection(
      title: content[..<colon].trimmed, kind: kind,
      headingRange: line.range.lowerBound..<line.range.lowerBound, lines: [body])
  }

  private func isInCapitals(_ title: String) -> Bool {
    let letters = title.filter(\.isLetter)
    return letters.count >= 3 && letters.contains(where: \.isUppercase)
      && !letters.contains(where: \.isLowercase)
  }
}
