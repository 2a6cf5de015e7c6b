public import ArchiveReading
import ArchiveStorage
import MailParsing

/// What an ingest read, stored, joined and found wrong; the shape of `byline.ingest/1`.
public struct IngestSummary: Sendable, Hashable {
  /// Entries, by what became of them.
  public struct Messages: Sendable, Hashable {
    /// Entries that were read.
    public var read = 0
    /// Messages not held before.
    public var added = 0
    /// Appearances added to messages already held.
    public var joined = 0
    /// Entries already held, those of sources left unread because they did not change included only
    /// where they were read again.
    public var unchanged = 0
    /// Entries of messages that were purged, which stay out.
    public var withdrawn = 0

    /// No entries.
    public init() {}
  }

  /// Files and members, by what became of them.
  public struct Sources: Sendable, Hashable {
    /// Read, at least from where an earlier ingest ended.
    public var read = 0
    /// Left unread, since they are what an earlier ingest read.
    public var unchanged = 0
    /// In the order of the walk.
    public var skipped: [SkippedItem] = []
    /// What is wrong with a source as a whole, such as a `.gz` that ends too early; in the order of
    /// the walk.
    public var damaged: [Damage] = []
  }

  /// A source that was read as far as it went.
  public struct Damage: Sendable, Hashable {
    /// The file.
    public var path: String
    /// The member of a container; nil for the file itself.
    public var member: String?
    /// Where in the decompressed source it begins.
    public var byteOffset: Int
    /// What is wrong, in words.
    public var because: String
  }

  /// What became of entries.
  public var messages = Messages()
  /// What became of files and members.
  public var sources = Sources()
  /// How many defects of each kind the entries and sources had that were added or joined.
  public var defects: [String: Int] = [:]

  /// An empty summary.
  public init() {}

  /// Whether nothing that is an archive was found.
  public var foundNoArchive: Bool { sources.read == 0 && sources.unchanged == 0 }

  mutating func count(_ counts: IngestCounts) {
    messages.read += counts.read
    messages.added += counts.added
    messages.joined += counts.joined
    messages.unchanged += counts.unchanged
    messages.withdrawn += counts.withdrawn
    defects.merge(counts.defects, uniquingKeysWith: +)
  }

  mutating func count(_ event: ReadingEvent) {
    switch event {
    case .unchanged: sources.unchanged += 1
    case .skipped(let item): sources.skipped.append(item)
    case .read(let reading):
      if reading.isComplete { sources.read += 1 }
      for defect in reading.defects {
        defects[defect.kind.rawValue, default: 0] += 1
        sources.damaged.append(
          Damage(
            path: reading.source.path, member: reading.source.member,
            byteOffset: defect.range.lowerBound, because: defect.detail))
      }
    }
  }
}
