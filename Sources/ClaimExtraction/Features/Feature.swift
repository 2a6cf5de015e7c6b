/// One thing noticed about a candidate: a pattern and the words that fill it.
package struct Feature: Sendable, Hashable {
  /// Stands for the feature in the model.
  package let number: UInt64

  /// The feature of a pattern filled by up to two names.
  @inline(__always)
  package init(_ pattern: Name, _ first: Name? = nil, _ second: Name? = nil) {
    var number = pattern.number
    if let first { number = Name.mix(number, first.number) }
    if let second { number = Name.mix(number, second.number) }
    self.number = number
  }
}

/// Takes the features of a candidate as they are noticed: to look their weights up, or to tell them.
package protocol FeatureSink {
  mutating func add(_ pattern: Name, _ first: Name?, _ second: Name?)
}

extension FeatureSink {
  @inline(__always)
  mutating func add(_ pattern: Name) { add(pattern, nil, nil) }
  @inline(__always)
  mutating func add(_ pattern: Name, _ first: Name) { add(pattern, first, nil) }
}

/// Collects the numbers of features.
package struct FeatureNumbers: FeatureSink {
  package private(set) var numbers: [UInt64] = []

  package init() { numbers.reserveCapacity(160) }

  @inline(__always)
  package mutating func add(_ pattern: Name, _ first: Name?, _ second: Name?) {
    numbers.append(Feature(pattern, first, second).number)
  }

  package mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }
}

/// Collects the wording of features that speak for one kind, for `--explain`.
struct FeatureReasons: FeatureSink {
  let weights: FeatureWeights
  /// The kind's place in the weights.
  let kind: Int
  private var seen = Set<UInt64>()
  private(set) var reasons: [(weight: Float, words: String)] = []

  init(weights: FeatureWeights, kind: Int) {
    self.weights = weights
    self.kind = kind
  }

  mutating func add(_ pattern: Name, _ first: Name?, _ second: Name?) {
    let number = Feature(pattern, first, second).number
    let weight = weights.weight(of: number, for: kind)
    guard weight > 0, seen.insert(number).inserted else { return }
    reasons.append(
      (weight, [pattern.text, first?.text, second?.text].compactMap(\.self).joined(separator: " ")))
  }
}
