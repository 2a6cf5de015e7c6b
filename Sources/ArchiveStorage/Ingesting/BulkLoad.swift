internal import GRDB

/// Takes batches into the record, several to a transaction.
///
/// Each commit writes every page that it changed, and the indexes by digest change all over: the fewer
/// commits, the less is written twice. What was added since the last ``commit()`` is lost where the
/// process ends, or where ``add(_:)`` throws; the cursors in the batches go with it.
///
/// What writes a batch says `UPDATE OR FAIL`. SQLite lets a plain `UPDATE` that breaks a constraint take
/// itself back alone, by a savepoint around each, and at a savepoint FTS5 writes out the words it has
/// gathered, however few: a piece of the index for each mail that joins threads or has a defect. Here
/// whatever fails takes the whole transaction with it.
public final class BulkLoad {
  private let database: ArchiveDatabase
  private var writer: BatchWriter?

  /// Makes a load into `database`, which must not be written to otherwise until it is committed.
  public init(into database: ArchiveDatabase) { self.database = database }

  deinit {
    // After an error SQLite has mostly rolled back by itself; there is nobody to tell if it cannot now.
    try? end { if $0.isInsideTransaction { try $0.rollback() } }
  }

  /// Takes a batch in; an entry that is held already changes nothing.
  public func add(_ batch: PreparedBatch) throws(StorageError) -> IngestCounts {
    do {
      return try database.queue.writeWithoutTransaction { db in
        if writer == nil {
          try db.beginTransaction(.immediate)
          writer = try BatchWriter(in: db)
        }
        return try writer!.write(batch)
      }
    } catch {
      try? end { if $0.isInsideTransaction { try $0.rollback() } }
      throw StorageError(error, path: database.path)
    }
  }

  /// Makes what was added durable; does nothing where nothing was.
  public func commit() throws(StorageError) {
    guard writer != nil else { return }
    do { try end { try $0.commit() } } catch { throw StorageError(error, path: database.path) }
  }

  /// Closes the transaction; its statements go first.
  private func end(_ close: (Database) throws -> Void) throws {
    guard writer != nil else { return }
    try database.queue.writeWithoutTransaction { db in
      writer = nil
      try close(db)
    }
  }
}
