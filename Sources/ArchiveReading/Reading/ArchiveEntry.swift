public import MailParsing

/// One entry of a source, read.
public struct ArchiveEntry: Sendable {
  /// The source it stands in.
  public var source: ArchiveSource
  /// The entry's bytes: offsets into the decompressed source.
  public var range: Range<Int>
  /// The list the post is on: the user's word, else the mail's or page's own, else the place's.
  public var list: String?
  /// SHA-256 of the entry's bytes, as 64 lower-case hexadecimal digits, where reading them told it
  /// already: of a source that is one entry.
  public var sha256: String?
  /// The message and its defects, whose ranges are offsets into the entry, as parsers fill it.
  public var message: FlatMessage
  /// The same as a plain value, made anew each time it is asked for.
  public var parsed: ParsedMessage { message.parsed }

  /// Makes an entry.
  public init(
    source: ArchiveSource, range: Range<Int>, list: String?, message: FlatMessage
  ) {
    self.source = source
    self.range = range
    self.list = list
    self.message = message
  }
}
