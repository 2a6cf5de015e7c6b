import Testing

@testable import ClaimExtraction

@Suite("Learning which stretches are claims")
struct SegmentTrainerTests {
  /// Sentences of one candidate with two features, and whether it is a claim.
  private static func sentences(_ isClaim: (Bool, Bool) -> Bool) -> [LearningSentence] {
    [(false, false), (false, true), (true, false), (true, true)].map { first, second in
      LearningSentence(
        tokenCount: 1, candidates: [Candidate(tokens: 0..<1)],
        shared: [first ? 0 : 1], own: [second ? 2 : 3], bounds: [0, 1],
        gold: isClaim(first, second) ? [.init(kind: 0, candidates: [(0, 0)])] : [])
    }
  }

  private static func learnt(from sentences: [LearningSentence]) -> [Bool] {
    var trainer = SegmentTrainer(kindCount: 1, featureCount: 4)
    trainer.rounds = 1_000
    trainer.hiddenRate = 0.3
    trainer.dropout = 0
    trainer.hiddenDropout = 0
    trainer.learn(sentences)
    let weights = KindWeights(
      rows: FeatureWeights(
        numbers: [1, 2, 3, 4],
        weights: trainer.weights.rows.flatMap { row in (0..<16).map { row[$0] } },
        classCount: 16, floor: SIMD16(repeating: 0.001)),
      hidden: trainer.weights.hidden)
    return sentences.map { sentence in
      let numbers = (sentence.shared + sentence.own).map { UInt64($0) + 1 }
      return weights.scores(at: weights.sum(of: numbers))[0] > 0
    }
  }

  @Test("what one feature tells is learnt")
  func oneFeature() {
    let sentences = Self.sentences { first, _ in first }
    #expect(Self.learnt(from: sentences) == [false, false, true, true])
  }

  @Test("what features tell only together is learnt")
  func together() {
    // One is shown three times: where all are alike, no step leads away from nought.
    let sentences = Self.sentences { $0 != $1 }
    let shown = sentences + [sentences[3], sentences[3]]
    #expect(Self.learnt(from: shown).prefix(4) == [false, true, true, false])
  }

  @Test("the same sentences give the same weights")
  func same() {
    func learn() -> [SIMD16<Float>] {
      var trainer = SegmentTrainer(kindCount: 1, featureCount: 4)
      trainer.learn(Self.sentences { $0 && $1 })
      return trainer.weights.rows
    }
    #expect(learn() == learn())
  }
}
