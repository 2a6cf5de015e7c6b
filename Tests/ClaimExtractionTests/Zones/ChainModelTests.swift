import ClaimExtraction
import Testing

@Suite("ChainModel")
struct ChainModelTests {
  /// Sequences whose state is told by the feature, but for feature 9, which follows the state before.
  private static let examples = [
    ChainTrainer.Example(
      features: [1, 9, 2, 9], ends: [1, 2, 3, 4], joints: [0, 0, 0, 0], states: [1, 1, 2, 2]),
    ChainTrainer.Example(
      features: [2, 9, 1, 9], ends: [1, 2, 3, 4], joints: [0, 0, 0, 0], states: [2, 2, 1, 1]),
  ]

  private static let model: ChainModel = {
    var trainer = ChainTrainer()
    trainer.penalty = 0.01
    return trainer.train(examples)
  }()

  @Test(
    "learns states from features, and from the state before where features do not tell",
    arguments: [1, 2] as [UInt8])
  func learns(state: UInt8) {
    let features = [UInt32(state), 9, 9]
    let path = Self.model.bestPath(
      features: features, ends: Array(1...features.count),
      joints: Array(repeating: 0, count: features.count))
    #expect(path == [state, state, state])
  }

  @Test("training twice gives the same bytes")
  func deterministic() {
    #expect(Self.model.bytes == ChainTrainer.sameTraining(of: Self.examples).bytes)
  }

  @Test("bytes give the model back")
  func bytes() {
    #expect(ChainModel(bytes: Self.model.bytes).bytes == Self.model.bytes)
  }

  @Test("bytes cut short give a model without the missing rows", arguments: 0..<40)
  func shortBytes(count: Int) {
    let model = ChainModel(bytes: Array(Self.model.bytes.prefix(count)))
    #expect(model.bestPath(features: [1], ends: [1], joints: [0]).count == 1)
  }

  @Test("no items have no path")
  func empty() {
    #expect(Self.model.bestPath(features: [], ends: [], joints: []).isEmpty)
  }
}

extension ChainTrainer {
  fileprivate static func sameTraining(of examples: [Example]) -> ChainModel {
    var trainer = ChainTrainer()
    trainer.penalty = 0.01
    return trainer.train(examples)
  }
}

@Suite("WeightText")
struct WeightTextTests {
  @Test(
    "text of bytes as RFC 4648 §10 has it",
    arguments: [
      ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
    ])
  func encode(plain: String, text: String) {
    #expect(WeightText.encode(Array(plain.utf8)) == text)
  }

  @Test("line ends in the text are passed over")
  func decode() {
    #expect(WeightText.decode("Zm9v\n  YmFy\n") == Array("foobar".utf8))
    #expect(WeightText.decode("Zm9v\n  YmE").count == 5)
  }
}
