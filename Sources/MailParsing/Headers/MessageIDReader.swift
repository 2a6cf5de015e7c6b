/// Message-IDs in Message-ID, In-Reply-To and References (RFC 5322 §3.6.4 with its obsolete phrases).
enum MessageIDReader {
  /// Adds each id in `range` to `output` and its place to `list`; nothing of a field that names none.
  ///
  /// An id is what stands between `<` and `>`, spaces and comments in it removed. Where no bracket
  /// stands at all and every word has an `@`, the words are the ids (cut by gateways); with a word
  /// that has none the field is a phrase, and what has an `@` in it an address (`In-Reply-To:
  /// ann@example.org (Ann Lee) "Re: boats" (Apr 23)` of Z-Mail). With `isOwn`, a single word without
  /// brackets is the id.
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
      if close != nil || isOwn || bytes.firstIndex(of: 0x40, in: id) != nil,
        !isAuthor(bytes, before: index..<open, after: min(id.upperBound + 1, limit)..<limit)
      {
        add(bytes, id, into: &output, list: &list)
      }
      index = id.upperBound
    }
    guard !hasBracket else { return }
    var words = WordCursor(range)
    var ids: [Range<Int>] = []
    while let word = words.next(in: bytes) {
      if bytes.firstIndex(of: 0x40, in: word) != nil || (isOwn && word == range) {
        ids.append(word)
      } else if !isOwn {
        return
      }
    }
    for id in ids { add(bytes, bare(bytes, id), into: &output, list: &list) }
  }

  /// Whether brackets hold an author's address, as in `Message from Ann <ann@example.org> of "Mon, …"`
  /// of MH.
  private static func isAuthor(
    _ bytes: Span<UInt8>, before: Range<Int>, after: Range<Int>
  ) -> Bool {
    guard bytes.startsIgnoringCase(with: "of ", at: bytes.trimmed(after).lowerBound) else {
      return false
    }
    return before.contains { bytes.startsIgnoringCase(with: "from ", at: $0) }
  }

  private static func add(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8], list: inout [Range<Int>]
  ) {
    let start = output.count
    if bytes.isVisibleASCII(in: range) {
      guard !range.isEmpty else { return }
      output.append(bytes, range)
      return list.append(start..<output.count)
    }
    // Of a mail that was quoted whole where addresses are obscured.
    if AtMark.find(bytes, range) != nil, !bytes.hasEightBit(in: range) {
      _ = AtMark.append(bytes, range, into: &output)
      return list.append(start..<output.count)
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      // Where spaces stand, as only obsolete syntax has them, parentheses are comments too.
      if byte == 0x28, let close = bytes.firstIndex(of: 0x29, in: index..<range.upperBound),
        hasSpace(bytes, beside: index...close, in: range)
      {
        index = close + 1
        continue
      }
      index += 1
      if byte.isMailSpace || byte == 0 { continue }
      // An id is ASCII; what is not is kept as Latin-1, so that equal bytes stay equal ids.
      if byte < 0x80 { output.append(byte) } else { output.appendUTF8(UInt32(byte)) }
    }
    if output.count > start { list.append(start..<output.count) }
  }

  private static func hasSpace(
    _ bytes: Span<UInt8>, beside comment: ClosedRange<Int>, in range: Range<Int>
  ) -> Bool {
    (comment.lowerBound > range.lowerBound && bytes[comment.lowerBound - 1].isMailSpace)
      || (comment.upperBound + 1 < range.upperBound && bytes[comment.upperBound + 1].isMailSpace)
  }

  private static func bare(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Range<Int> {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start < end, "\"'(,;:".utf8.contains(bytes[start]) { start += 1 }
    while end > start, "\"'),;:.".utf8.contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
