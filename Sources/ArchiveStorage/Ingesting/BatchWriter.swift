internal import GRDB
internal import MailParsing

/// Writes one prepared batch: finds for each entry the message it is, and keeps everything drawn from a
/// message's text in step with that text. Lives within one transaction.
struct BatchWriter {
  private let batch: PreparedBatch
  private let db: Database
  private let sources: SourceWriter
  private var messages: MessageWriter
  private let threads: ThreadPartition
  private let held: HeldAppearances
  private let withdrawals: Withdrawals
  private var blocks: [Int: Int64] = [:]
  private var counts = IngestCounts()

  /// Makes a writer; `sources` are rows that are there already and are left as they are, where the
  /// batch's own are not to be written.
  init(_ batch: PreparedBatch, sources rows: [SourceWriter.Row]? = nil, in db: Database) throws {
    self.batch = batch
    self.db = db
    sources = try SourceWriter(rows ?? SourceWriter.write(batch.sources, in: db), in: db)
    let blocks = BlockReader(db)
    messages = try MessageWriter(in: db, reading: blocks)
    threads = try ThreadPartition(in: db)
    held = try HeldAppearances(in: db, reading: blocks)
    withdrawals = try Withdrawals(in: db)
  }

  mutating func run() throws -> IngestCounts {
    for entry in batch.entries { try write(entry) }
    if counts.added + counts.joined > 0 { try ArchiveDatabase.markPersons(stale: true, in: db) }
    return counts
  }

  private mutating func write(_ entry: PreparedBatch.Entry) throws {
    counts.read += 1
    let source = sources.rows[entry.source]
    if try held.isHeld(entry, in: source) {
      counts.unchanged += 1
      return
    }
    if try withdrawals.cover(entry) {
      counts.withdrawn += 1
      return
    }
    let list = try messages.list(named: entry.list)
    let identity = MessageIdentity(
      messageIDs: entry.messageIDs, contentKey: entry.contentKey, list: list,
      sentAt: entry.parsed.message.sentAt?.secondsSinceEpoch, entrySHA256: entry.sha256)
    let candidates = try held.candidates(for: identity)
    let place = try place(of: entry)
    if let message = MessagePlacement.message(of: identity, among: candidates) {
      try join(entry, to: message, source: source.id, list: list, place)
      counts.joined += 1
    } else {
      let message = messages.nextMessage()
      let thread = try threads.thread(of: entry.messageIDs + entry.references, new: message)
      let appearance = try messages.addAppearance(
        of: entry, message: message, source: source.id, list: list, place)
      try messages.add(
        entry.parsed, contentKey: entry.contentKey, as: message, thread: thread, best: appearance)
      try messages.addIDs(entry.messageIDs, of: message)
      for other in MessagePlacement.displaced(by: identity, among: candidates) {
        try messages.moveAppearancesWithoutID(agreeing: identity, from: other, to: message)
      }
      counts.added += 1
    }
    for defect in entry.parsed.defects {
      counts.defects[defect.kind.rawValue, default: 0] += 1
      try sources.count(defect.kind.rawValue, in: source.id)
    }
  }

  private mutating func join(
    _ entry: PreparedBatch.Entry, to message: Int64, source: Int64, list: Int64?,
    _ place: (block: Int64, start: Int)
  ) throws {
    _ = try messages.addAppearance(
      of: entry, message: message, source: source, list: list, place)
    try messages.addIDs(entry.messageIDs, of: message)
    let ids = entry.messageIDs + entry.references
    if !ids.isEmpty {
      try messages.setThread(
        try threads.thread(of: ids + (try messages.ids(of: message)), new: message), of: message)
    }
    try messages.preferBest(of: message)
  }

  /// Where the entry's bytes lie in the store; its block is written when the first entry in it is, so
  /// that a block of entries already held is never written.
  private mutating func place(of entry: PreparedBatch.Entry) throws -> (block: Int64, start: Int) {
    if let block = blocks[entry.block] { return (block, entry.blockStart) }
    if let twin = try held.twin(of: entry) { return twin }
    let block = try messages.addBlock(batch.blocks[entry.block])
    blocks[entry.block] = block
    return (block, entry.blockStart)
  }
}

extension ArchiveDatabase {
  /// Takes a batch into the record, in one transaction; an entry that is held already changes nothing.
  @discardableResult
  public func ingest(_ batch: IngestBatch) throws(StorageError) -> IngestCounts {
    try ingest(try PreparedBatch(batch))
  }

  /// Takes a batch that was prepared elsewhere into the record, in one transaction.
  @discardableResult
  public func ingest(_ batch: PreparedBatch) throws(StorageError) -> IngestCounts {
    try write { db in
      var writer = try BatchWriter(batch, in: db)
      return try writer.run()
    }
  }
}
