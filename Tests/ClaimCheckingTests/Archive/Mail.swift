import ArchiveStorage
import MailParsing
import TestSupport

/// An invented mail.
struct Mail {
  var from: Address
  var subject: String
  var text: String
  var day: Int64
  var inReplyTo: [String] = []

  static let ann = Address(name: "Ann Example", email: "ann@example.org")
  static let bob = Address(name: "Bob Sample", email: "bob@example.org")

  /// A store in memory that holds `mails`.
  static func store(_ mails: [Mail]) throws -> ArchiveDatabase {
    let database = try ArchiveDatabase.inMemory()
    var entries: [IngestBatch.Entry] = []
    var all: [UInt8] = []
    for (number, mail) in mails.enumerated() {
      let bytes = Array("\(number) \(mail.from.email) \(mail.subject)\n\n\(mail.text)".utf8)
      var message = Message()
      message.messageID = ["\(number)@example.org"]
      message.from = [mail.from]
      message.subject = mail.subject
      message.text = mail.text
      message.inReplyTo = mail.inReplyTo
      message.sentAt = MailDate(secondsSinceEpoch: mail.day * 86_400, zoneOffsetMinutes: 0)
      let sha256 = SHA256.hexadecimal(of: bytes.span)
      entries.append(
        IngestBatch.Entry(
          source: 0, range: all.count..<all.count + bytes.count, bytes: bytes, sha256: sha256,
          list: "dev", parsed: ParsedMessage(message: message, fidelity: .original),
          contentKey: sha256))
      all += bytes
    }
    let source = IngestBatch.Source(
      record: SourceRecord(
        path: "dev.mbox", sha256: SHA256.hexadecimal(of: all.span), byteCount: all.count),
      format: .mboxrd, isComplete: true)
    _ = try database.ingest(IngestBatch(sources: [source], entries: entries))
    let senders = Set(mails.map(\.from)).sorted { $0.email < $1.email }
    try database.replacePersons(
      senders.enumerated().map { number, sender in
        Person(
          id: Int64(number) + 1, name: sender.name, identities: [sender], merges: [],
          messageCount: mails.count { $0.from == sender })
      })
    return database
  }
}
