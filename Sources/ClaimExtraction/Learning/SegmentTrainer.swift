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
  /// Pace of the weights of kinds, and of all that belongs to the hidden units.
  package var rate: Float = 0.05
  package var hiddenRate: Float = 0.01
  /// Pull of every weight towards nought, for each sentence in which it takes part.
  package var decay: Float = 2e-4
  package var seed: UInt64 = 1
  /// Share of features, and of hidden units, hidden from each step, so that none is leant on alone.
  package var dropout: Float = 0.45
  package var hiddenDropout: Float = 0.3
  package let kindCount: Int
  /// What is learnt, and the squares of all its steps so far.
  package private(set) var weights: Weights
  private var squares: Weights

  /// The rows of all features, as ``KindWeights`` has them, and the hidden layer.
  package struct Weights: Sendable {
    package var rows: [SIMD16<Float>]
    package var hidden: HiddenLayer

    /// Adds another's weights, `share` of each.
    package mutating func add(_ other: Weights, share: Float) {
      for place in rows.indices { rows[place] += other.rows[place] * share }
      hidden.biases += other.hidden.biases * share
      for unit in hidden.pulls.indices { hidden.pulls[unit] += other.hidden.pulls[unit] * share }
    }

    /// Weights that are all one number.
    package init(all value: Float, featureCount: Int) {
      rows = Array(repeating: SIMD16(repeating: value), count: featureCount)
      hidden = HiddenLayer(
        biases: SIMD8(repeating: value),
        pulls: Array(repeating: SIMD8(repeating: value), count: HiddenLayer.unitCount))
    }
  }

  package init(kindCount: Int, featureCount: Int) {
    self.kindCount = kindCount
    self.weights = Weights(all: 0, featureCount: featureCount)
    self.squares = Weights(all: 1e-2, featureCount: featureCount)
    // Units that begin alike would stay alike; all trainers begin with the same, so that the mean of what
    // they learn makes sense.
    var generator = SplitMix(777)
    for unit in 0..<HiddenLayer.unitCount {
      weights.hidden.biases[unit] = Float.random(in: -0.1...0.1, using: &generator)
      for kind in 0..<kindCount {
        weights.hidden.pulls[unit][kind] = Float.random(in: -0.3...0.3, using: &generator)
      }
    }
  }

  /// Learns from the sentences; time is rounds times sentences times candidates times features.
  package mutating func learn(_ sentences: [LearningSentence]) {
    var order = Array(sentences.indices)
    var generator = SplitMix(seed)
    var mean = Weights(all: 0, featureCount: weights.rows.count)
    for round in 0..<rounds {
      order.shuffle(using: &generator)
      for index in order { step(sentences[index], salt: generator.next()) }
      // The mean of the later rounds is steadier than the last.
      if round >= rounds / 2 { mean.add(weights, share: 1 / Float(rounds - rounds / 2)) }
    }
    weights = mean
  }

  private mutating func step(_ whole: LearningSentence, salt: UInt64) {
    guard !whole.candidates.isEmpty else { return }
    let sentence = thinned(whole, salt: salt)
    let live = liveUnits(salt: salt)
    var answers: [SIMD8<Float>] = []
    var scores: [Float] = []
    scores.reserveCapacity(sentence.candidates.count * kindCount)
    for sum in sums(of: sentence) {
      let answer = weights.hidden.answers(to: sum.highHalf)
      answers.append(answer)
      let ofKinds = sum.lowHalf + weights.hidden.pull(of: answer * live)
      for kind in 0..<kindCount { scores.append(ofKinds[kind]) }
    }
    let slopes = slopes(of: sentence, scores: scores)
    var ofBiases = SIMD8<Float>()
    var ofPulls = [SIMD8<Float>](repeating: SIMD8(), count: HiddenLayer.unitCount)
    var common = SIMD16<Float>()
    for index in sentence.candidates.indices {
      var slope = SIMD8<Float>()
      var isFlat = true
      for kind in 0..<kindCount {
        slope[kind] = slopes[index * kindCount + kind]
        isFlat = isFlat && abs(slope[kind]) <= 1e-3
      }
      if isFlat { continue }
      var bends = live * HiddenLayer.slopes(at: answers[index])
      for unit in 0..<HiddenLayer.unitCount {
        ofPulls[unit] += answers[index][unit] * live[unit] * slope
        bends[unit] *= (slope * weights.hidden.pulls[unit]).sum()
      }
      ofBiases += bends
      let all = SIMD16(lowHalf: slope, highHalf: bends)
      common += all
      for place in Int(sentence.bounds[index])..<Int(sentence.bounds[index + 1]) {
        move(row: Int(sentence.own[place]), by: all)
      }
    }
    for feature in sentence.shared { move(row: Int(feature), by: common) }
    moveHidden(biases: ofBiases, pulls: ofPulls)
  }

  /// The sums of each candidate's weights, as great as if no feature were hidden.
  private func sums(of sentence: LearningSentence) -> [SIMD16<Float>] {
    var common = SIMD16<Float>()
    for feature in sentence.shared { common += weights.rows[Int(feature)] }
    return sentence.candidates.indices.map { index in
      var sum = common
      for place in Int(sentence.bounds[index])..<Int(sentence.bounds[index + 1]) {
        sum += weights.rows[Int(sentence.own[place])]
      }
      return sum / (1 - dropout)
    }
  }

  /// How the likelihood of the labels changes with each score: labelled less expected.
  private func slopes(of sentence: LearningSentence, scores: [Float]) -> [Float] {
    let lattice = SegmentLattice(
      tokenCount: sentence.tokenCount, candidates: sentence.candidates, kindCount: kindCount,
      scores: scores)
    var slopes = lattice.marginals().probabilities.map { -$0 }
    for gold in sentence.gold {
      // Each label is one claim, shared among the candidates near it as the model now sees them.
      let parts = gold.candidates.map { scores[$0.index * kindCount + gold.kind] + $0.favour }
      let high = parts.max() ?? 0
      let shares = parts.map { expf($0 - high) }
      let whole = shares.reduce(0, +)
      for (candidate, share) in zip(gold.candidates, shares) {
        slopes[candidate.index * kindCount + gold.kind] += share / whole
      }
    }
    return slopes
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

  /// By how much each unit's answer counts this time: nought for one that is hidden.
  private func liveUnits(salt: UInt64) -> SIMD8<Float> {
    var generator = SplitMix(salt)
    var live = SIMD8<Float>()
    for unit in 0..<HiddenLayer.unitCount
    where Float.random(in: 0..<1, using: &generator) >= hiddenDropout {
      live[unit] = 1 / (1 - hiddenDropout)
    }
    return live
  }

  @inline(__always)
  private mutating func move(row: Int, by slope: SIMD16<Float>) {
    let rates = SIMD16(
      lowHalf: SIMD8(repeating: rate), highHalf: SIMD8<Float>(repeating: hiddenRate))
    let slope = slope - decay * weights.rows[row]
    squares.rows[row] += slope * slope
    weights.rows[row] += rates * slope / squares.rows[row].squareRoot()
  }

  private mutating func moveHidden(biases: SIMD8<Float>, pulls: [SIMD8<Float>]) {
    func move(
      _ weights: inout SIMD8<Float>, _ squares: inout SIMD8<Float>, by slope: SIMD8<Float>,
      rate: Float, decay: Float
    ) {
      let slope = slope - decay * weights
      squares += slope * slope
      weights += rate * slope / squares.squareRoot()
    }
    let (rate, decay) = (hiddenRate, decay)
    move(&weights.hidden.biases, &squares.hidden.biases, by: biases, rate: rate, decay: decay)
    for (unit, slope) in pulls.enumerated() {
      move(
        &weights.hidden.pulls[unit], &squares.hidden.pulls[unit], by: slope, rate: rate,
        decay: decay)
    }
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
