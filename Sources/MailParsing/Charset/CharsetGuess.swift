/// Guesses the set of bytes that declare none and are not UTF-8.
enum CharsetGuess {
  /// The ISO-2022 set that the first telling escape sequence is of, all of which are ASCII bytes; nil where
  /// there is none.
  static func escaped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Charset? {
    var index = range.lowerBound
    while let escape = bytes.firstIndex(of: 0x1B, in: index..<range.upperBound) {
      index = escape + 1
      func isHere(_ sequence: StaticString) -> Bool { bytes.starts(with: sequence, at: index) }
      if isHere("$B") || isHere("$@") { return .iso2022JP }
      if isHere("$)C") { return .named("ISO-2022-KR") }
      if isHere("$)A") || isHere("$)G") { return .named("ISO-2022-CN-EXT") }
    }
    return nil
  }

  /// The set that explains the bytes best, windows-1252 where nothing speaks for another. At most
  /// 4096 bytes are looked at.
  ///
  /// Text in a Cyrillic set is long runs of high letters, mostly lower-case; KOI8-R holds lower case
  /// at C0…DF and windows-1251 at E0…FF. East Asian double-byte text is runs of even length, but for the
  /// sets whose second byte may be ASCII.
  static func guess(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Charset {
    var (runs, high, even, longRuns) = (0, 0, 0, 0)
    var (c0, e0, controls, kana, hangul) = (0, 0, 0, 0, 0)
    var index = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 4096)
    while index < end {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let start = index
      while index < end, bytes[index] >= 0x80 {
        switch bytes[index] {
        case 0xC0...0xDF: c0 += 1
        case 0xE0...0xFF: e0 += 1
        case 0x80...0xA0: controls += 1
        default: break
        }
        if (index - start) % 2 == 0 {
          if bytes[index] == 0xA4 || bytes[index] == 0xA5 { kana += 1 }
          if (0xB0...0xC8).contains(bytes[index]) { hangul += 1 }
        }
        index += 1
      }
      runs += 1
      let length = index - start
      high += length
      if length % 2 == 0 { even += 1 }
      if length >= 4 { longRuns += 1 }
    }
    if let set = DoubleByte.guess(bytes, range.lowerBound..<end) { return set }
    guard high >= 8, longRuns * 2 >= runs else { return .windows1252 }
    if even == runs, controls == 0 {
      if kana * 5 >= high { return .named("EUC-JP-MS") }
      return hangul * 20 >= high * 9 ? .named("CP949") : .named("GB18030")
    }
    if (c0 + e0) * 10 >= high * 9 {
      return c0 > e0 ? .named("KOI8-R") : .named("WINDOWS-1251")
    }
    return .windows1252
  }
}

/// The East Asian sets whose second byte may be ASCII: Shift_JIS and Big5.
private enum DoubleByte {
  /// The set of which the text is whole pairs, with its most frequent leads among them; nil for neither.
  static func guess(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Charset? {
    // Kana make up a third of Japanese; their lead bytes are 82 and 83. The frequent third of Chinese
    // characters, and its punctuation, are led by A1 and A4…AC.
    if isWhole(
      bytes, range, leads: [0x81...0x9F, 0xE0...0xFC], singles: 0xA1...0xDF, usual: 0x82...0x83)
    {
      return .named("CP932")
    }
    return isWhole(bytes, range, leads: [0xA1...0xF9], singles: nil, usual: 0xA1...0xAC)
      ? .named("BIG5") : nil
  }

  /// Whether every byte beyond ASCII leads a pair or is a single, and a fifth of the pairs have a usual lead
  /// and some a second byte that is ASCII; a pair that `range` cuts does not count.
  private static func isWhole(
    _ bytes: Span<UInt8>, _ range: Range<Int>, leads: [ClosedRange<UInt8>],
    singles: ClosedRange<UInt8>?, usual: ClosedRange<UInt8>
  ) -> Bool {
    var (pairs, usualPairs, asciiTrails, index) = (0, 0, 0, range.lowerBound)
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 || singles?.contains(byte) == true { continue }
      guard leads.contains(where: { $0.contains(byte) }) else { return false }
      guard index < range.upperBound else { break }
      let trail = bytes[index]
      guard (0x40...0x7E).contains(trail) || (0x80...0xFE).contains(trail) else { return false }
      pairs += 1
      if usual.contains(byte) { usualPairs += 1 }
      if trail < 0x80 { asciiTrails += 1 }
      index += 1
    }
    return pairs >= 8 && asciiTrails > 0 && usualPairs * 5 >= pairs
  }
}
