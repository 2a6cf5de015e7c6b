/// Message-IDs in Message-ID, In-Reply-To and References (RFC 5322 §3.6.4 with its obsolete phrases).
enum MessageIDReader {
  /// Adds each id in `range` to `output` and its place to `list`; nothing of a field that names none.
  ///
  /// An id is what stands between `<` and `>`, folds and spaces in it removed. Where no bracket stands
  /// at all, words with an `@` are taken (In-Reply-To of old mailers, ids cut by gateways). With
  /// `isOwn`, a single word without brackets is the id.
  static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, isOwn: Bool, into output: inout [UInt8],
    list: inout [Range<Int>]
  ) {
    var index = range.lowerBound
    var hasBracket = false
    while let open = bytes.firstIndex(of: 0x3C, in: index..<range.upperBound) {
      hasBracket = true
      let limit = bytes.firstIndex(of: 0x3C, in: (open + 1)..<range.upperBound) ?? range.upperBound
      let close = bytes.firstIndex(of: 0x3E, in: open..<limit)
      let id = (open + 1)..<(close ?? limit)
      // What is cut short before its `>` counts only where it looks like an id.
      if close != nil || isOwn || bytes.firstIndex(of: 0x40, in: id) != nil {
        add(bytes, id, into: &output, list: &list)
      }
      index = id.upperBound
    }
    guard !hasBracket else { return }
    var words = WordCursor(range)
    while let word = words.next(in: bytes) {
      let hasAt = bytes.firstIndex(of: 0x40, in: word) != nil
      if hasAt || (isOwn && word == range) {
        add(bytes, bare(bytes, word), into: &output, list: &list)
      }
    }
  }

  private static func add(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8], list: inout [Range<Int>]
  ) {
    let start = output.count
    var isClean = true
    for index in range where bytes[index] <= 0x20 || bytes[index] >= 0x7F { isClean = false }
    if isClean {
      guard !range.isEmpty else { return }
      output.append(bytes, range)
      return list.append(start..<output.count)
    }
    for index in range where !bytes[index].isMailSpace && bytes[index] != 0 {
      let byte = bytes[index]
      // An id is ASCII; what is not is kept as Latin-1, so that equal bytes stay equal ids.
      if byte < 0x80 { output.append(byte) } else { output.appendUTF8(UInt32(byte)) }
    }
    if output.count > start { list.append(start..<output.count) }
  }

  private static func bare(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Range<Int> {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start < end, "\"'(,;:".utf8.contains(bytes[start]) { start += 1 }
    while end > start, "\"'),;:.".utf8.contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
