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

  /// The labelled kind that covers most of each of some ranges, which are in order; a paragraph where
  /// no label touches one.
  func kind(ofEach lines: [Range<Int>]) -> [Zone.Kind] { Self.kinds(ofEach: lines, labels) }

  /// A line that is not blank, and what it was labelled and predicted to be.
  struct ComparedLine: Sendable {
    var text: String
    var labelled: Zone.Kind
    var predicted: Zone.Kind
  }

  /// Compares labels and prediction line by line, lines by line feed, blank ones left out.
  func comparison(with zones: [Zone]) -> [ComparedLine] {
    var lines: [Range<Int>] = []
    var texts: [String] = []
    var start = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.allSatisfy(\.properties.isWhitespace) {
        lines.append(start..<(start + line.count))
        texts.append(String(line))
      }
      start += line.count + 1
    }
    let labelled = kind(ofEach: lines)
    let predicted = Self.kinds(ofEach: lines, zones.map { ($0.range, $0.kind) })
    return lines.indices.map { index in
      ComparedLine(text: texts[index], labelled: labelled[index], predicted: predicted[index])
    }
  }

  private static func kinds(
    ofEach lines: [Range<Int>], _ zones: [(range: Range<Int>, kind: Zone.Kind)]
  ) -> [Zone.Kind] {
    var zone = zones.startIndex
    return lines.map { line in
      while zone < zones.endIndex, zones[zone].range.upperBound <= line.lowerBound { zone += 1 }
      var best: (kind: Zone.Kind, overlap: Int)?
      for candidate in zones[zone...].prefix(while: { $0.range.lowerBound < line.upperBound }) {
        let overlap = candidate.range.clamped(to: line).count
        if overlap > best?.overlap ?? 0 { best = (candidate.kind, overlap) }
      }
      return best?.kind ?? .paragraph
    }
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
