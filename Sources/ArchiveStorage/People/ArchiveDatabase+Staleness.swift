internal import GRDB

extension ArchiveDatabase {
  /// Whether mail came in or went since persons were last made, an ingest stopped half-way included.
  ///
  /// The mark is SQLite's `user_version`, which is written in the same transaction as the mail.
  public func personsAreStale() throws(StorageError) -> Bool {
    try read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") != 0 }
  }

  /// Marks persons as stale, or as current, in the transaction of what made them so.
  static func markPersons(stale: Bool, in db: Database) throws {
    try db.execute(sql: "PRAGMA user_version = \(stale ? 1 : 0)")
  }
}
