/// Cuts HTML into tags, comments and text, without a tree: pages of archivers and bodies of mail are
/// read from their tags in order.
///
/// Holds a place only; the bytes are handed in with each call, since a span cannot be stored. Tolerant
/// as browsers are: `<` before anything but a letter, `/`, `!` or `?` is text, a quote or comment that
/// never closes does not swallow more than it must. Linear in the page whatever it holds: a search
/// that failed once is not repeated.
struct HTMLTokenizer {
  /// A piece of a page; ranges are byte offsets.
  enum Token {
    /// Text with its entities still in it.
    case text(Range<Int>)
    /// A start tag and the bytes its attributes lie in.
    case start(HTMLTagName, attributes: Range<Int>)
    /// An end tag.
    case end(HTMLTagName)
    /// What stands between `<!--` and `-->`.
    case comment(Range<Int>)
    /// A declaration or processing instruction (`<!DOCTYPE …>`, `<?xml …?>`).
    case declaration(Range<Int>)
  }

  /// Where the next token begins.
  private(set) var offset: Int
  private let limit: Int
  private var rawElement: HTMLTagName?
  private var canCloseComment = true
  private var canCloseTag = true
  private var canCloseDoubleQuote = true
  private var canCloseSingleQuote = true

  /// Begins at `range.lowerBound` and ends at its end.
  init(_ range: Range<Int>) {
    (offset, limit) = (range.lowerBound, range.upperBound)
  }

  /// Goes on at `place`, which is not before ``offset`` and where a token begins.
  mutating func skip(to place: Int) {
    offset = place
  }

  /// The next token, or nil at the end.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Token? {
    guard offset < limit else { return nil }
    if let element = rawElement { return rawText(bytes, of: element) }
    let start = offset
    if bytes[start] == 0x3C, let token = markup(bytes) { return token }
    // Text runs to the next `<`; the first byte belongs to it even if it is one that opened nothing.
    offset = bytes.firstIndex(of: 0x3C, in: (start + 1)..<limit) ?? limit
    return .text(start..<offset)
  }

  /// The token at `offset`, where a `<` stands, or nil where that is only a character.
  private mutating func markup(_ bytes: Span<UInt8>) -> Token? {
    let start = offset
    guard canCloseTag, start + 2 < limit else { return nil }
    let kind = bytes[start + 1]
    if kind.isLetter || kind == 0x2F && bytes[start + 2].isLetter {
      return tag(bytes, nameAt: kind == 0x2F ? start + 2 : start + 1, isEnd: kind == 0x2F)
    }
    guard kind == 0x21 || kind == 0x3F else { return nil }
    if bytes.starts(with: "<!--", at: start), canCloseComment {
      if let close = endOfComment(bytes, from: start + 4) {
        offset = close + 3
        return .comment((start + 4)..<close)
      }
      canCloseComment = false
    }
    guard let close = bytes.firstIndex(of: 0x3E, in: start..<limit) else {
      canCloseTag = false
      return nil
    }
    offset = close + 1
    return .declaration((start + 2)..<close)
  }

  private func endOfComment(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let hit = bytes.firstIndex(of: 0x3E, in: min(index, limit)..<limit) {
      if hit >= start + 2, bytes[hit - 1] == 0x2D, bytes[hit - 2] == 0x2D { return hit - 2 }
      index = hit + 1
    }
    return nil
  }

  @inline(__always)
  private mutating func tag(_ bytes: Span<UInt8>, nameAt nameStart: Int, isEnd: Bool) -> Token? {
    var attributes = nameStart
    while attributes < limit, !Self.endsName(bytes[attributes]) { attributes += 1 }
    let name = HTMLTagName(bytes, nameStart..<attributes)
    guard let close = endOfTag(bytes, from: attributes) else {
      canCloseTag = false
      return nil
    }
    offset = close + 1
    if isEnd { return .end(name) }
    if name == .script || name == .style { rawElement = name }
    return .start(name, attributes: attributes..<close)
  }

  /// Whether a tag's name ends before `byte`. One with a colon or hyphen is read on, and is no element of ours.
  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isMailSpace || byte == 0x3E || byte == 0x2F
  }

  /// The `>` that ends the tag: the first one outside a quoted value, of quotes that close.
  private mutating func endOfTag(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    if index < limit, bytes[index] == 0x3E { return index }
    while let hit = bytes.firstIndexOfTagEndOrQuote(in: index..<limit) {
      index = hit + 1
      switch bytes[hit] {
      case 0x22 where canCloseDoubleQuote && Self.isValue(bytes, at: hit, from: start):
        if let close = bytes.firstIndex(of: 0x22, in: index..<limit) {
          index = close + 1
        } else {
          canCloseDoubleQuote = false
        }
      case 0x27 where canCloseSingleQuote && Self.isValue(bytes, at: hit, from: start):
        if let close = bytes.firstIndex(of: 0x27, in: index..<limit) {
          index = close + 1
        } else {
          canCloseSingleQuote = false
        }
      case 0x3E: return hit
      default: break
      }
    }
    return nil
  }

  /// Whether a value may begin at `place`: right after `=`, blanks aside.
  private static func isValue(_ bytes: Span<UInt8>, at place: Int, from start: Int) -> Bool {
    var index = place
    while index > start, bytes[index - 1].isMailSpace { index -= 1 }
    return index > start && bytes[index - 1] == 0x3D
  }

  /// The content of a script or style sheet, which holds no markup but its own end tag.
  private mutating func rawText(_ bytes: Span<UInt8>, of element: HTMLTagName) -> Token? {
    rawElement = nil
    let start = offset
    var index = start
    while let hit = bytes.firstIndex(of: 0x3C, in: index..<limit) {
      let isEnd =
        element == .script
        ? bytes.startsIgnoringCase(with: "</script", at: hit)
        : bytes.startsIgnoringCase(with: "</style", at: hit)
      if isEnd {
        offset = hit
        return hit > start ? .text(start..<hit) : next(bytes)
      }
      index = hit + 1
    }
    offset = limit
    return start < limit ? .text(start..<limit) : nil
  }
}

extension Span where Element == UInt8 {
  /// The value of the attribute `name` (lower-case ASCII) among the attributes in `range`, without its
  /// quotes, entities not decoded; nil where the tag has none of that name. Linear in `range`.
  func attribute(_ name: StaticString, in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      while index < range.upperBound, self[index].isMailSpace || self[index] == 0x2F { index += 1 }
      let nameStart = index
      while index < range.upperBound, !self[index].isMailSpace, self[index] != 0x3D { index += 1 }
      let nameEnd = index
      while index < range.upperBound, self[index].isMailSpace { index += 1 }
      guard index < range.upperBound else { return nil }
      guard self[index] == 0x3D else { continue }
      index += 1
      while index < range.upperBound, self[index].isMailSpace { index += 1 }
      guard index < range.upperBound else { return nil }
      let value: Range<Int>
      let quote = self[index]
      if quote == 0x22 || quote == 0x27,
        let close = firstIndex(of: quote, in: (index + 1)..<range.upperBound)
      {
        value = (index + 1)..<close
        index = close + 1
      } else {
        let start = index
        while index < range.upperBound, !self[index].isMailSpace { index += 1 }
        value = start..<index
      }
      if equalsIgnoringCase(name, in: nameStart..<nameEnd) { return value }
    }
    return nil
  }
}
