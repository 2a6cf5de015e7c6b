/// East Asian sets in seven bits, rewritten in the eight-bit form that `iconv` reads.
enum SevenBitSets {
  /// HZ (RFC 1843) as GB 2312: pairs between `~{` and `~}`, or the end of their line; `~~` is `~`, and a
  /// line after `~` goes on. Linear in `range`.
  static func gb2312(fromHZ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var isPairs = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      switch (byte, next) {
      case (0x7E, 0x7B) where !isPairs, (0x7E, 0x7D) where isPairs:
        isPairs.toggle()
        index += 2
      case (0x7E, 0x7E) where !isPairs:
        output.append(0x7E)
        index += 2
      case (0x7E, 0x0A) where !isPairs: index += 2
      case (0x21..., 0x21...) where isPairs:
        output.append(byte | 0x80)
        output.append(next | 0x80)
        index += 2
      default:
        if byte == 0x0A { isPairs = false }
        output.append(byte)
        index += 1
      }
    }
    return output
  }

  /// ISO-2022-JP as EUC-JP: JIS X 0208 and 0212, katakana of half width after `ESC ( I` or a shift, bytes
  /// that are EUC-JP already; the end of a line ends pairs. Linear in `range`.
  static func eucJP(fromISO2022 bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var set = JapaneseSet.ascii
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      if byte == 0x1B, let (chosen, length) = JapaneseSet.chosen(bytes, at: index) {
        set = chosen
        index += length
      } else if byte == 0x0E || byte == 0x0F {
        set = byte == 0x0E ? .katakana : .ascii
        index += 1
      } else if set.isPairs, (0x21...0x7E).contains(byte), (0x21...0x7E).contains(next) {
        if set == .supplement { output.append(0x8F) }
        output.append(byte | 0x80)
        output.append(next | 0x80)
        index += 2
      } else if set == .katakana, (0x21...0x5F).contains(byte) {
        output.append(0x8E)
        output.append(byte | 0x80)
        index += 1
      } else {
        if byte == 0x0A { set = .ascii }
        output.append(byte)
        index += 1
      }
    }
    return output
  }
}

/// What the bytes of ISO-2022-JP stand for after an escape sequence.
private enum JapaneseSet {
  case ascii, katakana, kanji, supplement

  var isPairs: Bool { self == .kanji || self == .supplement }

  /// The set that the escape sequence at `index` chooses, and the sequence's length; nil for others.
  static func chosen(_ bytes: Span<UInt8>, at index: Int) -> (Self, length: Int)? {
    func isHere(_ sequence: StaticString) -> Bool { bytes.starts(with: sequence, at: index + 1) }
    if isHere("$B") || isHere("$@") { return (.kanji, 3) }
    if isHere("(B") || isHere("(J") || isHere("(H") { return (.ascii, 3) }
    if isHere("(I") { return (.katakana, 3) }
    return isHere("$(D") ? (.supplement, 4) : isHere("$(B") ? (.kanji, 4) : nil
  }
}
