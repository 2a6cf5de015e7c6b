internal import GRDB

extension ArchiveDatabase {
  /// The messages of the thread a message is in, in the order of their content, itself among them; none
  /// where the record lacks it. What the tree within it is, `ThreadBuilder` says.
  public func thread(containing message: Int64) throws(StorageError) -> [StoredMessage] {
    try read { db in
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT m.id FROM message m WHERE m.thread = (SELECT thread FROM message WHERE id = ?)
          ORDER BY \(ContentOrder.sql)
          """, arguments: [message])
      return try MessageReader(db).messages(ids)
    }
  }

  /// Messages and threads held.
  public func messageAndThreadCount() throws(StorageError) -> (messages: Int, threads: Int) {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT count(*), count(DISTINCT thread) FROM message")
      return (row?[0] ?? 0, row?[1] ?? 0)
    }
  }
}
