internal import Foundation
internal import GRDB
internal import MailParsing

extension ArchiveDatabase {
  /// Erases messages and all that was drawn from them, and gives how many there were.
  ///
  /// Gone afterwards: the mail's bytes and words, its index entries, its addresses where no other message
  /// has them, its claims and the findings that cite it. The file is written anew without free pages, then
  /// what is deleted is overwritten and the index merged to one piece, so that no page keeps a word. What stays is a withdrawal: digests by which
  /// the message is refused when its archive is read again, and `date`. Persons are marked
  /// to be merged again. Costs a rewrite of the store.
  @discardableResult
  public func purge(_ messages: [Int64], at date: String) throws(StorageError) -> Int {
    do {
      return try queue.writeWithoutTransaction { db in
        // Pages freed earlier may still hold words; after this there are none, and what is deleted from
        // here on is overwritten. A stop in between leaves the message where it was, to be purged again.
        try db.execute(sql: "VACUUM; PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
        var count = 0
        try db.inTransaction {
          var purge = try Purge(db)
          for message in messages { try purge.erase(message, at: date) }
          try purge.finish()
          count = purge.count
          return .commit
        }
        return count
      }
    } catch { throw StorageError(error, path: path) }
  }

  /// When the message that an entry belonged to was purged; nil where it was not.
  public func withdrawnAt(entrySHA256: String) throws(StorageError) -> String? {
    guard let sha256 = Hexadecimal.bytes(entrySHA256) else { return nil }
    return try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT w.withdrawnAt FROM withdrawnEntry e JOIN withdrawal w ON w.id = e.withdrawal
          WHERE e.sha256 = ?
          """, arguments: [Data(sha256)])
    }
  }
}

/// Erases messages, within one transaction.
private struct Purge {
  private let db: Database
  private let blocks: BlockReader
  private let index: IndexWriter
  private var addresses: AddressWriter
  private(set) var count = 0

  init(_ db: Database) throws {
    self.db = db
    blocks = BlockReader(db)
    index = try IndexWriter(in: db)
    addresses = try AddressWriter(in: db)
  }

  mutating func erase(_ message: Int64, at date: String) throws {
    guard
      let best = try Int64.fetchOne(
        db, sql: "SELECT best FROM message WHERE id = ?", arguments: [message])
    else { return }
    count += 1
    try db.execute(
      sql: """
        INSERT INTO withdrawal (contentKey, messageIDDigest, withdrawnAt)
        SELECT contentKey, (SELECT min(digest) FROM messageID WHERE message = ?1), ?2
        FROM message WHERE id = ?1
        """, arguments: [message, date])
    let withdrawal = db.lastInsertedRowID
    let appearances = try Row.fetchAll(
      db, sql: "SELECT id, source, sha256, block, blockStart FROM appearance WHERE message = ?",
      arguments: [message])
    for appearance in appearances {
      let id: Int64 = appearance[0]
      try ClaimRows.withdraw(drawnFrom: message, at: id, in: db)
      let place = MailPlace(block: appearance[3], start: appearance[4])
      let parsed = try blocks.parsed(at: place)
      if id == best {
        try index.remove(IndexedText(parsed.message), as: message)
        try addresses.remove(parsed.message, from: message)
      }
      for defect in parsed.defects {
        try db.cachedStatement(
          sql: "UPDATE sourceDefect SET count = count - 1 WHERE source = ? AND kind = ?"
        ).execute(arguments: [appearance[1] as Int64, defect.kind.rawValue])
      }
      try db.execute(
        sql: "INSERT OR IGNORE INTO withdrawnEntry (sha256, withdrawal) VALUES (?, ?)",
        arguments: [appearance[2] as Data, withdrawal])
      try db.execute(sql: "DELETE FROM appearance WHERE id = ?", arguments: [id])
      try blank(place)
    }
    // Answers to it stay together.
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO threadGhost (digest, thread)
        SELECT i.digest, m.thread FROM messageID i JOIN message m ON m.id = i.message
        WHERE i.message = ?1 AND NOT EXISTS (
          SELECT 1 FROM messageID o WHERE o.digest = i.digest AND o.message <> ?1)
        """, arguments: [message])
    try db.execute(sql: "DELETE FROM messageID WHERE message = ?", arguments: [message])
    try db.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [message])
  }

  /// Overwrites an entry within its block with zeros, so that its neighbours keep their places; not
  /// where another message has the same bytes.
  private func blank(_ place: MailPlace) throws {
    let others = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM appearance WHERE block = ? AND blockStart = ?",
      arguments: [place.block, place.start])
    guard others == 0 else { return }
    let bytes = try blocks.block(without: place)
    try db.execute(
      sql: "UPDATE block SET bytes = ? WHERE id = ?",
      arguments: [Data(try PreparedBatch.compressed(bytes)), place.block])
  }

  func finish() throws {
    guard count > 0 else { return }
    try ArchiveDatabase.markPersons(stale: true, in: db)
    try AddressWriter.removeUnused(in: db)
    try db.execute(
      sql: """
        DELETE FROM sourceDefect WHERE count <= 0;
        DELETE FROM person WHERE id NOT IN (SELECT person FROM identity WHERE person IS NOT NULL);
        DELETE FROM personMerge WHERE person NOT IN (SELECT id FROM person);
        INSERT INTO messageIndex (messageIndex) VALUES ('optimize');
        INSERT INTO identityIndex (identityIndex) VALUES ('optimize');
        """)
  }
}
