/// The weights of a linear model: a row of one weight a class for each feature that matters.
///
/// Rows are found by the lower half of a feature's number in an open-addressed table; weights are whole
/// steps, sixteen to a row, so that a row is added in one go.
package struct FeatureWeights: Sendable {
  /// Weights of a row that are in use, at most sixteen.
  package let classCount: Int
  /// What one step of a weight is worth, class by class.
  package let steps: SIMD16<Float>
  /// The numbers of the rows, 0 in an empty slot; a power of two long and at most half full.
  private var keys: [UInt32]
  private var rows: [SIMD16<Int8>]
  /// Number of features with weights.
  package private(set) var count = 0

  /// Keeps the weights that are worth their bytes, and the rows that have one.
  ///
  /// - Parameters:
  ///   - numbers: The features' numbers.
  ///   - weights: Their weights, row by row.
  ///   - classCount: Weights a row, at most sixteen.
  ///   - floor: A smaller weight counts as nought, class by class.
  package init(numbers: [UInt64], weights: [Float], classCount: Int, floor: SIMD16<Float>) {
    var greatest = SIMD16<Float>()
    for (place, weight) in weights.enumerated() {
      greatest[place % classCount] = max(greatest[place % classCount], abs(weight))
    }
    let steps = pointwiseMax(greatest / 127, SIMD16(repeating: 1e-6))
    self.init(classCount: classCount, steps: steps, capacity: numbers.count)
    for (index, number) in numbers.enumerated() {
      let weights = weights[(index * classCount)..<((index + 1) * classCount)]
      var row = SIMD16<Int8>()
      for (place, weight) in weights.enumerated() where abs(weight) >= floor[place] {
        row[place] = Int8((weight / steps[place]).rounded())
      }
      if row != SIMD16() { insert(row, at: Self.key(number)) }
    }
  }

  private init(classCount: Int, steps: SIMD16<Float>, capacity: Int) {
    self.classCount = classCount
    self.steps = steps
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt32](repeating: 0, count: size)
    rows = [SIMD16<Int8>](repeating: SIMD16(), count: size)
  }

  /// No weights at all.
  static let none = FeatureWeights(numbers: [], weights: [], classCount: 7, floor: SIMD16())

  private static func key(_ number: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: number)) }

  private mutating func insert(_ row: SIMD16<Int8>, at key: UInt32) {
    var slot = Int(key) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    rows[slot] = row
  }

  @inline(__always)
  private func row(of number: UInt64) -> SIMD16<Int8>? {
    let key = Self.key(number)
    var slot = Int(key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return rows[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// The sum of the features' weights, class by class; a feature without weights adds nothing.
  func sum(of numbers: [UInt64]) -> SIMD16<Float> {
    var sum = SIMD16<Float>()
    for number in numbers {
      if let row = row(of: number) { sum += SIMD16<Float>(row) }
    }
    return sum * steps
  }

  /// A feature's weights; nil where it has none.
  func weights(of number: UInt64) -> SIMD16<Float>? {
    row(of: number).map { SIMD16<Float>($0) * steps }
  }
}

// MARK: - As bytes

extension FeatureWeights {
  /// The weights as bytes: class count, what a step of each class is worth, then the rows by number,
  /// each as the difference from the last, a mask of its classes and their steps.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = [UInt8(classCount)]
    for index in 0..<classCount { eachByte(steps[index].bitPattern) { bytes.append($0) } }
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
      var mask: UInt16 = 0
      for index in 0..<classCount where rows[slot][index] != 0 { mask |= 1 << UInt16(index) }
      bytes.append(UInt8(truncatingIfNeeded: mask))
      if classCount > 8 { bytes.append(UInt8(mask >> 8)) }
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
    guard let classCount = bytes.first.map(Int.init), (1...16).contains(classCount) else {
      return nil
    }
    let header = 1 + 4 * classCount + 4
    guard bytes.count >= header else { return nil }
    func number(at place: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
    }
    var steps = SIMD16<Float>()
    for index in 0..<classCount { steps[index] = Float(bitPattern: number(at: 1 + 4 * index)) }
    let count = Int(number(at: header - 4))
    guard count <= bytes.count else { return nil }
    self.init(classCount: classCount, steps: steps, capacity: count)
    var place = header
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
      var mask: UInt16 = 0
      for shift in stride(from: 0, to: UInt16(classCount), by: 8) {
        guard place < bytes.count else { return nil }
        mask |= UInt16(bytes[place]) << shift
        place += 1
      }
      var row = SIMD16<Int8>()
      for index in 0..<classCount where mask & 1 << UInt16(index) != 0 {
        guard place < bytes.count else { return nil }
        row[index] = Int8(bitPattern: bytes[place])
        place += 1
      }
      insert(row, at: last)
    }
  }
}
