/// Undoes what HyperKitty does to the addresses in the texts of the mboxes it exports: `(a)` for `@`.
enum HyperKittyText {
  /// Whether a mail may have been written by HyperKitty: a multipart of Python's, whatever it holds.
  static func mayHaveWritten(_ type: ContentType) -> Bool {
    type.type == "multipart/mixed"
      && type.parameters.raw("boundary")?.starts(with: "====".utf8) == true
  }

  /// Puts back the `@` of each address in the message's text, which begins at `start`, and returns whether
  /// there was one. Linear in the text.
  static func restoreAddresses(in message: inout FlatMessage, from start: Int) -> Bool {
    let end = message.textLimit
    var (kept, copied, index) = (start, start, start)
    while let open = message.bytes.span.firstIndex(of: 0x28, in: index..<end) {
      index = open + 1
      guard open > start, isMark(message.bytes.span, open),
        namesHost(message.bytes.span, from: open + 3)
      else { continue }
      message.bytes.move(copied..<open, to: kept)
      kept += open - copied
      message.bytes[kept] = 0x40
      kept += 1
      copied = open + 3
    }
    guard copied > start else { return false }
    message.bytes.move(copied..<end, to: kept)
    message.textLimit = kept + end - copied
    return true
  }

  /// Whether `(a)` stands at `open`, a word right before and after it.
  static func isMark(_ bytes: Span<UInt8>, _ open: Int) -> Bool {
    guard open > 0, open + 3 < bytes.count, bytes.starts(with: "(a)", at: open) else {
      return false
    }
    let (before, after) = (bytes[open - 1], bytes[open + 3])
    return (before.isLetter || before.isDigit || before == 0x5F)
      && (after.isLetter || after.isDigit)
  }

  /// Whether the word at `start` has a dot and a letter after it.
  private static func namesHost(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.count, index - start < 255 {
      let byte = bytes[index]
      if byte == 0x2E { return index + 1 < bytes.count && bytes[index + 1].isLetter }
      guard byte.isLetter || byte.isDigit || byte == 0x2D else { return false }
      index += 1
    }
    return false
  }
}
