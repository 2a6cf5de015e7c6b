internal import Foundation

/// Cuts text as the index does: runs of letters and digits, and the characters of scripts that are
/// written without spaces one by one.
enum TokenCutter {
  /// Gives the tokens of `bytes`, which are UTF-8, as ranges of them while `body` returns true. Linear.
  static func forEachToken(
    in bytes: [UInt8], while body: (_ range: Range<Int>, _ isASCII: Bool) -> Bool
  ) {
    var start: Int?
    var isASCII = true
    var index = 0
    func close(at end: Int) -> Bool {
      defer { (start, isASCII) = (nil, true) }
      return start.map { body($0..<end, isASCII) } ?? true
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard isAlphanumeric(byte) else {
          guard close(at: index) else { return }
          index += 1
          continue
        }
        start = start ?? index
        repeat { index += 1 } while index < bytes.count && isAlphanumeric(bytes[index])
        continue
      }
      let (scalar, length) = scalar(at: index, of: bytes)
      if IndexedText.isUnspaced(scalar) {
        guard close(at: index) else { return }
        (start, isASCII) = (index, false)
        guard close(at: index + length) else { return }
      } else if FTS5Expression.isToken(scalar)
        || scalar.properties.canonicalCombiningClass != .notReordered
      {
        start = start ?? index
        isASCII = false
      } else {
        guard close(at: index) else { return }
      }
      index += length
    }
    _ = close(at: bytes.count)
  }

  /// A token in lower case and without diacritics.
  static func folded(_ token: ArraySlice<UInt8>, isASCII: Bool) -> [UInt8] {
    if isASCII { return token.map(lowercased) }
    let parts = String(decoding: token, as: UTF8.self).decomposedStringWithCanonicalMapping
    var bare = String.UnicodeScalarView()
    bare.append(
      contentsOf: parts.unicodeScalars.filter {
        $0.properties.canonicalCombiningClass == .notReordered
      })
    return Array(String(bare).lowercased().utf8)
  }

  /// An ASCII letter in lower case; any other byte as it is.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// The scalar that begins at `index` and its length; bytes cut off at the end give U+FFFD.
  private static func scalar(at index: Int, of bytes: [UInt8]) -> (Unicode.Scalar, Int) {
    let first = bytes[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
