/// Turns a mail's body into its own text and the list of what is attached.
///
/// The text is what RFC 8621 §4.1.4 calls the text body: the text/plain parts shown inline, an HTML
/// part where an alternative has no plain one; enriched text where there is neither. Parts with a file name, nested mails and all else are
/// attachments.
struct BodyReader {
  /// Where the entry begins; defects are offsets from here.
  let origin: Int
  let limits: MessageParser.Limits
  /// How the mbox escaped the body; nil for a mail that stands alone.
  let dialect: MboxDialect?
  /// Whether a line of the body may be escaped by the mbox.
  let mayHaveEscapes: Bool

  /// Fills in everything of `message` that comes from the body.
  func read(
    _ header: HeaderBlock, _ bytes: Span<UInt8>, _ body: Range<Int>, into message: inout FlatMessage
  ) {
    var part = MessagePart(body: body)
    part.read(header, bytes, isInDigest: false, origin: origin, into: &message.defects)
    let start = message.bytes.count
    message.encodedBlocks.removeAll()
    if dialect == .pipermailText {
      readArchived(bytes, part, into: &message)
      if isDigest(message) { addDigest(bytes, body, into: &message) }
    } else if part.contentType.isMultipart {
      var walker = PartWalker(origin: origin, limits: limits)
      walker.walk(bytes, body, part.contentType)
      message.defects.append(contentsOf: walker.defects)
      readParts(walker.parts, bytes, into: &message)
      if HyperKittyText.mayHaveWritten(part.contentType),
        HyperKittyText.restoreAddresses(in: &message, from: start)
      {
        note(.obscuredAddress, body, .note, into: &message)
      }
    } else if part.isPlainText, part.isShown(isFirst: true) {
      appendText(part, bytes, into: &message)
      message.textLimit = message.bytes.count
      if part.encoding == .identity, isDigest(message) { addDigest(bytes, body, into: &message) }
    } else {
      readParts([part], bytes, into: &message)
    }
    message.text = start..<message.textEnd(from: start)
    for block in message.encodedBlocks {
      message.attachments.append(
        FlatMessage.Part(
          name: block.name.map { message.add($0) }, type: message.add("application/octet-stream"),
          byteCount: block.byteCount))
    }
  }

  /// Whether the subject announces a digest; only then is its text searched for mails.
  private func isDigest(_ message: FlatMessage) -> Bool {
    let bytes = message.bytes.span
    var rest = message.subject
    while let letter = bytes.firstIndex(of: 0x44, or: 0x64, in: rest) {
      if bytes.startsIgnoringCase(with: "digest", at: letter) { return true }
      rest = (letter + 1)..<rest.upperBound
    }
    return false
  }

  /// The mails of a plain-text digest, as parts with their ranges.
  private func addDigest(_ bytes: Span<UInt8>, _ body: Range<Int>, into message: inout FlatMessage)
  {
    for mail in DigestText.mails(in: bytes, body) {
      message.attachments.append(
        FlatMessage.Part(
          name: nil, type: message.add("message/rfc822"), byteCount: mail.count,
          range: (mail.lowerBound - origin)..<(mail.upperBound - origin)))
    }
  }

  /// Cuts files written into the text (uuencode, yEnc) from it and lists them as attachments.
  private func cutEncodedBlocks(
    from start: Int, place: Range<Int>, into message: inout FlatMessage
  ) {
    for block in EncodedBlock.cut(from: &message.bytes, start: start) {
      if block.isDamaged { note(.malformedUuencode, place, .warning, into: &message) }
      message.encodedBlocks.append(block)
    }
  }

  private func readParts(
    _ parts: [MessagePart], _ bytes: Span<UInt8>, into message: inout FlatMessage
  ) {
    // Alternatives that have a plain text do not need their HTML.
    var plainAlternatives: Set<Int> = []
    for part in parts where part.alternative > 0 && part.isPlainText && !part.isAttachment {
      if !bytes.trimmed(part.body).isEmpty { plainAlternatives.insert(part.alternative) }
    }
    let isEnrichedAlone = !parts.contains {
      !$0.isEnriched && $0.isShown(isFirst: true) && !bytes.trimmed($0.body).isEmpty
    }
    var attachments: [(MessagePart, Int)] = []
    var hasText = false
    for part in parts {
      if part.isShown(isFirst: !hasText), isEnrichedAlone || !part.isEnriched {
        if part.isHTML, part.alternative > 0, plainAlternatives.contains(part.alternative) {
          continue
        }
        if hasText, message.bytes.last != 0x0A { message.bytes.append(0x0A) }
        hasText = true
        appendText(part, bytes, into: &message)
      } else if !part.body.isEmpty || part.name != nil || part.isAttachment {
        attachments.append((part, TransferSize.count(bytes, part)))
      }
    }
    let textEnd = message.bytes.count
    for (part, size) in attachments {
      let type = part.attachmentType
      message.attachments.append(
        FlatMessage.Part(
          name: part.name.map { message.add($0) }, type: message.add(type), byteCount: size,
          range: (part.body.lowerBound - origin)..<(part.body.upperBound - origin)))
    }
    message.textLimit = textEnd
  }

