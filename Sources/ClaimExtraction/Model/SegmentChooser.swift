/// Chooses the claims of a sentence from the probabilities of its candidates.
///
/// A reader takes two quotes for the same claim when the words they share are at least half of what
/// they cover together, so a candidate is worth the probability of all candidates that near to it; the
/// set of candidates that do not overlap with the greatest worth beyond `threshold` is chosen.
package struct SegmentChooser: Sendable {
  /// What a claim must be worth to be made, by kind.
  package var thresholds: [Float]

  package init(thresholds: [Float]) { self.thresholds = thresholds }

  /// One chosen candidate.
  package struct Choice: Sendable {
    package let candidate: Int
    package let kind: Int
    /// The probability that something near is a claim of this kind.
    package let worth: Float
  }

  /// The choices in text order. Quadratic in the candidates that have any probability.
  package func choose(
    from candidates: [Candidate], tokenCount: Int, probabilities: [Float], kindCount: Int,
    caution: Float = 0
  ) -> [Choice] {
    var live: [(index: Int, kind: Int, probability: Float)] = []
    for index in candidates.indices {
      for kind in 0..<kindCount where probabilities[index * kindCount + kind] > 0.004 {
        live.append((index, kind, probabilities[index * kindCount + kind]))
      }
    }
    guard !live.isEmpty else { return [] }
    var byEnd = [[(gain: Float, choice: Choice)]](repeating: [], count: tokenCount + 1)
    for one in live {
      let span = candidates[one.index].tokens
      var worth: Float = 0
      var nearness: Float = 0
      for other in live where other.kind == one.kind {
        let overlap = Self.overlap(span, candidates[other.index].tokens)
        if overlap >= 0.5 {
          worth += other.probability
          nearness += other.probability * overlap
        }
      }
      let threshold = thresholds[one.kind] + caution
      let gain = worth - threshold + 0.1 * nearness
      if worth > threshold {
        byEnd[span.upperBound].append(
          (gain, Choice(candidate: one.index, kind: one.kind, worth: worth)))
      }
    }
    var best = [Float](repeating: 0, count: tokenCount + 1)
    var step = [Choice?](repeating: nil, count: tokenCount + 1)
    for place in stride(from: 1, through: tokenCount, by: 1) {
      best[place] = best[place - 1]
      for (gain, choice) in byEnd[place] {
        let total = best[candidates[choice.candidate].tokens.lowerBound] + gain
        if total > best[place] {
          best[place] = total
          step[place] = choice
        }
      }
    }
    var choices: [Choice] = []
    var place = tokenCount
    while place > 0 {
      if let choice = step[place] {
        choices.append(choice)
        place = candidates[choice.candidate].tokens.lowerBound
      } else {
        place -= 1
      }
    }
    return choices.reversed()
  }

  /// Shared tokens over tokens covered together.
  static func overlap(_ left: Range<Int>, _ right: Range<Int>) -> Float {
    let shared = min(left.upperBound, right.upperBound) - max(left.lowerBound, right.lowerBound)
    guard shared > 0 else { return 0 }
    return Float(shared) / Float(left.count + right.count - shared)
  }
}
