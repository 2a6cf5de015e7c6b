internal import Foundation
internal import GRDB
internal import MailParsing

extension ArchiveDatabase {
  /// A digest of every row of every table, one line a table: two stores with the same lines hold the
  /// same, row by row. The index of words counts by its vocabulary, since how it is cut into pieces
  /// depends on when it was written.
  package func rowDigests() throws(StorageError) -> [String] {
    // The vocabulary is asked through a temporary table, which takes a connection that may write.
    try write { db in
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master
          WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite%'
            AND name NOT LIKE 'messageIndex%' AND name NOT LIKE 'identityIndex%' ORDER BY name
          """)
      var lines = try tables.map { try Self.digest(of: $0, in: db) }
      for index in ["messageIndex", "identityIndex"] {
        try db.execute(
          sql: "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', '\(index)', 'col')")
        lines.append(try Self.digest(of: "vocabulary", named: index, in: db))
        try db.execute(sql: "DROP TABLE temp.vocabulary")
      }
      return lines
    }
  }

  /// The tables, indexes and settings of the index of words, as they were made: stores of one version have
  /// the same.
  package func tables() throws(StorageError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT type || ' ' || name || ' ' || ifnull(sql, '') AS line FROM sqlite_master
          UNION ALL SELECT 'setting ' || k || ' ' || v FROM messageIndex_config ORDER BY line
          """)
    }
  }

  private static func digest(
    of table: String, named name: String? = nil, in db: Database
  ) throws -> String {
    var sha256 = SHA256()
    var count = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table)")
    while let row = try rows.next() {
      let line = Array(row.databaseValues.map { "\($0)" }.joined(separator: "|").utf8)
      sha256.update(line.span)
      count += 1
    }
    return "\(name ?? table) \(count) \(sha256.hexadecimal)"
  }
}
