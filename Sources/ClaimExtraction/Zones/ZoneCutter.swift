/// Cuts a plain body into labelled zones, so that quotations, signatures, footers, patches, logs and
/// code never speak for the author.
public struct ZoneCutter: Sendable {
  /// Makes a cutter; it holds no state, and one serves any number of bodies.
  public init() {}

  /// The zones of a body, in order and without overlap; blank lines lie in none of them.
  ///
  /// Lines of one kind with no blank line between them are one zone. Linear in the text.
  public func cut(_ text: String) -> [Zone] {
    let body = Body(text)
    let places = LinePlace.places(of: body)
    let kinds = ZoneRules.impressions(of: body, places)
    var zones: [Zone] = []
    for (line, kind) in zip(body.lines, kinds) {
      if line.blankLinesBefore == 0, let last = zones.last, last.kind == kind {
        zones[zones.count - 1].range = last.range.lowerBound..<line.scalars.upperBound
      } else {
        zones.append(Zone(kind: kind, range: line.scalars))
      }
    }
    return zones
  }

  /// The zones of a body in which its author speaks; see ``Zone/Kind/isOwnText``.
  public func ownText(of text: String) -> [Zone] {
    cut(text).filter(\.kind.isOwnText)
  }
}
