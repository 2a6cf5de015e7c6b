/// Finds the parts of words such as `ServerManager` or `parseHTTPHeader`, which the index's tokenizer
/// takes for one token each.
struct CompoundWords {
  /// Longer runs of letters are keys, digests and encoded files.
  private static let longest = 48
  private var seen: Set<[UInt8]> = []
  /// The parts found so far, each with a space before it; those of a repeated word once.
  private(set) var parts: [UInt8] = []

  /// Adds the parts of all compound words of `text`: ASCII letters and digits that a change of case cuts,
  /// `aB` before the `B` and `ABcd` before the `Bcd`. A part has two characters at least. Linear.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 1
      while index < bytes.count {
        guard unsafe Self.isUpper(bytes[index]), unsafe Self.isJoint(index, in: bytes) else {
          index += 1
          continue
        }
        var (start, end) = (index, index)
        while start > 0, unsafe Self.isWord(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, unsafe Self.isWord(bytes[end]) { end += 1 }
        if end - start <= Self.longest, unsafe seen.insert(Array(bytes[start..<end])).inserted {
          unsafe cut(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
        index = end + 1
      }
    }
  }

  private mutating func cut(_ word: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 1...word.count
    where unsafe index == word.count || Self.isUpper(word[index]) && Self.isJoint(index, in: word) {
      if index - start > 1 {
        parts.append(UInt8(ascii: " "))
        unsafe parts.append(contentsOf: word[start..<index])
      }
      start = index
    }
  }

  /// Whether a part begins with the capital at `index`.
  private static func isJoint(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = unsafe bytes[index - 1]
    if isLower(before) { return true }
    // Capitals among capitals and digits: only where a word begins, not in `MIPS` or `8004F3A0`.
    return unsafe (isUpper(before) || isDigit(before)) && index + 2 < bytes.count
      && isLower(bytes[index + 1])
      && isLower(bytes[index + 2])
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isWord(_ byte: UInt8) -> Bool {
    isLower(byte | 0x20) || isDigit(byte) || byte >= 0x80
  }
}
