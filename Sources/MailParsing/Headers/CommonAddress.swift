/// The forms that nearly every mailbox has, read without a copy: `x@y`, `<x@y>`, `Name <x@y>`,
/// `"Name" <x@y>`, all of plain ASCII without escapes, comments or encoded-words.
enum CommonAddress {
  /// Adds the mailbox at `start` and returns where the next begins; nil, with nothing added, where it
  /// has another form.
  static func read(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8],
    list: inout [FlatMessage.Mailbox]
  ) -> Int? {
    var index = start
    while index < end, bytes[index].isMailSpace { index += 1 }
    var name = index..<index
    if index < end, bytes[index] == 0x22 {
      let nameStart = index + 1
      guard let close = plainEnd(bytes, nameStart, end, at: 0x22) else { return nil }
      name = nameStart..<close
      index = close + 1
      while index < end, bytes[index] == 0x20 { index += 1 }
      guard index < end, bytes[index] == 0x3C else { return nil }
    } else {
      let wordStart = index
      index = bytes.endOfWords(from: index, to: end)
      let word = bytes.trimmed(wordStart..<index)
      if index == end || bytes[index] == 0x2C {
        guard isAddress(bytes, word) else { return nil }
        return add(
          bytes, name: wordStart..<wordStart, email: word, next: min(index + 1, end),
          into: &output, list: &list)
      }
      guard bytes[index] == 0x3C, bytes.firstIndex(of: 0x40, in: word) == nil else { return nil }
      name = word
    }
    let emailStart = index + 1
    index = emailStart
    index = bytes.endOfWords(from: index, to: end)
    let email = emailStart..<index
    guard index < end, bytes[index] == 0x3E, isAddress(bytes, email) else { return nil }
    index += 1
    while index < end, bytes[index].isMailSpace { index += 1 }
    guard index == end || bytes[index] == 0x2C else { return nil }
    return add(
      bytes, name: name, email: email, next: min(index + 1, end), into: &output, list: &list)
  }

  private static func add(
    _ bytes: Span<UInt8>, name: Range<Int>, email: Range<Int>, next: Int,
    into output: inout [UInt8], list: inout [FlatMessage.Mailbox]
  ) -> Int {
    let start = output.count
    output.append(bytes, name)
    let middle = output.count
    output.append(bytes, email)
    list.append(FlatMessage.Mailbox(name: start..<middle, email: middle..<output.count))
    return next
  }

  /// The place of `closer` with nothing but printable ASCII before it.
  private static func plainEnd(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, at closer: UInt8
  ) -> Int? {
    var index = start
    while index < end, bytes[index] != closer {
      let byte = bytes[index]
      guard byte >= 0x20, byte < 0x7F, byte != 0x5C,
        byte != 0x3D || index + 1 >= end || bytes[index + 1] != 0x3F
      else { return nil }
      index += 1
    }
    guard index < end, index == start || (bytes[start] != 0x20 && bytes[index - 1] != 0x20) else {
      return nil
    }
    return index
  }

  /// One `@` with something on either side, no space, and no domain that an archiver replaced.
  private static func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let at = bytes.firstIndex(of: 0x40, or: 0x20, in: range), bytes[at] == 0x40,
      at > range.lowerBound, at + 1 < range.upperBound,
      bytes.firstIndex(of: 0x40, or: 0x20, in: (at + 1)..<range.upperBound) == nil
    else { return false }
    return bytes[range.upperBound - 1] != 0x6E
      || !bytes.startsIgnoringCase(with: ".hidden", at: range.upperBound - 7)
  }
}

extension Span where Element == UInt8 {
  /// Where the printable ASCII that begins at `start` and is special to no form of an address read here
  /// ends; `end` at most. `=?` cannot come about without `?`.
  fileprivate func endOfWords(from start: Int, to end: Int) -> Int {
    func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
    return firstPlace(in: start..<end) { block in
      // The last bit apart, `(` is `)`, `:` is `;` and `>` is `?`.
      let pair = block & all(0xFE)
      return ((pair .== all(0x28)) .| (pair .== all(0x3A)) .| (pair .== all(0x3E)))
        .| ((block .== all(0x22)) .| (block .== all(0x2C)) .| (block .== all(0x3C)))
        .| ((block .== all(0x5C)) .| (block .< all(0x20)) .| (block .> all(0x7E)))
    } ?? end
  }
}
