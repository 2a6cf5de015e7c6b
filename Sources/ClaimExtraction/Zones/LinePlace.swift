/// Where a line stands in its body: what lies around it, above it and below it.
struct LinePlace {
  /// The line's part in a patch.
  var patch = PatchTracker.Place.outside
  /// Blocks are lines without a blank one between them. How many blocks come before this line's, and
  /// how many after.
  var blocksBefore = 0
  var blocksAfter = 0
  /// How many lines of the block come before this one, and how many after.
  var linesBefore = 0
  var linesAfter = 0
  /// How many unquoted lines have passed since the last signature delimiter, and since the last rule
  /// or other row of marks; nil where there was none.
  var sinceDelimiter: Int?
  var sinceRule: Int?
  /// Whether a quoted line stands anywhere above, and anywhere below.
  var hasQuoteAbove = false
  var hasQuoteBelow = false
  /// How many unquoted lines stand above, and how many below.
  var ownLinesAbove = 0
  var ownLinesBelow = 0

  /// The places of a body's lines, in their order. Linear in their number.
  static func places(of body: Body) -> [LinePlace] {
    var places = Array(repeating: LinePlace(), count: body.lines.count)
    var tracker = PatchTracker()
    var place = LinePlace()
    for (index, line) in body.lines.enumerated() {
      place.patch = tracker.advance(to: line, in: body.bytes.span)
      if index > 0 {
        if line.blankLinesBefore > 0 {
          place.blocksBefore += 1
          place.linesBefore = 0
        } else {
          place.linesBefore += 1
        }
      }
      places[index] = place
      if line.isQuoted {
        place.hasQuoteAbove = true
        place.sinceDelimiter = nil
        place.sinceRule = nil
      } else {
        place.ownLinesAbove += 1
        place.sinceDelimiter =
          line.look == .signatureDelimiter ? 0 : place.sinceDelimiter.map { $0 + 1 }
        let isRule = line.look == .rule && place.patch == .outside
        place.sinceRule = isRule ? 0 : place.sinceRule.map { $0 + 1 }
      }
    }
    lookBack(over: body, &places)
    return places
  }

  private static func lookBack(over body: Body, _ places: inout [LinePlace]) {
    var blocksAfter = 0
    var linesAfter = 0
    var hasQuoteBelow = false
    var ownLinesBelow = 0
    for index in body.lines.indices.reversed() {
      if index + 1 < body.lines.count {
        if body.lines[index + 1].blankLinesBefore > 0 {
          blocksAfter += 1
          linesAfter = 0
        } else {
          linesAfter += 1
        }
      }
      places[index].blocksAfter = blocksAfter
      places[index].linesAfter = linesAfter
      places[index].hasQuoteBelow = hasQuoteBelow
      places[index].ownLinesBelow = ownLinesBelow
      if body.lines[index].isQuoted { hasQuoteBelow = true } else { ownLinesBelow += 1 }
    }
  }
}
