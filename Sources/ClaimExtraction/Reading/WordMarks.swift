/// Words and their marks as an open-addressed table.
struct WordMarks {
  /// For each first letter a bit for each length that words with it have.
  private var lengths = [UInt32](repeating: 0, count: 32)
  private var keys = [UInt32](repeating: 0, count: Self.slots)
  private var values = [UInt32](repeating: 0, count: Self.slots)
  private static let slots = 1024

  /// Makes a table of at most a few hundred words of up to 31 letters, in lower case and apart by blanks; a
  /// word of several lists has the marks of all.
  init(_ lists: [(mark: UInt32, words: String)]) {
    for (mark, words) in lists {
      for word in words.split(separator: " ") {
        var hash = WordHash()
        for byte in word.utf8 { hash.add(byte) }
        add(mark, to: hash.value)
        if let first = word.utf8.first { lengths[Int(first & 31)] |= 1 << UInt32(word.utf8.count) }
      }
    }
  }

  private mutating func add(_ mark: UInt32, to hash: UInt32) {
    let slot = self.slot(of: hash)
    keys[slot] = hash
    values[slot] |= mark
  }

  /// The marks of a word in small or great letters; 0 where it is in no list. Nearly all words that are in
  /// none are told by their first letter and length.
  @inline(__always)
  func mark(of word: Range<Int>, in bytes: Span<UInt8>) -> UInt32 {
    guard word.count < 32, lengths[Int(bytes[word.lowerBound] & 31)] >> UInt32(word.count) & 1 == 1
    else { return 0 }
    var hash = WordHash()
    for place in word { hash.add(bytes[place]) }
    return values[slot(of: hash.value)]
  }

  /// Where a word stands, or the free slot where it would.
  @inline(__always)
  private func slot(of hash: UInt32) -> Int {
    var slot = Int(hash) & (Self.slots - 1)
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
    return slot
  }
}
