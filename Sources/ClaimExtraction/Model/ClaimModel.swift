import ArchiveStorage

/// The trained part of claim extraction: weights for choosing claims, and what a claim must be worth.
package struct ClaimModel: Sendable {
  /// Weights of the seven kinds, in the order of `Claim.Kind.allCases`.
  package var weights: FeatureWeights
  package var chooser: SegmentChooser
  /// Weights of who acts, in the order of `Claim.Actor.allCases`.
  package var actors: FeatureWeights
  /// Weights of how much was done, in the order of `Claim.Strength.allCases`.
  package var strengths: FeatureWeights

  package init(
    weights: FeatureWeights, chooser: SegmentChooser, actors: FeatureWeights,
    strengths: FeatureWeights
  ) {
    self.weights = weights
    self.chooser = chooser
    self.actors = actors
    self.strengths = strengths
  }

  /// The model that ships.
  package static let shipped = ClaimModel(
    weights: weights(ClaimWeights.kinds),
    chooser: SegmentChooser(thresholds: ClaimWeights.thresholds),
    actors: weights(ClaimWeights.actors),
    strengths: weights(ClaimWeights.strengths))

  /// The weights of a text of the generated source; none where it was cut, which a test would tell.
  private static func weights(_ text: StaticString) -> FeatureWeights {
    FeatureWeights(WeightText.decode(text)) ?? .none
  }

  static let kinds = Claim.Kind.allCases

  /// The claims of one sentence: what was chosen, with its kind and worth, which is greater than its
  /// kind's threshold by more than `caution`.
  func choices(
    in unit: SentenceUnit, context: UnitContext, caution: Float = 0
  ) -> (candidates: [Candidate], choices: [SegmentChooser.Choice]) {
    let lattice = lattice(of: unit, context: context)
    guard !lattice.candidates.isEmpty else { return ([], []) }
    let choices = chooser.choose(
      from: lattice.candidates, tokenCount: unit.tokens.count,
      probabilities: probabilities(of: lattice, in: unit), kindCount: lattice.kindCount,
      caution: caution)
    return (lattice.candidates, choices)
  }

  /// The probabilities of a sentence's candidates; where ``RareKind`` tells an event or a credential, what
  /// other kinds that look back were given is its, and an ``Aside`` is nothing.
  private func probabilities(of lattice: SegmentLattice, in unit: SentenceUnit) -> [Float] {
    var probabilities = lattice.marginals().probabilities
    if Aside.isPossible(in: unit.tokens) {
      for (index, candidate) in lattice.candidates.enumerated()
      where Aside.isOpened(by: unit.tokens[candidate.tokens]) {
        for kind in 0..<lattice.kindCount { probabilities[index * lattice.kindCount + kind] = 0 }
      }
    }
    guard RareKind.isPossible(in: unit.tokens) else { return probabilities }
    for (index, candidate) in lattice.candidates.enumerated() {
      guard let rare = RareKind.verdict(on: unit.tokens[candidate.tokens]) else { continue }
      var claimed: Float = 0
      for (kind, name) in Self.kinds.enumerated() where name.looksBack {
        claimed += probabilities[index * lattice.kindCount + kind]
        probabilities[index * lattice.kindCount + kind] = 0
      }
      if let kind = Self.kinds.firstIndex(of: rare) {
        probabilities[index * lattice.kindCount + kind] = claimed
      }
    }
    return probabilities
  }

  /// Who acts in a claim.
  func actor(of kind: Claim.Kind, in reading: ClaimReading) -> Claim.Actor {
    if kind == .role, reading.isPostOfAnother { return .other }
    return Claim.Actor.allCases[choice(by: actors, of: kind, in: reading)]
  }

  /// How much of a contribution is claimed.
  func strength(in reading: ClaimReading) -> Claim.Strength {
    Claim.Strength.allCases[choice(by: strengths, of: .contribution, in: reading)]
  }

  private func choice(
    by weights: FeatureWeights, of kind: Claim.Kind, in reading: ClaimReading
  ) -> Int {
    var sink = FeatureNumbers()
    reading.features(of: kind, into: &sink)
    let sum = weights.sum(of: sink.numbers)
    return (0..<weights.classCount).max { sum[$0] < sum[$1] } ?? 0
  }

  private func lattice(of unit: SentenceUnit, context: UnitContext) -> SegmentLattice {
    let candidates = CandidateCutter().candidates(in: unit)
    let kindCount = Self.kinds.count
    var scores: [Float] = []
    if !candidates.isEmpty {
      let features = ClaimFeatures(unit: unit, context: context)
      var sink = FeatureNumbers()
      features.shared(into: &sink)
      let common = weights.sum(of: sink.numbers)
      let words = WordSums(features, for: candidates, weights: weights)
      scores.reserveCapacity(candidates.count * kindCount)
      for candidate in candidates {
        sink.removeAll()
        features.addForm(of: candidate.tokens, to: &sink)
        let steps = words.steps(of: candidate.tokens) + weights.steps(of: sink.numbers)
        let sum = common + steps * weights.step
        for kind in 0..<kindCount { scores.append(sum[kind]) }
      }
    }
    return SegmentLattice(
      tokenCount: unit.tokens.count, candidates: candidates, kindCount: kindCount, scores: scores)
  }

  /// The heaviest reasons for a kind at a candidate, heaviest first: "+1.2 begins with i".
  func reasons(
    for candidate: Candidate, kind: Int, unit: SentenceUnit, context: UnitContext, limit: Int
  ) -> [String] {
    let features = ClaimFeatures(unit: unit, context: context)
    var sink = FeatureReasons(weights: weights, kind: kind)
    features.shared(into: &sink)
    features.own(candidate, into: &sink)
    let reasons = sink.reasons.sorted {
      $0.weight == $1.weight ? $0.words < $1.words : $0.weight > $1.weight
    }
    return reasons.prefix(limit).map { reason in
      let hundredths = Int((reason.weight * 100).rounded())
      let decimals = String(100 + hundredths % 100).dropFirst()
      return "+\(hundredths / 100).\(decimals) \(reason.words)"
    }
  }
}

extension Claim.Kind {
  /// Whether it tells of what was or is, rather than of an office sought or a plan.
  fileprivate var looksBack: Bool { self != .candidacy && self != .intent }
}
