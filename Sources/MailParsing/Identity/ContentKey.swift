/// A digest that every form of one post shares: its original, pipermail's monthly text, its pages.
///
/// SHA-256 over the first author's addr-spec, the subject without reply prefixes and list tags, and the
/// text, each reduced to what no archiver changes:
/// - white space, `?`, `>` and all beyond ASCII go, since archivers rewrap, and print what they cannot
///   show as `?`;
/// - ASCII letters are lower-cased, and `@` counts as `at`, so that an address obscured in the text counts
///   alike where it could not be restored;
/// - `<`, `"`, `&` and character references go, since a page does not tell the `&lt;` of a mail that quotes
///   HTML from its `<`;
/// - the footer that a list adds to the mail it sends out, and archives do not hold, goes.
///
/// Two posts of one author that differ in nothing else share a key; identity asks for the Message-ID, or
/// for list and instant, beside it.
public struct ContentKey: Sendable {
  /// What is digested; kept so that its room is used again.
  private var reduced: [UInt8] = []

  /// Makes a maker of keys.
  public init() {}

  /// The key of a message as 64 hexadecimal digits. Linear in the text.
  public static func hexadecimal(of message: FlatMessage) -> String {
    var key = ContentKey()
    return key.hexadecimal(of: message)
  }

  /// The key of a message as 64 hexadecimal digits. Linear in the text.
  public static func hexadecimal(of parsed: ParsedMessage) -> String {
    hexadecimal(of: FlatMessage(parsed))
  }

  /// The key of a message as 64 hexadecimal digits, in room that is used again.
  public mutating func hexadecimal(of message: FlatMessage) -> String {
    reduced.removeAll(keepingCapacity: true)
    let bytes = message.bytes.span
    if let author = message.from.first { reduce(bytes, author.email) }
    reduced.append(0x0A)
    reduce(bytes, SubjectBase.range(bytes, message.subject))
    reduced.append(0x0A)
    reduce(bytes, ListFooter.textRange(bytes, message.text))
    return SHA256.hexadecimal(of: reduced.span)
  }

  private mutating func reduce(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let end = range.upperBound
    var index = range.lowerBound
    var nextAt = bytes.firstIndex(of: 0x40, in: range) ?? end
    var nextReference = bytes.firstIndex(of: 0x26, in: range) ?? end
    while index < end {
      // Between the two bytes that need a look, each counts as one byte or none.
      let stop = Swift.min(nextAt, nextReference)
      reduced.append(bytes, index..<stop, mappedBy: Self.reduction)
      guard stop < end else { return }
      if stop == nextAt {
        reduced.append("at")
        index = stop + 1
      } else {
        index = endOfReference(bytes, at: stop, limit: end)
      }
      if nextAt < index { nextAt = bytes.firstIndex(of: 0x40, in: index..<end) ?? end }
      if nextReference < index {
        nextReference = bytes.firstIndex(of: 0x26, in: index..<end) ?? end
      }
    }
  }

  /// The place after the character reference that the `&` at `index` begins, or after the `&` alone.
  private func endOfReference(_ bytes: Span<UInt8>, at index: Int, limit: Int) -> Int {
    var end = index + 1
    if end < limit, bytes[end] == 0x23 { end += 1 }
    let start = end
    while end < limit, end - start < 10, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
    return end > start && end < limit && bytes[end] == 0x3B ? end + 1 : index + 1
  }

  /// What each byte counts as; 0 for nothing.
  private static let reduction: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0...0x20, 0x22, 0x3C, 0x3E, 0x3F, 0x7F...: 0
    case let byte: byte.lowercasedASCII
    }
  }
}
