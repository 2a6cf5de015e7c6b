/// A set of message numbers as one bit for each number, since numbers are given from 1 without gaps.
struct MessageSet {
  private var words: [UInt64] = []
  private(set) var count = 0

  mutating func insert(_ id: Int64) {
    let (word, bit) = (Int(id >> 6), UInt64(1) << UInt64(id & 63))
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    if words[word] & bit == 0 {
      words[word] |= bit
      count += 1
    }
  }

  func contains(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] & UInt64(1) << UInt64(id & 63) != 0
  }

  mutating func formIntersection(_ other: MessageSet) {
    combine(other) { $0 & $1 }
  }

  mutating func formUnion(_ other: MessageSet) {
    combine(other) { $0 | $1 }
  }

  mutating func subtract(_ other: MessageSet) {
    combine(other) { $0 & ~$1 }
  }

  private mutating func combine(_ other: MessageSet, _ operation: (UInt64, UInt64) -> UInt64) {
    if words.count < other.words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    count = 0
    for index in words.indices {
      words[index] = operation(words[index], index < other.words.count ? other.words[index] : 0)
      count += words[index].nonzeroBitCount
    }
  }

  /// The numbers in it, ascending.
  var ids: [Int64] {
    var ids: [Int64] = []
    ids.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        ids.append(Int64(index << 6 | rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return ids
  }
}
