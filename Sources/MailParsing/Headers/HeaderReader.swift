/// Turns the fields of a header into what a message holds.
struct HeaderReader {
  /// Where the entry begins; defects are offsets from here.
  let origin: Int
  /// Whether the header is one that pipermail wrote.
  let isArchived: Bool

  /// Fills in everything of `message` that comes from the header.
  func read(
    _ header: HeaderBlock, _ bytes: Span<UInt8>, entry: MboxEntry, into message: inout FlatMessage
  ) {
    var seen = Seen()
    for field in header.fields {
      read(field, bytes, &seen, into: &message)
    }
    readDates(bytes, entry, seen, into: &message)
    let head = 0..<(header.bodyStart - origin)
    if message.messageID.isEmpty {
      message.defects.append(Defect(.missingMessageID, .note, at: head))
    }
    if message.from.isEmpty { message.defects.append(Defect(.missingFrom, .warning, at: head)) }
  }

  /// Fields that count once.
  private struct Seen {
    var subject = false
    var date: Range<Int>?
    var inReplyTo: Range<Int>?
  }

  private func read(
    _ field: HeaderField, _ bytes: Span<UInt8>, _ seen: inout Seen, into message: inout FlatMessage
  ) {
    switch field.kind {
    case .from where isArchived:
      PipermailFrom(origin: origin).read(bytes, field, into: &message)
    case .from:
      readAddresses(
        bytes, field, into: &message.bytes, list: &message.from, defects: &message.defects)
    case .sender:
      readAddresses(
        bytes, field, into: &message.bytes, list: &message.sender, defects: &message.defects)
    case .replyTo:
      readAddresses(
        bytes, field, into: &message.bytes, list: &message.replyTo, defects: &message.defects)
    case .to:
      readAddresses(
        bytes, field, into: &message.bytes, list: &message.to, defects: &message.defects)
    case .cc:
      readAddresses(
        bytes, field, into: &message.bytes, list: &message.cc, defects: &message.defects)
    case .subject:
      guard !seen.subject else { return duplicated(field, into: &message) }
      seen.subject = true
      var text = HeaderText(origin: origin)
      message.subject = text.append(bytes, field.value, into: &message.bytes)
      message.subject = message.bytes.span.trimmed(message.subject)
      if isArchived { foldPipermailSubject(&message) }
      message.defects.append(contentsOf: text.defects)
    case .date:
      guard seen.date == nil else { return duplicated(field, into: &message) }
      seen.date = field.value
    case .messageID:
      let before = message.messageID.count
      MessageIDReader.read(
        bytes, field.value, isOwn: true, into: &message.bytes, list: &message.messageID)
      if message.messageID.count == before {
        message.defects.append(Defect(.malformedMessageID, .warning, at: moved(field.field)))
      }
    case .inReplyTo:
      MessageIDReader.read(
        bytes, field.value, isOwn: false, into: &message.bytes, list: &message.inReplyTo)
    case .references:
      MessageIDReader.read(
        bytes, field.value, isOwn: false, into: &message.bytes, list: &message.references)
    case .listID: listName(bytes, field.value, into: &message)
    case .mailingList where message.list == nil: mailingList(bytes, field.value, into: &message)
    case .archivedAt:
      let link = bytes.trimmed(withoutAngles(bytes, field.value))
      if !link.isEmpty {
        let start = message.bytes.count
        _ = TextDecoder.decode(bytes, link, as: nil, into: &message.bytes)
        message.archivedAt.append(start..<message.bytes.count)
      }
    default: break
    }
  }

  private func readAddresses(
    _ bytes: Span<UInt8>, _ field: HeaderField, into output: inout [UInt8],
    list: inout [FlatMessage.Mailbox], defects: inout [Defect]
  ) {
    var reader = AddressReader(origin: origin)
    reader.read(bytes, field.value, into: &output, list: &list)
    defects.append(contentsOf: reader.defects)
  }

