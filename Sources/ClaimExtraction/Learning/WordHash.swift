/// Hashes of words and features: FNV-1a over bytes with ASCII letters in lower case.
///
/// The weights of the trained models are filed under these numbers, so a change here asks for new
/// weights.
package struct WordHash {
  /// The hash of what was added so far; never 0, which tables use for an empty slot.
  package var value: UInt32

  /// Starts a hash; different seeds give unrelated hashes of the same bytes.
  package init(seed: UInt32 = 0) { value = 2_166_136_261 ^ (seed &* 0x9E37_79B9) }

  /// Adds a byte; `A`…`Z` count as `a`…`z`.
  package mutating func add(_ byte: UInt8) {
    let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
    value = (value ^ UInt32(lower)) &* 16_777_619
  }

  /// Adds a number, mixed so that small numbers spread.
  package mutating func add(_ number: UInt32) {
    value = (value ^ number) &* 0x85EB_CA6B
    value ^= value >> 15
  }

  /// The hash of a word's UTF-8.
  package static func hash(of bytes: Span<UInt8>) -> UInt32 {
    var hash = WordHash()
    for index in bytes.indices { hash.add(bytes[index]) }
    return hash.value == 0 ? 1 : hash.value
  }
}
