/// A list of texts that lines open with, asked by the first byte: most lines open with none of them.
struct Openings: Sendable, ExpressibleByArrayLiteral {
  private let texts: [StaticString]
  /// Which bytes of ASCII some text begins with, below 64 and from there on.
  private let firsts: (UInt64, UInt64)

  /// Makes a list of texts of ASCII, none of them empty.
  init(arrayLiteral texts: StaticString...) {
    self.texts = texts
    var firsts: (UInt64, UInt64) = (0, 0)
    for text in texts {
      let first = text.withUTF8Buffer { unsafe $0.first ?? 0 }
      let bit = UInt64(1) << UInt64(first & 63)
      if first < 64 { firsts.0 |= bit } else { firsts.1 |= bit }
    }
    self.firsts = firsts
  }

  /// Whether the bytes at the start of `range`, which is not empty, are one of the texts.
  func open(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let first = bytes[range.lowerBound]
    guard first < 128, (first < 64 ? firsts.0 : firsts.1) >> UInt64(first & 63) & 1 == 1 else {
      return false
    }
    return texts.contains { $0.isPrefix(of: range, in: bytes) }
  }
}
