import ClaimExtraction
import Foundation

/// A mail body whose zones people have labelled.
struct LabelledBody: Sendable {
  /// The body.
  var text: String
  /// The labelled zones as Unicode scalar offsets, in order of place.
  var labels: [(range: Range<Int>, kind: Zone.Kind)]

  /// Reads a file of one JSON object a line: `{"text": …, "labels": [[start, end, kind], …]}`.
  static func read(_ url: URL) throws -> [LabelledBody] {
    try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n")
      .map { try JSONDecoder().decode(LabelledBody.self, from: Data($0.utf8)) }
  }

  /// The kind that covers most of each line, lines by line feed, nil for a blank line and for one
  /// that no label touches.
  func kindOfEachLine() -> [Zone.Kind?] { Self.kinds(of: text, labels) }

  /// The same for any zones of this text.
  func kindOfEachLine(in zones: [Zone]) -> [Zone.Kind?] {
    Self.kinds(of: text, zones.map { ($0.range, $0.kind) })
  }

  private static func kinds(
    of text: String, _ zones: [(range: Range<Int>, kind: Zone.Kind)]
  ) -> [Zone.Kind?] {
    var kinds: [Zone.Kind?] = []
    var start = 0
    var zone = zones.startIndex
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let range = start..<(start + line.count)
      start = range.upperBound + 1
      while zone < zones.endIndex, zones[zone].range.upperBound <= range.lowerBound { zone += 1 }
      var best: (Zone.Kind, Int)?
      var candidate = zone
      while candidate < zones.endIndex, zones[candidate].range.lowerBound < range.upperBound {
        let overlap = zones[candidate].range.clamped(to: range).count
        if overlap > best?.1 ?? 0 { best = (zones[candidate].kind, overlap) }
        candidate += 1
      }
      kinds.append(line.allSatisfy(\.properties.isWhitespace) ? nil : best?.0)
    }
    return kinds
  }
}

extension LabelledBody: Decodable {
  private enum CodingKeys: CodingKey {
    case text, labels
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    text = try object.decode(String.self, forKey: .text)
    labels = []
    var list = try object.nestedUnkeyedContainer(forKey: .labels)
    while !list.isAtEnd {
      var label = try list.nestedUnkeyedContainer()
      let start = try label.decode(Int.self)
      let end = try label.decode(Int.self)
      let word = try label.decode(String.self)
      guard start <= end, let kind = Zone.Kind(rawValue: word) else {
        throw DecodingError.dataCorruptedError(
          in: label, debugDescription: "no zone: [\(start), \(end), \(word)]")
      }
      labels.append((start..<end, kind))
    }
    labels.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}
