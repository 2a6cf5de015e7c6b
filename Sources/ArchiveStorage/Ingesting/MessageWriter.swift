internal import GRDB
internal import MailParsing

/// Writes the rows of messages and of what follows from their words: index, addresses, threads.
struct MessageWriter {
  private let db: Database
  private let blocks: BlockReader
  private let index: IndexWriter
  private var addresses: AddressWriter
  private let insertBlock: BulkStatement
  private let insertAppearance: BulkStatement
  private let insertMessage: BulkStatement
  private let updateMessage: BulkStatement
  private let insertID: BulkStatement
  private let selectIDs: BulkStatement
  private let updateThread: BulkStatement
  private let selectBest: BulkStatement
  private let selectPlace: BulkStatement
  private var lists: [String: Int64] = [:]
  private var lastMessage: Int64
  private var lastAppearance: Int64

  init(in db: Database, reading blocks: BlockReader) throws {
    self.db = db
    self.blocks = blocks
    index = try IndexWriter(in: db)
    addresses = try AddressWriter(in: db)
    insertBlock = try BulkStatement("INSERT INTO block (bytes) VALUES (?1)", in: db)
    insertAppearance = try BulkStatement(
      """
      INSERT INTO appearance (id, message, source, entryStart, entryEnd, sha256, list, fidelity,
        hasMessageID, block, blockStart) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """, in: db)
    insertMessage = try BulkStatement(
      """
      INSERT INTO message (id, contentKey, sentAt, author, thread, best, hasPatch)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, in: db)
    updateMessage = try BulkStatement(
      """
      UPDATE OR FAIL message SET sentAt = ?2, author = ?3, best = ?4, hasPatch = ?5 WHERE id = ?1
      """, in: db)
    insertID = try BulkStatement(
      "INSERT OR IGNORE INTO messageID (digest, message) VALUES (?1, ?2)", in: db)
    selectIDs = try BulkStatement("SELECT digest FROM messageID WHERE message = ?1", in: db)
    updateThread = try BulkStatement(
      "UPDATE OR FAIL message SET thread = ?2 WHERE id = ?1", in: db)
    selectBest = try BulkStatement(
      """
      SELECT a.id FROM appearance a JOIN source s ON s.id = a.source WHERE a.message = ?1
      ORDER BY \(AppearanceOrder.sql) LIMIT 1
      """, in: db)
    selectPlace = try BulkStatement(
      "SELECT block, blockStart FROM appearance WHERE id = ?1", in: db)
    // The first message of a thread gives it its number, which outlives a purge of that message.
    lastMessage =
      try Int64.fetchOne(
        db,
        sql: """
          SELECT max(n) FROM (
            SELECT max(id) AS n FROM message UNION ALL SELECT max(thread) FROM message
            UNION ALL SELECT max(thread) FROM threadGhost)
          """) ?? 0
    lastAppearance = try Int64.fetchOne(db, sql: "SELECT max(id) FROM appearance") ?? 0
  }

  /// A number for a new message.
  mutating func nextMessage() -> Int64 {
    lastMessage += 1
    return lastMessage
  }

  /// The number of a list, made where it has none; nil for no name.
  mutating func list(named name: String?) throws -> Int64? {
    guard let name else { return nil }
    if let known = lists[name] { return known }
    try db.execute(sql: "INSERT OR IGNORE INTO list (name) VALUES (?)", arguments: [name])
    let list = try Int64.fetchOne(db, sql: "SELECT id FROM list WHERE name = ?", arguments: [name])
    lists[name] = list
    return list
  }

  /// Writes a compressed block and gives its number.
  func addBlock(_ frame: [UInt8]) throws -> Int64 {
    insertBlock.bind(frame, at: 1)
    try insertBlock.run()
    return db.lastInsertedRowID
  }

  /// Writes an appearance of `message` and gives its number.
  mutating func addAppearance(
    of entry: PreparedBatch.Entry, message: Int64, source: Int64, list: Int64?,
    _ place: MailPlace
  ) throws -> Int64 {
    lastAppearance += 1
    insertAppearance.bind(lastAppearance, at: 1)
    insertAppearance.bind(message, at: 2)
    insertAppearance.bind(source, at: 3)
    insertAppearance.bind(entry.range.lowerBound, at: 4)
    insertAppearance.bind(entry.range.upperBound, at: 5)
    insertAppearance.bind(entry.sha256, at: 6)
    insertAppearance.bind(list, at: 7)
    insertAppearance.bind(AppearanceOrder.rank(of: entry.parsed.fidelity), at: 8)
    insertAppearance.bind(entry.messageIDs.isEmpty ? 0 : 1, at: 9)
    insertAppearance.bind(place.block, at: 10)
    insertAppearance.bind(place.start, at: 11)
    try insertAppearance.run()
    return lastAppearance
  }

  /// Writes a message with the words of its appearance `best`.
  mutating func add(
    _ parsed: ParsedMessage, contentKey: String, as id: Int64, thread: Int64, best: Int64
  ) throws {
    let message = parsed.message
    insertMessage.bind(id, at: 1)
    insertMessage.bind(contentKey: contentKey, at: 2)
    insertMessage.bind(message.sentAt?.secondsSinceEpoch, at: 3)
    insertMessage.bind(try addresses.add(message, as: id), at: 4)
    insertMessage.bind(thread, at: 5)
    insertMessage.bind(best, at: 6)
    insertMessage.bind(PatchMark.isIn(message) ? 1 : 0, at: 7)
    try insertMessage.run()
    try index.add(IndexedText(message), as: id)
  }

  /// Notes the Message-IDs by which a message is found.
  func addIDs(_ digests: [Int64], of message: Int64) throws {
    for digest in digests {
      insertID.bind(digest, at: 1)
      insertID.bind(message, at: 2)
      try insertID.run()
    }
  }

  /// The digests of a message's ids.
  func ids(of message: Int64) throws -> [Int64] {
    var digests: [Int64] = []
    selectIDs.bind(message, at: 1)
    try selectIDs.forEachRow { digests.append($0.integer(0)) }
    return digests
  }

  /// Puts a message in a thread.
  func setThread(_ thread: Int64, of message: Int64) throws {
    updateThread.bind(message, at: 1)
    updateThread.bind(thread, at: 2)
    try updateThread.run()
  }

  /// Takes the message's words from its most original appearance, if that is not where they come from
  /// already. What was drawn from words that are replaced goes with them.
  mutating func preferBest(of message: Int64) throws {
    selectBest.bind(message, at: 1)
    guard let best = try selectBest.firstInteger(),
      let present = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT best FROM message WHERE id = ?"), arguments: [message]),
      best != present
    else { return }
    let (old, new) = (try words(of: present), try words(of: best))
    let (oldText, newText) = (IndexedText(old), IndexedText(new))
    if oldText != newText {
      try index.remove(oldText, as: message)
      try index.add(newText, as: message)
    }
    if old.text != new.text { try ClaimRows.withdraw(drawnFrom: message, at: present, in: db) }
    try addresses.remove(old, from: message)
    updateMessage.bind(message, at: 1)
    updateMessage.bind(new.sentAt?.secondsSinceEpoch, at: 2)
    updateMessage.bind(try addresses.add(new, as: message), at: 3)
    updateMessage.bind(best, at: 4)
    updateMessage.bind(PatchMark.isIn(new) ? 1 : 0, at: 5)
    try updateMessage.run()
  }

  /// Moves the appearances without Message-ID that agree with `identity` from one message to another.
  mutating func moveAppearancesWithoutID(
    agreeing identity: MessageIdentity, from other: Int64, to message: Int64
  ) throws {
    try db.execute(
      sql: """
        UPDATE OR FAIL appearance SET message = ?
        WHERE message = ? AND NOT hasMessageID AND list IS ?
        """,
      arguments: [message, other, identity.list])
    try preferBest(of: other)
    try preferBest(of: message)
  }

  private func words(of appearance: Int64) throws -> Message {
    var place: MailPlace?
    selectPlace.bind(appearance, at: 1)
    try selectPlace.forEachRow {
      place = MailPlace(block: $0.integer(0), start: Int($0.integer(1)))
    }
    guard let place else { throw StorageError(.corrupt, detail: "an appearance is missing") }
    return try blocks.parsed(at: place).message
  }
}

/// The order of a message's appearances: the most original first, then by path and entry.
enum AppearanceOrder {
  /// An `ORDER BY` over `appearance a` and `source s`.
  static let sql = "a.fidelity DESC, s.path, ifnull(s.member, ''), a.entryStart, a.id"

  /// The number that the column `fidelity` holds: larger is closer to the mail that was sent.
  static func rank(of fidelity: Fidelity) -> Int {
    switch fidelity {
    case .rendered: 0
    case .archived: 1
    case .original: 2
    }
  }

  /// The fidelity a number stands for.
  static func fidelity(ofRank rank: Int) -> Fidelity {
    rank == 2 ? .original : rank == 1 ? .archived : .rendered
  }
}
