import MailParsing

/// The parser each format's entries go to.
struct EntryParser: Sendable {
  private let mail: MessageParser

  init(limits: MessageParser.Limits) {
    mail = MessageParser(limits: limits)
  }

  /// Reads an entry of an mbox; defects of its separation come before those of its content.
  func parse(_ entry: MboxEntry, of bytes: Span<UInt8>, dialect: MboxDialect) -> ParsedMessage {
    mail.parse(bytes, entry: entry, dialect: dialect)
  }

  /// Reads a source that is one entry.
  func parse(_ bytes: Span<UInt8>, format: ArchiveFormat) -> ParsedMessage {
    mail.parse(bytes)
  }
}
