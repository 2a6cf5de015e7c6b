import ArchiveStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers the features that occur often enough to be learnt from.
package struct FeatureIndex: Sendable {
  package private(set) var indices: [UInt64: Int32] = [:]
  package private(set) var numbers: [UInt64] = []

  /// Numbers the features that occur in at least `floor` sentences of the statements.
  init(_ readings: [(layout: StatementLayout, contexts: [UnitContext])], floor: Int) {
    var counts: [UInt64: Int32] = [:]
    for (layout, contexts) in readings {
      for (unit, context) in zip(layout.units, contexts) {
        let features = ClaimFeatures(unit: unit, context: context)
        var sink = FeatureNumbers()
        features.shared(into: &sink)
        for candidate in CandidateCutter().candidates(in: unit) {
          features.own(candidate, into: &sink)
        }
        for number in Set(sink.numbers) { counts[number, default: 0] += 1 }
      }
    }
    numbers = counts.filter { $0.value >= floor }.map(\.key).sorted()
    for (index, number) in numbers.enumerated() { indices[number] = Int32(index) }
  }

  /// Makes the sentences of a statement ready; features without a number are left out.
  func sentences(
    of layout: StatementLayout, contexts: [UnitContext],
    labels: [(range: Range<Int>, kind: Claim.Kind)] = []
  ) -> [LearningSentence] {
    zip(layout.units, contexts).map { unit, context in
      let features = ClaimFeatures(unit: unit, context: context)
      let candidates = CandidateCutter().candidates(in: unit)
      var sink = FeatureNumbers()
      features.shared(into: &sink)
      let shared = sink.numbers.compactMap { indices[$0] }
      var own: [Int32] = []
      var bounds: [Int32] = [0]
      for candidate in candidates {
        sink.removeAll()
        features.own(candidate, into: &sink)
        for number in sink.numbers { if let index = indices[number] { own.append(index) } }
        bounds.append(Int32(own.count))
      }
      return LearningSentence(
        tokenCount: unit.tokens.count, candidates: candidates, shared: shared, own: own,
        bounds: bounds, gold: gold(unit, candidates, labels))
    }
  }

  /// For each label the candidates near it; a label that overlaps one before it is passed over.
  private func gold(
    _ unit: SentenceUnit, _ candidates: [Candidate],
    _ labels: [(range: Range<Int>, kind: Claim.Kind)]
  ) -> [LearningSentence.Gold] {
    var gold: [LearningSentence.Gold] = []
    var taken = 0
    for label in labels where label.range.overlaps(unit.range) {
      let covered = unit.tokens.indices.filter { unit.tokens[$0].range.overlaps(label.range) }
      guard let first = covered.first, let last = covered.last, first >= taken else { continue }
      let span = first..<(last + 1)
      var near: [(index: Int, overlap: Float)] = []
      for (index, candidate) in candidates.enumerated() {
        let overlap = SegmentChooser.overlap(span, candidate.tokens)
        if overlap > 0.5, candidate.tokens.lowerBound >= taken { near.append((index, overlap)) }
      }
      guard let best = near.map(\.overlap).max() else { continue }
      let kept = near.filter { $0.overlap >= best - tolerance }
      gold.append(
        LearningSentence.Gold(
          kind: Claim.Kind.allCases.firstIndex(of: label.kind) ?? 0,
          candidates: kept.map { ($0.index, favour * logf($0.overlap)) }))
      taken = span.upperBound
    }
    return gold
  }

  /// How much farther than the nearest candidate another may be and still stand for the label.
  package var tolerance: Float = 0.2
  /// Steepness of the favour for nearer candidates.
  package var favour: Float = 8
}
