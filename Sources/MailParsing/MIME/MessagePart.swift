/// A leaf of a mail's part structure: something that is not a multipart itself.
struct MessagePart {
  /// Its bytes before transfer decoding.
  var body: Range<Int>
  var contentType = ContentType()
  var encoding = TransferEncoding.identity
  var isAttachment = false
  /// The file name it carries, decoded.
  var name: String?
  /// The innermost multipart/alternative it stands in, counted from 1; 0 for none.
  var alternative = 0
  /// Whether it ends where the mail does instead of at a boundary.
  var isUnclosed = false
}

extension MessagePart {
  /// Takes what a header says of the part.
  mutating func read(
    _ header: HeaderBlock, _ bytes: Span<UInt8>, isInDigest: Bool, origin: Int,
    into defects: inout [Defect]
  ) {
    if let field = header.first(.contentType) {
      contentType = ContentType(bytes, field.value)
      contentType.dropMalformedType()
      name = contentType.parameters.text("name") ?? contentType.parameters.text("file")
    } else if isInDigest {
      contentType = .digestDefault
    }
    if let field = header.first(.contentDisposition) {
      let disposition = ContentType(bytes, field.value)
      isAttachment = disposition.type == "attachment"
      name = disposition.parameters.text("filename") ?? name
    }
    if let field = header.first(.contentTransferEncoding) {
      if let known = TransferEncoding(bytes, field.value) {
        encoding = known
      } else {
        defects.append(
          Defect(
            .unknownTransferEncoding, .warning,
            at: (field.value.lowerBound - origin)..<(field.value.upperBound - origin)))
      }
    }
  }
}

extension MessagePart {
  var isPlainText: Bool { contentType.isAbsent || contentType.type == "text/plain" }
  /// The type it is listed under. Outlook's winmail.dat is TNEF whatever it is called.
  var attachmentType: String {
    if name?.lowercased() == "winmail.dat" || contentType.type == "application/vnd.ms-tnef" {
      return "application/ms-tnef"
    }
    return contentType.isAbsent ? "text/plain" : contentType.type
  }
  var isHTML: Bool { contentType.type == "text/html" }
  var isEnriched: Bool { contentType.type == "text/enriched" || isRichtext }
  private var isRichtext: Bool { contentType.type == "text/richtext" }
  /// Whether its text has to be taken out of markup.
  var isMarkedUp: Bool { isHTML || isEnriched }

  /// The text that the part's markup, which is UTF-8, shows.
  func withoutMarkup(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    isHTML
      ? Array(HTMLText.text(bytes, in: range).utf8)
      : EnrichedText.text(bytes, in: range, isRichtext: isRichtext)
  }

  /// Whether the part belongs to the text a reader is shown.
  func isShown(isFirst: Bool) -> Bool {
    guard !isAttachment, isPlainText || isMarkedUp else { return false }
    return name == nil || (isFirst && isPlainText)
  }
}
