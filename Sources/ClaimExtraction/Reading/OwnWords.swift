/// Which parts of a text its author says in words of their own.
enum OwnWords {
  /// Scalars of the zones in which the author speaks, after the head; neighbours are joined.
  ///
  /// Below a mail that is passed on or answered without quotation marks all is another's: what stands
  /// under its header is left out to the end.
  static func ranges(in text: String, after head: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let zones = ZoneCutter().cut(text).filter { $0.range.upperBound > head.upperBound }
    var isOpening = true
    for (index, zone) in zones.enumerated() {
      if opensAnother(zones, at: index) { break }
      // What looks like a signature before all else is the front matter of a candidate's page.
      let isFrontMatter = isOpening && zone.kind == .personalSignature
      isOpening = isOpening && (isFrontMatter || zone.kind == .visualSeparator)
      guard zone.kind.isOwnText || isFrontMatter else { continue }
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

  /// Whether a mail's header stands here with its text unquoted below: fields under a marker
  /// ("-----Original Message-----"), or under words of the author's own.
  private static func opensAnother(_ zones: [Zone], at index: Int) -> Bool {
    guard zones[index].kind == .inlineHeaders else { return false }
    guard index > 0 else { return false }
    let rest = zones[(index + 1)...]
    return !rest.contains { $0.kind == .quotation } && rest.contains { $0.kind.isOwnText }
  }
}
