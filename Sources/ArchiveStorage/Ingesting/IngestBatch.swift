public import MailParsing

/// A run of archive entries that go into the record together, with how far their sources were read.
///
/// A transaction holds whole batches: after a stop at any moment the record holds all of one or nothing,
/// and the cursors in it say where to go on. Batches that begin at a cursor and end after a fixed number of
/// entries make the record the same in every row whether or not it was interrupted.
public struct IngestBatch: Sendable {
  /// A source as far as it has been read with this batch.
  public struct Source: Sendable, Hashable {
    /// Path and member; `byteCount` and `sha256` are those of the bytes read so far, which for a
    /// complete source are all of them.
    public var record: SourceRecord
    /// The form the source's entries have.
    public var format: ArchiveFormat
    /// The list the archive belongs to, where its place or content tells.
    public var list: String?
    /// The file's size and time of change when it was opened.
    public var stamp: FileStamp?
    /// What its reader needs to go on from here, as it alone understands it; empty for nothing.
    public var resumption: [UInt8]
    /// True when nothing is left to read.
    public var isComplete: Bool
    /// True in the first batch of a source whose earlier content is no prefix of the present one: the
    /// entries it still has are moved, the others stay with the earlier version.
    public var replacesEarlier: Bool

    /// Describes a source.
    public init(
      record: SourceRecord, format: ArchiveFormat, list: String? = nil, stamp: FileStamp? = nil,
      resumption: [UInt8] = [], isComplete: Bool, replacesEarlier: Bool = false
    ) {
      self.record = record
      self.format = format
      self.list = list
      self.stamp = stamp
      self.resumption = resumption
      self.isComplete = isComplete
      self.replacesEarlier = replacesEarlier
    }
  }

  /// One entry of a source.
  public struct Entry: Sendable {
    /// Index into ``IngestBatch/sources``.
    public var source: Int
    /// Byte offsets into the decompressed source.
    public var range: Range<Int>
    /// The entry's bytes, exactly.
    public var bytes: [UInt8]
    /// SHA-256 of ``bytes``, as 64 lower-case hexadecimal digits.
    public var sha256: String
    /// The list the entry appeared on; nil where neither mail nor archive tells.
    public var list: String?
    /// The message, and what is wrong with its bytes.
    public var parsed: ParsedMessage
    /// The digest that is equal for every form of one post.
    public var contentKey: String

    /// Describes an entry.
    public init(
      source: Int, range: Range<Int>, bytes: [UInt8], sha256: String, list: String?,
      parsed: ParsedMessage, contentKey: String
    ) {
      self.source = source
      self.range = range
      self.bytes = bytes
      self.sha256 = sha256
      self.list = list
      self.parsed = parsed
      self.contentKey = contentKey
    }
  }

  /// The sources its entries come from.
  public var sources: [Source]
  /// The entries, in archive order.
  public var entries: [Entry]

  /// Makes a batch.
  public init(sources: [Source] = [], entries: [Entry] = []) {
    self.sources = sources
    self.entries = entries
  }
}

/// A file's size and time of change, by which a file that did not change is known without reading it.
public struct FileStamp: Sendable, Hashable {
  /// Bytes of the file as it lies on disk.
  public var byteCount: Int
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public var modifiedAt: Int64

  /// Makes a stamp.
  public init(byteCount: Int, modifiedAt: Int64) {
    self.byteCount = byteCount
    self.modifiedAt = modifiedAt
  }
}

/// How far a source had been read when it was last seen.
public struct SourceState: Sendable, Hashable {
  /// Path and member; `byteCount` is the cursor, `sha256` the digest of the bytes before it.
  public var record: SourceRecord
  /// The form the source's entries have.
  public var format: ArchiveFormat
  /// The file's size and time of change when it was read.
  public var stamp: FileStamp?
  /// What its reader kept to go on from there; empty for nothing.
  public var resumption: [UInt8]
  /// False where an ingest was stopped within the source.
  public var isComplete: Bool
}

/// What a batch changed.
public struct IngestCounts: Sendable, Hashable {
  /// Entries in the batch.
  public var read = 0
  /// Messages not held before.
  public var added = 0
  /// Appearances added to messages already held.
  public var joined = 0
  /// Entries already held.
  public var unchanged = 0
  /// Entries of messages that were purged, which stay out.
  public var withdrawn = 0
  /// Defects by kind, of the entries that were added or joined.
  public var defects: [String: Int] = [:]

  /// Makes counts of nothing.
  public init() {}

  /// Adds the counts of another batch.
  public static func += (lhs: inout IngestCounts, rhs: IngestCounts) {
    lhs.read += rhs.read
    lhs.added += rhs.added
    lhs.joined += rhs.joined
    lhs.unchanged += rhs.unchanged
    lhs.withdrawn += rhs.withdrawn
    lhs.defects.merge(rhs.defects, uniquingKeysWith: +)
  }
}
