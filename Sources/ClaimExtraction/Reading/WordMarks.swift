/// Words and their marks as an open-addressed table, asked with the hash of a word.
struct WordMarks {
  private var keys = [UInt32](repeating: 0, count: Self.slots)
  private var values = [UInt32](repeating: 0, count: Self.slots)
  private static let slots = 1024

  /// Makes a table of at most a few hundred words, in lower case and apart by blanks; a word of several
  /// lists has the marks of all.
  init(_ lists: [(mark: UInt32, words: String)]) {
    for (mark, words) in lists {
      for word in words.split(separator: " ") {
        var hash = WordHash()
        for byte in word.utf8 { hash.add(byte) }
        add(mark, to: hash.value)
      }
    }
  }

  private mutating func add(_ mark: UInt32, to hash: UInt32) {
    let slot = self.slot(of: hash)
    keys[slot] = hash
    values[slot] |= mark
  }

  /// The marks of a word; 0 where it is in no list.
  @inline(__always)
  func mark(of hash: UInt32) -> UInt32 { values[slot(of: hash)] }

  /// Where a word stands, or the free slot where it would.
  @inline(__always)
  private func slot(of hash: UInt32) -> Int {
    var slot = Int(hash) & (Self.slots - 1)
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
    return slot
  }
}
