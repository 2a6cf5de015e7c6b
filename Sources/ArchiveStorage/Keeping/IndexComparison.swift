internal import GRDB

/// Holds an index of words against one made anew from what it indexes, word by word and place by place.
struct IndexComparison {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Whether the index of messages holds the words of the stored mail, and the lengths by which hits are
  /// ranked. Errors here and below are those of reading a damaged index.
  func messagesAreEqual() throws -> Bool {
    try isEqual("messageIndex", columns: "subject, author, text") { table in
      try IndexWriter(in: db, table: table).addAll(of: db)
    }
  }

  /// Whether the index of people's names and addresses holds those of the identities.
  func identitiesAreEqual() throws -> Bool {
    try isEqual("identityIndex", columns: "name, email, columnsize = 0") { table in
      let insert = try BulkStatement(
        "INSERT INTO \(table) (rowid, name, email) VALUES (?1, ?2, ?3)", in: db)
      try BulkStatement("SELECT id, name, email FROM identity ORDER BY id", in: db).forEachRow {
        insert.bind($0.integer(0), at: 1)
        insert.bind(IndexedText.spaced($0.text(1)), at: 2)
        insert.bind($0.text(2), at: 3)
        try insert.run()
      }
    }
  }

  /// Compares `index` with a temporary one of the same columns that `fill` puts the words into.
  private func isEqual(
    _ index: String, columns: String, filledBy fill: (_ table: String) throws -> Void
  ) throws -> Bool {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE temp.madeAgain USING fts5 (
          \(columns), content = '', tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE temp.heldWords USING fts5vocab (main, \(index), instance);
        CREATE VIRTUAL TABLE temp.mailWords USING fts5vocab (temp, madeAgain, instance);
        """)
    defer {
      try? db.execute(
        sql: "DROP TABLE temp.heldWords; DROP TABLE temp.mailWords; DROP TABLE temp.madeAgain")
    }
    try fill("temp.madeAgain")
    guard try wordDigest(of: "heldWords") == wordDigest(of: "mailWords") else { return false }
    guard try db.tableExists("\(index)_docsize") else { return true }
    return try digest(of: "SELECT id, sz FROM main.\(index)_docsize ORDER BY id")
      == digest(of: "SELECT id, sz FROM temp.madeAgain_docsize ORDER BY id")
  }

  /// A number that depends on each word with its row, column and place.
  private func wordDigest(of words: String) throws -> UInt64 {
    try digest(of: "SELECT doc, col || ' ' || offset || ' ' || term FROM temp.\(words)")
  }

  /// A number that depends on each number and the bytes beside it that `sql` gives.
  private func digest(of sql: String) throws -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { digest = (digest ^ value) &* 0x0000_0100_0000_01B3 }
    try BulkStatement(sql, in: db).forEachRow { row in
      add(UInt64(bitPattern: row.integer(0)))
      row.forEachByte(1) { add(UInt64($0)) }
    }
    return digest
  }
}
