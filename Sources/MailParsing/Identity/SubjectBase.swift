/// A subject without what replies, forwards and lists put before it.
enum SubjectBase {
  /// The part of the subject in `range` after all `Re:`, `AW:`, `Re[2]:`, `[list]` and their like, and
  /// before a final `(fwd)`.
  static func range(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var range = bytes.trimmed(range)
    while let next = afterPrefix(bytes, range) ?? afterTag(bytes, range) {
      range = bytes.trimmed(next..<range.upperBound)
    }
    let forwarded = range.upperBound - 5
    if forwarded >= range.lowerBound, bytes.startsIgnoringCase(with: "(fwd)", at: forwarded) {
      range = bytes.trimmed(range.lowerBound..<forwarded)
    }
    return range
  }

  /// The same of a text, and whether it bore the mark of a reply or forward.
  static func of(_ subject: String) -> (base: String, isReply: Bool) {
    let bytes = Array(subject.utf8).span
    var range = bytes.trimmed(0..<bytes.count)
    var isReply = false
    while true {
      if let next = afterPrefix(bytes, range) {
        isReply = true
        range = bytes.trimmed(next..<range.upperBound)
      } else if let next = afterTag(bytes, range) {
        range = bytes.trimmed(next..<range.upperBound)
      } else {
        return (bytes.string(in: Self.range(bytes, range)), isReply)
      }
    }
  }

  /// The marks of replies and forwards in the languages of mail programs.
  private static let prefixes: [StaticString] = [
    "re", "aw", "antw", "antwort", "sv", "vs", "fwd", "fw", "wg", "tr", "rv", "rif", "res", "enc",
    "odp", "ynt", "ref", "回复", "答复", "转发", "回覆", "轉寄",
  ]

  private static func afterPrefix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for prefix in prefixes where bytes.startsIgnoringCase(with: prefix, at: range.lowerBound) {
      var index = range.lowerBound + prefix.utf8CodeUnitCount
      if index < range.upperBound, bytes[index] == 0x5B || bytes[index] == 0x28 {
        // `Re[2]:`, `Re(2):`
        index += 1
        while index < range.upperBound, bytes[index].isDigit { index += 1 }
        guard index < range.upperBound, bytes[index] == 0x5D || bytes[index] == 0x29 else {
          continue
        }
        index += 1
      }
      while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
      if index < range.upperBound, bytes[index] == 0x3A { return index + 1 }
      // The full-width colon of East Asian programs.
      if bytes.starts(with: "：", at: index), index + 3 <= range.upperBound { return index + 3 }
    }
    return nil
  }

  /// After a `[tag]` that something follows.
  private static func afterTag(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard let first = range.first, bytes[first] == 0x5B,
      let close = bytes.firstIndex(of: 0x5D, in: range),
      !bytes.trimmed((close + 1)..<range.upperBound).isEmpty
    else { return nil }
    return close + 1
  }
}
