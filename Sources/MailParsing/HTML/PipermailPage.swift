/// Reads the pages that pipermail makes of posts, of Mailman 1.x to 2.1.40 and any language.
public enum PipermailPage: PageReader {
  /// See ``PageReader/format``.
  public static let format = ArchiveFormat.pipermailHTML

  /// See ``PageReader/parse(_:into:)``.
  @discardableResult
  public static func parse(
    _ bytes: Span<UInt8>, into message: inout FlatMessage
  ) -> RenderedPage.Links {
    parse(bytes, into: &message, through: .scanner)
  }

  /// The message by the general way alone, through libxml2's tree; for comparison with ``read(_:)``.
  package static func readThroughTree(_ bytes: Span<UInt8>) -> RenderedPage {
    var message = FlatMessage()
    let links = parse(bytes, into: &message, through: .tree)
    return RenderedPage(parsed: message.parsed, format: format, links: links)
  }

  /// What reads the tags: the scanner for known templates, libxml2 for anything else.
  private enum Way {
    case scanner, tree
  }

  private static func parse(
    _ bytes: Span<UInt8>, into message: inout FlatMessage, through way: Way
  ) -> RenderedPage.Links {
    message.removeAll()
    message.fidelity = .rendered
    let page = PageText(bytes)
    message.defects = page.defects
    var fields = PipermailPageFields()
    swap(&fields, &message.page)
    defer { swap(&fields, &message.page) }
    return page.withUTF8(bytes) { utf8 in
      if way == .scanner, PipermailPageReader(isLenient: false).read(utf8, into: &fields) {
        return fill(&message, from: fields, utf8, byteCount: bytes.count)
      }
      if let markup = HTMLDocument.mended(utf8),
        PipermailPageReader(isLenient: true).read(markup.span, into: &fields)
      {
        // Places in the mended page say nothing about the bytes that were read.
        fields.article = nil
        return fill(&message, from: fields, markup.span, byteCount: bytes.count)
      }
      UnrecognizedPage.fill(&message, from: utf8, byteCount: bytes.count)
      return RenderedPage.Links()
    }
  }

  private static func fill(
    _ message: inout FlatMessage, from fields: PipermailPageFields, _ page: Span<UInt8>,
    byteCount: Int
  ) -> RenderedPage.Links {
    let texts = fields.bytes.span
    let place = fields.article ?? 0..<byteCount
    func note(_ kind: Defect.Kind, _ severity: Defect.Severity, _ detail: String = "") {
      message.defects.append(Defect(kind, severity, at: place, detail: detail))
    }

    let author = PipermailAuthor(texts, name: fields.author, email: fields.email)
    if author.email.isEmpty { note(.missingFrom, .warning) }
    if author.separator != nil { note(.obscuredAddress, .note) }
    author.add(to: &message)

    let link = ReplyLink(page, fields.mailto, addingTo: &message.bytes)
    message.subject = subject(
      texts, fields.subject, link, separator: author.separator, to: &message.bytes)
    if link.messageID.isEmpty {
      note(.missingMessageID, .warning)
    } else {
      message.messageID.append(link.messageID)
    }
    if !link.inReplyTo.isEmpty { message.inReplyTo.append(link.inReplyTo) }
    message.list = listName(page, fields, link, to: &message.bytes)

    // asctime with a zone is pipermail's own way to write a date, and no repair.
    message.sentAt = DateReader.read(texts, in: fields.date).date
    if message.sentAt == nil { note(fields.date.isEmpty ? .missingDate : .malformedDate, .warning) }

    let start = message.bytes.count
    // Where pages name their own ids the monthly text shows addresses obscured too, and does not tell
    // which: both are then restored by their words.
    let namesOwnID = !link.messageID.isEmpty
    let attachments = PipermailUndo.append(
      fields.postRoom.span.extracting(fields.post), separator: author.separator,
      addressesAt: namesOwnID ? [] : fields.linkedAts, to: &message.bytes)
    message.text = start..<message.bytes.count
    for attachment in attachments {
      note(.scrubbedAttachment, .note, attachment.url ?? attachment.type)
      message.add(attachment)
    }
    if fields.isTruncated { note(.truncatedPage, .error) }
    message.sortDefects()
    return fields.links
  }

  /// The subject without pipermail's rewriting. That an address in it is obscured is known from the
  /// link, which names the subject as it was.
  private static func subject(
    _ texts: Span<UInt8>, _ subject: Range<Int>, _ link: ReplyLink, separator: String?,
    to bytes: inout [UInt8]
  ) -> Range<Int> {
    guard link.subjectHasAddress else {
      return PipermailUndo.appendSubject(texts, subject, to: &bytes)
    }
    var restored: [UInt8] = []
    ObscuredText(separator: separator).append(texts, subject, to: &restored)
    return PipermailUndo.appendSubject(restored.span, 0..<restored.count, to: &bytes)
  }

  /// The list's name: the last step of its page's address, or else the local part of the address that
  /// answers go to where that is not the author's own.
  private static func listName(
    _ page: Span<UInt8>, _ fields: PipermailPageFields, _ link: ReplyLink, to bytes: inout [UInt8]
  ) -> Range<Int>? {
    let start = bytes.count
    if let address = fields.listPage {
      var end = page.firstIndex(of: 0x3F, in: address) ?? address.upperBound
      end = page.firstIndex(of: 0x23, in: address.lowerBound..<end) ?? end
      while end > address.lowerBound, page[end - 1] == 0x2F { end -= 1 }
      if let slash = page.lastIndex(of: 0x2F, in: address.lowerBound..<end), end > slash + 1,
        !(end - slash == 9 && page.starts(with: "/listinfo", at: slash))
      {
        bytes.append(page, (slash + 1)..<end)
        return start..<bytes.count
      }
    }
    // Only archives that obscure addresses answer to the list; others answer to the author.
    guard fields.bytes.span.firstIndex(of: 0x40, in: fields.email) == nil else { return nil }
    bytes.append(percentDecoding: page, link.recipient)
    guard let at = bytes.span.firstIndex(of: 0x40, in: start..<bytes.count), at > start else {
      return nil
    }
    return start..<at
  }
}
