/// A link that pipermail made of an address or a URL in a post.
///
/// What it links to was escaped once more than what it shows, so that it tells what the post had there.
struct PipermailLink {
  /// Where its text begins in the post's.
  private let start: Int
  /// What is left of the tag's attributes when as many references were met in the text.
  private var attributes: Range<Int>

  /// Reads the tag with these attributes; the link's text is written from `start` on.
  init(_ page: Span<UInt8>, _ attributes: Range<Int>, from start: Int) {
    (self.start, self.attributes) = (start, attributes)
  }

  /// Whether the next reference that the link shows was one in the mail already; called once for each of
  /// them, in order.
  mutating func keepsNextReference(_ page: Span<UInt8>) -> Bool {
    guard let hit = page.firstIndex(of: 0x26, in: attributes) else { return false }
    let isEscapedTwice = page.starts(with: "&amp;amp;", at: hit)
    attributes = min(hit + (isEscapedTwice ? 9 : 1), attributes.upperBound)..<attributes.upperBound
    return isEscapedTwice
  }

  /// Where ` at ` stands in the link's text, which ends at `end`, if that is an address and nothing else:
  /// a word, *at*, a word. No address is longer than 320 characters (RFC 3696, erratum 1690).
  func at(_ text: borrowing MutableSpan<UInt8>, end: Int) -> Int? {
    guard end - start <= 324, let blank = text.span.firstIndex(of: 0x20, in: start..<end),
      blank > start, blank + 4 < end, text.span.starts(with: " at ", at: blank)
    else { return nil }
    for rest in (blank + 4)..<end where text[rest].isMailSpace { return nil }
    return blank
  }
}
