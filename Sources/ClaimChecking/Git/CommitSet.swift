/// Some of a history's commits, by their places in it: a bit for each.
///
/// Questions on topics are unions and intersections of such sets, whose cost is a few thousand machine
/// words for a history of a hundred thousand commits.
struct CommitSet: Sendable, Hashable {
  /// Bits by place; places beyond the last word are not members.
  private var bits: [UInt64] = []

  /// The set of no commit.
  init() {}

  /// The set of these commits.
  init(_ places: some Sequence<Int>) {
    for place in places { insert(place) }
  }

  /// Whether no commit is a member.
  var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

  /// How many commits are members.
  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The places in ascending order.
  var places: [Int] {
    var places: [Int] = []
    for (index, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        places.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return places
  }

  /// The first member's place.
  var first: Int? {
    bits.firstIndex { $0 != 0 }.map { $0 * 64 + bits[$0].trailingZeroBitCount }
  }

  /// Whether the commit at a place is a member.
  func contains(_ place: Int) -> Bool {
    place >> 6 < bits.count && bits[place >> 6] & (1 << (place & 63)) != 0
  }

  /// Makes the commit at a place a member.
  mutating func insert(_ place: Int) {
    let word = place >> 6
    if word >= bits.count { bits += repeatElement(0, count: word + 1 - bits.count) }
    bits[word] |= 1 << (place & 63)
  }

  /// The members of either.
  func union(_ other: CommitSet) -> CommitSet {
    guard bits.count >= other.bits.count else { return other.union(self) }
    var result = self
    for index in other.bits.indices { result.bits[index] |= other.bits[index] }
    return result
  }

  /// The members of both.
  func intersection(_ other: CommitSet) -> CommitSet {
    var result = CommitSet()
    result.bits = zip(bits, other.bits).map { $0 & $1 }
    return result
  }

  /// The members that are not `other`'s.
  func subtracting(_ other: CommitSet) -> CommitSet {
    var result = self
    for index in bits.indices.prefix(other.bits.count) { result.bits[index] &= ~other.bits[index] }
    return result
  }
}
