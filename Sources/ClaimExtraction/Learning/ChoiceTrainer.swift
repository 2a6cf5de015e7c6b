#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Learns to choose one of a few classes by features: multinomial logistic regression, AdaGrad, with
/// features hidden by chance as in ``SegmentTrainer``. The same examples and seed give the same weights.
package struct ChoiceTrainer {
  /// One example: its features' numbers and its class.
  package struct Example: Sendable {
    package let features: [UInt64]
    package let choice: Int

    package init(features: [UInt64], choice: Int) {
      self.features = features
      self.choice = choice
    }
  }
  package var rounds = 20
  package var rate: Float = 0.05
  package var dropout: Float = 0.3
  package var seed: UInt64 = 1
  package let classCount: Int

  package init(classCount: Int) { self.classCount = classCount }

  /// The weights; features of a single example are left out.
  package func weights(from examples: [Example]) -> FeatureWeights {
    var counts: [UInt64: Int] = [:]
    for example in examples {
      for number in Set(example.features) { counts[number, default: 0] += 1 }
    }
    let numbers = counts.filter { $0.value > 1 }.map(\.key).sorted()
    let indices = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    let rows = examples.map { $0.features.compactMap { indices[$0] } }
    var weights = [Float](repeating: 0, count: numbers.count * classCount)
    var squares = [Float](repeating: 1e-2, count: weights.count)
    var generator = SplitMix(seed)
    var order = Array(examples.indices)
    for _ in 0..<rounds {
      order.shuffle(using: &generator)
      for place in order {
        let salt = generator.next()
        let kept = rows[place].filter {
          Float(Name.mix(salt, UInt64($0)) & 0xFFFF) >= dropout * 65_536
        }
        var scores = [Float](repeating: 0, count: classCount)
        for row in kept {
          for index in 0..<classCount { scores[index] += weights[row * classCount + index] }
        }
        let high = scores.max() ?? 0
        let shares = scores.map { expf($0 - high) }
        let whole = shares.reduce(0, +)
        for index in 0..<classCount {
          let slope = (index == examples[place].choice ? 1 : 0) - shares[index] / whole
          for row in kept {
            let weight = row * classCount + index
            let pull = slope - 1e-3 * weights[weight]
            squares[weight] += pull * pull
            weights[weight] += rate * pull / squares[weight].squareRoot()
          }
        }
      }
    }
    return FeatureWeights(numbers: numbers, weights: weights, classCount: classCount, floor: 0.01)
  }
}
