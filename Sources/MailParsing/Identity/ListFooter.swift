/// The footer that list software adds to each mail it sends out.
enum ListFooter {
  /// The text in `range` without the footer at its end: a line of at least forty underscores, and no
  /// more than eight short lines after it that name a link or an address.
  static func textRange(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let text = bytes.trimmed(range)
    var lineEnd = text.upperBound
    var namesPlace = false
    for _ in 0..<9 where lineEnd > text.lowerBound {
      let before = bytes.lastIndex(of: 0x0A, in: text.lowerBound..<lineEnd)
      let start = before.map { $0 + 1 } ?? text.lowerBound
      let line = bytes.trimmed(start..<lineEnd)
      if isRule(bytes, line) {
        return namesPlace ? text.lowerBound..<start : range
      }
      guard line.count <= 200 else { return range }
      namesPlace =
        namesPlace || bytes.firstIndex(of: 0x40, in: line) != nil || hasLink(bytes, line)
      lineEnd = max(text.lowerBound, start - 1)
      if start == text.lowerBound { break }
    }
    return range
  }

  private static func isRule(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count >= 40 else { return false }
    for index in line where bytes[index] != 0x5F { return false }
    return true
  }

  private static func hasLink(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while let colon = bytes.firstIndex(of: 0x3A, in: index..<line.upperBound) {
      if bytes.starts(with: "://", at: colon) { return true }
      index = colon + 1
    }
    return false
  }
}
