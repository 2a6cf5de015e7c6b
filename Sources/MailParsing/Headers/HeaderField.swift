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

  /// Which field a name means. The length alone rules most names out.
  static func kind(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Kind {
    func named(_ literal: StaticString) -> Bool {
      bytes.startsIgnoringCase(with: literal, at: name.lowerBound)
    }
    // Few names of interest begin otherwise, and most fields of a mail are of none.
    switch bytes[name.lowerBound] | 0x20 {
    case 0x61, 0x63, 0x64, 0x66, 0x69, 0x6C, 0x6D, 0x72, 0x73, 0x74, 0x78: break
    default: return .other
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
