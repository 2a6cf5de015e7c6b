/// How a part's bytes are written in the mail (RFC 2045 §6).
enum TransferEncoding: Sendable, Hashable {
  /// 7bit, 8bit, binary and none: the bytes themselves.
  case identity
  case quotedPrintable, base64, uuencode, yEnc

  /// The encoding a Content-Transfer-Encoding field names; nil for an unknown word.
  init?(_ bytes: Span<UInt8>, _ value: Range<Int>) {
    var cursor = value.lowerBound
    while cursor < value.upperBound, !bytes[cursor].isMailSpace, bytes[cursor] != 0x3B,
      bytes[cursor] != 0x28
    {
      cursor += 1
    }
    var word = value.lowerBound..<cursor
    if word.count > 2, bytes[word.lowerBound] == 0x22, bytes[word.upperBound - 1] == 0x22 {
      word = (word.lowerBound + 1)..<(word.upperBound - 1)
    }
    func named(_ literal: StaticString) -> Bool { bytes.equalsIgnoringCase(literal, in: word) }
    if word.isEmpty || named("7bit") || named("8bit") || named("binary") || named("7-bit")
      || named("8-bit") || named("none")
    {
      self = .identity
    } else if named("quoted-printable") || named("quotedprintable") || named("quoted_printable") {
      self = .quotedPrintable
    } else if named("base64") || named("base-64") {
      self = .base64
    } else if named("x-uuencode") || named("uuencode") || named("x-uue") || named("uue")
      || named("x-uu")
    {
      self = .uuencode
    } else if named("x-yenc") || named("yenc") {
      self = .yEnc
    } else {
      return nil
    }
  }
}

/// Base64 (RFC 2045 §6.8) as mail holds it: line ends and stray characters between the groups, missing
/// padding, several padded pieces one after another.
enum Base64 {
  /// Adds what `range` decodes to and returns how many characters were neither alphabet, padding nor
  /// space, one more where the last group is incomplete.
  static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Int {
    output.reserveCapacity(output.count + range.count / 4 * 3)
    var strays = 0
    var (group, count): (UInt32, Int) = (0, 0)
    var isPadded = false
    var index = range.lowerBound
    while index < range.upperBound {
      let value = values[Int(bytes[index])]
      index += 1
      if value < 64 {
        group = group << 6 | UInt32(value)
        count += 1
        if count == 4 {
          output.append(UInt8(truncatingIfNeeded: group >> 16))
          output.append(UInt8(truncatingIfNeeded: group >> 8))
          output.append(UInt8(truncatingIfNeeded: group))
          (group, count) = (0, 0)
        }
        isPadded = false
      } else if value == padding {
        flush(&group, &count, into: &output)
        isPadded = true
      } else if value == stray {
        strays += 1
      } else if isPadded {
        // Words after the padding are no data; a new line may begin a further piece.
        index = bytes.endOfLine(from: index - 1, limit: range.upperBound)
        isPadded = false
      }
    }
    if count == 1 { strays += 1 }
    flush(&group, &count, into: &output)
    return strays
  }

  /// Where words begin that are no base64: at the first line of three words and more without padding before
  /// them, such as those of a footer that a list added, or of a text that was never encoded. The end where
  /// no line is such. Linear in `range`.
  static func startOfWords(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while let blank = bytes.firstIndex(of: 0x20, in: index..<range.upperBound) {
      let before = bytes.lastIndex(of: 0x0A, in: index..<blank)
      let line = before.map { $0 + 1 } ?? index
      index = bytes.endOfLine(from: blank, limit: range.upperBound)
      var words = WordCursor(line..<index)
      guard let first = words.next(in: bytes), bytes[first.upperBound - 1] != 0x3D,
        words.next(in: bytes) != nil, words.next(in: bytes) != nil
      else { continue }
      return line
    }
    return range.upperBound
  }

