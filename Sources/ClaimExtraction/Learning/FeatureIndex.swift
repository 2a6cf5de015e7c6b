package import ArchiveStorage

/// Numbers the features that occur often enough to be learnt from.
package struct FeatureIndex: Sendable {
  package private(set) var indices: [UInt64: Int32] = [:]
  package private(set) var numbers: [UInt64] = []

  /// Numbers the features that occur in at least `floor` sentences of the statements.
  package init(_ layouts: [StatementLayout], floor: Int) {
    var counts: [UInt64: Int32] = [:]
    for layout in layouts {
      let contexts = layout.contexts()
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
  package func sentences(
    of layout: StatementLayout, labels: [(range: Range<Int>, kind: Claim.Kind)] = []
  ) -> [LearningSentence] {
    zip(layout.units, layout.contexts()).map { unit, context in
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

  /// The candidate nearest to each label, where one is near and overlaps none taken before.
  private func gold(
    _ unit: SentenceUnit, _ candidates: [Candidate],
    _ labels: [(range: Range<Int>, kind: Claim.Kind)]
  ) -> [(candidate: Int, kind: Int)] {
    var gold: [(candidate: Int, kind: Int)] = []
    var taken = 0
    for label in labels where label.range.overlaps(unit.range) {
      let covered = unit.tokens.indices.filter { unit.tokens[$0].range.overlaps(label.range) }
      guard let first = covered.first, let last = covered.last else { continue }
      let span = first..<(last + 1)
      var best: (index: Int, overlap: Float) = (-1, 0.5)
      for (index, candidate) in candidates.enumerated() where candidate.tokens.lowerBound >= taken {
        let overlap = SegmentChooser.overlap(span, candidate.tokens)
        if overlap > best.overlap { best = (index, overlap) }
      }
      guard best.index >= 0 else { continue }
      gold.append((best.index, Claim.Kind.allCases.firstIndex(of: label.kind) ?? 0))
      taken = candidates[best.index].tokens.upperBound
    }
    return gold
  }
}
