/// The names of header fields (RFC 5322 §2.2: printable ASCII without the colon).
enum HeaderName {
  /// Where the name of the field in the line ends, spaces before the colon left out; nil where the line
  /// is no field. RFC 5322 §4.5 allows those spaces in old mail.
  static func end(_ bytes: Span<UInt8>, lineFrom start: Int, to end: Int) -> Int? {
    let nameEnd = bytes.endOfFieldName(from: start, to: end)
    var index = nameEnd
    guard nameEnd > start else { return nil }
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < end && bytes[index] == 0x3A ? nameEnd : nil
  }

  /// Whether the name is one that nearly every mail has some of.
  static func isCommon(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    switch name.count {
    case 2: bytes.equalsIgnoringCase("to", in: name)
    case 4:
      bytes.equalsIgnoringCase("from", in: name) || bytes.equalsIgnoringCase("date", in: name)
    case 7: bytes.equalsIgnoringCase("subject", in: name)
    case 8: bytes.equalsIgnoringCase("received", in: name)
    case 10: bytes.equalsIgnoringCase("message-id", in: name)
    case 11: bytes.equalsIgnoringCase("return-path", in: name)
    case 12:
      bytes.equalsIgnoringCase("delivered-to", in: name)
        || bytes.equalsIgnoringCase("mime-version", in: name)
        || bytes.equalsIgnoringCase("content-type", in: name)
    default: false
    }
  }
}
