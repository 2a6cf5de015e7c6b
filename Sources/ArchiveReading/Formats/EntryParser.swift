import MailParsing

/// The parser each format's entries go to, filling one message whose room is used again.
struct EntryParser: Sendable {
  private let mail: MessageParser
  /// The entry parsed last.
  var message = FlatMessage()

  init(limits: MessageParser.Limits) {
    mail = MessageParser(limits: limits)
  }

  /// Reads an entry of an mbox; defects of its separation come before those of its content.
  mutating func parse(_ entry: MboxEntry, of bytes: Span<UInt8>, dialect: MboxDialect) {
    mail.parse(bytes, entry: entry, dialect: dialect, into: &message)
  }

  /// Reads a source that is one entry.
  mutating func parse(_ bytes: Span<UInt8>, format: ArchiveFormat) {
    switch format {
    case .pipermailHTML: PipermailPage.parse(bytes, into: &message)
    case .mhonarcHTML: MHonArcPage.parse(bytes, into: &message)
    case .hypermailHTML: HypermailPage.parse(bytes, into: &message)
    default: mail.parse(bytes, entry: MboxEntry(singleMessage: bytes), dialect: nil, into: &message)
    }
  }
}
