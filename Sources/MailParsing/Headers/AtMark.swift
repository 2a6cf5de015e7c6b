/// What people and archivers write for the `@` of an address in a header field.
enum AtMark {
  private static let marks: [StaticString] = [
    " at ", " -at- ", "-at-", " (at) ", " [at] ", "[at]", "%40",
  ]

  /// Where the mark stands in `range`, a word before it and a domain with a dot after it; nil where
  /// there is a plain `@` or no mark.
  static func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard bytes.firstIndex(of: 0x40, in: range) == nil else { return nil }
    for index in range {
      switch bytes[index] {
      case 0x20, 0x2D, 0x5B, 0x25:
        for mark in marks where bytes.startsIgnoringCase(with: mark, at: index) {
          let end = index + mark.utf8CodeUnitCount
          guard index > range.lowerBound, end < range.upperBound,
            bytes.firstIndex(of: 0x2E, in: end..<range.upperBound) != nil
          else { continue }
          return index..<end
        }
      default: break
      }
    }
    return nil
  }

  /// Adds the addr-spec of `range` to `output` with its mark made `@` and without spaces, and returns
  /// whether there was a mark. What an archiver put in a domain's place (`x@y.domain.name.hidden`) goes.
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Bool
  {
    var range = bytes.trimmed(range)
    let hidden: StaticString = ".domain.name.hidden"
    let kept = range.upperBound - hidden.utf8CodeUnitCount
    let isHidden = kept > range.lowerBound && bytes.startsIgnoringCase(with: hidden, at: kept)
    if isHidden { range = range.lowerBound..<kept }
    let mark = find(bytes, range)
    var isQuoted = false
    for index in range where bytes[index] > 0x20 || (isQuoted && bytes[index] == 0x20) {
      if bytes[index] == 0x22 { isQuoted.toggle() }
      if let mark, mark.contains(index) {
        if index == mark.upperBound - 1
          || bytes[mark.upperBound - 1] == 0x20 && index == mark.upperBound - 2
        {
          output.append(0x40)
        }
      } else {
        output.append(bytes[index])
      }
    }
    return mark != nil || isHidden
  }
}
