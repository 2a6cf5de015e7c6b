// Which lines go on with the one before them: items and paragraphs wrapped by hand.

extension LightMarkup {
  /// Brings an item and the lines it runs on over together again.
  static func joinWrapped(_ lines: [Line], in scalars: [Unicode.Scalar]) -> [Line] {
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
    guard isItem || kind == .text, !line.startsBold,
      scalars[line.range].first(where: { $0 != " " }) != "|"
    else { return false }
    if datesRunOn(from: last, to: line) { return true }
    guard isItem || !hasColumns(last) else { return false }
    guard let initial = line.content.first, let end = last.content.last,
      !line.content.hasPrefix("http")
    else { return false }
    // What runs on is indented beyond the sign; a title below the item may stand under the sign, or be
    // short and begin with a capital.
    if let depth, indent(of: scalars[line.range]) > depth * 2,
      initial.isLowercase || last.content.count >= 40
    {
      return true
    }
    // A hard break (two spaces or a backslash) keeps lines apart.
    let before = scalars[last.range].suffix(2)
    if before.last == "\\" || before.elementsEqual("  ".unicodeScalars) { return false }
    // No item but a wrapped one is followed by a line that begins as no heading does.
    if isItem, initial.isLowercase, !".:;".contains(end) { return true }
    // A short line ends where its writer ended it.
    guard last.range.count >= 55, last.content.count >= 40 else { return false }
    if let word = last.content.split(separator: " ").last, danglingWords.contains(word.lowercased())
    {
      return true
    }
    if initial.isLowercase { return end != ":" }
    if end == "," || isItem && !initial.isUppercase && end != "." { return true }
    return last.range.count >= 66 && end != "." && end != ":" && !last.isBold
      && DateSpan.all(in: line.content).isEmpty && DateSpan.all(in: last.content).isEmpty
  }

  /// True where a line ends inside a date or a pair of them that the next one closes: "Engineer (May 2010 -".
  private static func datesRunOn(from last: Line, to line: Line) -> Bool {
    let content = last.content
    guard content.count <= 120, line.content.count <= 60, let end = content.last else {
      return false
    }
    let isOpen =
      "-–—".contains(end)
      || content.split(separator: " ").last.map { word in
        CalendarWord.month(PlainLetters.words(String(word)).joined()) != nil
      } ?? false
    guard isOpen else { return false }
    return DateSpan.all(in: "\(content) \(line.content)").contains {
      $0.range.lowerBound < content.count && $0.range.upperBound > content.count + 1
    }
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
