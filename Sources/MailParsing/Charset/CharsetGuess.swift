/// Guesses the set of bytes that declare none and are not UTF-8.
enum CharsetGuess {
  /// ISO-2022-JP or -KR by their escape sequences, which are ASCII bytes; nil where there are none.
  static func escaped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Charset? {
    guard let escape = bytes.firstIndex(of: 0x1B, in: range), escape + 2 < range.upperBound,
      bytes[escape + 1] == 0x24
    else { return nil }
    switch bytes[escape + 2] {
    case 0x42, 0x40: return .named("ISO-2022-JP-3")
    case 0x29: return .named("ISO-2022-KR")
    default: return nil
    }
  }

  /// The set that explains the bytes best, windows-1252 where nothing speaks for another. At most
  /// 4096 bytes are looked at.
  ///
  /// Text in a Cyrillic set is long runs of high letters, mostly lower-case; KOI8-R holds lower case
  /// at C0…DF and windows-1251 at E0…FF. East Asian double-byte text is runs of even length.
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