  /// Adds one part's text as UTF-8 with LF line ends.
  private func appendText(
    _ part: MessagePart, _ bytes: Span<UInt8>, into message: inout FlatMessage
  ) {
    let start = message.bytes.count
    var body = part.body
    if body.count > limits.maximumTextByteCount {
      body = body.lowerBound..<(body.lowerBound + limits.maximumTextByteCount)
      note(.oversizedBody, body.upperBound..<part.body.upperBound, .error, into: &message)
    }
    if part.encoding == .identity, !part.contentType.changesPlainText, !part.isMarkedUp {
      let survey = TextSurvey(bytes, in: body)
      if survey.isPlain {
        // Nearly all list mail: what is stored is the text.
        message.bytes.append(bytes, body)
        if let dialect, mayHaveEscapes {
          MboxEscape.undo(&message.bytes, from: start, dialect: dialect)
        }
        if survey.mayHaveBlocks { cutEncodedBlocks(from: start, place: body, into: &message) }
        return
      }
    }
    let charset = declaredCharset(part, into: &message)
    if part.encoding == .identity {
      decode(bytes, body, charset, place: body, into: &message)
    } else {
      var decoded: [UInt8] = []
      transferDecode(part, bytes, body, into: &decoded, &message)
      decode(decoded.span, 0..<decoded.count, charset, place: body, into: &message)
    }
    // The mark that Windows editors set where a text begins.
    if message.bytes.span.starts(with: "\u{FEFF}", at: start) {
      message.bytes.removeSubrange(start..<start + 3)
    }
    LineEnds.normalize(&message.bytes, from: start)
    if let dialect, mayHaveEscapes, part.encoding != .base64 {
      MboxEscape.undo(&message.bytes, from: start, dialect: dialect)
    }
    if part.isMarkedUp {
      let text = part.withoutMarkup(message.bytes.span, start..<message.bytes.count)
      message.bytes.removeLast(message.bytes.count - start)
      message.bytes.append(contentsOf: text)
    } else if part.contentType.isFlowed {
      FlowedText.join(&message.bytes, from: start, deletesSpace: part.contentType.deletesSpace)
    }
    if !part.isMarkedUp,
      TextSurvey(message.bytes.span, in: start..<message.bytes.count).mayHaveBlocks
    {
      cutEncodedBlocks(from: start, place: body, into: &message)
    }
  }

  /// Pipermail's monthly text: UTF-8 or the list's set, its rewriting undone as on its pages.
  private func readArchived(
    _ bytes: Span<UInt8>, _ part: MessagePart, into message: inout FlatMessage
  ) {
    let attachments: [Attachment]
    if bytes.isPlainText(in: part.body) {
      attachments = PipermailUndo.append(
        bytes.extracting(part.body), separator: message.separator, to: &message.bytes)
    } else {
      let start = message.bytes.count
      decode(bytes, part.body, nil, place: part.body, into: &message)
      LineEnds.normalize(&message.bytes, from: start)
      let raw = Array(message.bytes[start...])
      message.bytes.removeLast(raw.count)
      attachments = PipermailUndo.append(
        raw.span, separator: message.separator, to: &message.bytes)
    }
    message.textLimit = message.bytes.count
    for attachment in attachments {
      message.attachments.append(
        FlatMessage.Part(
          name: attachment.name.map { message.add($0) }, type: message.add(attachment.type),
          byteCount: attachment.byteCount, url: attachment.url.map { message.add($0) },
          range: attachment.range))
    }
    if !attachments.isEmpty { note(.scrubbedAttachment, part.body, .note, into: &message) }
  }

  private func declaredCharset(_ part: MessagePart, into message: inout FlatMessage) -> Charset? {
    if let charset = part.contentType.commonCharset { return charset }
    guard let label = part.contentType.parameters.raw("charset") else { return nil }
    if let charset = Charset(label.span, 0..<label.count) { return charset }
    let name = String(decoding: label.prefix(40), as: UTF8.self)
    note(.unknownCharset, part.body, .warning, name, into: &message)
    return nil
  }

  private func decode(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ charset: Charset?, place: Range<Int>,
    into message: inout FlatMessage
  ) {
    let outcome = TextDecoder.decode(bytes, range, as: charset, into: &message.bytes)
    if let defect = outcome.defect {
      note(defect.kind, place, defect.severity, outcome.charset.name, into: &message)
    }
  }

  private func transferDecode(
    _ part: MessagePart, _ bytes: Span<UInt8>, _ body: Range<Int>, into output: inout [UInt8],
    _ message: inout FlatMessage
  ) {
    switch part.encoding {
    case .identity: output.append(bytes, body)
    case .quotedPrintable:
      if QuotedPrintable.decode(bytes, body, into: &output) > 0 {
        note(.malformedQuotedPrintable, body, .note, into: &message)
      }
    case .base64:
      let words = Base64.startOfWords(bytes, body)
      var isDamaged = Base64.decode(bytes, body.lowerBound..<words, into: &output) > 0
      if words < body.upperBound {
        isDamaged = true
        if let last = output.last, last != 0x0A { output.append(0x0A) }
        output.append(bytes, words..<body.upperBound)
      }
      if isDamaged { note(.malformedBase64, body, .warning, into: &message) }
    case .uuencode, .yEnc:
      output.append(bytes, body)
    }
  }

  private func note(
    _ kind: Defect.Kind, _ range: Range<Int>, _ severity: Defect.Severity, _ detail: String = "",
    into message: inout FlatMessage
  ) {
    message.defects.append(
      Defect(
        kind, severity, at: (range.lowerBound - origin)..<(range.upperBound - origin),
        detail: detail)
    )
  }
}
