// Character references of HTML, decoded into UTF-8. The names are those of HTML 4 (§24), which
// archivers and mail programs write; a reference that names nothing stays as it is written.

extension Array where Element == UInt8 {
  /// Adds the text of `range` with its character references decoded. Linear in `range`.
  @inline(__always)
  mutating func append(decodingEntitiesOf bytes: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    while let hit = bytes.firstIndex(of: 0x26, in: start..<range.upperBound) {
      append(bytes, start..<hit)
      start = appendEntity(bytes, at: hit, limit: range.upperBound)
    }
    append(bytes, start..<range.upperBound)
  }

  /// Adds what the reference at `index`, an `&`, stands for and gives the place after it.
  mutating func appendEntity(_ bytes: Span<UInt8>, at index: Int, limit: Int) -> Int {
    // The four that pipermail writes, most of all references there are.
    if limit - index >= 4 {
      if bytes.starts(with: "&gt;", at: index) { return append(0x3E, after: index + 4) }
      if bytes.starts(with: "&lt;", at: index) { return append(0x3C, after: index + 4) }
      if bytes.starts(with: "&amp;", at: index), index + 5 <= limit {
        return append(0x26, after: index + 5)
      }
      if bytes.starts(with: "&quot;", at: index), index + 6 <= limit {
        return append(0x22, after: index + 6)
      }
    }
    guard let (scalar, end) = HTMLEntity.decode(bytes, at: index, limit: limit) else {
      append(0x26)
      return index + 1
    }
    appendUTF8(scalar.value)
    return end
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, after end: Int) -> Int {
    append(byte)
    return end
  }
}

/// One character reference.
enum HTMLEntity {
  /// The scalar that the reference at `index` names and the place after it; nil where it names none.
  /// A missing `;` is forgiven after digits.
  static func decode(
    _ bytes: Span<UInt8>, at index: Int, limit: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard index + 2 < limit else { return nil }
    guard bytes[index + 1] == 0x23 else { return named(bytes, at: index + 1, limit: limit) }
    let isHexadecimal = bytes[index + 2] | 0x20 == 0x78
    let radix: UInt32 = isHexadecimal ? 16 : 10
    let start = index + (isHexadecimal ? 3 : 2)
    var (end, value) = (start, UInt32(0))
    while end < limit, let digit = bytes[end].hexadecimalValue, UInt32(digit) < radix {
      value = min(value * radix + UInt32(digit), 0x11_0000)
      end += 1
    }
    guard end > start else { return nil }
    if end < limit, bytes[end] == 0x3B { end += 1 }
    // HTML 5 §13.2.5.80: 128…159 mean Windows-1252, as browsers always read them.
    if (0x80..<0xA0).contains(value) { value = UInt32(windows1252[Int(value) - 0x80]) }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", end) }
    return (scalar, end)
  }

  private static func named(
    _ bytes: Span<UInt8>, at start: Int, limit: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var end = start
    while end < limit, end - start < 9, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
    guard end < limit, bytes[end] == 0x3B, end > start,
      let value = htmlEntityNames[bytes.string(in: start..<end)]
    else { return nil }
    return (value, end + 1)
  }

  /// The 32 characters that Windows-1252 holds where ISO 8859-1 has controls.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
