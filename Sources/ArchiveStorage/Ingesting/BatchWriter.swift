internal import GRDB
internal import MailParsing

/// Writes prepared batches: finds for each entry the message it is, and keeps everything drawn from a
/// message's text in step with that text. Lives within one transaction.
struct BatchWriter {
  private let db: Database
  private let sources: SourceWriter
  private var messages: MessageWriter
  private var threads: ThreadPartition
  private let held: HeldAppearances
  private let withdrawals: Withdrawals

  /// What is known while one batch is written.
  private struct Present {
    var batch: PreparedBatch
    var rows: [SourceWriter.Row]
    /// Numbers of the batch's blocks that were written.
    var blocks: [Int: Int64] = [:]
    var counts = IngestCounts()
  }

  init(in db: Database) throws {
    self.db = db
    sources = try SourceWriter(in: db)
    let blocks = BlockReader(db)
    messages = try MessageWriter(in: db, reading: blocks)
    threads = try ThreadPartition(in: db)
    held = try HeldAppearances(in: db, reading: blocks)
    withdrawals = try Withdrawals(in: db)
  }

  /// Writes a batch; `rows` are those of its sources where these are there already and are to be left as
  /// they are.
  mutating func write(
    _ batch: PreparedBatch, sources rows: [SourceWriter.Row]? = nil
  ) throws -> IngestCounts {
    var present = Present(batch: batch, rows: try rows ?? SourceWriter.write(batch.sources, in: db))
    for entry in batch.entries { try write(entry, &present) }
    if present.counts.added + present.counts.joined > 0 {
      try ArchiveDatabase.markPersons(stale: true, in: db)
    }
    return present.counts
  }

  private mutating func write(_ entry: PreparedBatch.Entry, _ present: inout Present) throws {
    present.counts.read += 1
    let source = present.rows[entry.source]
    if try held.isHeld(entry, in: source) {
      present.counts.unchanged += 1
      return
    }
    if try withdrawals.cover(entry) {
      present.counts.withdrawn += 1
      return
    }
    let list = try messages.list(named: entry.list)
    let identity = MessageIdentity(
      messageIDs: entry.messageIDs, contentKey: entry.contentKey, list: list,
      sentAt: entry.parsed.message.sentAt, entrySHA256: entry.sha256)
    let candidates = try held.candidates(for: identity)
    let place = try place(of: entry, &present)
    if let message = MessagePlacement.message(of: identity, among: candidates) {
      try join(entry, to: message, source: source.id, list: list, place)
      present.counts.joined += 1
    } else {
      let message = messages.nextMessage()
      let thread = try threads.thread(
        of: entry.messageIDs, referringTo: entry.references, new: message)
      let appearance = try messages.addAppearance(
        of: entry, message: message, source: source.id, list: list, place)
      try messages.add(
        entry.parsed, contentKey: entry.contentKey, as: message, thread: thread, best: appearance)
      try messages.addIDs(entry.messageIDs, of: message)
      for other in MessagePlacement.displaced(by: identity, among: candidates) {
        try messages.moveAppearancesWithoutID(agreeing: identity, from: other, to: message)
      }
      present.counts.added += 1
    }
    for defect in entry.parsed.defects {
      present.counts.defects[defect.kind.rawValue, default: 0] += 1
      try sources.count(defect.kind.rawValue, in: source.id)
    }
  }

  private mutating func join(
    _ entry: PreparedBatch.Entry, to message: Int64, source: Int64, list: Int64?,
    _ place: MailPlace
  ) throws {
    _ = try messages.addAppearance(
      of: entry, message: message, source: source, list: list, place)
    try messages.addIDs(entry.messageIDs, of: message)
    if !(entry.messageIDs + entry.references).isEmpty {
      let thread = try threads.thread(
        of: try messages.ids(of: message), referringTo: entry.references, new: message)
      try messages.setThread(thread, of: message)
    }
    try messages.preferBest(of: message)
  }

  /// Where the entry's bytes lie in the store; its block is written when the first entry in it is, so
  /// that a block of entries already held is never written.
  private func place(
    of entry: PreparedBatch.Entry, _ present: inout Present
  ) throws -> MailPlace {
    if let block = present.blocks[entry.block] {
      return MailPlace(block: block, start: entry.blockStart)
    }
    if let twin = try held.twin(of: entry) { return twin }
    let block = try messages.addBlock(present.batch.blocks[entry.block])
    present.blocks[entry.block] = block
    return MailPlace(block: block, start: entry.blockStart)
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
      var writer = try BatchWriter(in: db)
      return try writer.write(batch)
    }
  }
}
