/// One line of a résumé as a reader sees it, whatever format it came in.
///
/// Every format is brought to lines over one text; the grammar knows only these.
struct Line: Sendable, Hashable {
  /// What the format says a line is.
  enum Kind: Sendable, Hashable {
    /// A heading; 1 is the highest level.
    case heading(level: Int)
    /// An item of a list; 0 is the outermost depth.
    case bullet(depth: Int)
    /// Words that are neither.
    case text
    /// A drawn line or a page's end, which separates and says nothing.
    case rule
    /// Nothing.
    case blank
  }

  /// Words of one style.
  struct Run: Sendable, Hashable {
    var text: String
    var isBold = false
    var isItalic = false
    /// Where the words lead, for a link.
    var link: String?
  }

  var kind: Kind
  /// Scalar offsets into the document's text, markup included, the line's end not.
  var range: Range<Int>
  let runs: [Run]
  /// The words without markup.
  let content: String

  /// Makes a line of its words.
  init(kind: Kind, range: Range<Int>, runs: [Run]) {
    self.kind = kind
    self.range = range
    self.runs = runs
    content = runs.reduce(into: "") { $0 += $1.text }.trimmed
  }

  /// True where nothing but bold words stands in the line.
  var isBold: Bool { isWholly(\.isBold) }
  /// True where nothing but italic words stands in the line.
  var isItalic: Bool { isWholly(\.isItalic) }
  /// True where the first words are bold.
  var startsBold: Bool { runs.first { !$0.text.trimmed.isEmpty }?.isBold ?? false }

  var isHeading: Bool { if case .heading = kind { true } else { false } }
  /// The depth of an item; nil for other lines.
  var bulletDepth: Int? { if case .bullet(let depth) = kind { depth } else { nil } }
  var isBullet: Bool { if case .bullet = kind { true } else { false } }
  var isBlank: Bool { kind == .blank }
  var headingLevel: Int? { if case .heading(let level) = kind { level } else { nil } }

  private func isWholly(_ style: KeyPath<Run, Bool>) -> Bool {
    let words = runs.filter { !$0.text.trimmed.isEmpty }
    return !words.isEmpty && words.allSatisfy { $0[keyPath: style] }
  }
}

/// A résumé brought to lines: what every format's reader gives and the grammar takes.
struct LinedText: Sendable {
  /// The text that ranges count in.
  var text: String
  /// The lines in order; ranges ascend and do not overlap.
  var lines: [Line]
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  /// Without any of `characters` and white space at either end.
  func trimmed(of characters: String) -> String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace || characters.contains(first) {
      slice.removeFirst()
    }
    while let last = slice.last, last.isWhitespace || characters.contains(last) {
      slice.removeLast()
    }
    return String(slice)
  }
}
