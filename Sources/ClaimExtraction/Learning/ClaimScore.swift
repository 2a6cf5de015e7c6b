package import ArchiveStorage

/// How well found claims agree with labelled ones: two are the same when the words they share are at
/// least half of the words they cover together, paired one to one, best overlap first.
package struct ClaimScore: Sendable {
  package private(set) var labelled = 0
  package private(set) var found = 0
  package private(set) var spans = 0
  package private(set) var kinds = 0
  package private(set) var actors = 0
  package private(set) var strengths = 0
  package private(set) var contributions = 0
  /// Labelled, found and equal by kind.
  package private(set) var byKind: [Claim.Kind: (labelled: Int, found: Int, equal: Int)] = [:]

  package init() {}

  /// Adds one statement.
  package mutating func add(_ statement: LabelledStatement, found claims: [Claim]) {
    let words = Self.wordIndices(statement.text)
    let gold = statement.ranges.map {
      $0.map { words[$0.lowerBound]..<(words[$0.upperBound - 1] + 1) }
    }
    let mine = claims.map { words[$0.range.lowerBound]..<(words[$0.range.upperBound - 1] + 1) }
    labelled += gold.count
    found += mine.count
    for label in statement.labels { byKind[label.kind, default: (0, 0, 0)].labelled += 1 }
    for claim in claims { byKind[claim.kind, default: (0, 0, 0)].found += 1 }
    for (label, claim) in pair(gold, mine, where: { _, _ in true }) {
      spans += 1
      if statement.labels[label].actor == claims[claim].actor { actors += 1 }
    }
    let sameKind = { statement.labels[$0].kind == claims[$1].kind }
    for (label, claim) in pair(gold, mine, where: sameKind) {
      kinds += 1
      byKind[claims[claim].kind, default: (0, 0, 0)].equal += 1
      guard claims[claim].kind == .contribution else { continue }
      contributions += 1
      if statement.labels[label].strength == claims[claim].strength { strengths += 1 }
    }
  }

  private func pair(
    _ gold: [Range<Int>?], _ mine: [Range<Int>], where isAllowed: (Int, Int) -> Bool
  ) -> [(Int, Int)] {
    var pairs: [(overlap: Float, gold: Int, mine: Int)] = []
    for (index, one) in gold.enumerated() {
      guard let one else { continue }
      for (other, range) in mine.enumerated() where isAllowed(index, other) {
        let overlap = SegmentChooser.overlap(one, range)
        if overlap >= 0.5 { pairs.append((overlap, index, other)) }
      }
    }
    pairs.sort { ($0.overlap, $0.gold, $0.mine) > ($1.overlap, $1.gold, $1.mine) }
    var (seenGold, seenMine) = (Set<Int>(), Set<Int>())
    return pairs.compactMap { pair in
      guard !seenGold.contains(pair.gold), !seenMine.contains(pair.mine) else { return nil }
      seenGold.insert(pair.gold)
      seenMine.insert(pair.mine)
      return (pair.gold, pair.mine)
    }
  }

  /// For each scalar the index of its word.
  private static func wordIndices(_ text: ScalarText) -> [Int] {
    var index = -1
    var wasSpace = true
    return text.scalars.map { scalar in
      if wasSpace, !scalar.isSpace { index += 1 }
      wasSpace = scalar.isSpace
      return max(index, 0)
    }
  }

  private static func f1(_ equal: Int, _ labelled: Int, _ found: Int) -> Double {
    labelled + found == 0 ? 0 : 2 * Double(equal) / Double(labelled + found)
  }

  package var kindF1: Double { Self.f1(kinds, labelled, found) }
  package var spanF1: Double { Self.f1(spans, labelled, found) }

  /// The figures in lines.
  package var summary: String {
    func percent(_ part: Int, _ whole: Int) -> String {
      rounded(whole == 0 ? 0 : Double(part) / Double(whole))
    }
    func rounded(_ value: Double) -> String {
      let thousandths = Int((value * 1000).rounded())
      return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
    }
    var lines = [
      "kind F1 \(rounded(kindF1))  precision \(percent(kinds, found))  recall \(percent(kinds, labelled))  "
        + "span F1 \(rounded(spanF1))  actor \(percent(actors, spans))  strength \(percent(strengths, contributions))"
    ]
    lines += Claim.Kind.allCases.map { kind in
      let (labelled, found, equal) = byKind[kind] ?? (0, 0, 0)
      return
        "  \(kind.rawValue): \(rounded(Self.f1(equal, labelled, found)))  labelled \(labelled)  found \(found)"
    }
    return lines.joined(separator: "\n")
  }
}
