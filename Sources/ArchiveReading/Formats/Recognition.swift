import MailParsing

/// What a source is, told from its content; its place only decides between names for one form.
enum Recognition: Sendable, Hashable {
  /// Entries separated by From_ lines or marks, and what cuts them.
  case mbox(MboxReader)
  /// One entry, which is the whole source.
  case whole(ArchiveFormat)
  /// No mail, and why that is thought.
  case none(because: String)

  /// How many bytes from the start are looked at, where not all are at hand.
  static let headCount = 1 << 16

  /// Tells what `bytes` are: all of a source, or its first ``headCount`` bytes and more.
  init(_ bytes: Span<UInt8>, of source: LoadedSource, dialect: MboxDialect?) {
    let sample = bytes.extracting(0..<min(bytes.count, MboxRecognition.sampleByteCount))
    if let lines = LoneReturns.asLineFeeds(sample) {
      self.init(lines.span, of: source, dialect: dialect)
    } else if source.isPublicInbox {
      self = .whole(.publicInbox)
    } else if bytes.isEmpty {
      self = .none(because: "empty")
    } else if PageFormat.looksLikeMarkup(bytes), let page = PageFormat.recognize(bytes) {
      self = page
    } else if let reader = MboxFamily.recognize(bytes, asked: dialect) {
      self = .mbox(reader)
    } else if SingleMessage.isMessage(bytes) {
      self = .whole(SingleMessage.format(at: source.place))
    } else {
      self = .none(because: NoArchive.reason(bytes))
    }
  }
}
