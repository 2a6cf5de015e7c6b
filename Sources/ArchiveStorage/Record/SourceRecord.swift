public import MailParsing

/// Where bytes came from: a file, or a member of one, as it was when it was read.
public struct SourceRecord: Sendable, Hashable {
  /// The path as the user gave it, or found below a directory the user gave.
  public var path: String
  /// The member within an archive file (tar, zip, a public-inbox blob); nil for a plain file.
  public var member: String?
  /// SHA-256 of the decompressed bytes, as 64 lower-case hexadecimal digits.
  public var sha256: String
  /// Bytes after decompression.
  public var byteCount: Int

  /// Makes a source's description.
  public init(path: String, member: String? = nil, sha256: String, byteCount: Int) {
    self.path = path
    self.member = member
    self.sha256 = sha256
    self.byteCount = byteCount
  }
}

/// One place where a message stands: which bytes of which source, in which form, on which list.
public struct Appearance: Sendable, Hashable {
  /// The source it stands in.
  public var source: SourceRecord
  /// The form the source's entries have.
  public var format: ArchiveFormat
  /// The list it appeared on; nil where neither mail nor archive tells.
  public var list: String?
  /// The entry's bytes: offsets into the decompressed source.
  public var entry: Range<Int>
  /// SHA-256 of the entry's bytes, as 64 lower-case hexadecimal digits.
  public var entrySHA256: String
  /// How close those bytes are to the mail that was sent.
  public var fidelity: Fidelity

  /// Makes an appearance.
  public init(
    source: SourceRecord, format: ArchiveFormat, list: String?, entry: Range<Int>,
    entrySHA256: String, fidelity: Fidelity
  ) {
    self.source = source
    self.format = format
    self.list = list
    self.entry = entry
    self.entrySHA256 = entrySHA256
    self.fidelity = fidelity
  }
}

/// A message as the record holds it: once, with every place it stands in.
public struct StoredMessage: Sendable, Hashable, Identifiable {
  /// The record's own number for it; not stable between stores, so never shown or cited.
  public var id: Int64
  /// The message, its text from the most original appearance.
  public var message: Message
  /// What was wrong in the appearance the text was taken from.
  public var defects: [Defect]
  /// The digest that is equal for every form of one post.
  public var contentKey: String
  /// Every place it stands in, the most original first, then by path and entry; never empty.
  public var appearances: [Appearance]

  /// Makes a stored message.
  public init(
    id: Int64, message: Message, defects: [Defect], contentKey: String, appearances: [Appearance]
  ) {
    self.id = id
    self.message = message
    self.defects = defects
    self.contentKey = contentKey
    self.appearances = appearances
  }
}
