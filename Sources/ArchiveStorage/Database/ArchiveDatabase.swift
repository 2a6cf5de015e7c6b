internal import CSQLite
internal import GRDB

/// The record: one SQLite file, or the same thing in memory.
///
/// Every call is one transaction: it sees one state of the record, and what it writes is there as a
/// whole or not at all. One process writes at a time; a second one waits for it, then throws ``StorageError/Code/busy``.
///
/// ## Topics
/// ### Opening
/// - ``open(at:waitingSeconds:)``
/// - ``openForReading(at:)``
/// - ``inMemory()``
/// ### Filling
/// - ``ingest(_:)-(IngestBatch)``
/// - ``replacePersons(_:)``
/// - ``replaceClaims(_:of:from:)``
/// - ``replaceFindings(_:verdict:on:from:)``
/// ### Asking
/// - ``messages(withMessageID:)``
/// - ``search(_:from:limit:sort:)``
/// - ``thread(containing:)``
/// - ``lists()``
public final class ArchiveDatabase: Sendable {
  /// The store's file; nil in memory.
  public let path: String?
  let queue: DatabaseQueue

  private init(path: String?, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Takes a copy that lies in a temporary file.
  init(temporary queue: DatabaseQueue) {
    self.path = nil
    self.queue = queue
  }

  /// Opens the store at `path` for reading and writing, making it where there is none and bringing
  /// one that an earlier version wrote up to date.
  ///
  /// Where another process is writing, a call waits for it, at most `waitingSeconds`.
  /// Throws ``StorageError/Code/notAStore`` for any other file, which is left as it is, and
  /// ``StorageError/Code/newerVersion`` for a store of a later version.
  public static func open(
    at path: String, waitingSeconds: Double = 5
  ) throws(StorageError) -> ArchiveDatabase {
    try opened(path) {
      let queue = try DatabaseQueue(
        path: path, configuration: configuration(readOnly: false, waitingSeconds: waitingSeconds))
      try queue.read { db in try Schema.refuseForeign(db) }
      try Schema.migrator.migrate(queue)
      return queue
    }
  }

  /// Opens the store at `path`, which must exist, without writing to it; what a writer that was stopped
  /// left half done is taken back first. Throws ``StorageError/Code/readOnly`` where that cannot be.
  public static func openForReading(at path: String) throws(StorageError) -> ArchiveDatabase {
    try opened(path) {
      do { return try readingQueue(path) } catch let error as DatabaseError
        where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
      {
        // The journal of the stopped writer is played back by the first connection that may write.
        let writing = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
        try writing.read { db in try Schema.refuseForeign(db) }
        try writing.close()
        return try readingQueue(path)
      }
    }
  }

  private static func readingQueue(_ path: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
    try queue.read { db in
      try Schema.refuseForeign(db)
      try Schema.refuseEarlier(db)
    }
    return queue
  }

  /// Makes an empty record that lives as long as the value does.
  public static func inMemory() throws(StorageError) -> ArchiveDatabase {
    do {
      let queue = try DatabaseQueue(configuration: configuration(readOnly: false))
      try Schema.migrator.migrate(queue)
      return ArchiveDatabase(path: nil, queue: queue)
    } catch { throw StorageError(error, path: nil) }
  }

  private static func opened(
    _ path: String, _ open: () throws -> DatabaseQueue
  ) throws(StorageError) -> ArchiveDatabase {
    do { return ArchiveDatabase(path: path, queue: try open()) } catch {
      throw StorageError(error, path: path)
    }
  }

  /// Pages that the store's file has.
  package func pageCount() throws(StorageError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0 }
  }

  /// Lets the file grow to so many pages and no further, as a full disk does.
  package func limit(toPages pages: Int) throws(StorageError) {
    try write { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)") }
  }

  /// Leaves out what lets a commit survive a kill or a power cut, so that its cost can be measured.
  package func forgoDurability() throws(StorageError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF")
      }
    } catch { throw StorageError(error, path: path) }
  }

  /// Runs `body` on one state of the record.
  func read<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
    do { return try queue.read(body) } catch { throw StorageError(error, path: path) }
  }

  /// Runs `body` in a transaction that is kept only if it returns.
  func write<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
    do { return try queue.write(body) } catch { throw StorageError(error, path: path) }
  }

  /// Counting every allocation takes a lock each time, and nobody asks for the count. Has an effect only
  /// before SQLite is first used.
  private static let withoutMemoryStatistics: Void = { _ = bylineWithoutMemoryStatistics() }()

  /// The settings of every connection.
  ///
  /// A rollback journal, because a bulk load mostly appends pages: those need no journal at all, while
  /// a write-ahead log writes each of them twice.
  static func configuration(
    readOnly: Bool, waitingSeconds: Double = 5
  ) -> Configuration {
    _ = withoutMemoryStatistics
    var configuration = Configuration()
    // A bulk load adds to one transaction call by call.
    configuration.allowsUnsafeTransactions = true
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(waitingSeconds)
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA cache_size = -32768;
          PRAGMA temp_store = MEMORY;
          """)
      if !readOnly {
        // The last has an effect on a file without tables only.
        try db.execute(
          sql: """
            PRAGMA secure_delete = OFF;
            PRAGMA synchronous = FULL;
            PRAGMA auto_vacuum = INCREMENTAL;
            """)
      }
    }
    return configuration
  }
}
