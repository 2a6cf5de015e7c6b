public import ArchiveReading
public import ArchiveStorage
import MailParsing

/// Takes archives into the record: reads what is new, parses it, stores it, and brings what is derived
/// up to date.
///
/// A transaction holds whole units of reading with their sources' cursors, so that after a stop at any
/// moment running it again goes on from the last one and ends with the same record. Units are cut by
/// the archive alone, so that interrupted and whole runs write the same rows.
public struct Ingest: Sendable {
  /// How to take archives in.
  public struct Options: Sendable {
    /// How to read them; what the record knows of their sources is filled in by the ingest.
    public var reading = ArchiveReader.Options()
    /// Whether only to say what would be done.
    public var isDryRun = false

    /// Reads all there is, on one task, and stores it.
    public init() {}
  }

  /// How far an ingest has come.
  public struct Progress: Sendable, Hashable {
    /// Bytes of decompressed sources dealt with.
    public var byteCount: Int
    /// Entries read.
    public var entryCount: Int
    /// The source dealt with last.
    public var path: String
  }

  private let database: ArchiveDatabase
  private let options: Options

  /// Makes an ingest into `database`.
  public init(into database: ArchiveDatabase, _ options: Options = Options()) {
    self.database = database
    self.options = options
  }

  /// Takes in everything `walker` gives and says what became of it; `progress` is called after each
  /// unit, and may throw to stop there. A dry run does the same to a copy of the record that is then thrown away.
  ///
  /// Errors: ``StorageError`` of the record; what the last transaction before it held is stored.
  public func run(
    _ walker: ArchiveWalker, progress: (Progress) throws -> Void = { _ in }
  ) async throws -> IngestSummary {
    let target = options.isDryRun ? try database.temporaryCopy() : database
    var reading = options.reading
    let states = try target.sourceStates()
    let withoutMail = try target.filesWithoutMail()
    reading.known = KnownSources(states, withoutMail)
    var summary = IngestSummary()
    var byteCount = 0
    let load = BulkLoad(into: target)
    var pace = CommitPace(heldBytes: states.reduce(0) { $0 + $1.record.byteCount })
    do {
      try await ArchiveReader(reading).read(
        walker,
        startingPart: { BatchBuilder() },
        entry: { $0.add($1, $2) },
        finishing: { try $0.prepared($1) },
        deliver: { delivery in
          if let batch = delivery.result { summary.count(try load.add(batch)) }
          for event in delivery.events { summary.count(event) }
          byteCount += delivery.byteCount
          if pace.isTime(after: delivery.byteCount) { try load.commit() }
          try progress(
            Progress(
              byteCount: byteCount, entryCount: summary.messages.read,
              path: delivery.events.last?.path ?? ""))
        })
    } catch {
      // What was taken in before the error is whole, and need not be read again.
      try? load.commit()
      throw error
    }
    try load.commit()
    let noted = Set(withoutMail)
    try target.note(
      summary.sources.skipped.compactMap(FileWithoutMail.init).filter {
        !noted.contains($0)
      })
    if try target.personsAreStale() {
      try Derivation(of: target).refreshPersons()
      try target.settle()
    }
    return summary
  }
}

extension KnownSources {
  /// What the record knows of the sources it was made from, and of the files beside them.
  init(_ states: [SourceState], _ withoutMail: [FileWithoutMail]) {
    var sources: [Key: KnownSource] = [:]
    sources.reserveCapacity(states.count)
    for state in states {
      sources[Key(path: state.record.path, member: state.record.member)] = KnownSource(
        fileByteCount: state.stamp?.byteCount, modifiedAt: state.stamp?.modifiedAt,
        byteCount: state.record.byteCount, sha256: state.record.sha256,
        resumption: state.resumption, isComplete: state.isComplete)
    }
    self.init(
      sources,
      noArchives: withoutMail.map { file in
        SkippedItem(
          path: file.path, because: file.because,
          file: ArchiveFile(
            path: file.path, byteCount: file.stamp.byteCount, modifiedAt: file.stamp.modifiedAt))
      })
  }
}

extension FileWithoutMail {
  /// A file that was passed over for its content; nil for one passed over for another reason.
  init?(_ skipped: SkippedItem) {
    guard let file = skipped.file, skipped.member == nil else { return nil }
    self.init(
      path: file.path,
      stamp: FileStamp(byteCount: file.byteCount, modifiedAt: file.modifiedAt),
      because: skipped.because)
  }
}
