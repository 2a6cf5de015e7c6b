/// What of a mail is signed, byte for byte, and the signature.
///
/// Only the mail as a whole is looked at: a multipart/signed (RFC 1847), or a plain body with a text signed
/// in the clear (RFC 9580 §7). A list that puts such a mail into a multipart of its own says nothing of it.
package enum SignedMail: Hashable, Sendable {
  /// OpenPGP/MIME (RFC 3156 §5): the first part with CRLF at the ends of its lines, and the second.
  case detached(signed: [UInt8], signature: [UInt8])
  /// A text signed in the clear, from its first line to its last.
  case clear([UInt8])
  /// S/MIME (RFC 8551).
  case smime

  /// Reads a mail, a From_ line before it or not, whose escapes are those of `dialect`; nil where it bears
  /// no signature. Linear.
  package init?(_ mail: [UInt8], dialect: MboxDialect?) {
    let bytes = mail.span
    let entry = MboxEntry(singleMessage: bytes)
    var defects: [Defect] = []
    var header = HeaderBlock()
    let limits = MessageParser.Limits()
    header.read(bytes, in: entry.content, origin: 0, limits: limits, defects: &defects)
    let body = header.bodyStart..<max(header.bodyStart, entry.content.upperBound)
    var part = MessagePart(body: body)
    part.read(header, bytes, isInDigest: false, origin: 0, into: &defects)
    var content: [UInt8] = []
    switch part.encoding {
    case .quotedPrintable: _ = QuotedPrintable.decode(bytes, body, into: &content)
    case .base64: _ = Base64.decode(bytes, body, into: &content)
    default:
      content = Array(mail[body])
      if let dialect { MboxEscape.undo(&content, from: 0, dialect: dialect) }
    }
    guard let found = Self.find(part.contentType, content) else { return nil }
    self = found
  }

  private static func find(_ type: ContentType, _ body: [UInt8]) -> SignedMail? {
    switch type.type {
    case "multipart/signed":
      let kind = type.parameters.text("protocol")?.lowercased()
      if kind?.hasSuffix("pkcs7-signature") == true { return .smime }
      guard kind == "application/pgp-signature", let boundary = type.parameters.raw("boundary")
      else { return nil }
      return detached(body.span, boundary)
    case "application/pkcs7-mime", "application/x-pkcs7-mime":
      return type.parameters.text("smime-type") == "signed-data" ? .smime : nil
    default:
      return type.isMultipart || type.isMessage ? nil : clear(body.span)
    }
  }

  private static func detached(_ body: Span<UInt8>, _ boundary: [UInt8]) -> SignedMail? {
    let delimiter = Array("--".utf8) + boundary
    var ends: [(line: Int, next: Int)] = []
    eachLine(body) { line, text, next in
      // What closes the whole has two hyphens more.
      let isDelimiter =
        body.equals(delimiter, at: line) && [0, 2].contains(text - line - delimiter.count)
      if isDelimiter { ends.append((line, next)) }
      return ends.count < 3
    }
    guard ends.count > 1 else { return nil }
    // The line's end before a delimiter belongs to the delimiter.
    var end = ends[1].line
    if end > ends[0].next { end -= 1 }
    if end > ends[0].next, body[end - 1] == 0x0D { end -= 1 }
    var signed: [UInt8] = []
    for place in ends[0].next..<end {
      if body[place] == 0x0A, place == ends[0].next || body[place - 1] != 0x0D {
        signed.append(0x0D)
      }
      signed.append(body[place])
    }
    let last = ends.count > 2 ? ends[2].line : body.count
    return .detached(signed: signed, signature: (ends[1].next..<last).map { body[$0] })
  }

  private static func clear(_ body: Span<UInt8>) -> SignedMail? {
    var first: Int?
    var last: Int?
    eachLine(body) { line, _, next in
      if first == nil, body.starts(with: "-----BEGIN PGP SIGNED MESSAGE-----", at: line) {
        first = line
      } else if first != nil, body.starts(with: "-----END PGP SIGNATURE-----", at: line) {
        last = next
      }
      return last == nil
    }
    guard let first, let last else { return nil }
    return .clear((first..<last).map { body[$0] })
  }

  /// Hands over where each line begins, where its text ends and where the next line begins, until told to
  /// stop.
  private static func eachLine(
    _ bytes: Span<UInt8>, _ body: (_ line: Int, _ text: Int, _ next: Int) -> Bool
  ) {
    var line = 0
    while line < bytes.count {
      let next = bytes.endOfLine(from: line, limit: bytes.count)
      var text = next
      while text > line, bytes[text - 1].isMailSpace { text -= 1 }
      guard body(line, text, next) else { return }
      line = next
    }
  }
}
