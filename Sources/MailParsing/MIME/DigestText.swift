/// The mails in a plain-text digest (RFC 1153).
enum DigestText {
  /// The ranges of the mails in `body`: after a line of 70 hyphens, parted by lines of 30 hyphens, each
  /// beginning with a header that names an author. None where the body has no such shape; what Mailman
  /// puts among them under the subject "Digest Footer" is none. Linear in `body`.
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
    if let start { add(bytes, start..<body.upperBound, to: &mails) }
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
    if namesAuthor(bytes, mail) { mails.append(mail) }
  }

  /// Whether `mail` begins with header fields of which one is From.
  private static func namesAuthor(_ bytes: Span<UInt8>, _ mail: Range<Int>) -> Bool {
    var index = mail.lowerBound
    while index < mail.upperBound {
      let end = bytes.endOfLine(from: index, limit: mail.upperBound)
      let isFolded = index > mail.lowerBound && (bytes[index] == 0x20 || bytes[index] == 0x09)
      if !isFolded {
        guard let name = HeaderName.end(bytes, lineFrom: index, to: end) else { return false }
        if HeaderField.kind(bytes, index..<name) == .from { return true }
      }
      index = end
    }
    return false
  }
}
