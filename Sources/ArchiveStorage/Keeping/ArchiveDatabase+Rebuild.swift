internal import GRDB
public import MailParsing

extension ArchiveDatabase {
  /// Makes everything derived again from the bytes that were read: messages, their joins, threads, the
  /// index, addresses. Persons, claims and findings go and are for their own stages to make again.
  /// Sources, decisions on persons, documents and withdrawals stay as they are.
  ///
  /// `parse` reads an entry again, as it was read at first. One transaction: a rebuild that is stopped
  /// leaves the record as it was.
  public func rebuild(
    parse: (_ bytes: [UInt8], _ appearance: Appearance) throws -> (
      ParsedMessage, contentKey: String
    )
  ) throws(StorageError) {
    try write { db in
      try db.execute(
        sql: """
          CREATE TEMP TABLE formerAppearance AS SELECT * FROM appearance;
          CREATE UNIQUE INDEX temp.formerAppearanceByID ON formerAppearance (id);
          CREATE TEMP TABLE formerList AS SELECT * FROM list;
          CREATE TEMP TABLE formerBlock AS SELECT id FROM block;
          DELETE FROM appearance; DELETE FROM message; DELETE FROM messageID;
          DELETE FROM threadGhost; DELETE FROM messageAddress; DELETE FROM identity;
          DELETE FROM sourceDefect; DELETE FROM person; DELETE FROM personMerge;
          DELETE FROM claim; DELETE FROM resumeFinding; DELETE FROM list;
          INSERT INTO messageIndex (messageIndex) VALUES ('delete-all');
          INSERT INTO identityIndex (identityIndex) VALUES ('delete-all');
          """)
      let former = try Int64.fetchAll(db, sql: "SELECT id FROM formerAppearance ORDER BY id")
      var writer = try BatchWriter(in: db)
      for start in stride(from: 0, to: former.count, by: Self.rebuiltTogether) {
        let ids = former[start..<min(start + Self.rebuiltTogether, former.count)]
        try Self.ingestAgain(ids, into: &writer, parse: parse, in: db)
      }
      try db.execute(
        sql: """
          DELETE FROM block WHERE id IN (SELECT id FROM formerBlock);
          DROP TABLE formerAppearance; DROP TABLE formerList; DROP TABLE formerBlock;
          """)
    }
  }

  private static let rebuiltTogether = 1_000

  private static func ingestAgain(
    _ former: ArraySlice<Int64>, into writer: inout BatchWriter,
    parse: ([UInt8], Appearance) throws -> (ParsedMessage, contentKey: String), in db: Database
  ) throws {
    let reader = MessageReader(db)
    var batch = IngestBatch()
    var rows: [SourceWriter.Row] = []
    var numbers: [Int64: Int] = [:]
    for id in former {
      guard let held = try reader.formerAppearance(id) else { continue }
      let appearance = held.appearance
      if numbers[held.source] == nil {
        numbers[held.source] = rows.count
        rows.append(SourceWriter.Row(id: held.source, isNew: true, earlier: []))
        batch.sources.append(
          IngestBatch.Source(
            record: appearance.source, format: appearance.format, isComplete: true))
      }
      let (parsed, contentKey) = try parse(held.bytes, appearance)
      batch.entries.append(
        IngestBatch.Entry(
          source: numbers[held.source] ?? 0, range: appearance.entry, bytes: held.bytes,
          sha256: appearance.entrySHA256, list: appearance.list, parsed: parsed,
          contentKey: contentKey))
    }
    _ = try writer.write(try PreparedBatch(batch), sources: rows)
  }
}
