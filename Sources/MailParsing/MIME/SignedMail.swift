/// What of a mail is signed, byte for byte, and the signature.
///
/// Only the mail as a whole is looked at: a multipart/signed (RFC 1847), or a plain body with a text signed
/// in the clear (RFC 9580 §7). A list that puts such a mail into a multipart of its own says nothing of it.
package enum SignedMail: Hashable, Sendable {
  /// OpenPGP/MIME (RFC 3156 §5): the first part with CRLF at the ends of its lines, and the second.
  case detached(signed: [UInt8], signature: [UInt8])
  /// A text signed in the clear, from its first line to its last.
  case clear([UInt8])
  /// S/MIME that keeps what it signs readable (RFC 8551 §3.5.3): the first part with CRLF at the ends of its
  /// lines, and the signature as DER.
  case certified(signed: [UInt8], signature: [UInt8])
  /// S/MIME that holds what it signs.
  case enclosed

  /// Reads a mail, a From_ line before it or not, whose escapes are those of `dialect`; nil where it bears
  /// no signature. Linear.
  package init?(_ mail: [UInt8], dialect: MboxDialect?) {
    let entry = MboxEntry(singleMessage: mail.span)
    let (type, content) = Self.decoded(mail, in: entry.content, dialect: dialect)
    guard let found = Self.find(type, content) else { return nil }
    self = found
  }

  /// The type of a mail or part, and its content without its transfer encoding.
  private static func decoded(
    _ mail: [UInt8], in range: Range<Int>, dialect: MboxDialect?
  ) -> (ContentType, [UInt8]) {
    let bytes = mail.span
    var defects: [Defect] = []
    var header = HeaderBlock()
    let limits = MessageParser.Limits()
    header.read(bytes, in: range, origin: 0, limits: limits, defects: &defects)
    let body = header.bodyStart..<max(header.bodyStart, range.upperBound)
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
    return (part.contentType, content)
  }

  private static func find(_ type: ContentType, _ body: [UInt8]) -> SignedMail? {
    switch type.type {
    case "multipart/signed":
      guard let kind = type.parameters.text("protocol")?.lowercased(),
        let boundary = type.parameters.raw("boundary"),
        let (signed, signature) = parts(body.span, boundary)
      else { return nil }
      switch kind {
      case "application/pgp-signature": return .detached(signed: signed, signature: signature)
      case "application/pkcs7-signature", "application/x-pkcs7-signature":
        let (_, der) = decoded(signature, in: 0..<signature.count, dialect: nil)
        return .certified(signed: signed, signature: der)
      default: return nil
      }
    case "application/pkcs7-mime", "application/x-pkcs7-mime":
      return type.parameters.text("smime-type") == "signed-data" ? .enclosed : nil
    default:
      return type.isMultipart || type.isMessage ? nil : clear(body.span)
    }
  }

  /// What is signed, and the part with the signature.
  private static func parts(
    _ body: Span<UInt8>, _ boundary: [UInt8]
  ) -> (signed: [UInt8], signature: [UInt8])? {
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
    return (signed, (ends[1].next..<last).map { body[$0] })
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
