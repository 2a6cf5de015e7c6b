/// Turns text/enriched (RFC 1896), and text/richtext before it (RFC 1341 §7.1.3), into the text that a reader
/// was shown: commands go, excerpts become quotations with `>`.
struct EnrichedText {
  private var output: [UInt8] = []
  /// Whether it is text/richtext, in which commands end lines and the ends of lines do not.
  private let isRichtext: Bool
  /// Line ends that were read and not yet written.
  private var pendingNewlines = 0
  /// Whether the next character begins a line, whatever line ends were read before it.
  private var owesBreak = false
  private var isLineStart = true
  private var quoteDepth = 0
  private var unfilledDepth = 0
  /// Open commands whose content is not shown: parameters and comments.
  private var hiddenDepth = 0

  private init(isRichtext: Bool) {
    self.isRichtext = isRichtext
  }

  /// The text of `range`, which is UTF-8. Linear in `range`; quotations nest to a depth of 16 at most.
  static func text(_ bytes: Span<UInt8>, in range: Range<Int>, isRichtext: Bool) -> [UInt8] {
    var text = EnrichedText(isRichtext: isRichtext)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x3C, !isRichtext, bytes.starts(with: "<<", at: index) {
        text.write(0x3C)
        index += 2
      } else if bytes[index] == 0x3C, let end = endOfCommand(bytes, index, range.upperBound) {
        text.obey(bytes.string(in: index + 1..<end - 1).lowercased())
        index = end
      } else {
        text.write(bytes[index])
        index += 1
      }
    }
    if !text.isLineStart { text.output.append(0x0A) }
    return text.output
  }

  /// The place after the `>` of the command at `start`; nil where none stands there.
  private static func endOfCommand(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var index = start + 1
    if index < limit, bytes[index] == 0x2F { index += 1 }
    let name = index
    while index < limit, index - name < 60,
      bytes[index].isLetter || bytes[index].isDigit || bytes[index] == 0x2D
    {
      index += 1
    }
    return index > name && index < limit && bytes[index] == 0x3E ? index + 1 : nil
  }

  private mutating func obey(_ command: String) {
    switch command {
    case "param", "comment": hiddenDepth += 1
    case "/param", "/comment": hiddenDepth = max(0, hiddenDepth - 1)
    case "nofill", "verbatim": unfilledDepth += 1
    case "/nofill", "/verbatim": unfilledDepth = max(0, unfilledDepth - 1)
    case "excerpt":
      owesBreak = true
      payNewlines()
      quoteDepth += 1
    case "/excerpt":
      quoteDepth = max(0, quoteDepth - 1)
      owesBreak = true
    case "lt" where isRichtext: write(0x3C)
    case "nl" where isRichtext: breakLine()
    case "paragraph" where isRichtext, "/paragraph" where isRichtext, "np" where isRichtext:
      owesBreak = true
    default: break
    }
  }

  private mutating func write(_ byte: UInt8) {
    guard hiddenDepth == 0, byte != 0x0D else { return }
    if byte == 0x0A {
      if unfilledDepth > 0 {
        payNewlines()
        breakLine()
      } else {
        pendingNewlines += 1
      }
      return
    }
    payNewlines()
    if isLineStart {
      // A command that ended the line left a blank before the text.
      if byte == 0x20, isRichtext { return }
      for _ in 0..<min(quoteDepth, 16) { output.append("> ") }
    }
    isLineStart = false
    output.append(byte)
  }

  /// Writes the line ends that were read: one alone is a space, more are one fewer.
  private mutating func payNewlines() {
    let breaks = max(isRichtext ? 0 : pendingNewlines - 1, owesBreak && !isLineStart ? 1 : 0)
    if breaks == 0, pendingNewlines > 0, !isLineStart { output.append(0x20) }
    for _ in 0..<breaks { breakLine() }
    (pendingNewlines, owesBreak) = (0, false)
  }

  private mutating func breakLine() {
    if isLineStart, quoteDepth > 0 { output.append(0x3E) }
    output.append(0x0A)
    isLineStart = true
  }
}
