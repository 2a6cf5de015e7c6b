/// An addr-spec from a field that holds nothing else, as an archiver wrote it.
///
/// Pipermail writes ` at ` for `@` (in a translated archive its own word for it: ` ＠ `, ` à `),
/// Hypermail ` -at- `, `_at_`, whatever else its owner chose, or `x@y.domain.name.hidden`.
struct ObscuredField {
  /// The addr-spec with its `@`.
  private(set) var email: [UInt8]
  /// The word that stood for `@`; nil where the field shows the address plainly or holds none.
  private(set) var separator: String?
  /// All that stood for `@`, the blanks around the word with it; nil as ``separator``, and where only the
  /// domain was written over.
  private(set) var mark: [UInt8]?

  /// Restores the address in `range`. Any single word between two others is taken for the `@` of some
  /// language; a domain that was replaced loses what was put in its place.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    email = []
    email.reserveCapacity(range.count)
    _ = email.append(foldingWhiteSpaceOf: bytes, range)
    let hidden: StaticString = ".domain.name.hidden"
    let start = email.count - hidden.utf8CodeUnitCount
    if start > 0, email.span.starts(with: hidden, at: start) {
      email.removeSubrange(start...)
      separator = hidden.description
    }
    guard email.span.firstIndex(of: 0x40, in: 0..<email.count) == nil else { return }
    if restoreBetweenWords() { return }
    for word in ["-at-", "_at_", "(at)", "[at]"] {
      let mark = Array(word.utf8)
      guard let hit = email.span.firstIndex(ofAnyCase: mark), hit > 0,
        hit + mark.count < email.count
      else { continue }
      separator = word
      var (start, end) = (hit, hit + mark.count)
      if email[start - 1] == 0x20 { start -= 1 }
      if email[end] == 0x20 { end += 1 }
      restore(start..<end)
      return
    }
  }

  /// Puts `@` in place of what stands in `range`.
  private mutating func restore(_ range: Range<Int>) {
    mark = Array(email[range])
    email.replaceSubrange(range, with: CollectionOfOne(0x40))
  }

  /// Puts `@` in place of the second of three words; false where there are not three.
  private mutating func restoreBetweenWords() -> Bool {
    let words: (first: Int, second: Int)? = {
      let span = email.span
      guard let first = span.firstIndex(of: 0x20, in: 0..<email.count),
        let second = span.firstIndex(of: 0x20, in: (first + 1)..<email.count),
        span.firstIndex(of: 0x20, in: (second + 1)..<email.count) == nil
      else { return nil }
      return (first, second)
    }()
    guard let (first, second) = words else { return false }
    separator = String(decoding: email[(first + 1)..<second], as: UTF8.self)
    restore(first..<second + 1)
    return true
  }
}

extension Array where Element == UInt8 {
  /// The bytes with every run of white space made one space, and none at the ends.
  func foldingWhiteSpace() -> [UInt8] {
    var folded: [UInt8] = []
    _ = folded.append(foldingWhiteSpaceOf: span, 0..<count)
    return folded
  }

  /// Adds the bytes of `range` with every run of white space made one space, and none at the ends, and
  /// gives their place.
  mutating func append(foldingWhiteSpaceOf bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = count
    let text = bytes.trimmed(range)
    var (copied, index) = (text.lowerBound, text.lowerBound)
    while index < text.upperBound {
      let blank = index
      while bytes[index].isMailSpace { index += 1 }
      if index - blank > 1 || index > blank && bytes[blank] != 0x20 {
        append(bytes, copied..<blank)
        append(0x20)
        copied = index
      }
      index += 1
    }
    append(bytes, copied..<text.upperBound)
    return start..<count
  }
}

extension Span where Element == UInt8 {
  /// The first place of a lower-case ASCII pattern in any case; meant for the text of one field.
  fileprivate func firstIndex(ofAnyCase pattern: [UInt8]) -> Int? {
    guard count >= pattern.count else { return nil }
    for start in 0...(count - pattern.count) {
      var length = 0
      while length < pattern.count, self[start + length].lowercasedASCII == pattern[length] {
        length += 1
      }
      if length == pattern.count { return start }
    }
    return nil
  }
}
