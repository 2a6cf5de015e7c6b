#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// All ways to read a sentence as claims and words between them, each way with its score.
///
/// A way is a path over the places between tokens: a step skips one token at no cost, or takes a
/// candidate as a claim of one kind at that candidate's score. Sums over all paths are exact
/// (Sarawagi and Cohen, "Semi-Markov conditional random fields", 2004).
package struct SegmentLattice {
  package let tokenCount: Int
  package let candidates: [Candidate]
  package let kindCount: Int
  /// `scores[candidate * kindCount + kind]`
  package let scores: [Float]

  package init(tokenCount: Int, candidates: [Candidate], kindCount: Int, scores: [Float]) {
    self.tokenCount = tokenCount
    self.candidates = candidates
    self.kindCount = kindCount
    self.scores = scores
  }

  /// The probability of each candidate being a claim of each kind, laid out as ``scores``, and the
  /// logarithm of the sum over all paths. Linear in candidates times kinds.
  package func marginals() -> (probabilities: [Float], logSum: Float) {
    var byEnd = [[Int32]](repeating: [], count: tokenCount + 1)
    for (index, candidate) in candidates.enumerated() {
      byEnd[candidate.tokens.upperBound].append(Int32(index))
    }
    // The kinds of one candidate come in only as their sum.
    let folded = candidates.indices.map { candidate in
      Self.logSum(of: scores[(candidate * kindCount)..<((candidate + 1) * kindCount)])
    }
    var forward = [Float](repeating: 0, count: tokenCount + 1)
    for place in stride(from: 1, through: tokenCount, by: 1) {
      var sum = forward[place - 1]
      for index in byEnd[place] {
        sum = Self.logAdd(
          sum, forward[candidates[Int(index)].tokens.lowerBound] + folded[Int(index)])
      }
      forward[place] = sum
    }
    var backward = [Float](repeating: 0, count: tokenCount + 1)
    var byStart = [[Int32]](repeating: [], count: tokenCount + 1)
    for (index, candidate) in candidates.enumerated() {
      byStart[candidate.tokens.lowerBound].append(Int32(index))
    }
    for place in stride(from: tokenCount - 1, through: 0, by: -1) {
      var sum = backward[place + 1]
      for index in byStart[place] {
        sum = Self.logAdd(
          sum, backward[candidates[Int(index)].tokens.upperBound] + folded[Int(index)])
      }
      backward[place] = sum
    }
    let total = forward[tokenCount]
    var probabilities = [Float](repeating: 0, count: scores.count)
    for (index, candidate) in candidates.enumerated() {
      let around =
        forward[candidate.tokens.lowerBound] + backward[candidate.tokens.upperBound] - total
      for kind in 0..<kindCount {
        probabilities[index * kindCount + kind] = expf(around + scores[index * kindCount + kind])
      }
    }
    return (probabilities, total)
  }

  private static func logAdd(_ left: Float, _ right: Float) -> Float {
    let (high, low) = left > right ? (left, right) : (right, left)
    return high - low > 20 ? high : high + log1pf(expf(low - high))
  }

  private static func logSum(of values: ArraySlice<Float>) -> Float {
    let high = values.max() ?? 0
    return high + logf(values.reduce(0) { $0 + expf($1 - high) })
  }
}
