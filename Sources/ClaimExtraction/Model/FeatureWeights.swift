/// The weights of a linear model: a row of one weight a class for each feature that matters.
///
/// Rows are found by the lower half of a feature's number; weights are whole steps of one size.
package struct FeatureWeights: Sendable {
  package let classCount: Int
  /// What one step of a weight is worth.
  package let step: Float
  private let rows: [UInt32: Int32]
  private let steps: [Int8]

  /// Keeps the rows of which some weight rounds to a step.
  ///
  /// - Parameters:
  ///   - numbers: The features' numbers.
  ///   - weights: Their weights, row by row.
  ///   - classCount: Weights a row.
  ///   - floor: A row whose greatest weight is smaller is left out.
  package init(numbers: [UInt64], weights: [Float], classCount: Int, floor: Float) {
    let greatest = weights.reduce(0) { max($0, abs($1)) }
    let step = max(greatest / 127, 1e-6)
    var rows: [UInt32: Int32] = [:]
    var steps: [Int8] = []
    for (index, number) in numbers.enumerated() {
      let row = weights[(index * classCount)..<((index + 1) * classCount)]
      guard row.contains(where: { abs($0) >= floor }) else { continue }
      rows[UInt32(truncatingIfNeeded: number)] = Int32(steps.count / classCount)
      steps += row.map { Int8(($0 / step).rounded()) }
    }
    self.init(classCount: classCount, step: step, rows: rows, steps: steps)
  }

  private init(classCount: Int, step: Float, rows: [UInt32: Int32], steps: [Int8]) {
    self.classCount = classCount
    self.step = step
    self.rows = rows
    self.steps = steps
  }

  /// No weights at all.
  static let none = FeatureWeights(numbers: [], weights: [], classCount: 7, floor: 0)

  /// Number of features with weights.
  package var count: Int { rows.count }

  /// Adds a feature's weights to `scores`; a feature without weights adds nothing.
  @inline(__always)
  func add(_ number: UInt64, to scores: inout [Float], at base: Int) {
    guard let row = rows[UInt32(truncatingIfNeeded: number)] else { return }
    let place = Int(row) * classCount
    for index in 0..<classCount { scores[base + index] += step * Float(steps[place + index]) }
  }

  /// A feature's weight for one class.
  func weight(of number: UInt64, for index: Int) -> Float {
    guard let row = rows[UInt32(truncatingIfNeeded: number)] else { return 0 }
    return step * Float(steps[Int(row) * classCount + index])
  }
}

// MARK: - As bytes

extension FeatureWeights {
  /// The weights as bytes: class count, step, then the rows by
  /// number, each as the difference from the last, a mask of its classes and their steps.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = [UInt8(classCount)]
    eachByte(step.bitPattern) { bytes.append($0) }
    eachByte(UInt32(rows.count)) { bytes.append($0) }
    var last: UInt32 = 0
    for (number, row) in rows.sorted(by: { $0.key < $1.key }) {
      var difference = number - last
      last = number
      repeat {
        bytes.append(UInt8(difference & 0x7F) | (difference > 0x7F ? 0x80 : 0))
        difference >>= 7
      } while difference > 0
      let values = steps[(Int(row) * classCount)..<((Int(row) + 1) * classCount)]
      var mask: UInt8 = 0
      for (index, value) in values.enumerated() where value != 0 { mask |= 1 << UInt8(index) }
      bytes.append(mask)
      for value in values where value != 0 { bytes.append(UInt8(bitPattern: value)) }
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
    var rows: [UInt32: Int32] = [:]
    rows.reserveCapacity(count)
    var steps: [Int8] = []
    steps.reserveCapacity(count * classCount)
    var place = 9
    var last: UInt32 = 0
    for row in 0..<count {
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
      rows[last] = Int32(row)
      for index in 0..<classCount {
        guard mask & 1 << UInt8(index) != 0 else {
          steps.append(0)
          continue
        }
        guard place < bytes.count else { return nil }
        steps.append(Int8(bitPattern: bytes[place]))
        place += 1
      }
    }
    self.init(classCount: classCount, step: step, rows: rows, steps: steps)
  }
}
