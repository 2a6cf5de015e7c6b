/// Reads the pages that pipermail makes of posts, of Mailman 1.x to 2.1.40 and any language.
public enum PipermailPage {
  /// The message on the page.
  ///
  /// Never fails: a page that follows no template gives what could be found in it and
  /// ``Defect/Kind/unrecognizedPage``. Linear in the page.
  public static func parse(_ bytes: Span<UInt8>) -> ParsedMessage {
    read(bytes).parsed
  }

  /// The message on the page, and its neighbours.
  public static func read(_ bytes: Span<UInt8>) -> RenderedPage {
    let page = PageText(bytes)
    return page.withUTF8(bytes) { utf8 in
      if let fields = PipermailPageReader(isLenient: false).read(utf8) {
        return assemble(fields, page, byteCount: bytes.count)
      }
      return generally(utf8, page, byteCount: bytes.count)
    }
  }

  /// The message by the general way alone, through libxml2's tree; for comparison with ``read(_:)``.
  package static func readThroughTree(_ bytes: Span<UInt8>) -> RenderedPage {
    let page = PageText(bytes)
    return page.withUTF8(bytes) { generally($0, page, byteCount: bytes.count) }
  }

  private static func generally(
    _ utf8: Span<UInt8>, _ page: PageText, byteCount: Int
  ) -> RenderedPage {
    if let markup = HTMLDocument.mended(utf8),
      var fields = PipermailPageReader(isLenient: true).read(markup.span)
    {
      // Places in the mended page say nothing about the bytes that were read.
      fields.article = nil
      return assemble(fields, page, byteCount: byteCount)
    }
    return UnrecognizedPage.read(utf8, page, format: .pipermailHTML, byteCount: byteCount)
  }

  private static func assemble(
    _ fields: PipermailPageFields, _ page: PageText, byteCount: Int
  ) -> RenderedPage {
    var message = Message()
    var defects = page.defects
    let whole = 0..<byteCount
    let link = ReplyLink(fields.mailto)
    let author = PipermailUndo.author(
      name: String(decoding: fields.author, as: UTF8.self),
      email: String(decoding: fields.email, as: UTF8.self))
    let body = PipermailUndo.body(fields.body, separator: author.separator)
    if !author.address.name.isEmpty || !author.address.email.isEmpty {
      message.from = [author.address]
    }
    message.subject = PipermailUndo.subject(String(decoding: fields.subject, as: UTF8.self))
    message.text = body.text
    message.attachments = body.attachments
    if !link.messageID.isEmpty { message.messageID = [link.messageID] }
    if !link.inReplyTo.isEmpty { message.inReplyTo = [link.inReplyTo] }
    message.list = listName(fields, link)

    let date = DateReader.read(fields.date.span, in: 0..<fields.date.count)
    message.sentAt = date.date

    func note(_ kind: Defect.Kind, _ severity: Defect.Severity, detail: String = "") {
      defects.append(Defect(kind, severity, at: fields.article ?? whole, detail: detail))
    }
    if message.messageID.isEmpty { note(.missingMessageID, .warning) }
    if author.address.email.isEmpty { note(.missingFrom, .warning) }
    if author.separator != nil { note(.obscuredAddress, .note) }
    // The page shows asctime with a zone, which is pipermail's own form and no repair.
    if date.date == nil { note(fields.date.isEmpty ? .missingDate : .malformedDate, .warning) }
    for attachment in body.attachments {
      note(.scrubbedAttachment, .note, detail: attachment.url ?? attachment.type)
    }
    if fields.isTruncated { note(.truncatedPage, .error) }

    var links = RenderedPage.Links()
    links.previous = fields.previous.map { String(decoding: $0, as: UTF8.self) }
    links.next = fields.next.map { String(decoding: $0, as: UTF8.self) }
    return RenderedPage(
      parsed: ParsedMessage(message: message, defects: defects, fidelity: .rendered),
      format: .pipermailHTML, links: links)
  }

  /// The list's name: the last step of its page's address, or else the local part of the address that
  /// answers go to where that is not the author's own.
  private static func listName(_ fields: PipermailPageFields, _ link: ReplyLink) -> String? {
    if let page = fields.listPage {
      let path = String(decoding: page, as: UTF8.self).prefix { $0 != "?" && $0 != "#" }
      if let name = path.split(separator: "/").last, name != "listinfo" { return String(name) }
    }
    // Only archives that obscure addresses answer to the list; others answer to the author.
    guard !fields.email.contains(0x40), link.recipient.contains("@") else { return nil }
    let name = link.recipient.prefix { $0 != "@" }
    return name.isEmpty ? nil : String(name)
  }
}
