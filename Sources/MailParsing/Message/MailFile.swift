/// A file that is one mail, with what programs put around the mail.
enum MailFile {
  /// The mail in `bytes`: after empty lines; in Apple Mail's `.emlx` as many bytes as the first line says,
  /// before the property list.
  static func content(of bytes: Span<UInt8>) -> Range<Int> {
    let whole = 0..<bytes.count
    let line = bytes.endOfLine(from: 0, limit: bytes.count)
    if let length = Int(bytes.string(in: bytes.trimmed(0..<min(line, 20)))), length > 0,
      length <= bytes.count - line, isField(bytes, at: line)
    {
      return line..<line + length
    }
    let start = bytes.trimmed(whole).lowerBound
    let begins = start > 0 && bytes[start - 1] == 0x0A && isField(bytes, at: start)
    return begins ? start..<bytes.count : whole
  }

  private static func isField(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let end = bytes.endOfLine(from: index, limit: bytes.count)
    return HeaderName.end(bytes, lineFrom: index, to: end) != nil
  }
}
