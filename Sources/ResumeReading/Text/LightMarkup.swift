/// Reads Markdown and plain text, which résumés mix freely, to lines.
///
/// Headings may be ATX (`## Skills`) or underlined; items begin with any of the usual signs; emphasis
/// that wraps a whole line marks it. Ranges count in the text as it stands. Cost: linear.
enum LightMarkup {
  /// Brings a decoded text to lines. Carriage returns belong to the line's end.
  static func lines(of text: String) -> LinedText {
    let scalars = Array(text.unicodeScalars)
    var lines: [Line] = []
    var start = 0
    var isFrontMatter = false
    var isComment = false
    var titles = UnderlinedTitles()
    while start <= scalars.count {
      var end = start
      while end < scalars.count, !isLineEnd(scalars[end]) { end += 1 }
      let raw = scalars[start..<end]
      let mark = String(String.UnicodeScalarView(raw)).trimmed
      if isFrontMatter || (start == 0 && mark == "---" && closesFrontMatter(scalars, from: end)) {
        // A YAML head, as site generators write it, holds settings and no résumé.
        isFrontMatter = start == 0 || (mark != "---" && mark != "...")
        lines.append(Line(kind: .blank, range: start..<end, runs: []))
      } else if isComment || mark.hasPrefix("<!--") {
        isComment = !mark.contains("-->")
        lines.append(Line(kind: .blank, range: start..<end, runs: []))
      } else {
        append(raw, mark: mark, at: start, to: &lines, &titles)
      }
      if end + 1 < scalars.count, scalars[end] == "\r", scalars[end + 1] == "\n" { end += 1 }
      start = end + 1
    }
    return LinedText(text: text, lines: joinWrapped(lines, in: scalars))
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
      || scalar == "\u{0C}"
  }

  /// True where a YAML head that begins the text ends within its first hundred lines.
  private static func closesFrontMatter(_ scalars: [Unicode.Scalar], from start: Int) -> Bool {
    var line = ""
    var count = 0
    var hasKey = false
    for scalar in scalars[start...].dropFirst() {
      guard isLineEnd(scalar) else {
        line.unicodeScalars.append(scalar)
        continue
      }
      if line.trimmed == "---" { return hasKey }
      if count == 0, line.trimmed.isEmpty { return false }
      hasKey =
        hasKey || line.prefix { $0 != ":" }.allSatisfy { !$0.isWhitespace } && line.contains(":")
      line = ""
      count += 1
      if count > 100 { return false }
    }
    return false
  }

  /// Adds one line, or makes the line before it a heading where this one underlines it.
  private static func append(
    _ raw: ArraySlice<Unicode.Scalar>, mark: String, at start: Int, to lines: inout [Line],
    _ titles: inout UnderlinedTitles
  ) {
    let range = start..<start + raw.count
    if mark.isEmpty || isReference(mark) {
      lines.append(Line(kind: .blank, range: range, runs: []))
    } else if let sign = UnderlinedTitles.sign(of: mark) {
      if let last = lines.last, UnderlinedTitles.underlines(mark, last) {
        lines[lines.count - 1].kind = .heading(level: titles.level(of: sign))
        lines[lines.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        lines.append(Line(kind: .rule, range: range, runs: []))
      }
    } else if TableHead.isRule(mark) {
      if let last = lines.last, TableHead.isHead(last.content) { lines.removeLast() }
    } else {
      var content = mark[...]
      while content.first == ">" { content = content.dropFirst().drop { $0.isWhitespace } }
      let (kind, words) = classified(withColumns(content)[...], indent: indent(of: raw))
      if case .heading(let level) = kind { titles.meet(level: level) }
      var line = Line(kind: kind, range: range, runs: InlineMarkup.runs(of: words))
      if line.isBullet {
        // An item's words are cited without the sign in front of them.
        let tail = raw.reversed().prefix { $0.properties.isWhitespace }.count
        let end = range.upperBound - tail
        line.range = max(start, end - words.unicodeScalars.count)..<end
      }
      lines.append(line)
    }
  }

  /// True for a line that only says where links lead (`[site]: …` in Markdown, `.. _site: …` in
  /// reStructuredText), which no reader sees.
  private static func isReference(_ mark: String) -> Bool {
    if mark.hasPrefix(".. ") { return true }
    guard mark.first == "[", let close = mark.firstRange(of: "]: ") else { return false }
    return !mark[..<close.lowerBound].dropFirst().contains("[")
      && !mark[close.upperBound...].prefix { !$0.isWhitespace }.isEmpty
  }

  /// A line whose leaders ("Acme ........ Boston") have become the gap between columns that they draw.
  private static func withColumns(_ content: Substring) -> String {
    var drawn = ""
    var rest = content
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      let isLeader = run.count >= 4 && "-._·…".contains(first)
      drawn += isLeader ? String(repeating: " ", count: run.count) : String(run)
      rest = rest[run.endIndex...]
    }
    return drawn
  }

  /// The columns of white space that lines begin with, a tab counted as four.
  static func indent(of line: ArraySlice<Unicode.Scalar>) -> Int {
    line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
  }

  private static func classified(_ content: Substring, indent: Int) -> (Line.Kind, String) {
    let hashes = content.prefix { $0 == "#" }.count
    if (1...6).contains(hashes) {
      let rest = content.dropFirst(hashes)
      if rest.first?.isWhitespace ?? true || hashes > 1 {
        return (.heading(level: hashes), rest.trimmed(of: "#"))
      }
    }
    if let first = content.first, bulletSigns.contains(first) {
      let rest = content.dropFirst()
      let isSpaced = rest.first?.isWhitespace ?? false
      if isSpaced || (first != "*" && first != "-" && first != "+" && first != "o" && !rest.isEmpty)
      {
        return (.bullet(depth: indent / 2), rest.trimmed)
      }
    }
    let digits = content.prefix { $0.isASCII && $0.isNumber }
    if (1...2).contains(digits.count) {
      let rest = content.dropFirst(digits.count)
      if let sign = rest.first, sign == "." || sign == ")",
        rest.dropFirst().first?.isWhitespace ?? false
      {
        return (.bullet(depth: indent / 2), rest.dropFirst().trimmed)
      }
    }
    if let level = textileLevel(content) {
      return (.heading(level: level), content.dropFirst(3).trimmed)
    }
    // What a definition list says of the term above it.
    if content.hasPrefix(": ") || content.hasPrefix(":\t") {
      return (.text, content.dropFirst().trimmed)
    }
    // A line of a block whose breaks reStructuredText keeps.
    if content.first == "|", !content.dropFirst().contains("|") {
      return (.text, content.dropFirst().trimmed)
    }
    if content.first == "|", content.last == "|", content.count > 2 {
      return (.text, content.dropFirst().dropLast().trimmed)
    }
    return (.text, String(content))
  }

  /// The level of a heading in Textile (`h2. Skills`); nil for other lines.
  private static func textileLevel(_ content: Substring) -> Int? {
    guard content.first == "h", content.dropFirst(2).hasPrefix(". "),
      let level = content.dropFirst().first?.wholeNumberValue, (1...6).contains(level)
    else { return nil }
    return level
  }

  private static let bulletSigns: Set<Character> = [
    "-", "*", "+", "•", "‣", "◦", "▪", "▫", "●", "○", "■", "□", "❖", "➢", "➤", "►", "▶", "✓", "✔",
    "·",
    "∙", "⁃", "–", "—", "→", "\u{F0B7}", "\u{F0A7}", "o",
  ]
}
