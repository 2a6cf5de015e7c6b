/// Eight hidden units between the features and the kinds.
///
/// A unit answers to a sum of weights as a kind does, and its answer pulls on every kind: so features
/// that tell only together are heard, which a sum for each kind alone cannot do.
package struct HiddenLayer: Sendable {
  package static let unitCount = 8
  /// What each unit's sum starts from.
  package var biases: SIMD8<Float>
  /// How the answer of each unit pulls on the kinds.
  package var pulls: [SIMD8<Float>]

  package init(biases: SIMD8<Float>, pulls: [SIMD8<Float>]) {
    self.biases = biases
    self.pulls = pulls
  }

  /// A layer that changes no score.
  static let none = HiddenLayer(
    biases: SIMD8(), pulls: Array(repeating: SIMD8(), count: unitCount))

  /// The units' answers to their sums, each between -1 and 1; only exactly rounded operations, so that
  /// every machine gives the same.
  @inline(__always)
  func answers(to sums: SIMD8<Float>) -> SIMD8<Float> {
    let sums = sums + biases
    return sums / (1 + sums.magnitudes)
  }

  /// How fast answers change with their sums.
  @inline(__always)
  static func slopes(at answers: SIMD8<Float>) -> SIMD8<Float> {
    let rest = 1 - answers.magnitudes
    return rest * rest
  }

  /// What the answers add to the scores of the kinds.
  @inline(__always)
  func pull(of answers: SIMD8<Float>) -> SIMD8<Float> {
    var pull = SIMD8<Float>()
    for unit in 0..<Self.unitCount { pull += answers[unit] * pulls[unit] }
    return pull
  }
}

extension SIMD8<Float> {
  /// The lanes without their signs.
  @inline(__always)
  fileprivate var magnitudes: Self { replacing(with: -self, where: self .< 0) }
}

// MARK: - As bytes

extension HiddenLayer {
  /// Biases, then pulls unit by unit, four bytes a number, lowest first.
  package var bytes: [UInt8] {
    ([biases] + pulls).flatMap { row in
      (0..<8).flatMap { lane in
        (0..<4).map { UInt8(truncatingIfNeeded: row[lane].bitPattern >> UInt32(8 * $0)) }
      }
    }
  }

  /// Reads what ``bytes`` wrote; nil where they were cut or are something else.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 4 * 8 * (1 + Self.unitCount) else { return nil }
    let rows = (0...Self.unitCount).map { row in
      SIMD8(
        (0..<8).map { lane in
          Float(
            bitPattern: (0..<4).reduce(0) {
              $0 | UInt32(bytes[(row * 8 + lane) * 4 + $1]) << UInt32(8 * $1)
            })
        })
    }
    self.init(biases: rows[0], pulls: Array(rows[1...]))
  }
}
