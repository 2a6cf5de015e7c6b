import ArchiveStorage
import MailParsing

/// An invented mail, written as an archive would hold it, with what a parser would read from it.
struct Post {
  var id: String? = "1@example.org"
  var from = Address(name: "Ann Example", email: "ann@example.org")
  var subject = "Hello"
  var text = "Some words.\n"
  var sentAt: Int64? = 1_381_359_932
  /// Minutes east of UTC.
  var zone: Int? = 0
  var list: String? = "dev"
  var inReplyTo: [String] = []
  var references: [String] = []
  var fidelity = Fidelity.original
  /// Marks the bytes, so that two forms of one post differ in them.
  var form = ""
  /// Given where it should differ from what the text makes it.
  var contentKey: String?

  var bytes: [UInt8] {
    Array(
      "Message-ID: \(id ?? "")\nFrom: \(from.email)\nSubject: \(subject)\nX-Form: \(form)\n\n\(text)"
        .utf8)
  }

  var parsed: ParsedMessage {
    var message = Message()
    message.messageID = id.map { [$0] } ?? []
    message.from = [from]
    message.subject = subject
    message.text = text
    message.list = list
    message.inReplyTo = inReplyTo
    message.references = references
    message.sentAt = sentAt.map { MailDate(secondsSinceEpoch: $0, zoneOffsetMinutes: zone) }
    let defects =
      id == nil ? [Defect(.missingMessageID, .warning, at: 0..<0)] : []
    return ParsedMessage(message: message, defects: defects, fidelity: fidelity)
  }

  /// The entry it makes at `start` of source number `source`.
  func entry(source: Int = 0, at start: Int = 0) -> IngestBatch.Entry {
    let bytes = bytes
    let key = contentKey.map { SHA256.hexadecimal(of: Array($0.utf8).span) }
    return IngestBatch.Entry(
      source: source, range: start..<start + bytes.count, bytes: bytes,
      sha256: SHA256.hexadecimal(of: bytes.span), list: list, parsed: parsed,
      contentKey: key ?? ContentKey.hexadecimal(of: parsed))
  }
}

extension IngestBatch {
  /// A batch that is one whole archive file holding `posts`.
  static func file(
    _ path: String, _ posts: [Post], format: ArchiveFormat = .mboxrd, replacesEarlier: Bool = false
  ) -> IngestBatch {
    var entries: [Entry] = []
    var start = 0
    for post in posts {
      entries.append(post.entry(at: start))
      start += post.bytes.count
    }
    let bytes = posts.flatMap(\.bytes)
    let digest = SHA256.hexadecimal(of: bytes.span)
    let source = Source(
      record: SourceRecord(path: path, sha256: digest, byteCount: start), format: format,
      isComplete: true, replacesEarlier: replacesEarlier)
    return IngestBatch(sources: [source], entries: entries)
  }
}
