/// A header field: which one, and where its value stands.
struct HeaderField {
  /// The fields that are read; all others are skipped over.
  enum Kind: UInt8 {
    case other, from, sender, replyTo, to, cc, subject, date, messageID, inReplyTo, references
    case contentType, contentTransferEncoding, contentDisposition, contentID, listID, archivedAt
    case mailingList
  }

  var kind: Kind
  /// From the name to the end of the last folded line.
  var field: Range<Int>
  /// After the colon, folds and all, trimmed.
  var value: Range<Int>

  /// Which field a name means. The length and the first eight letters as one number rule most out.
  static func kind(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Kind {
    let head = bytes.loweredWord(at: name.lowerBound, count: name.count)
    @inline(__always) func named(_ literal: StaticString) -> Bool {
      head == UInt64(letters: literal)
        && (literal.utf8CodeUnitCount <= 8
          || bytes.startsIgnoringCase(with: literal, at: name.lowerBound))
    }
    switch name.count {
    case 2:
      if named("to") { return .to }
      if named("cc") { return .cc }
    case 4:
      if named("from") { return .from }
      if named("date") { return .date }
    case 6: if named("sender") { return .sender }
    case 7:
      if named("subject") { return .subject }
      if named("list-id") { return .listID }
    case 8: if named("reply-to") { return .replyTo }
    case 10:
      if named("message-id") { return .messageID }
      if named("references") { return .references }
      if named("content-id") { return .contentID }
    case 11:
      if named("in-reply-to") { return .inReplyTo }
      if named("archived-at") { return .archivedAt }
    case 12:
      if named("content-type") { return .contentType }
      if named("mailing-list") { return .mailingList }
    case 14: if named("x-mailing-list") { return .mailingList }
    case 19: if named("content-disposition") { return .contentDisposition }
    case 25: if named("content-transfer-encoding") { return .contentTransferEncoding }
    default: break
    }
    return .other
  }
}
