internal import Foundation
internal import GRDB
internal import MailParsing

/// Reads messages with their appearances, within one transaction.
struct MessageReader {
  private let db: Database
  private let blocks: BlockReader

  /// Makes a reader; see ``BlockReader/init(_:wholeBlocks:)``.
  init(_ db: Database, wholeBlocks: Bool = true) {
    self.db = db
    blocks = BlockReader(db, wholeBlocks: wholeBlocks)
  }

  /// The rows of a message before its mail is read.
  private struct Held {
    var id: Int64
    var contentKey: String
    /// The message's words come from the first.
    var appearances: [Row]
    var place: MailPlace
  }

  /// The messages with these numbers, in this order; a number the record lacks is passed over.
  func messages(_ ids: [Int64]) throws -> [StoredMessage] {
    let held = try ids.compactMap(held)
    var messages: [StoredMessage?] = Array(repeating: nil, count: held.count)
    // Read in the order in which they lie, so that each block is decompressed once.
    for index in held.indices.sorted(by: { held[$0].place < held[$1].place }) {
      messages[index] = try message(held[index])
    }
    return messages.compactMap(\.self)
  }

  /// One message; nil where the record lacks it.
  func message(_ id: Int64) throws -> StoredMessage? { try held(id).map(message) }

  private func held(_ id: Int64) throws -> Held? {
    let message = try db.cachedStatement(sql: "SELECT contentKey FROM message WHERE id = ?")
    guard let key = try Row.fetchOne(message, arguments: [id]) else { return nil }
    let rows = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT \(Self.columns)
          FROM appearance a JOIN source s ON s.id = a.source LEFT JOIN list l ON l.id = a.list
          WHERE a.message = ? ORDER BY \(AppearanceOrder.sql)
          """), arguments: [id])
    guard let best = rows.first else {
      throw StorageError(.corrupt, detail: "a message has no appearance")
    }
    return Held(
      id: id, contentKey: Self.contentKey(key[0]), appearances: rows, place: Self.place(best))
  }

  private func message(_ held: Held) throws -> StoredMessage {
    let parsed = try blocks.parsed(at: held.place)
    return StoredMessage(
      id: held.id, message: parsed.message, defects: parsed.defects, contentKey: held.contentKey,
      appearances: try held.appearances.map(appearance))
  }

  private static func place(_ row: Row) -> MailPlace { MailPlace(block: row[4], start: row[5]) }

  /// A content key as it was given; see `BulkStatement.bind(contentKey:at:)`.
  static func contentKey(_ column: DatabaseValue) -> String {
    switch column.storage {
    case .blob(let bytes): Hexadecimal.text(Array(bytes))
    default: String.fromDatabaseValue(column) ?? ""
    }
  }

  /// The bytes of an appearance as the archive has them; nil where the record lacks it.
  func bytes(of appearance: Appearance) throws -> [UInt8]? {
    guard let sha256 = Hexadecimal.bytes(appearance.entrySHA256) else { return nil }
    return try bytes(ofEntry: sha256)
  }

  /// The bytes of an entry with this digest; nil where the record lacks it.
  func bytes(ofEntry sha256: [UInt8]) throws -> [UInt8]? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT block, blockStart FROM appearance
        WHERE substr(sha256, 1, 6) = substr(?1, 1, 6) AND sha256 = ?1 LIMIT 1
        """)
    guard let row = try Row.fetchOne(statement, arguments: [Data(sha256)]) else { return nil }
    return try blocks.raw(at: MailPlace(block: row[0], start: row[1]))
  }

  /// An appearance that a rebuild has set aside, its bytes, and the number of its source.
  func formerAppearance(
    _ id: Int64
  ) throws -> (appearance: Appearance, bytes: [UInt8], source: Int64)? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns), a.source
        FROM formerAppearance a JOIN source s ON s.id = a.source
        LEFT JOIN formerList l ON l.id = a.list WHERE a.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let bytes = try blocks.raw(at: Self.place(row))
    return (try appearance(row), bytes, row[12])
  }

  private static let columns = """
    a.entryStart, a.entryEnd, a.sha256, a.fidelity, a.block, a.blockStart,
    l.name, s.path, s.member, s.sha256, s.byteCount, s.format
    """

  private func appearance(_ row: Row) throws -> Appearance {
    let (start, end): (Int, Int) = (row[0], row[1])
    guard let format = ArchiveFormat(rawValue: row[11]), start <= end else {
      throw StorageError(.corrupt, detail: "an appearance is damaged")
    }
    return Appearance(
      source: SourceRecord(
        path: row[7], member: row[8], sha256: Hexadecimal.text(Array(row[9] as Data)),
        byteCount: row[10]),
      format: format, list: row[6], entry: start..<end,
      entrySHA256: Hexadecimal.text(Array(row[2] as Data)),
      fidelity: AppearanceOrder.fidelity(ofRank: row[3]))
  }
}
