/// Well-formed UTF-8 (Unicode table 3-7), told byte by byte.
enum UTF8Check {
  /// Whether all of `range` is well-formed.
  static func isWellFormed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let length = sequenceLength(bytes, index, range.upperBound)
      guard length > 0 else { return false }
      index += length
    }
    return true
  }

  /// Whether more bytes beyond ASCII stand in well-formed sequences than not: then a declaration of
  /// UTF-8 is believed and the rest is damage.
  static func isMostlyWellFormed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var (good, bad) = (0, 0)
    var index = range.lowerBound
    while index < range.upperBound {
      let length = sequenceLength(bytes, index, range.upperBound)
      if length > 1 { good += length }
      if length == 0 { bad += 1 }
      index += max(1, length)
    }
    return good >= bad
  }

  /// Adds `range` with U+FFFD for each byte that is in no sequence, and returns their count.
  static func appendRepaired(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) -> Int {
    var failures = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let length = sequenceLength(bytes, index, range.upperBound)
      if length == 0 {
        output.appendUTF8(0xFFFD)
        failures += 1
        index += 1
      } else {
        output.append(bytes, index..<(index + length))
        index += length
      }
    }
    return failures
  }

  /// The bytes of the sequence at `index`; 0 where none begins there.
  private static func sequenceLength(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    func next(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + offset < end && bytes[index + offset] >= low && bytes[index + offset] <= high
    }
    switch first {
    case 0xC2...0xDF: return next(1) ? 2 : 0
    case 0xE0: return next(1, 0xA0) && next(2) ? 3 : 0
    case 0xED: return next(1, 0x80, 0x9F) && next(2) ? 3 : 0
    case 0xE1...0xEF: return next(1) && next(2) ? 3 : 0
    case 0xF0: return next(1, 0x90) && next(2) && next(3) ? 4 : 0
    case 0xF1...0xF3: return next(1) && next(2) && next(3) ? 4 : 0
    case 0xF4: return next(1, 0x80, 0x8F) && next(2) && next(3) ? 4 : 0
    default: return 0
    }
  }
}
