internal import GRDB

/// Puts messages into the index of words and takes them out.
struct IndexWriter {
  private let insert: BulkStatement
  private let delete: BulkStatement

  /// Writes to the index of the record, or to a `table` of the same columns.
  init(in db: Database, table: String = "messageIndex") throws {
    let name = table.split(separator: ".").last ?? ""
    insert = try BulkStatement(
      "INSERT INTO \(table) (rowid, subject, author, text) VALUES (?1, ?2, ?3, ?4)", in: db)
    delete = try BulkStatement(
      """
      INSERT INTO \(table) (\(name), rowid, subject, author, text)
      VALUES ('delete', ?1, ?2, ?3, ?4)
      """, in: db)
  }

  /// Indexes a message.
  func add(_ words: IndexedText, as message: Int64) throws { try run(insert, words, message) }

  /// Takes a message out, given the very words it was indexed with.
  func remove(_ words: IndexedText, as message: Int64) throws { try run(delete, words, message) }

  /// Indexes every message of the record. Costs a reading of all mail.
  func addAll(of db: Database) throws {
    let reader = MessageReader(db)
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM message ORDER BY id") {
      guard let stored = try reader.message(id) else { continue }
      try add(IndexedText(stored.message), as: id)
    }
  }

  private func run(
    _ statement: BulkStatement, _ words: IndexedText, _ message: Int64
  ) throws {
    statement.bind(message, at: 1)
    statement.bind(words.subject, at: 2)
    statement.bind(words.author, at: 3)
    statement.bind(words.text, at: 4)
    try statement.run()
  }
}
