internal import Foundation
internal import GRDB
internal import MailParsing

extension ArchiveDatabase {
  /// What is wrong with the store itself, one sentence each; none where it is sound.
  ///
  /// Reads every page, every block of mail against its checksum, every entry against its digest, every
  /// message's row against the mail it was made from, and every word of the index, with its place, against
  /// an index made anew. Costs a reading of the whole store, and an index of all mail in a temporary file.
  public func integrityProblems() throws(StorageError) -> [String] {
    do {
      return try queue.writeWithoutTransaction { db in try IntegrityCheck(db).problems() }
    } catch {
      let error = StorageError(error, path: path)
      guard error.code == .corrupt else { throw error }
      return [error.detail]
    }
  }
}

/// Compares the parts of a store with one another.
private struct IntegrityCheck {
  let db: Database

  init(_ db: Database) { self.db = db }

  func problems() throws -> [String] {
    var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    // What is damaged at the level of pages cannot be asked about rows.
    guard problems.isEmpty else { return problems.map { "the file is damaged: \($0)" } }
    problems += try danglingRows()
    problems += try damagedMail()
    problems += damagedIndexes()
    return problems
  }

  private func danglingRows() throws -> [String] {
    let checks = [
      ("an appearance has no message", "appearance WHERE message NOT IN (SELECT id FROM message)"),
      ("an appearance has no source", "appearance WHERE source NOT IN (SELECT id FROM source)"),
      ("an appearance has no block", "appearance WHERE block NOT IN (SELECT id FROM block)"),
      ("a Message-ID has no message", "messageID WHERE message NOT IN (SELECT id FROM message)"),
      (
        "a message's words have no appearance",
        "message m WHERE m.id IS NOT (SELECT a.message FROM appearance a WHERE a.id = m.best)"
      ),
      ("an address has no message", "messageAddress WHERE message NOT IN (SELECT id FROM message)"),
      (
        "an address has no identity",
        "messageAddress WHERE identity NOT IN (SELECT id FROM identity)"
      ),
      (
        "messages of one Message-ID are in several threads",
        """
        (SELECT 1 FROM messageID i JOIN message m ON m.id = i.message
          GROUP BY i.digest HAVING min(m.thread) <> max(m.thread))
        """
      ),
      (
        "a Message-ID is held and counts as one that is not",
        "threadGhost WHERE digest IN (SELECT digest FROM messageID)"
      ),
      (
        "a message is not indexed",
        "message WHERE id NOT IN (SELECT id FROM messageIndex_docsize)"
      ),
    ]
    return try checks.compactMap { sentence, rows in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(rows)") ?? 0
      return count > 0 ? "\(sentence) (\(count))" : nil
    }
  }

  private func damagedMail() throws -> [String] {
    var problems: [String] = []
    let reader = BlockReader(db)
    var comparison = try RowComparison(in: db)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT a.id, a.sha256, a.block, a.blockStart, a.entryEnd - a.entryStart,
          m.best = a.id, m.id, m.sentAt, m.hasPatch, s.path, a.entryStart, a.hasMessageID,
          m.contentKey, m.author
        FROM appearance a JOIN message m ON m.id = a.message JOIN source s ON s.id = a.source
        ORDER BY a.block, a.blockStart
        """)
    while let row = try rows.next() {
      let name = "\(row[9] as String) at byte \(row[10] as Int64)"
      do {
        let place = MailPlace(block: row[2], start: row[3])
        let bytes = try reader.raw(at: place)
        var sha256 = SHA256()
        sha256.update(bytes.span)
        if Data(sha256.digest) != row[1] as Data || bytes.count != row[4] as Int {
          problems.append("\(name): the stored bytes are not those that were read")
        }
        let parsed = try reader.parsed(at: place)
        let held = RowComparison.MessageRow(
          id: row[6], contentKey: MessageReader.contentKey(row[12]), sentAt: row[7],
          author: row[13], hasPatch: row[8])
        if try !comparison.agrees(parsed, held, isBest: row[5]) {
          problems.append("\(name): the message's row differs from its mail")
        }
        if row[11] as Bool == parsed.message.messageID.isEmpty {
          problems.append("\(name): the appearance's row differs from its mail")
        }
      } catch let error as StorageError where error.code == .corrupt {
        problems.append("\(name): \(error.detail)")
      }
    }
    // What cannot be read accounts for no rows.
    return problems.isEmpty ? try comparison.problems() : problems
  }

  private func damagedIndexes() -> [String] {
    let comparison = IndexComparison(db)
    return [
      ("messageIndex", comparison.messagesAreEqual),
      ("identityIndex", comparison.identitiesAreEqual),
    ].compactMap { index, isEqual in
      do {
        try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('integrity-check')")
        // Of an index without content FTS5 looks at the structure alone.
        return try isEqual()
          ? nil : "the index of words differs from the mail (\(index)); rebuild makes it again"
      } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
        // FTS5 takes the question for a write; a store opened for reading cannot be asked it.
        return nil
      } catch { return "the index of words is damaged (\(index)); rebuild makes it again" }
    }
  }
}
