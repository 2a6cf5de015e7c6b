/// What people and archivers write for the `@` and the dots of an address in a header field.
enum AtMark {
  /// Where the mark stands in `range`, a word before it and a domain with a dot after it; nil where
  /// there is a plain `@` or no mark. Linear in `range`.
  static func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard bytes.firstIndex(of: 0x40, in: range) == nil,
      let dot = [bytes.lastIndex(of: 0x2E, in: range), dots(bytes, range).last?.lowerBound]
        .compactMap({ $0 }).max()
    else { return nil }
    for index in range.lowerBound..<dot {
      let mark: Range<Int>? =
        switch bytes[index] {
        case 0x41, 0x61: word("at", bytes, at: index, in: range)
        case 0x25: sign("%40", bytes, at: index, in: range)
        case 0xEF: sign("＠", bytes, at: index, in: range)
        default: nil
        }
      if let mark, mark.upperBound <= dot { return mark }
    }
    return nil
  }

  /// The mark that the word at `index` is, which is lower-case ASCII: between brackets, hyphens, underscores
  /// or blanks, further blanks with it; nil where it is a word like others, or has nothing before or after it.
  private static func word(
    _ word: StaticString, _ bytes: Span<UInt8>, at index: Int, in range: Range<Int>
  ) -> Range<Int>? {
    var (start, end) = (index - 1, index + word.utf8CodeUnitCount + 1)
    guard start >= range.lowerBound, end <= range.upperBound,
      bytes.startsIgnoringCase(with: word, at: index)
    else { return nil }
    switch (bytes[start], bytes[end - 1]) {
    case (0x20, 0x20), (0x2D, 0x2D), (0x5F, 0x5F): break
    case let (open, close): guard areBrackets(open, close) else { return nil }
    }
    func takeBlanks() {
      while start > range.lowerBound, bytes[start - 1].isMailSpace { start -= 1 }
      while end < range.upperBound, bytes[end].isMailSpace { end += 1 }
    }
    takeBlanks()
    if bytes[start].isMailSpace, start > range.lowerBound, end < range.upperBound,
      areBrackets(bytes[start - 1], bytes[end])
    {
      (start, end) = (start - 1, end + 1)
      takeBlanks()
    }
    return start > range.lowerBound && end < range.upperBound ? start..<end : nil
  }

  private static func areBrackets(_ open: UInt8, _ close: UInt8) -> Bool {
    open == 0x28 && close == 0x29 || (open == 0x5B || open == 0x7B) && close == open + 2
  }

  /// The mark that a sign at `index` is, which needs nothing around it.
  private static func sign(
    _ sign: StaticString, _ bytes: Span<UInt8>, at index: Int, in range: Range<Int>
  ) -> Range<Int>? {
    let end = index + sign.utf8CodeUnitCount
    guard index > range.lowerBound, end < range.upperBound, bytes.starts(with: sign, at: index)
    else { return nil }
    return index..<end
  }

  /// Where words stand for the dots of `range`.
  private static func dots(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var dots: [Range<Int>] = []
    for index in range where bytes[index] | 0x20 == 0x64 {
      if let dot = word("dot", bytes, at: index, in: range),
        dot.lowerBound >= dots.last?.upperBound ?? 0
      {
        dots.append(dot)
      }
    }
    return dots
  }

  /// What `text` writes for the `@` of an address that is known; nil where it shows the address plainly or
  /// not at all.
  static func mark(for address: Span<UInt8>, in text: [UInt8]) -> [UInt8]? {
    guard let at = address.lastIndex(of: 0x40, in: 0..<address.count) else { return nil }
    let local = (0..<at).map { address[$0] }
    let domain = (at + 1..<address.count).map { address[$0] }
    guard !local.isEmpty, !domain.isEmpty,
      let start = text.span.firstIndex(of: local, in: 0..<text.count).map({ $0 + local.count }),
      let end = text.span.firstIndex(of: domain, in: start..<text.count),
      (1...longestMark).contains(end - start), text[start] != 0x40
    else { return nil }
    return Array(text[start..<end])
  }

  /// ` [ at ] `, and a word of any language.
  private static let longestMark = 16

  /// Adds the addr-spec of `range` to `output` with its mark made `@` and without spaces, and returns
  /// whether there was a mark. Dots that are words are restored where the domain has no other. What an
  /// archiver put in a domain's place (`x@y.domain.name.hidden`) goes.
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Bool
  {
    var range = bytes.trimmed(range)
    let hidden: StaticString = ".domain.name.hidden"
    let kept = range.upperBound - hidden.utf8CodeUnitCount
    let isHidden = kept > range.lowerBound && bytes.startsIgnoringCase(with: hidden, at: kept)
    if isHidden { range = range.lowerBound..<kept }
    guard let mark = find(bytes, range) else {
      appendWithoutSpaces(bytes, range, into: &output)
      return isHidden
    }
    let domain = mark.upperBound..<range.upperBound
    let (before, after) =
      bytes.firstIndex(of: 0x2E, in: domain) != nil
      ? ([], []) : (dots(bytes, range.lowerBound..<mark.lowerBound), dots(bytes, domain))
    var copied = range.lowerBound
    for (place, sign) in before.map({ ($0, 0x2E) }) + [(mark, 0x40)] + after.map({ ($0, 0x2E) }) {
      appendWithoutSpaces(bytes, copied..<place.lowerBound, into: &output)
      output.append(UInt8(sign))
      copied = place.upperBound
    }
    appendWithoutSpaces(bytes, copied..<range.upperBound, into: &output)
    return true
  }

  /// Adds what stands in `range`, spaces left out but those between quotes.
  private static func appendWithoutSpaces(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) {
    var isQuoted = false
    for index in range where bytes[index] > 0x20 || (isQuoted && bytes[index] == 0x20) {
      if bytes[index] == 0x22 { isQuoted.toggle() }
      output.append(bytes[index])
    }
  }
}
