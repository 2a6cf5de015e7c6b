/// Scores what is noticed about a candidate for each of the seven kinds.
///
/// Every feature has a row of sixteen weights: the first eight are for the kinds (one is spare), the
/// others for the units of the hidden layer.
package struct KindWeights: Sendable {
  package var rows: FeatureWeights
  package var hidden: HiddenLayer

  package init(rows: FeatureWeights, hidden: HiddenLayer) {
    self.rows = rows
    self.hidden = hidden
  }

  /// The sums of the features' weights; what candidates share is summed once and added.
  func sum(of numbers: [UInt64]) -> SIMD16<Float> { rows.sum(of: numbers) }

  /// The scores of the kinds at a candidate's sums.
  func scores(at sums: SIMD16<Float>) -> SIMD8<Float> {
    sums.lowHalf + hidden.pull(of: hidden.answers(to: sums.highHalf))
  }

  /// How a kind's score changes with each of a candidate's sums: by how much a feature speaks for the
  /// kind there, by itself and through the units.
  func slopes(of kind: Int, at sums: SIMD16<Float>) -> SIMD16<Float> {
    var slopes = SIMD16<Float>()
    slopes[kind] = 1
    let bends = HiddenLayer.slopes(at: hidden.answers(to: sums.highHalf))
    for unit in 0..<HiddenLayer.unitCount {
      slopes[8 + unit] = bends[unit] * hidden.pulls[unit][kind]
    }
    return slopes
  }
}
