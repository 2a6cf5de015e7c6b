/// The `mailto:` link with which pipermail's pages offer to answer a post.
struct ReplyLink {
  /// The addr-spec it goes to, percent-encoded, as a range of the page; in newer archives that of the
  /// list.
  private(set) var recipient = 0..<0
  /// The page's own Message-ID, without angle brackets; empty where the link does not name it. A range of
  /// the bytes it was added to, as is ``inReplyTo``.
  private(set) var messageID = 0..<0
  /// The Message-ID of the post that this one answers, without angle brackets; empty where the link
  /// does not name it.
  private(set) var inReplyTo = 0..<0

  /// Whether the subject that the link names holds an `@`.
  private(set) var subjectHasAddress = false

  /// Reads the link in `range` as it stands in the attribute, and adds its ids to `bytes`.
  ///
  /// Mailman 2.1.10 and later fill the link's In-Reply-To with the page's own Message-ID in angle brackets
  /// (`%3C…%3E`): an answer would carry it. Earlier ones fill it with the *parent's* id without
  /// brackets, and leave it empty for a thread's first post; 1.x has no such field.
  init(_ page: Span<UInt8>, _ range: Range<Int>, addingTo bytes: inout [UInt8]) {
    var start = range.lowerBound
    if page.startsIgnoringCase(with: "mailto:", at: start), range.count >= 7 { start += 7 }
    let query = page.firstIndex(of: 0x3F, in: start..<range.upperBound) ?? range.upperBound
    recipient = start..<query
    var index = query
    while index < range.upperBound {
      let end = page.firstIndex(of: 0x26, in: (index + 1)..<range.upperBound) ?? range.upperBound
      var field = (index + 1)..<end
      // An attribute may write the separator as the entity it ought to be.
      if field.count >= 4, page.startsIgnoringCase(with: "amp;", at: field.lowerBound) {
        field = (field.lowerBound + 4)..<end
      }
      if field.count >= 8, page.startsIgnoringCase(with: "subject=", at: field.lowerBound) {
        subjectHasAddress =
          page.firstIndex(of: 0x40, in: field) != nil
          || page.firstIndex(of: Self.escapedAt, in: field) != nil
      }
      if field.count >= 12, page.startsIgnoringCase(with: "in-reply-to=", at: field.lowerBound) {
        identify(page, (field.lowerBound + 12)..<field.upperBound, &bytes)
      }
      index = end
    }
    // The Galician and Korean templates of 2.1.40 lost the separator before it.
    if messageID.isEmpty, inReplyTo.isEmpty,
      let hit = page.firstIndex(of: Self.idField, in: query..<range.upperBound)
    {
      identify(page, (hit + Self.idField.count)..<range.upperBound, &bytes)
    }
  }

  private static let idField = Array("In-Reply-To=".utf8)
  private static let escapedAt = Array("%40".utf8)

  private mutating func identify(
    _ page: Span<UInt8>, _ range: Range<Int>, _ bytes: inout [UInt8]
  ) {
    let start = bytes.count
    bytes.append(percentDecoding: page, range)
    let field = bytes.span.trimmed(start..<bytes.count)
    guard let open = bytes.span.firstIndex(of: 0x3C, in: field) else {
      // What holds a blank is prose ("Your message of …"), and no id.
      for index in field where bytes[index].isMailSpace { return }
      inReplyTo = field
      return
    }
    let close = bytes.span.firstIndex(of: 0x3E, in: open..<field.upperBound) ?? field.upperBound
    var id = (open + 1)..<close
    for index in id where bytes[index].isMailSpace {
      // A folded id is its parts.
      let parts = bytes[id].filter { !$0.isMailSpace }
      bytes.append(contentsOf: parts)
      id = (bytes.count - parts.count)..<bytes.count
      break
    }
    if open == field.lowerBound { messageID = id } else { inReplyTo = id }
  }
}

extension Array where Element == UInt8 {
  /// Adds the text of `range` with `%41` decoded; what comes out as malformed UTF-8 becomes U+FFFD.
  mutating func append(percentDecoding bytes: Span<UInt8>, _ range: Range<Int>) {
    let begin = count
    var index = range.lowerBound
    while let percent = bytes.firstIndex(of: 0x25, in: index..<range.upperBound) {
      append(bytes, index..<percent)
      if percent + 2 < range.upperBound, let high = bytes[percent + 1].hexadecimalValue,
        let low = bytes[percent + 2].hexadecimalValue
      {
        append(high << 4 | low)
        index = percent + 3
      } else {
        append(0x25)
        index = percent + 1
      }
    }
    append(bytes, index..<range.upperBound)
    guard span.hasEightBit(in: begin..<count) else { return }
    let text = span.string(in: begin..<count)
    removeLast(count - begin)
    append(contentsOf: text.utf8)
  }
}
