/// A set of numbers that tells the place of each among them in order.
///
/// A bit a number, so that asking for one that is not there, as most features of a line are not, stays in
/// the processor's nearest memory.
struct FeatureSet: Sendable {
  private var bits: [UInt64]
  /// How many members come before each 64 numbers.
  private var ranks: [UInt32]

  /// Makes a set of numbers in order, each once. As large as its last number.
  init(_ members: [UInt32]) {
    bits = [UInt64](repeating: 0, count: members.last.map { Int($0 >> 6) + 1 } ?? 0)
    for member in members { bits[Int(member >> 6)] |= 1 << UInt64(member & 63) }
    var rank: UInt32 = 0
    ranks = bits.map { word in
      defer { rank += UInt32(word.nonzeroBitCount) }
      return rank
    }
  }

  /// The place of a number among the members; nil where it is none.
  @inline(__always)
  func rank(of number: UInt32) -> Int? {
    let word = Int(number >> 6)
    guard word < bits.count else { return nil }
    let bit: UInt64 = 1 << UInt64(number & 63)
    guard bits[word] & bit != 0 else { return nil }
    return Int(ranks[word]) + (bits[word] & (bit - 1)).nonzeroBitCount
  }

  /// The members in order.
  var members: some Sequence<UInt32> {
    bits.indices.lazy.flatMap { word in
      (0..<64).lazy.filter { bits[word] >> UInt64($0) & 1 == 1 }.map { UInt32(word * 64 + $0) }
    }
  }
}