  private static func flush(_ group: inout UInt32, _ count: inout Int, into output: inout [UInt8]) {
    if count >= 2 { output.append(UInt8(truncatingIfNeeded: group >> (count == 2 ? 4 : 10))) }
    if count == 3 { output.append(UInt8(truncatingIfNeeded: group >> 2)) }
    (group, count) = (0, 0)
  }

  private static let padding: UInt8 = 64
  private static let space: UInt8 = 65
  private static let stray: UInt8 = 66

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: stray, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt8(value) }
    values[0x3D] = padding
    for blank in [0x20, 0x09, 0x0A, 0x0D] { values[blank] = space }
    return values
  }()
}

/// Quoted-printable (RFC 2045 §6.7), and the Q encoding of encoded-words (RFC 2047 §4.2).
enum QuotedPrintable {
  /// Adds what `range` decodes to and returns how many `=` were no escape; those stay as they are.
  static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Int {
    scan(
      bytes, range, run: { output.append(bytes, $0) }, byte: { output.append($0) })
  }

  /// How many bytes `range` decodes to.
  static func decodedCount(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    _ = scan(bytes, range, run: { count += $0.count }, byte: { _ in count += 1 })
    return count
  }

  /// Hands over what `range` decodes to, the runs that stand for themselves and the bytes that were
  /// written as escapes, and returns how many `=` were none.
  @inline(__always)
  private static func scan(
    _ bytes: Span<UInt8>, _ range: Range<Int>, run: (Range<Int>) -> Void, byte: (UInt8) -> Void
  ) -> Int {
    var strays = 0
    let end = range.upperBound
    var (start, index) = (range.lowerBound, range.lowerBound)
    while let stop = bytes.firstIndex(of: 0x3D, or: 0x0A, in: index..<end) {
      if bytes[stop] == 0x0A {
        // Nothing changes at the end of a line but the spaces before it.
        let text = bytes.endOfText(ofLineFrom: index, to: stop + 1)
        let kept = endOfWords(bytes, index..<text)
        if kept < text {
          run(start..<kept)
          start = text
        }
        index = stop + 1
      } else if let value = escaped(bytes, at: stop, end) {
        run(start..<stop)
        byte(value)
        index = stop + 3
        start = index
      } else if let next = afterSoftBreak(bytes, stop + 1, end) {
        run(start..<stop)
        index = next
        start = index
      } else {
        strays += 1
        index = stop + 1
      }
    }
    run(start..<end)
    return strays
  }

  /// Adds the text of an encoded-word and returns how many `=` were no escape. A folded line in it is one
  /// that a mailer broke where it may not be: the break and the space after it are no text.
  static func decodeWord(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) -> Int {
    var strays = 0
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      if byte == 0x3D, let value = escaped(bytes, at: index, end) {
        output.append(value)
        index += 3
      } else if byte == 0x3D, let next = afterSoftBreak(bytes, index + 1, end) {
        index = next
      } else if byte == 0x0A {
        while output.last == 0x0D { output.removeLast() }
        while index < end, bytes[index].isMailSpace { index += 1 }
      } else {
        if byte == 0x3D { strays += 1 }
        output.append(byte == 0x5F ? 0x20 : byte)
        index += 1
      }
    }
    return strays
  }

  /// The byte that the `=` at `index` and two digits after it stand for; nil where they are none.
  private static func escaped(_ bytes: Span<UInt8>, at index: Int, _ end: Int) -> UInt8? {
    guard index + 2 < end, let high = bytes[index + 1].hexadecimalValue,
      let low = bytes[index + 2].hexadecimalValue
    else { return nil }
    return high << 4 | low
  }

  /// The end of `range` without the spaces and tabs before it.
  private static func endOfWords(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  /// Where the text goes on after a `=` at the end of a line, spaces after it allowed; nil where other
  /// characters follow.
  private static func afterSoftBreak(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index == end { return end }
    if bytes[index] == 0x0D, index + 1 < end, bytes[index + 1] == 0x0A { return index + 2 }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}
