/// Cuts a plain body into labelled zones, so that quotations, signatures, footers, patches, logs and
/// code never speak for the author.
public struct ZoneCutter: Sendable {
  private let model: ChainModel

  /// Makes a cutter that goes by the shipped weights. The first one reads them (a few milliseconds);
  /// all share them, and one cutter serves any number of bodies.
  public init() { model = Self.shippedModel }

  /// Makes a cutter that goes by other weights.
  package init(model: ChainModel) { self.model = model }

  private static let shippedModel = ChainModel(bytes: WeightText.decode(ZoneWeights.text))

  /// The zones of a body, in order and without overlap; blank lines lie in none of them.
  ///
  /// Lines of one kind with no blank line between them are one zone. Linear in the text.
  public func cut(_ text: String) -> [Zone] {
    let features = ZoneFeatures(of: text)
    var zones: [Zone] = []
    let path = model.bestPath(
      features: features.buckets, ends: features.ends, joints: features.joints)
    for (index, code) in path.enumerated() {
      let kind = Zone.Kind(code: code) ?? .paragraph
      let line = features.lines[index]
      if features.joints[index] == 0, let last = zones.last, last.kind == kind {
        zones[zones.count - 1].range = last.range.lowerBound..<line.upperBound
      } else {
        zones.append(Zone(kind: kind, range: line))
      }
    }
    return zones
  }

  /// The zones of a body in which its author speaks; see ``Zone/Kind/isOwnText``.
  public func ownText(of text: String) -> [Zone] {
    cut(text).filter(\.kind.isOwnText)
  }
}
