import MailParsing

/// The stored form of a parsed message without its text: its fields one after another.
///
/// It lies in the same compressed block as the mail it was read from, whose header holds most of the
/// same words, and so costs few bytes.
enum MessageCoding {
  /// The first byte, raised when the fields change.
  private static let version = 1

  static func encode(_ parsed: ParsedMessage) -> [UInt8] {
    var encoder = ByteEncoder()
    let message = parsed.message
    encoder.write(version)
    encoder.write(Fidelity.allCases.firstIndex(of: parsed.fidelity) ?? 0)
    encoder.write(message.messageID)
    encoder.write(message.inReplyTo)
    encoder.write(message.references)
    for field in [
      message.from, message.sender, message.replyTo, message.to, message.cc,
    ] {
      encoder.write(field) { encoder, address in
        encoder.write(address.name)
        encoder.write(address.email)
      }
    }
    encoder.write(message.subject)
    encoder.write(message.sentAt == nil ? 0 : 1)
    if let sentAt = message.sentAt {
      encoder.writeSigned(Int(sentAt.secondsSinceEpoch))
      encoder.write(sentAt.zoneOffsetMinutes == nil ? 0 : 1)
      if let offset = sentAt.zoneOffsetMinutes { encoder.writeSigned(offset) }
    }
    encoder.write(message.list)
    encoder.write(message.archivedAt)
    encoder.write(message.attachments) { encoder, attachment in
      encoder.write(attachment.name)
      encoder.write(attachment.type)
      encoder.writeSigned(attachment.byteCount ?? -1)
      encoder.write(attachment.url)
    }
    encoder.write(parsed.defects) { encoder, defect in
      encoder.write(defect.kind.rawValue)
      encoder.write(defect.severity.rawValue)
      encoder.write(defect.range.lowerBound)
      encoder.write(defect.range.count)
      encoder.write(defect.detail)
    }
    return encoder.bytes
  }

  static func decode(_ bytes: ArraySlice<UInt8>, text: String) throws(StorageError) -> ParsedMessage
  {
    var decoder = ByteDecoder(bytes)
    guard try decoder.readNumber() == version else { throw ByteDecoder.damage }
    let fidelity = try decoder.readNumber()
    guard Fidelity.allCases.indices.contains(fidelity) else { throw ByteDecoder.damage }
    var message = Message()
    message.text = text
    message.messageID = try decoder.readTexts()
    message.inReplyTo = try decoder.readTexts()
    message.references = try decoder.readTexts()
    message.from = try addresses(&decoder)
    message.sender = try addresses(&decoder)
    message.replyTo = try addresses(&decoder)
    message.to = try addresses(&decoder)
    message.cc = try addresses(&decoder)
    message.subject = try decoder.readText()
    if try decoder.readNumber() != 0 {
      let seconds = try decoder.readSigned()
      let offset = try decoder.readNumber() == 0 ? nil : try decoder.readSigned()
      message.sentAt = MailDate(secondsSinceEpoch: Int64(seconds), zoneOffsetMinutes: offset)
    }
    message.list = try decoder.readOptionalText()
    message.archivedAt = try decoder.readTexts()
    message.attachments = try decoder.readArray { decoder throws(StorageError) in
      let name = try decoder.readOptionalText()
      let type = try decoder.readText()
      let byteCount = try decoder.readSigned()
      return Attachment(
        name: name, type: type, byteCount: byteCount < 0 ? nil : byteCount,
        url: try decoder.readOptionalText())
    }
    let defects = try decoder.readArray { decoder throws(StorageError) in
      guard let kind = Defect.Kind(rawValue: try decoder.readText()),
        let severity = Defect.Severity(rawValue: try decoder.readText())
      else { throw ByteDecoder.damage }
      let start = try decoder.readNumber()
      let end = start.addingReportingOverflow(try decoder.readNumber())
      guard !end.overflow, start <= end.partialValue else { throw ByteDecoder.damage }
      return Defect(
        kind, severity, at: start..<end.partialValue, detail: try decoder.readText())
    }
    return ParsedMessage(
      message: message, defects: defects, fidelity: Fidelity.allCases[fidelity])
  }

  private static func addresses(
    _ decoder: inout ByteDecoder
  ) throws(StorageError) -> [Address] {
    try decoder.readArray { decoder throws(StorageError) in
      Address(name: try decoder.readText(), email: try decoder.readText())
    }
  }
}
