/// Turns bytes of a declared or guessed set into UTF-8.
enum TextDecoder {
  /// What decoding had to do beside following the declaration.
  struct Outcome {
    /// The set that was used.
    var charset: Charset
    /// What is wrong, to be recorded at the bytes' place; nil where all went as declared.
    var defect: (kind: Defect.Kind, severity: Defect.Severity)?
    /// Bytes that gave U+FFFD.
    var undecodable = 0
  }

  /// Adds the bytes of `range` as UTF-8 to `output`; `declared` nil guesses. Linear in `range`.
  ///
  /// Never lossy in silence: a byte that stands for nothing gives U+FFFD and
  /// ``Defect/Kind/undecodableBytes``, a set that was guessed ``Defect/Kind/guessedCharset``, and a
  /// declaration that the bytes contradict ``Defect/Kind/wrongCharset``.
  static func decode(
    _ bytes: Span<UInt8>, _ range: Range<Int>, as declared: Charset?, into output: inout [UInt8]
  ) -> Outcome {
    switch declared {
    case .hz:
      let pairs = SevenBitSets.gb2312(fromHZ: bytes, range)
      var outcome = decode(pairs.span, 0..<pairs.count, as: .named("GB18030"), into: &output)
      outcome.charset = .hz
      return outcome
    case .named(let name):
      guard let converter = CharsetConverter(from: name) else { break }
      let start = output.count
      let failures = converter.convert(bytes, range, into: &output)
      if failures == 0 { return Outcome(charset: .named(name)) }
      return decodeInstead(
        bytes, range, into: &output, from: start,
        Outcome(
          charset: .named(name), defect: (.undecodableBytes, .error), undecodable: failures))
    case .windows1252 where bytes.hasEightBit(in: range):
      appendWindows1252(bytes, range, into: &output)
      return Outcome(charset: .windows1252)
    default: break
    }
    if !bytes.hasEightBit(in: range) {
      if declared == nil || declared == .ascii, let set = CharsetGuess.escaped(bytes, range) {
        var outcome = decode(bytes, range, as: set, into: &output)
        outcome.defect = (.guessedCharset, .warning)
        return outcome
      }
      output.append(bytes, range)
      return Outcome(charset: declared ?? .ascii)
    }
    if UTF8Check.isWellFormed(bytes, range) {
      output.append(bytes, range)
      return declared == .utf8
        ? Outcome(charset: .utf8) : Outcome(charset: .utf8, defect: (.guessedCharset, .warning))
    }
    if declared == .utf8, UTF8Check.isMostlyWellFormed(bytes, range) {
      let failures = UTF8Check.appendRepaired(bytes, range, into: &output)
      return Outcome(charset: .utf8, defect: (.undecodableBytes, .error), undecodable: failures)
    }
    let guess = CharsetGuess.guess(bytes, range)
    var outcome = decode(bytes, range, as: guess, into: &output)
    if outcome.defect == nil {
      outcome.defect = (declared == .utf8 ? .wrongCharset : .guessedCharset, .warning)
    }
    return outcome
  }

  /// Replaces what decoding as declared, which failed, added from `start` on, where the bytes are all another
  /// set's: UTF-8 under an older label, or the characters that Microsoft's ISO-2022-JP has and no other.
  private static func decodeInstead(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8], from start: Int,
    _ failed: Outcome
  ) -> Outcome {
    if bytes.hasEightBit(in: range), UTF8Check.isWellFormed(bytes, range) {
      output.removeLast(output.count - start)
      output.append(bytes, range)
      return Outcome(charset: .utf8, defect: (.wrongCharset, .warning))
    }
    guard failed.charset == .iso2022JP, let converter = CharsetConverter(from: "EUC-JP-MS") else {
      return failed
    }
    let pairs = SevenBitSets.eucJP(fromISO2022: bytes, range)
    var text: [UInt8] = []
    let failures = converter.convert(pairs.span, 0..<pairs.count, into: &text)
    guard failures < failed.undecodable else { return failed }
    output.removeLast(output.count - start)
    output.append(contentsOf: text)
    return Outcome(
      charset: failed.charset, defect: failures > 0 ? failed.defect : nil, undecodable: failures)
  }

  /// Windows-1252, whose five unassigned bytes are the C1 controls (WHATWG).
  private static func appendWindows1252(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) {
    output.reserveCapacity(output.count + range.count + range.count / 8)
    var index = range.lowerBound
    while index < range.upperBound {
      let high = bytes.firstIndexAboveASCII(in: index..<range.upperBound)
      output.append(bytes, index..<high)
      index = high
      while index < range.upperBound, bytes[index] >= 0x80 {
        let byte = bytes[index]
        if byte >= 0xA0 {
          output.append(0xC0 | byte >> 6)
          output.append(0x80 | byte & 0x3F)
        } else {
          output.appendUTF8(windows1252High[Int(byte - 0x80)])
        }
        index += 1
      }
    }
  }

  private static let windows1252High: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension Array where Element == UInt8 {
  /// Adds a scalar as UTF-8; one that is none as U+FFFD.
  mutating func appendUTF8(_ value: UInt32) {
    switch value {
    case 0..<0x80: append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case 0xD800..<0xE000: appendUTF8(0xFFFD)
    case 0x800..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    case 0x10000..<0x110000:
      append(UInt8(0xF0 | value >> 18))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default: appendUTF8(0xFFFD)
    }
  }
}
