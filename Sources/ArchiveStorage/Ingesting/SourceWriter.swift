internal import Foundation
internal import GRDB
internal import MailParsing

/// Writes how far a batch's sources were read.
struct SourceWriter {
  /// A source's row, and the row of the version it replaces.
  struct Row {
    var id: Int64
    /// True where the source has no entries in the record yet.
    var isNew: Bool
    /// Earlier versions, whose entries may have moved into this one.
    var earlier: [Int64]
  }

  private let noteDefect: BulkStatement
  private let countDefect: BulkStatement

  init(in db: Database) throws {
    noteDefect = try BulkStatement(
      "INSERT OR IGNORE INTO sourceDefect (source, kind, count) VALUES (?1, ?2, 0)", in: db)
    countDefect = try BulkStatement(
      "UPDATE OR FAIL sourceDefect SET count = count + 1 WHERE source = ?1 AND kind = ?2", in: db)
  }

  /// Counts a defect of an entry of `source`.
  func count(_ defect: String, in source: Int64) throws {
    for statement in [noteDefect, countDefect] {
      statement.bind(source, at: 1)
      statement.bind(defect, at: 2)
      try statement.run()
    }
  }

  /// Writes how far `sources` were read and gives a row for each, in their order.
  static func write(_ sources: [IngestBatch.Source], in db: Database) throws -> [Row] {
    try sources.map { try write($0, in: db) }
  }

  private static func write(_ source: IngestBatch.Source, in db: Database) throws -> Row {
    let record = source.record
    guard let sha256 = Hexadecimal.bytes(record.sha256) else {
      throw StorageError(.unexpected, detail: "\(record.path) has no digest")
    }
    let place: StatementArguments = [record.path, record.member ?? ""]
    if source.replacesEarlier {
      try db.cachedStatement(
        sql: """
          UPDATE OR FAIL source SET isCurrent = 0
          WHERE path = ? AND ifnull(member, '') = ? AND isCurrent
          """
      ).execute(arguments: place)
    }
    let known = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM source WHERE path = ? AND ifnull(member, '') = ? AND isCurrent"),
      arguments: place)
    let values: StatementArguments = [
      source.format.rawValue, source.list, record.byteCount, Data(sha256),
      source.stamp?.byteCount, source.stamp?.modifiedAt,
      source.resumption.isEmpty ? nil : Data(source.resumption), source.isComplete,
    ]
    if let known {
      try db.cachedStatement(
        sql: """
          UPDATE OR FAIL source SET format = ?, list = ?, byteCount = ?, sha256 = ?, fileSize = ?,
            modifiedAt = ?, resumption = ?, isComplete = ? WHERE id = ?
          """
      ).execute(arguments: values + [known])
    } else {
      try db.cachedStatement(
        sql: """
          INSERT INTO source (format, list, byteCount, sha256, fileSize, modifiedAt, resumption,
            isComplete, path, member) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: values + [record.path, record.member])
    }
    let earlier = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM source WHERE path = ? AND ifnull(member, '') = ? AND NOT isCurrent
          ORDER BY id DESC
          """), arguments: place)
    return Row(id: known ?? db.lastInsertedRowID, isNew: known == nil, earlier: earlier)
  }
}
