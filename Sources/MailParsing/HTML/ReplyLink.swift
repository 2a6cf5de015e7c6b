/// The `mailto:` link with which pipermail's pages offer to answer a post.
struct ReplyLink {
  /// The bytes of the addr-spec it goes to, percent-encoded; in newer archives that of the list.
  var recipient = 0..<0
  /// The page's own Message-ID, without angle brackets; empty where the link does not name it.
  var messageID = ""
  /// The Message-ID of the post that this one answers, without angle brackets; empty where the link
  /// does not name it.
  var inReplyTo = ""

  /// Whether the subject that the link names holds an `@`.
  var subjectHasAddress = false

  /// Reads the link's bytes as they stand in the attribute.
  ///
  /// Mailman 2.1.10 and later fill the link's In-Reply-To with the page's own Message-ID in angle brackets
  /// (`%3C…%3E`): an answer would carry it. Earlier ones fill it with the *parent's* id without
  /// brackets, and leave it empty for a thread's first post; 1.x has no such field.
  init(_ link: [UInt8]) {
    let link = link.span
    var start = 0
    if link.startsIgnoringCase(with: "mailto:", at: 0) { start = 7 }
    let query = link.firstIndex(of: 0x3F, in: start..<link.count) ?? link.count
    recipient = start..<query
    var index = query
    while index < link.count {
      let end = link.firstIndex(of: 0x26, in: (index + 1)..<link.count) ?? link.count
      var field = (index + 1)..<end
      // An attribute may write the separator as the entity it ought to be.
      if link.startsIgnoringCase(with: "amp;", at: field.lowerBound) {
        field = min(field.lowerBound + 4, end)..<end
      }
      if link.startsIgnoringCase(with: "subject=", at: field.lowerBound) {
        subjectHasAddress =
          link.firstIndex(of: 0x40, in: field) != nil
          || link.firstIndex(of: Array("%40".utf8), in: field) != nil
      }
      if field.count >= 12, link.startsIgnoringCase(with: "in-reply-to=", at: field.lowerBound) {
        identify(link.percentDecoded((field.lowerBound + 12)..<field.upperBound))
      }
      index = end
    }
  }

  private mutating func identify(_ value: String) {
    let bytes = Array(value.utf8)
    let span = bytes.span
    let field = span.trimmed(0..<bytes.count)
    guard let open = span.firstIndex(of: 0x3C, in: field) else {
      // What holds a blank is prose ("Your message of …"), and no id.
      for index in field where bytes[index].isMailSpace { return }
      inReplyTo = span.string(in: field)
      return
    }
    let close = span.firstIndex(of: 0x3E, in: open..<field.upperBound) ?? field.upperBound
    let id = String(decoding: bytes[(open + 1)..<close].filter { !$0.isMailSpace }, as: UTF8.self)
    if open == field.lowerBound { messageID = id } else { inReplyTo = id }
  }
}

extension Span where Element == UInt8 {
  /// The text of `range` with `%41` decoded.
  func percentDecoded(_ range: Range<Int>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    var index = range.lowerBound
    while let percent = firstIndex(of: 0x25, in: index..<range.upperBound) {
      decoded.append(self, index..<percent)
      if percent + 2 < range.upperBound, let high = self[percent + 1].hexadecimalValue,
        let low = self[percent + 2].hexadecimalValue
      {
        decoded.append(high << 4 | low)
        index = percent + 3
      } else {
        decoded.append(0x25)
        index = percent + 1
      }
    }
    decoded.append(self, index..<range.upperBound)
    return String(decoding: decoded, as: UTF8.self)
  }
}
