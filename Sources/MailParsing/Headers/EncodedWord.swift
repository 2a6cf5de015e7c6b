/// An encoded-word (RFC 2047): `=?charset?encoding?text?=`.
struct EncodedWord {
  let charset: Range<Int>
  let isBase64: Bool
  let text: Range<Int>
  /// After the closing `?=`.
  let end: Int

  /// Reads the encoded-word that begins at `start`; nil where none does.
  ///
  /// Spaces inside the text are taken as part of it: RFC 2047 forbids them and many mailers write them.
  init?(_ bytes: Span<UInt8>, at start: Int, limit: Int) {
    guard start + 6 < limit, bytes[start] == 0x3D, bytes[start + 1] == 0x3F else { return nil }
    let charsetStart = start + 2
    guard
      let charsetEnd = bytes.firstIndex(of: 0x3F, in: charsetStart..<min(limit, charsetStart + 64)),
      charsetEnd > charsetStart, charsetEnd + 2 < limit, bytes[charsetEnd + 2] == 0x3F
    else { return nil }
    for index in charsetStart..<charsetEnd where bytes[index].isMailSpace { return nil }
    switch bytes[charsetEnd + 1] | 0x20 {
    case 0x62: isBase64 = true
    case 0x71: isBase64 = false
    default: return nil
    }
    var index = charsetEnd + 3
    let textStart = index
    // A `?` in Q text that should have been escaped is no end unless `=` follows; `?==` at the end of
    // base64 padding is `=` and the end.
    while let mark = bytes.firstIndex(of: 0x3F, in: index..<limit) {
      if mark + 1 < limit, bytes[mark + 1] == 0x3D {
        self.charset = charsetStart..<charsetEnd
        self.text = textStart..<mark
        self.end = mark + 2
        return
      }
      index = mark + 1
    }
    return nil
  }
}
