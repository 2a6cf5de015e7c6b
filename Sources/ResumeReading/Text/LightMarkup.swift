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
        append(raw, mark: mark, at: start, to: &lines)
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
    _ raw: ArraySlice<Unicode.Scalar>, mark: String, at start: Int, to lines: inout [Line]
  ) {
    let range = start..<start + raw.count
    if mark.isEmpty {
      lines.append(Line(kind: .blank, range: range, runs: []))
    } else if let level = underline(mark) {
      if let last = lines.last, last.kind == .text, last.content.count <= 80 {
        lines[lines.count - 1].kind = .heading(level: level)
        lines[lines.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        lines.append(Line(kind: .rule, range: range, runs: []))
      }
    } else if isTableRule(mark) {
      if let last = lines.last, isTableHead(last.content) { lines.removeLast() }
    } else {
      var content = mark[...]
      while content.first == ">" { content = content.dropFirst().drop { $0.isWhitespace } }
      let (kind, words) = classified(content, indent: indent(of: raw))
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

  /// The columns of white space that lines begin with, a tab counted as four.
  private static func indent(of line: ArraySlice<Unicode.Scalar>) -> Int {
    line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
  }

  /// The heading level that a line of `===` or `---` gives the line above it; nil for other lines.
  private static func underline(_ mark: String) -> Int? {
    let signs = mark.filter { !$0.isWhitespace }
    guard signs.count >= 3, let first = signs.first, signs.allSatisfy({ $0 == first }) else {
      return nil
    }
    switch first {
    case "=": return 1
    case "-", "_", "*", "~", "—", "–", "─", "━", "═", "#": return 2
    default: return nil
    }
  }

  /// True for the line under a table's head (`|---|:--:|`).
  private static func isTableRule(_ mark: String) -> Bool {
    mark.contains("|") && mark.contains("-")
      && mark.allSatisfy { $0 == "|" || $0 == "-" || $0 == ":" || $0 == " " || $0 == "+" }
  }

  /// True for a table's first row when it only says what the columns hold.
  private static func isTableHead(_ row: String) -> Bool {
    let cells = row.split(separator: "|").map {
      PlainLetters.words(String($0)).joined(separator: " ")
    }
    return !cells.isEmpty && cells.allSatisfy { $0.isEmpty || columnNames.contains($0) }
  }

  private static let columnNames: Set<String> = [
    "category", "skill", "skills", "area", "technology", "technologies", "tools", "tool", "type",
    "details",
    "company", "employer", "organisation", "organization", "position", "title", "role", "job title",
    "date", "dates", "period", "year", "years", "when", "where", "what", "location", "place",
    "degree",
    "institution", "school", "university", "level", "experience", "proficiency", "name",
    "description",
    "from", "to", "duration", "language", "certificate", "issuer", "zeitraum", "firma", "tatigkeit",
    "fecha", "empresa", "puesto", "periode", "poste", "entreprise",
  ]

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
    if content.first == "|", content.last == "|", content.count > 2 {
      return (.text, content.dropFirst().dropLast().trimmed)
    }
    return (.text, String(content))
  }

  private static let bulletSigns: Set<Character> = [
    "-", "*", "+", "•", "‣", "◦", "▪", "▫", "●", "○", "■", "□", "❖", "➢", "➤", "►", "▶", "✓", "✔",
    "·",
    "∙", "⁃", "–", "—", "→", "\u{F0B7}", "\u{F0A7}", "o",
  ]

  /// Brings an item and the lines it runs on over together again.
  private static func joinWrapped(_ lines: [Line], in scalars: [Unicode.Scalar]) -> [Line] {
    var joined: [Line] = []
    joined.reserveCapacity(lines.count)
    var group: [Line] = []
    func close() {
      guard let first = group.first, let last = group.last else { return }
      defer { group = [] }
      if group.count == 1 { return joined.append(first) }
      let runs = group.map(\.runs).joined(separator: [Line.Run(text: " ")])
      joined.append(
        Line(
          kind: first.kind, range: first.range.lowerBound..<last.range.upperBound, runs: Array(runs)
        ))
    }
    for line in lines {
      if let first = group.first, let last = group.last, line.kind == .text,
        continues(line, after: last, of: first.kind, in: scalars)
      {
        group.append(line)
      } else {
        close()
        group = [line]
      }
    }
    close()
    return joined
  }

  /// True where a line goes on with the item or the paragraph that the line before it belongs to.
  private static func continues(
    _ line: Line, after last: Line, of kind: Line.Kind, in scalars: [Unicode.Scalar]
  ) -> Bool {
    let depth: Int? = if case .bullet(let depth) = kind { depth } else { nil }
    let isItem = depth != nil
    guard isItem || kind == .text, !line.startsBold else { return false }
    // What runs on is indented beyond the sign; a title below the item may stand under the sign.
    if let depth, indent(of: scalars[line.range]) > depth * 2 { return true }
    guard let initial = line.content.first, let end = last.content.last else { return false }
    // A hard break (two spaces or a backslash) keeps lines apart.
    let before = scalars[last.range].suffix(2)
    if before.last == "\\" || before.elementsEqual("  ".unicodeScalars) { return false }
    // A short line ends where its writer ended it.
    guard last.range.count >= 55, last.content.count >= 40 else { return false }
    if let word = last.content.split(separator: " ").last, danglingWords.contains(word.lowercased())
    {
      return true
    }
    if initial.isLowercase { return end != ":" }
    if end == "," || isItem && !initial.isUppercase && end != "." { return true }
    return last.range.count >= 66 && end != "." && end != ":" && !last.isBold && !hasColumns(last)
      && DateSpan.all(in: line.content).isEmpty && DateSpan.all(in: last.content).isEmpty
  }

  /// Words that no line ends with unless it was wrapped there.
  private static let danglingWords: Set<String> = [
    "a", "an", "the", "of", "at", "in", "for", "to", "and", "or", "with", "on", "by", "from", "was",
    "is",
    "were", "are", "my", "our", "that", "which", "as", "und", "der", "die", "das", "von", "mit",
    "für",
    "de", "la", "le", "les", "et", "des", "el", "los", "y", "en", "con", "&",
  ]

  /// True for a line whose words are set apart as a heading's or a table's are.
  private static func hasColumns(_ line: Line) -> Bool {
    line.content.contains("|") || line.content.contains("\t") || line.content.contains("   ")
  }
}
