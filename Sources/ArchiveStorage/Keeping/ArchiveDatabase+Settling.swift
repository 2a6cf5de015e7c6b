internal import GRDB

extension ArchiveDatabase {
  /// Gives the room that merging the index left free back to the disk; called when an ingest ends. Costs
  /// a move of as many pages as are free.
  public func settle() throws(StorageError) {
    try write { db in try db.execute(sql: "PRAGMA incremental_vacuum") }
  }
}
