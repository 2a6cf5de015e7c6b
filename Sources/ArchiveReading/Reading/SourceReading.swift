public import MailParsing

/// How far a source has been read.
public struct SourceReading: Sendable, Hashable {
  /// What is being read.
  public var source: ArchiveSource
  /// Bytes of the decompressed source that the entries given so far end at; all of them at its end.
  public var byteCount: Int
  /// SHA-256 of those bytes, as 64 lower-case hexadecimal digits; empty where the reader was not asked
  /// for it (``ArchiveReader/Options/digestsSources``).
  public var sha256: String
  /// What a later reading needs to go on without a digest of these bytes, as no one but the reader
  /// understands it; empty for sources that are read whole each time. It holds none of the bytes.
  public var resumption: [UInt8]
  /// Entries given so far, those of an earlier reading that was taken up again left out.
  public var entryCount: Int
  /// Whether nothing is left to read.
  public var isComplete: Bool
  /// Where reading began: 0, or where an earlier reading ended.
  public var startedAt: Int
  /// Whether something else was read under this name before; true only in the first account.
  public var replacesEarlier: Bool
  /// What is wrong with the source as a whole; ranges are offsets into it.
  public var defects: [Defect]

  /// Makes the account of a reading.
  public init(
    source: ArchiveSource, byteCount: Int, sha256: String, resumption: [UInt8] = [],
    entryCount: Int, isComplete: Bool, startedAt: Int = 0, replacesEarlier: Bool = false,
    defects: [Defect] = []
  ) {
    self.source = source
    self.byteCount = byteCount
    self.sha256 = sha256
    self.resumption = resumption
    self.entryCount = entryCount
    self.isComplete = isComplete
    self.startedAt = startedAt
    self.replacesEarlier = replacesEarlier
    self.defects = defects
  }
}

/// What happened to one source on the way, in the order of sources.
public enum ReadingEvent: Sendable, Hashable {
  /// Its entries up to a place have been given.
  case read(SourceReading)
  /// It is what an earlier reading has read whole.
  case unchanged(path: String, member: String?)
  case skipped(SkippedItem)

  /// The file it is about.
  public var path: String {
    switch self {
    case .read(let reading): reading.source.path
    case .unchanged(let path, _): path
    case .skipped(let item): item.path
    }
  }
}
