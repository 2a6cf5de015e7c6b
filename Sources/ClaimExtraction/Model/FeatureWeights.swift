/// The weights of a linear model: a row of one weight a class for each feature that matters.
///
/// Rows are found by the lower half of a feature's number in an open-addressed table; weights are whole
/// steps of one size, eight to a row, so that a row is added in one go.
package struct FeatureWeights: Sendable {
  /// Weights of a row that are in use, at most eight.
  package let classCount: Int
  /// What one step of a weight is worth.
  package let step: Float
  /// The numbers of the rows, 0 in an empty slot; a power of two long and at most half full.
  private var keys: [UInt32]
  private var rows: [SIMD8<Int8>]
  /// A bit for the low end of each number: most features of a sentence have no weights, and are told by it
  /// without a look at the keys, which lie further from the processor.
  private var known: [UInt64]
  /// Number of features with weights.
  package private(set) var count = 0

  /// Keeps the weights that are worth their bytes, and the rows that have one.
  ///
  /// - Parameters:
  ///   - numbers: The features' numbers.
  ///   - weights: Their weights, row by row.
  ///   - classCount: Weights a row, at most eight.
  ///   - floor: A smaller weight counts as nought.
  package init(numbers: [UInt64], weights: [Float], classCount: Int, floor: Float) {
    let greatest = weights.reduce(0) { max($0, abs($1)) }
    let step = max(greatest / 127, 1e-6)
    self.init(classCount: classCount, step: step, capacity: numbers.count)
    for (index, number) in numbers.enumerated() {
      let weights = weights[(index * classCount)..<((index + 1) * classCount)]
      guard weights.contains(where: { abs($0) >= floor }) else { continue }
      var row = SIMD8<Int8>()
      for (place, weight) in weights.enumerated() where abs(weight) >= floor {
        row[place] = Int8((weight / step).rounded())
      }
      insert(row, at: Self.key(number))
    }
  }

  private init(classCount: Int, step: Float, capacity: Int) {
    self.classCount = classCount
    self.step = step
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt32](repeating: 0, count: size)
    rows = [SIMD8<Int8>](repeating: SIMD8(), count: size)
    known = [UInt64](repeating: 0, count: size / 16)
  }

  /// No weights at all.
  static let none = FeatureWeights(numbers: [], weights: [], classCount: 7, floor: 0)

  private static func key(_ number: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: number)) }

  private mutating func insert(_ row: SIMD8<Int8>, at key: UInt32) {
    var slot = Int(key) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    rows[slot] = row
    known[Int(key >> 6) & (known.count - 1)] |= 1 << UInt64(key & 63)
  }

  @inline(__always)
  private func row(of number: UInt64) -> SIMD8<Int8>? {
    let key = Self.key(number)
    guard known[Int(key >> 6) & (known.count - 1)] >> UInt64(key & 63) & 1 == 1 else { return nil }
    var slot = Int(key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return rows[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// The sum of the features' weights, class by class; a feature without weights adds nothing.
  func sum(of numbers: [UInt64]) -> SIMD8<Float> { steps(of: numbers) * step }

  /// The same in steps, which are whole numbers.
  func steps(of numbers: [UInt64]) -> SIMD8<Float> {
    var sum = SIMD8<Float>()
    for number in numbers {
      if let row = row(of: number) { sum += SIMD8<Float>(row) }
    }
    return sum
  }

  /// A feature's weight for one class.
  func weight(of number: UInt64, for index: Int) -> Float {
    row(of: number).map { step * Float($0[index]) } ?? 0
  }
}

// MARK: - As bytes

extension FeatureWeights {
  /// The weights as bytes: class count, step, then the rows by
  /// number, each as the difference from the last, a mask of its classes and their steps.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = [UInt8(classCount)]
    eachByte(step.bitPattern) { bytes.append($0) }
    eachByte(UInt32(count)) { bytes.append($0) }
    var last: UInt32 = 0
    let filled = keys.indices.filter { keys[$0] != 0 }.sorted { keys[$0] < keys[$1] }
    for slot in filled {
      let number = keys[slot]
      var difference = number - last
      last = number
      repeat {
        bytes.append(UInt8(difference & 0x7F) | (difference > 0x7F ? 0x80 : 0))
        difference >>= 7
      } while difference > 0
      var mask: UInt8 = 0
      for index in 0..<classCount where rows[slot][index] != 0 { mask |= 1 << UInt8(index) }
      bytes.append(mask)
      for index in 0..<classCount where rows[slot][index] != 0 {
        bytes.append(UInt8(bitPattern: rows[slot][index]))
      }
    }
    return bytes
  }

  private func eachByte(_ value: UInt32, _ take: (UInt8) -> Void) {
    for shift in stride(from: 0, through: 24, by: 8) {
      take(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
    }
  }

  /// Reads what ``bytes`` wrote; nil where they were cut or are something else.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= 9 else { return nil }
    let classCount = Int(bytes[0])
    guard (1...8).contains(classCount) else { return nil }
    func number(at place: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
    }
    let step = Float(bitPattern: number(at: 1))
    let count = Int(number(at: 5))
    guard count <= bytes.count else { return nil }
    self.init(classCount: classCount, step: step, capacity: count)
    var place = 9
    var last: UInt32 = 0
    for _ in 0..<count {
      var difference: UInt32 = 0
      var shift: UInt32 = 0
      while true {
        guard place < bytes.count, shift < 32 else { return nil }
        let byte = bytes[place]
        place += 1
        difference |= UInt32(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      last &+= difference
      guard place < bytes.count else { return nil }
      let mask = bytes[place]
      place += 1
      var row = SIMD8<Int8>()
      for index in 0..<classCount where mask & 1 << UInt8(index) != 0 {
        guard place < bytes.count else { return nil }
        row[index] = Int8(bitPattern: bytes[place])
        place += 1
      }
      insert(row, at: last)
    }
  }
}
