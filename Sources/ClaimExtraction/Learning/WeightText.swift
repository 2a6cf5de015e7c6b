/// Bytes as text that a source file can hold: base64 (RFC 4648 §4) in lines, without padding.
package enum WeightText {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Characters of a line: long ones keep the file short, and no one reads them.
  private static let width = 4000

  /// The text of some bytes.
  package static func encode(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    var pending: UInt32 = 0
    var bitCount = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        digits.append(alphabet[Int(pending >> UInt32(bitCount) & 63)])
      }
    }
    if bitCount > 0 { digits.append(alphabet[Int(pending << UInt32(6 - bitCount) & 63)]) }
    return stride(from: 0, to: digits.count, by: width)
      .map { String(decoding: digits[$0..<min($0 + width, digits.count)], as: UTF8.self) }
      .joined(separator: "\n")
  }

  /// The bytes of a text; characters outside the alphabet, line ends among them, are passed over.
  package static func decode(_ text: StaticString) -> [UInt8] {
    var values = Array(repeating: UInt8.max, count: 256)
    for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
    return text.withUTF8Buffer { digits in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(digits.count * 3 / 4)
      var pending: UInt32 = 0
      var bitCount = 0
      for index in digits.indices {
        let value = unsafe values[Int(digits[index])]
        guard value < 64 else { continue }
        pending = pending << 6 | UInt32(value)
        bitCount += 6
        if bitCount >= 8 {
          bitCount -= 8
          bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bitCount)))
        }
      }
      return bytes
    }
  }
}
