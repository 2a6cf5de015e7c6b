/// The mails in a plain-text digest (RFC 1153).
enum DigestText {
  /// The ranges of the mails in `body`: after a line of 70 hyphens, parted by lines of 30 hyphens with
  /// an empty line before and after, each beginning with a header field. None where the body has no
  /// such shape. Linear in `body`.
  static func mails(in bytes: Span<UInt8>, _ body: Range<Int>) -> [Range<Int>] {
    var mails: [Range<Int>] = []
    var start: Int?
    var index = body.lowerBound
    while index < body.upperBound {
      let end = bytes.endOfLine(from: index, limit: body.upperBound)
      let rule = hyphens(bytes, index..<bytes.endOfText(ofLineFrom: index, to: end))
      if rule == 70, start == nil {
        start = end
      } else if rule == 30, let begin = start {
        add(bytes, begin..<index, to: &mails)
        start = end
      }
      index = end
    }
    return mails
  }

  /// How many hyphens a line of nothing else has; 0 for other lines.
  private static func hyphens(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    guard line.count == 70 || line.count == 30 else { return 0 }
    for index in line where bytes[index] != 0x2D { return 0 }
    return line.count
  }

  private static func add(_ bytes: Span<UInt8>, _ range: Range<Int>, to mails: inout [Range<Int>]) {
    let mail = bytes.trimmed(range)
    let lineEnd = bytes.endOfLine(from: mail.lowerBound, limit: mail.upperBound)
    guard !mail.isEmpty, HeaderName.end(bytes, lineFrom: mail.lowerBound, to: lineEnd) != nil else {
      return
    }
    mails.append(mail)
  }
}
