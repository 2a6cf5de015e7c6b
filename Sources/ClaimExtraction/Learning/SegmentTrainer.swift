#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A sentence made ready for learning: its candidates as feature indices, and which of them are claims.
package struct LearningSentence: Sendable {
  package let tokenCount: Int
  package let candidates: [Candidate]
  /// Indices of the features that all candidates share.
  package let shared: [Int32]
  /// Indices of each candidate's own features, one candidate after the other; `bounds` cuts them.
  package let own: [Int32]
  package let bounds: [Int32]
  /// The labelled claims.
  package let gold: [Gold]

  /// A label: its kind, and the candidates near enough to stand for it, with the logarithm of how
  /// much each is favoured.
  package struct Gold: Sendable {
    package let kind: Int
    package let candidates: [(index: Int, favour: Float)]
  }
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
  /// Share of features hidden from each step, so that none is leant on alone.
  package var dropout: Float = 0.4
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
      for index in order { step(sentences[index], salt: generator.next()) }
      // The mean of the later rounds is steadier than the last.
      if round >= rounds / 2 {
        for place in weights.indices { averaged[place] += weights[place] }
        averages += 1
      }
    }
    for place in weights.indices { weights[place] = averaged[place] / averages }
  }

  private mutating func step(_ whole: LearningSentence, salt: UInt64) {
    guard !whole.candidates.isEmpty else { return }
    let sentence = dropout > 0 ? thinned(whole, salt: salt) : whole
    let scale = 1 / (1 - dropout)
    let scores = Self.scores(sentence, weights: weights, kindCount: kindCount).map { $0 * scale }
    let lattice = SegmentLattice(
      tokenCount: sentence.tokenCount, candidates: sentence.candidates, kindCount: kindCount,
      scores: scores)
    var gradient = lattice.marginals().probabilities.map { -$0 }
    for gold in sentence.gold {
      // Each label is one claim, shared among the candidates near it as the model now sees them.
      let parts = gold.candidates.map { scores[$0.index * kindCount + gold.kind] + $0.favour }
      let high = parts.max() ?? 0
      let shares = parts.map { expf($0 - high) }
      let whole = shares.reduce(0, +)
      for (candidate, share) in zip(gold.candidates, shares) {
        gradient[candidate.index * kindCount + gold.kind] += share / whole
      }
    }
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

  /// The sentence without the features that are hidden this time: the same of all its candidates.
  private func thinned(_ sentence: LearningSentence, salt: UInt64) -> LearningSentence {
    let limit = UInt64(dropout * 65_536)
    func isKept(_ feature: Int32) -> Bool {
      Name.mix(salt, UInt64(UInt32(bitPattern: feature))) & 0xFFFF >= limit
    }
    var own: [Int32] = []
    own.reserveCapacity(sentence.own.count)
    var bounds: [Int32] = [0]
    for index in sentence.candidates.indices {
      for place in Int(sentence.bounds[index])..<Int(sentence.bounds[index + 1])
      where isKept(sentence.own[place]) {
        own.append(sentence.own[place])
      }
      bounds.append(Int32(own.count))
    }
    return LearningSentence(
      tokenCount: sentence.tokenCount, candidates: sentence.candidates,
      shared: sentence.shared.filter(isKept), own: own, bounds: bounds, gold: sentence.gold)
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
