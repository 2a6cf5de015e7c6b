/// What the words of a sentence weigh for its candidates, looked up once: what those of a stretch weigh is
/// the difference of two sums.
///
/// Steps of weights are whole numbers, so that a difference is exact.
struct WordSums {
  /// Of the words before each place, as they weigh for a candidate that holds them, that stands behind
  /// them, that stands before them.
  private var inside: [SIMD8<Float>] = []
  private var before: [SIMD8<Float>] = []
  private var after: [SIMD8<Float>] = []
  /// What a word weighs more for a candidate that it begins; of those that begin one.
  private var first: [SIMD8<Float>] = []

  /// Looks up the words of a sentence for its candidates; linear.
  init(_ features: ClaimFeatures, for candidates: [Candidate], weights: FeatureWeights) {
    var sink = FeatureNumbers()
    func steps(_ add: (inout FeatureNumbers) -> Void) -> SIMD8<Float> {
      sink.removeAll()
      add(&sink)
      return weights.steps(of: sink.numbers)
    }
    let starts = Set(candidates.map(\.tokens.lowerBound))
    var (insideSum, beforeSum, afterSum) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
    for index in features.unit.tokens.indices.prefix(
      CandidateCutter.tokenLimit + ClaimFeatures.reach.after)
    {
      inside.append(insideSum)
      before.append(beforeSum)
      after.append(afterSum)
      let held =
        index == 0
        ? SIMD8<Float>() : steps { features.addWord(at: index, begins: false, to: &$0) }
      first.append(
        starts.contains(index)
          ? steps { features.addWord(at: index, begins: true, to: &$0) } - held : SIMD8<Float>())
      insideSum += held
      beforeSum += steps { features.addWord(.beforeWord, at: index, to: &$0) }
      afterSum += steps { features.addWord(.afterWord, at: index, to: &$0) }
    }
    inside.append(insideSum)
    before.append(beforeSum)
    after.append(afterSum)
  }

  /// What the words of a candidate and those around it weigh, in steps.
  func steps(of span: Range<Int>) -> SIMD8<Float> {
    let end = min(span.upperBound, span.lowerBound + ClaimFeatures.wordLimit)
    let left = max(0, span.lowerBound - ClaimFeatures.reach.before)
    let right = min(after.count - 1, span.upperBound + ClaimFeatures.reach.after)
    return first[span.lowerBound] + (inside[end] - inside[span.lowerBound])
      + (before[span.lowerBound] - before[left]) + (after[right] - after[span.upperBound])
  }
}
