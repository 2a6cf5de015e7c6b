import ArchiveStorage

/// The trained part of claim extraction: weights for choosing claims, and what a claim must be worth.
package struct ClaimModel: Sendable {
  /// Weights of the seven kinds, in the order of `Claim.Kind.allCases`.
  package var weights: FeatureWeights
  package var chooser: SegmentChooser

  package init(weights: FeatureWeights, chooser: SegmentChooser) {
    self.weights = weights
    self.chooser = chooser
  }

  /// The model that ships.
  package static let shipped = ClaimModel(
    weights: FeatureWeights(encoded: ClaimWeights.kinds)
      ?? FeatureWeights(numbers: [], weights: [], classCount: 7, floor: 0),
    chooser: SegmentChooser(thresholds: ClaimWeights.thresholds))

  static let kinds = Claim.Kind.allCases

  /// The claims of one sentence: what was chosen, with its kind and worth.
  package func choices(
    in unit: SentenceUnit, context: UnitContext
  ) -> (candidates: [Candidate], choices: [SegmentChooser.Choice]) {
    let candidates = CandidateCutter().candidates(in: unit)
    guard !candidates.isEmpty else { return ([], []) }
    let features = ClaimFeatures(unit: unit, context: context)
    let kindCount = Self.kinds.count
    var sink = FeatureNumbers()
    features.shared(into: &sink)
    var common = [Float](repeating: 0, count: kindCount)
    for number in sink.numbers { weights.add(number, to: &common, at: 0) }
    var scores: [Float] = []
    scores.reserveCapacity(candidates.count * kindCount)
    for (index, candidate) in candidates.enumerated() {
      sink.removeAll()
      features.own(candidate, into: &sink)
      scores += common
      for number in sink.numbers { weights.add(number, to: &scores, at: index * kindCount) }
    }
    let lattice = SegmentLattice(
      tokenCount: unit.tokens.count, candidates: candidates, kindCount: kindCount, scores: scores)
    let choices = chooser.choose(
      from: candidates, tokenCount: unit.tokens.count,
      probabilities: lattice.marginals().probabilities, kindCount: kindCount)
    return (candidates, choices)
  }

  /// The heaviest reasons for a kind at a candidate, heaviest first: "+1.2 begins with i".
  func reasons(
    for candidate: Candidate, kind: Int, unit: SentenceUnit, context: UnitContext, limit: Int
  ) -> [String] {
    let features = ClaimFeatures(unit: unit, context: context)
    var sink = FeatureWords()
    features.shared(into: &sink)
    features.own(candidate, into: &sink)
    var seen = Set<UInt64>()
    var reasons: [(weight: Float, words: String)] = []
    for feature in sink.features where seen.insert(feature.number).inserted {
      let weight = weights.weight(of: feature.number, for: kind)
      if weight > 0 { reasons.append((weight, feature.words)) }
    }
    reasons.sort { $0.weight == $1.weight ? $0.words < $1.words : $0.weight > $1.weight }
    return reasons.prefix(limit).map { reason in
      let hundredths = Int((reason.weight * 100).rounded())
      let decimals = String(100 + hundredths % 100).dropFirst()
      return "+\(hundredths / 100).\(decimals) \(reason.words)"
    }
  }
}
