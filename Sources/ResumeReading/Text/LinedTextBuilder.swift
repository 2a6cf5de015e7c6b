/// Writes lines out as one text and keeps where each stands, for formats whose source is no plain text.
struct LinedTextBuilder {
  private var text = String.UnicodeScalarView()
  private var length = 0
  private var lines: [Line] = []
  private var runs: [Line.Run] = []
  private var kind: Line.Kind = .text

  /// Sets what the line being written is.
  mutating func begin(_ kind: Line.Kind) {
    endLine()
    self.kind = kind
  }

  /// Adds words to the line; white space in them counts as it stands.
  mutating func append(
    _ words: String, bold: Bool = false, italic: Bool = false, link: String? = nil
  ) {
    guard !words.isEmpty else { return }
    if let last = runs.last, last.isBold == bold, last.isItalic == italic, last.link == link {
      runs[runs.count - 1].text += words
    } else {
      runs.append(Line.Run(text: words, isBold: bold, isItalic: italic, link: link))
    }
  }

  /// True where the line being written has words.
  var hasWords: Bool { runs.contains { !$0.text.trimmed.isEmpty } }

  /// Ends the line; one without words leaves nothing.
  mutating func endLine() {
    defer {
      runs = []
      kind = .text
    }
    guard hasWords else { return }
    let content = runs.reduce(into: "") { $0 += $1.text }.trimmed
    let start = length
    write(content)
    lines.append(Line(kind: kind, range: start..<length, runs: runs))
    write("\n")
  }

  /// Ends the line and leaves an empty one, unless there is one already.
  mutating func endBlock() {
    endLine()
    guard let last = lines.last, !last.isBlank else { return }
    lines.append(Line(kind: .blank, range: length..<length, runs: []))
    write("\n")
  }

  /// The finished text and its lines.
  mutating func finish() -> LinedText {
    endLine()
    return LinedText(text: String(text), lines: lines)
  }

  private mutating func write(_ words: String) {
    text.append(contentsOf: words.unicodeScalars)
    length += words.unicodeScalars.count
  }
}
