/// A sentence made ready for learning: its candidates as feature indices, and which of them are claims.
package struct LearningSentence: Sendable {
  package let tokenCount: Int
  package let candidates: [Candidate]
  /// Indices of the features that all candidates share.
  package let shared: [Int32]
  /// Indices of each candidate's own features, one candidate after the other; `bounds` cuts them.
  package let own: [Int32]
  package let bounds: [Int32]
  /// Which candidates are claims, and of which kind.
  package let gold: [(candidate: Int, kind: Int)]
}

/// Learns the weights of a semi-Markov model by following the gradient of the labels' likelihood,
/// sentence by sentence, each weight at its own pace (AdaGrad; Duchi and others, 2011).
///
/// The same input and seed give the same weights.
package struct SegmentTrainer {
  package var rounds = 12
  package var rate: Float = 0.15
  /// Pull of every weight towards nought, for each sentence in which it takes part.
  package var decay: Float = 2e-4
  package var seed: UInt64 = 1
  package let kindCount: Int
  package let featureCount: Int
  package private(set) var weights: [Float]
  private var squares: [Float]
  private var sums: [Float]

  package init(kindCount: Int, featureCount: Int) {
    self.kindCount = kindCount
    self.featureCount = featureCount
    self.weights = [Float](repeating: 0, count: featureCount * kindCount)
    self.squares = [Float](repeating: 1e-2, count: featureCount * kindCount)
    self.sums = []
  }

  /// Scores of a sentence's candidates, laid out by candidate and kind.
  package static func scores(
    _ sentence: LearningSentence, weights: [Float], kindCount: Int
  ) -> [Float] {
    var common = [Float](repeating: 0, count: kindCount)
    for feature in sentence.shared {
      for kind in 0..<kindCount { common[kind] += weights[Int(feature) * kindCount + kind] }
    }
    var scores = [Float](repeating: 0, count: sentence.candidates.count * kindCount)
    for index in sentence.candidates.indices {
      let base = index * kindCount
      for kind in 0..<kindCount { scores[base + kind] = common[kind] }
      for place in Int(sentence.bounds[index])..<Int(sentence.bounds[index + 1]) {
        let row = Int(sentence.own[place]) * kindCount
        for kind in 0..<kindCount { scores[base + kind] += weights[row + kind] }
      }
    }
    return scores
  }

  /// Learns from the sentences; time is rounds times sentences times candidates times features.
  package mutating func learn(_ sentences: [LearningSentence]) {
    var order = Array(sentences.indices)
    var generator = SplitMix(seed)
    var averaged = [Float](repeating: 0, count: weights.count)
    var averages: Float = 0
    for round in 0..<rounds {
      order.shuffle(using: &generator)
      for index in order { step(sentences[index]) }
      // The mean of the later rounds is steadier than the last.
      if round >= rounds / 2 {
        for place in weights.indices { averaged[place] += weights[place] }
        averages += 1
      }
    }
    for place in weights.indices { weights[place] = averaged[place] / averages }
  }

  private mutating func step(_ sentence: LearningSentence) {
    guard !sentence.candidates.isEmpty else { return }
    let lattice = SegmentLattice(
      tokenCount: sentence.tokenCount, candidates: sentence.candidates, kindCount: kindCount,
      scores: Self.scores(sentence, weights: weights, kindCount: kindCount))
    var gradient = lattice.marginals().probabilities.map { -$0 }
    for (candidate, kind) in sentence.gold { gradient[candidate * kindCount + kind] += 1 }
    var common = [Float](repeating: 0, count: kindCount)
    for index in sentence.candidates.indices {
      for kind in 0..<kindCount {
        let slope = gradient[index * kindCount + kind]
        guard abs(slope) > 1e-3 else { continue }
        common[kind] += slope
        for place in Int(sentence.bounds[index])..<Int(sentence.bounds[index + 1]) {
          move(Int(sentence.own[place]) * kindCount + kind, by: slope)
        }
      }
    }
    for kind in 0..<kindCount where abs(common[kind]) > 1e-3 {
      for feature in sentence.shared { move(Int(feature) * kindCount + kind, by: common[kind]) }
    }
  }

  @inline(__always)
  private mutating func move(_ place: Int, by slope: Float) {
    let slope = slope - decay * weights[place]
    squares[place] += slope * slope
    weights[place] += rate * slope / squares[place].squareRoot()
  }
}

/// A small generator with a stated seed (S. Vigna, "splitmix64").
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  package init(_ seed: UInt64) { state = seed }
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
