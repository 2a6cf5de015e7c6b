/// Numbers the distinct byte strings among ranges of one buffer, in the order they are met.
///
/// A history says the same names, paths and words again and again; what is costly to make of one is
/// made once for its number. No string is copied: the table holds ranges of the buffer, which must
/// be the same at each call.
struct ByteTable {
  /// Half of a hash, and one more than the number; 0 where a slot is free.
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)
  private var entries: [Entry] = []

  private struct Entry {
    var range: Range<Int>
    var hash: UInt64
  }

  /// How many distinct strings were met.
  var count: Int { entries.count }

  /// The number of the bytes at `range`; equal to the count before the call where they are new.
  mutating func number(of range: Range<Int>, in bytes: Span<UInt8>) -> Int {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, Self.areEqual(entries[number].range, range, in: bytes) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Self.slot(hash, entries.count)
    entries.append(Entry(range: range, hash: hash))
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  /// Where the bytes of a number were first met.
  func range(of number: Int) -> Range<Int> { entries[number].range }

  private static func slot(_ hash: UInt64, _ number: Int) -> UInt64 {
    (hash >> 32) << 32 | UInt64(number + 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Self.slot(entry.hash, number)
    }
  }

  private static func areEqual(
    _ one: Range<Int>, _ other: Range<Int>, in bytes: Span<UInt8>
  ) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where bytes[one.lowerBound + offset] != bytes[other.lowerBound + offset] {
      return false
    }
    return true
  }
}
