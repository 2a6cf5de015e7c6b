import Testing

@testable import ClaimExtraction

@Suite("Weights as bytes")
struct WeightBytesTests {
  private static let numbers: [UInt64] = [3, 70_000, 0xFFFF_FFFF, 0x1_0000_0009]

  private static func weights(classCount: Int) -> FeatureWeights {
    let weights = (0..<(numbers.count * classCount)).map { Float($0 % 5) - 2 }
    return FeatureWeights(
      numbers: numbers, weights: weights, classCount: classCount, floor: SIMD16(repeating: 0.5))
  }

  @Test("feature weights come back as they were", arguments: [1, 3, 8, 9, 16])
  func features(classCount: Int) throws {
    let weights = Self.weights(classCount: classCount)
    let back = try #require(FeatureWeights(weights.bytes))
    #expect(back.classCount == classCount)
    #expect(back.count == weights.count)
    for number in Self.numbers {
      #expect(back.weights(of: number) == weights.weights(of: number))
    }
  }

  @Test("feature weights that were cut are none", arguments: [3, 16])
  func cutFeatures(classCount: Int) {
    let bytes = Self.weights(classCount: classCount).bytes
    for count in 0..<bytes.count {
      #expect(FeatureWeights(Array(bytes.prefix(count))) == nil, "\(count) bytes")
    }
  }

  @Test("a hidden layer comes back as it was")
  func hidden() throws {
    let layer = HiddenLayer(
      biases: SIMD8((0..<8).map { Float($0) / 3 }),
      pulls: (0..<8).map { unit in SIMD8((0..<8).map { Float(unit - $0) / 7 }) })
    let back = try #require(HiddenLayer(layer.bytes))
    #expect(back.biases == layer.biases)
    #expect(back.pulls == layer.pulls)
    #expect(HiddenLayer(Array(layer.bytes.dropLast())) == nil)
  }

  @Test("what a unit adds to a kind is told by its slopes")
  func slopes() {
    var pulls = HiddenLayer.none.pulls
    pulls[2][5] = 3
    let weights = KindWeights(
      rows: .none, hidden: HiddenLayer(biases: SIMD8(), pulls: pulls))
    var sums = SIMD16<Float>()
    sums[10] = 1
    #expect(weights.scores(at: sums)[5] == 1.5)
    #expect(weights.slopes(of: 5, at: sums)[10] == 0.75)
    #expect(weights.slopes(of: 5, at: sums)[5] == 1)
  }
}
