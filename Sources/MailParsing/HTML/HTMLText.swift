/// Turns HTML into the text a reader of mail would have typed: blocks become lines, quotes keep their
/// `>`, preformatted text keeps its form, scripts and styles are left out.
public enum HTMLText {
  /// The text of a page or body in UTF-8, without markup; empty for an empty one. Linear in `bytes`;
  /// quotations nest to a depth of 16 at most, so that hostile nesting cannot swell the text.
  public static func text(_ bytes: Span<UInt8>) -> String {
    text(bytes, in: 0..<bytes.count)
  }

  /// The text of the part of a page that lies in `range`.
  static func text(_ bytes: Span<UInt8>, in range: Range<Int>) -> String {
    var writer = TextWriter(capacity: range.count)
    var tokens = HTMLTokenizer(range)
    var hidden: HTMLTagName?
    while let token = tokens.next(bytes) {
      switch token {
      case .text(let range):
        if hidden == nil { writer.write(bytes, range) }
      case .start(let tag, let attributes):
        if tag == .script || tag == .style || tag == .title { hidden = hidden ?? tag }
        if tag == .pre { writer.isTight = hasNoMargin(bytes, attributes) }
        if hidden == nil { start(tag, &writer) }
      case .end(let tag):
        if hidden == tag { hidden = nil }
        if hidden == nil { end(tag, &writer) }
      case .comment, .declaration: break
      }
    }
    return writer.text
  }

  /// Whether a tag's style sets its block against its neighbours without a blank line.
  private static func hasNoMargin(_ bytes: Span<UInt8>, _ attributes: Range<Int>) -> Bool {
    guard let style = bytes.attribute("style", in: attributes) else { return false }
    return bytes.startsIgnoringCase(with: "margin: 0", at: style.lowerBound)
      || bytes.startsIgnoringCase(with: "margin:0", at: style.lowerBound)
  }

  private static func start(_ tag: HTMLTagName, _ writer: inout TextWriter) {
    switch tag {
    case .br: writer.breakLine()
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .table, .ul, .ol, .dl: writer.beginBlock(blankLine: true)
    case .div, .tr, .dt, .dd, .address, .hr: writer.beginBlock(blankLine: false)
    case .td, .th: writer.separateCell()
    case .li:
      writer.beginBlock(blankLine: false)
      writer.write("* ")
    case .pre:
      writer.beginBlock(blankLine: !writer.isTight)
      writer.preformattedDepth += 1
      writer.skipsNextNewline = true
    case .blockquote:
      writer.beginBlock(blankLine: false)
      writer.quoteDepth += 1
    default: break
    }
  }

  private static func end(_ tag: HTMLTagName, _ writer: inout TextWriter) {
    switch tag {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .table, .ul, .ol, .dl: writer.beginBlock(blankLine: true)
    case .div, .tr, .li, .dt, .dd, .address: writer.beginBlock(blankLine: false)
    case .pre:
      writer.preformattedDepth = max(0, writer.preformattedDepth - 1)
      writer.beginBlock(blankLine: !writer.isTight)
    case .blockquote:
      writer.beginBlock(blankLine: false)
      writer.quoteDepth = max(0, writer.quoteDepth - 1)
    default: break
    }
  }
}

/// Lays text out in lines.
private struct TextWriter {
  private var output: [UInt8] = []
  /// Line ends that are owed before the next visible character, two at most.
  private var owedNewlines = 0
  /// How deep in quotations the blank line is that they leave: as the shallower of its neighbours.
  private var owedDepth = 0
  private var owesSpace = false
  private var isLineStart = true
  var preformattedDepth = 0
  /// Whether the preformatted block stands without blank lines around it.
  var isTight = false
  var quoteDepth = 0 {
    didSet { owedDepth = min(owedDepth, quoteDepth) }
  }
  /// HTML drops a newline right after `<pre>`.
  var skipsNextNewline = false

  init(capacity: Int) {
    output.reserveCapacity(capacity)
  }

  /// What was written, with one newline at its end.
  var text: String {
    String(
      decoding: output.isEmpty || output.last == 0x0A ? output : output + [0x0A], as: UTF8.self)
  }

  /// Ends the line, if there is anything on it, and leaves one blank if asked to.
  mutating func beginBlock(blankLine: Bool) {
    owesSpace = false
    guard !output.isEmpty else { return }
    if owedNewlines == 0 { owedDepth = quoteDepth }
    owedNewlines = max(owedNewlines, (isLineStart ? 0 : 1) + (blankLine ? 1 : 0))
  }

  /// Ends the line, blank or not.
  mutating func breakLine() {
    owesSpace = false
    payNewlines()
    newline(depth: quoteDepth)
  }

  /// Keeps two cells of a row apart.
  mutating func separateCell() {
    if !isLineStart { owesSpace = true }
  }

  /// Writes text of the program's own.
  mutating func write(_ literal: StaticString) {
    visible()
    output.append(literal)
  }

  /// Writes text of the page, its entities decoded and, outside `pre`, its white space folded.
  mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    decoded.append(decodingEntitiesOf: bytes, range)
    var index = 0
    while index < decoded.count {
      let byte = decoded[index]
      // U+00A0 stands for a space that was typed.
      let isNoBreakSpace = byte == 0xC2 && index + 1 < decoded.count && decoded[index + 1] == 0xA0
      if preformattedDepth > 0 {
        preformatted(isNoBreakSpace ? 0x20 : byte)
      } else if isNoBreakSpace {
        visible()
        output.append(0x20)
      } else if byte.isMailSpace {
        owesSpace = !isLineStart || owesSpace
      } else {
        visible()
        output.append(byte)
      }
      index += isNoBreakSpace ? 2 : 1
    }
  }

  private mutating func preformatted(_ byte: UInt8) {
    defer { skipsNextNewline = skipsNextNewline && byte == 0x0D }
    switch byte {
    case 0x0D: break
    case 0x0A:
      if !skipsNextNewline { breakLine() }
    default:
      visible()
      output.append(byte)
    }
  }

  /// Pays what is owed before a visible character.
  private mutating func visible() {
    payNewlines()
    if isLineStart, quoteDepth > 0 {
      for _ in 0..<min(quoteDepth, 16) { output.append("> ") }
    } else if owesSpace, !isLineStart {
      output.append(0x20)
    }
    (owesSpace, isLineStart) = (false, false)
  }

  private mutating func payNewlines() {
    for _ in 0..<owedNewlines { newline(depth: owedDepth) }
    owedNewlines = 0
  }

  private mutating func newline(depth: Int) {
    if isLineStart, depth > 0 { output.append(0x3E) }
    output.append(0x0A)
    isLineStart = true
  }
}
