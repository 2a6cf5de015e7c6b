/// How the titles of a résumé's sections stand, seen from those whose words are known.
///
/// What is unknown here and stands as they do is a title, too.
struct TitleHabits: Sendable {
  /// The highest level on which a usual title stands.
  let level: Int
  /// True where titles of several kinds stand one level below it, too.
  let areDeep: Bool
  /// True where usual titles stand as `Title:` on lines that are no headings of the format.
  let haveColons: Bool
  /// True where usual titles stand in a column left of what they announce.
  let hang: Bool
  /// True where usual titles stand alone between empty lines.
  let standAlone: Bool
  /// True where usual titles stand in plain words right above the first item.
  let standOverItems: Bool
  /// True where usual titles that are no headings of the format stand in bold or capitals.
  let areStrong: Bool
  /// Titles that come again, folded: they divide entries rather than the résumé.
  let comeAgain: Set<String>
  /// True where hardly a line is empty, as in text taken from a page's columns, so that a title has
  /// to be known without one before it.
  let isDense: Bool

  /// Looks through a résumé's lines. Cost: linear.
  init(_ lines: [Line]) {
    let level =
      lines.lazy.compactMap { line in
        SectionTitle.kind(exactly: line.content) == nil ? nil : line.headingLevel
      }.min() ?? lines.lazy.compactMap(\.headingLevel).dropFirst().min() ?? 1
    self.level = level
    let below = lines.lazy.filter { $0.headingLevel == level + 1 }
    areDeep = Set(below.compactMap { SectionTitle.kind(exactly: $0.content) }).count >= 3
    let hanging = lines.lazy.compactMap(Self.columns).filter {
      SectionTitle.kind(exactly: $0.title) != nil
    }
    hang = hanging.prefix(2).count == 2
    isDense = lines.count { $0.isBlank || $0.kind == .rule } * 6 < lines.count
    areStrong = lines.lazy.filter(Self.isStrongTitle).prefix(2).count == 2
    let known = lines.lazy.filter {
      !$0.isBlank && $0.content.count <= 60 && SectionTitle.kind(exactly: $0.content) != nil
    }
    comeAgain = Set(
      Dictionary(grouping: known) { PlainLetters.fold($0.content) }.filter { $0.value.count > 2 }
        .keys)
    let plain = lines.indices.filter {
      lines[$0].kind == .text && !lines[$0].isBold && lines[$0].content.count <= 60
        && SectionTitle.kind(exactly: lines[$0].content) != nil
    }
    haveColons = plain.count { lines[$0].content.hasSuffix(":") } >= 2
    let behindBlank = plain.filter {
      ($0 == 0 || lines[$0 - 1].isBlank) && $0 + 1 < lines.count
    }
    standOverItems = behindBlank.count { lines[$0 + 1].isBullet } >= 2
    standAlone =
      behindBlank.count { !lines[$0].content.hasSuffix(":") && lines[$0 + 1].isBlank } >= 2
  }

  /// True for a usual title in bold or capitals that is no heading of the format.
  static func isStrongTitle(_ line: Line) -> Bool {
    line.kind == .text && line.content.count <= 60
      && (line.isBold || isInCapitals(line.content))
      && SectionTitle.kind(exactly: line.content.trimmed(of: ":")) != nil
  }

  /// What stands before and behind the first gap of two spaces or a tab.
  static func columns(of line: Line) -> (title: String, rest: String)? {
    let content = line.content
    guard line.kind == .text, content.count <= 200,
      let gap = content.firstRange(of: "  ") ?? content.firstRange(of: "\t")
    else { return nil }
    let title = content[..<gap.lowerBound].trimmed(of: ":")
    let rest = content[gap.upperBound...].trimmed
    return title.isEmpty || title.count > 40 || rest.isEmpty ? nil : (title, rest)
  }

  static func isInCapitals(_ title: String) -> Bool {
    let letters = title.filter(\.isLetter)
    return letters.count >= 3 && letters.contains(where: \.isUppercase)
      && !letters.contains(where: \.isLowercase)
  }
}
