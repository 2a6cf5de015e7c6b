/// Which parts of a text its author says in words of their own.
enum OwnWords {
  /// Scalars of the zones in which the author speaks, after the head; neighbours are joined.
  static func ranges(in text: String, after head: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for zone in ZoneCutter().cut(text)
    where zone.kind.isOwnText && zone.range.upperBound > head.upperBound {
      let range = max(zone.range.lowerBound, head.upperBound)..<zone.range.upperBound
      // Zones that only a blank line divides are one run of text.
      if let last = ranges.last, range.lowerBound - last.upperBound <= 3 {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}
