internal import GRDB

extension ArchiveDatabase {
  /// Keeps a résumé or a statement. One whose bytes changed takes the place of the earlier one, and what
  /// was drawn from that goes.
  public func save(_ document: Document) throws(StorageError) {
    try write { db in try DocumentRows.save(document, in: db) }
  }

  /// The documents held, by path.
  public func documents() throws(StorageError) -> [Document] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT kind, path, sha256, text FROM document ORDER BY path, kind"
      ).map { row in
        guard let kind = Document.Kind(rawValue: row[0]) else {
          throw StorageError(.corrupt, detail: "a document is damaged")
        }
        return Document(kind: kind, path: row[1], sha256: row[2], text: row[3])
      }
    }
  }

  /// Puts `findings` in the place of those on a résumé, which is added where the record lacks it.
  public func replaceResumeFindings(
    _ findings: [ResumeFinding], of document: Document, from producer: Producer
  ) throws(StorageError) {
    try write { db in
      try DocumentRows.save(document, in: db)
      let id = try DocumentRows.id(of: document, in: db)
      try db.execute(sql: "DELETE FROM resumeFinding WHERE document = ?", arguments: [id])
      for (position, finding) in findings.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO resumeFinding (document, position, producer, version, json)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [id, position, producer.name, producer.version, try JSON.text(of: finding)])
      }
    }
  }

  /// What was found on a résumé, in the order it was given.
  public func resumeFindings(of document: Document) throws(StorageError) -> [ResumeFinding] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT json FROM resumeFinding WHERE document = ? ORDER BY position",
        arguments: [try DocumentRows.id(of: document, in: db)]
      ).map { try JSON.value(of: $0) }
    }
  }
}

/// The rows of documents.
enum DocumentRows {
  /// The number of a document with these bytes; nil where the record lacks it.
  static func id(of document: Document, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT id FROM document WHERE kind = ? AND path = ? AND sha256 = ?",
      arguments: [document.kind.rawValue, document.path, document.sha256])
  }

  static func save(_ document: Document, in db: Database) throws {
    guard try id(of: document, in: db) == nil else { return }
    try db.execute(
      sql: "DELETE FROM document WHERE kind = ? AND path = ?",
      arguments: [document.kind.rawValue, document.path])
    try db.execute(
      sql: "INSERT INTO document (kind, path, sha256, text) VALUES (?, ?, ?, ?)",
      arguments: [document.kind.rawValue, document.path, document.sha256, document.text])
  }
}
