import ArchiveReading
import ArchiveStorage
import ClaimExtraction
import MailParsing

/// A plain text that a user names: its bytes, its text, and what its head tells of it.
struct TextFile {
  var path: String
  var bytes: [UInt8]
  var text: String
  var head: StatementHead

  /// Reads the file at `path`; bytes that are no UTF-8 are shown as U+FFFD.
  init(_ path: String) throws {
    self.path = path
    bytes = try EntryReader.document(at: path)
    text = String(decoding: bytes, as: UTF8.self)
    head = StatementHead(text)
  }

  /// The text as a statement written on `day`, or on the day its head names.
  func statement(on day: Day?) -> Statement {
    let writtenAt = day?.date ?? head.writtenAt
    return .document(
      Document(
        kind: .statement, path: path, sha256: SHA256.hexadecimal(of: bytes.span), text: text),
      writtenAt: writtenAt)
  }
}