  private func readDates(
    _ bytes: Span<UInt8>, _ entry: MboxEntry, _ seen: Seen, into message: inout FlatMessage
  ) {
    if let date = entry.fromLine?.date {
      message.receivedAt = DateReader.read(bytes, in: date).date
    }
    guard let field = seen.date else {
      let place = entry.content.lowerBound - origin
      offerInstead(.missingDate, at: place..<place, into: &message)
      return
    }
    let reading = DateReader.read(bytes, in: field)
    message.sentAt = reading.date
    if isArchived, isZoneless(bytes, field), let sent = message.receivedAt {
      // Pipermail of early Mailman 2.1 puts the minute of archiving into Date, without a zone, and the
      // mail's own date into the From_ line; its pages show that one too.
      message.sentAt = sent
      message.defects.append(Defect(.repairedDate, .note, at: moved(field)))
      return
    }
    guard let defect = reading.defect else { return }
    if reading.date == nil {
      offerInstead(defect, at: moved(field), into: &message)
    } else {
      message.defects.append(Defect(defect, .note, at: moved(field)))
    }
  }

  /// Whether a date ends in a year after a blank, as `asctime` writes it.
  private func isZoneless(_ bytes: Span<UInt8>, _ field: Range<Int>) -> Bool {
    let text = bytes.trimmed(field)
    guard text.count > 5, bytes[text.upperBound - 5] == 0x20 else { return false }
    for index in (text.upperBound - 4)..<text.upperBound where !bytes[index].isDigit {
      return false
    }
    return true
  }

  /// Records a date that is missing or cannot be, with the From_ line's beside it.
  private func offerInstead(
    _ kind: Defect.Kind, at range: Range<Int>, into message: inout FlatMessage
  ) {
    let detail = message.receivedAt.map { "the From_ line says \($0.rfc3339)" } ?? ""
    message.defects.append(Defect(kind, .warning, at: range, detail: detail))
  }

  /// `Name <id.example.org>` of RFC 2919: the list's name is the id's first label.
  private func listName(_ bytes: Span<UInt8>, _ value: Range<Int>, into message: inout FlatMessage)
  {
    let id = bytes.trimmed(withoutAngles(bytes, value))
    let end = bytes.firstIndex(of: 0x2E, in: id) ?? id.upperBound
    guard end > id.lowerBound else { return }
    let start = message.bytes.count
    _ = TextDecoder.decode(bytes, id.lowerBound..<end, as: nil, into: &message.bytes)
    message.list = start..<message.bytes.count
  }

  /// `list name@host; …` or `<name@host>` of majordomo and ezmlm.
  private func mailingList(
    _ bytes: Span<UInt8>, _ value: Range<Int>, into message: inout FlatMessage
  ) {
    var value = value
    if bytes.startsIgnoringCase(with: "list ", at: value.lowerBound) {
      value = (value.lowerBound + 5)..<value.upperBound
    }
    let id = bytes.trimmed(withoutAngles(bytes, value))
    guard let at = bytes.firstIndex(of: 0x40, in: id), at > id.lowerBound else { return }
    let start = message.bytes.count
    _ = TextDecoder.decode(bytes, id.lowerBound..<at, as: nil, into: &message.bytes)
    message.list = start..<message.bytes.count
  }

  private func withoutAngles(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Range<Int> {
    guard let open = bytes.lastIndex(of: 0x3C, in: value) else { return value }
    let close = bytes.firstIndex(of: 0x3E, in: open..<value.upperBound) ?? value.upperBound
    return (open + 1)..<close
  }

  private func foldPipermailSubject(_ message: inout FlatMessage) {
    let subject = Array(message.bytes[message.subject])
    message.subject = PipermailUndo.appendSubject(
      subject.span, 0..<subject.count, to: &message.bytes)
  }

  private func duplicated(_ field: HeaderField, into message: inout FlatMessage) {
    message.defects.append(Defect(.duplicatedHeader, .note, at: moved(field.field)))
  }

  private func moved(_ range: Range<Int>) -> Range<Int> {
    (range.lowerBound - origin)..<(range.upperBound - origin)
  }
}
