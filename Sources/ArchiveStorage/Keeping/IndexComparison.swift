internal import GRDB

/// Holds the index of words against one made anew from the stored mail, word by word and place by place.
struct IndexComparison {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Whether both hold the same words at the same places. The new index lies in a temporary table; errors
  /// are those of reading a damaged one.
  func isEqual() throws -> Bool {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE temp.madeAgain USING fts5 (
          subject, author, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE temp.heldWords USING fts5vocab (main, messageIndex, instance);
        CREATE VIRTUAL TABLE temp.mailWords USING fts5vocab (temp, madeAgain, instance);
        """)
    defer {
      try? db.execute(
        sql: "DROP TABLE temp.heldWords; DROP TABLE temp.mailWords; DROP TABLE temp.madeAgain")
    }
    try IndexWriter(in: db, table: "temp.madeAgain").addAll(of: db)
    return try digest(of: "heldWords") == digest(of: "mailWords")
  }

  /// A number that depends on each word with its message, column and place.
  private func digest(of words: String) throws -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { digest = (digest ^ value) &* 0x0000_0100_0000_01B3 }
    let rows = try BulkStatement("SELECT doc, offset, col, term FROM temp.\(words)", in: db)
    try rows.forEachRow { row in
      add(UInt64(bitPattern: row.integer(0)))
      add(UInt64(bitPattern: row.integer(1)))
      row.forEachByte(2) { add(UInt64($0)) }
      row.forEachByte(3) { add(UInt64($0)) }
    }
    return digest
  }
}
