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

  @Test("the path is the one that a look at every step finds", arguments: 1...60)
  func everyStep(seed: UInt64) {
    let chain = DrawnChain(seed: seed)
    let items = (0..<40).map { _ in Array(chain.draw(UInt32(3)...4).map { $0 % 7 }) }
    let joints = items.indices.map { UInt8($0 % 3 / 2) }
    let path = ChainModel(bytes: chain.bytes).bestPath(
      features: items.flatMap(\.self),
      ends: items.indices.map { items[...$0].reduce(0) { $0 + $1.count } }, joints: joints)
    #expect(path.map(Int.init) == chain.bestPath(items, joints))
  }

  @Test("no items have no path")
  func empty() {
    #expect(Self.model.bestPath(features: [], ends: [], joints: []).isEmpty)
  }
}

/// Weights drawn by chance, and the best path by a look at every step.
private final class DrawnChain {
  private static let states = 16
  private var state: UInt64
  private let edges: [[Int]]
  private let rows: [[Int]]

  init(seed: UInt64) {
    var state = seed
    func row() -> [Int] {
      (0..<Self.states).map { _ in Int(Self.next(&state) >> 33 % 255) - 127 }
    }
    edges = (0..<2 * Self.states + 1).map { _ in row() }
    rows = (0..<7).map { _ in row() }
    self.state = state
  }

  private static func next(_ state: inout UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }

  /// So many numbers as the range holds, or fewer.
  func draw(_ count: ClosedRange<UInt32>) -> [UInt32] {
    let spread = UInt64(count.upperBound - count.lowerBound + 1)
    let number = Int(UInt64(count.lowerBound) + Self.next(&state) >> 33 % spread)
    return (0..<number).map { _ in UInt32(Self.next(&state) >> 33 % 1000) }
  }

  /// The weights as a model reads them; features are the rows' indices.
  var bytes: [UInt8] {
    func bytes(_ row: [Int]) -> [UInt8] {
      let states = row.indices.filter { row[$0] != 0 }
      let mask = states.reduce(0) { $0 | 1 << $1 }
      return [UInt8(mask & 0xFF), UInt8(mask >> 8)]
        + states.map { UInt8(bitPattern: Int8(row[$0])) }
    }
    return edges.flatMap(bytes)
      + rows.enumerated().flatMap { [$0 == 0 ? 0 : 1] + bytes($1) }
  }

  func bestPath(_ items: [[UInt32]], _ joints: [UInt8]) -> [Int] {
    var scores = [Int](repeating: 0, count: Self.states)
    var origins: [[Int]] = []
    for (index, item) in items.enumerated() {
      var next = edges[2 * Self.states]
      var origin = [Int](repeating: 0, count: Self.states)
      if index > 0 {
        for target in next.indices {
          let through = scores.indices.map {
            scores[$0] + edges[Int(joints[index]) * Self.states + $0][target]
          }
          origin[target] = through.firstIndex(of: through.max() ?? 0) ?? 0
          next[target] = through[origin[target]]
        }
      }
      origins.append(origin)
      scores = next.indices.map { state in
        next[state] + item.reduce(0) { $0 + rows[Int($1)][state] }
      }
    }
    var state = scores.firstIndex(of: scores.max() ?? 0) ?? 0
    var path: [Int] = []
    for origin in origins.reversed() {
      path.append(state)
      state = origin[state]
    }
    return path.reversed()
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
