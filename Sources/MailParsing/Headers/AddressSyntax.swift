/// What stands where in a field of addresses (RFC 5322 §3.4 and §4.4, and what mailers make of them), as
/// questions about bytes and ranges; ``AddressReader`` puts the answers together.
enum AddressSyntax {
  /// After the comment that begins at `start`, nested ones included; the end where it is not closed.
  static func endOfComment(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var depth = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return end
  }

  /// The `>` that closes the angle bracket at `start`; the separator or end where none does.
  static func endOfAngle(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    if let close = bytes.firstIndex(of: 0x3E, in: start..<end) { return close }
    return bytes.firstIndex(of: 0x2C, in: start..<end) ?? end
  }

  /// Where the next mailbox begins if it follows without a comma: words and another angle bracket that
  /// holds an address stand between `start` and the next separator. Nil where none does.
  static func startOfNextMailbox(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      switch bytes[index] {
      case 0x2C, 0x3B, 0x28, 0x22, 0x3E: return nil
      case 0x3C:
        let close = endOfAngle(bytes, index, end)
        return bytes.firstIndex(of: 0x40, in: index..<close) == nil ? nil : start
      default: index += 1
      }
    }
    return nil
  }

  /// Whether the colon at `index` ends a group's name: no `@` stands before the next separator's end
  /// without a `;` or `<` (a colon inside a plain name does not make a group).
  static func isGroup(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    bytes.firstIndex(of: 0x3B, in: index..<end) != nil
      || bytes.firstIndex(of: 0x40, in: index..<end) != nil
  }

  /// Whether gateways left a group without members in a mailbox's place: `<unlisted-recipients:>`,
  /// `<Undisclosed-Recipient:;@example.org>`.
  static func isGroupName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let colon = bytes.firstIndex(of: 0x3A, in: range), colon > range.lowerBound else {
      return false
    }
    return colon + 1 == range.upperBound || bytes[colon + 1] == 0x3B
  }

  /// The word that the comment is for an `@` or a dot: `(at)`, HyperKitty's `(a)` between two words,
  /// `(dot)`, blanks within or not; nil for any other.
  static func sign(_ bytes: Span<UInt8>, _ open: Int, _ close: Int) -> StaticString? {
    if HyperKittyText.isMark(bytes, open) { return " at " }
    guard close - open > 2 else { return nil }
    let word = bytes.trimmed((open + 1)..<(close - 1))
    if bytes.equalsIgnoringCase("at", in: word) { return " at " }
    return bytes.equalsIgnoringCase("dot", in: word) ? " dot " : nil
  }

  /// The bytes of `range` without the comments among them; `(at)` is none, and becomes a plain *at*.
  static func withoutComments(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var kept: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x28 {
        let close = endOfComment(bytes, index, range.upperBound)
        if let sign = sign(bytes, index, close) { kept.append(sign) }
        index = close
        continue
      }
      kept.append(bytes[index])
      index += 1
    }
    return kept
  }

  /// `@a,@b:x@y` is `x@y` (RFC 5322 §4.4), `mailto:x@y` likewise.
  static func withoutRoute(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let range = bytes.trimmed(range)
    if bytes.startsIgnoringCase(with: "mailto:", at: range.lowerBound), range.count > 7 {
      return (range.lowerBound + 7)..<range.upperBound
    }
    guard let first = range.first, bytes[first] == 0x40,
      let colon = bytes.firstIndex(of: 0x3A, in: range)
    else { return range }
    return (colon + 1)..<range.upperBound
  }

  /// `[SMTP:x@y]` and `[mailto:x@y]` of Exchange are `x@y`.
  static func withoutBrackets(_ words: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, words[range.lowerBound] == 0x5B, words[range.upperBound - 1] == 0x5D,
      let colon = words.firstIndex(of: 0x3A, in: range), colon + 1 < range.upperBound - 1
    else { return range }
    return (colon + 1)..<(range.upperBound - 1)
  }

  /// Whether each space of `range` stands beside a dot or the `@`.
  static func isObsoleteAddress(_ words: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var last: UInt8 = 0x2E
    var index = range.lowerBound
    while index < range.upperBound {
      if words[index].isMailSpace {
        while index < range.upperBound, words[index].isMailSpace { index += 1 }
        guard index < range.upperBound else { return true }
        if last != 0x2E, last != 0x40, words[index] != 0x2E, words[index] != 0x40 { return false }
      }
      last = words[index]
      index += 1
    }
    return true
  }

  static func appendUnescaped(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x5C, index + 1 < range.upperBound { index += 1 }
      output.append(bytes[index])
      index += 1
    }
  }
}
