internal import GRDB
internal import MailParsing

extension ArchiveDatabase {
  /// The messages with these numbers, in this order; a number the record lacks is passed over.
  public func messages(ids: [Int64]) throws(StorageError) -> [StoredMessage] {
    try read { db in try MessageReader(db).messages(ids) }
  }

  /// How many messages there are.
  public func messageCount() throws(StorageError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM message") ?? 0 }
  }

  /// The messages that bear a Message-ID, with or without angle brackets: none, one, or several where
  /// different mails were sent under one id, oldest first.
  public func messages(withMessageID id: String) throws(StorageError) -> [StoredMessage] {
    try messages(by: .messageID(MessageIDDigest.bare(id)))
  }

  /// The messages that go by a name, oldest first: a Message-ID, or `sha256:` and twelve digits or more of
  /// the digest of an entry; see ``StoredMessage/name``.
  public func messages(named name: String) throws(StorageError) -> [StoredMessage] {
    try messages(by: MessageName(name))
  }

  private func messages(by name: MessageName) throws(StorageError) -> [StoredMessage] {
    try read { db in
      let found = try name.messages(in: db).map { "\($0)" }.joined(separator: ",")
      let ids = try Int64.fetchAll(
        db, sql: "SELECT m.id FROM message m WHERE m.id IN (\(found)) ORDER BY \(ContentOrder.sql)")
      let messages = try MessageReader(db).messages(ids)
      guard case .messageID(let id) = name else { return messages }
      return messages.filter { $0.message.messageID.contains(id) }
    }
  }

  /// The numbers of a person's messages, oldest first.
  public func messageIDs(ofPerson person: Int64) throws(StorageError) -> [Int64] {
    try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT m.id FROM identity i
          JOIN messageAddress a ON a.identity = i.id AND a.role = \(AddressRole.from.rawValue)
          JOIN message m ON m.id = a.message
          WHERE i.person = ? ORDER BY \(ContentOrder.sql)
          """, arguments: [person])
    }
  }

  /// A person's messages, oldest first.
  public func messages(ofPerson person: Int64) throws(StorageError) -> [StoredMessage] {
    try messages(ids: try messageIDs(ofPerson: person))
  }

  /// The numbers of the messages that appeared on a list, oldest first; those of one month (UTC) where
  /// `month` is given as `2013-10`.
  public func messageIDs(
    ofList list: String, month: String? = nil
  ) throws(StorageError) -> [Int64] {
    try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT m.id FROM message m WHERE m.id IN (
            SELECT a.message FROM appearance a JOIN list l ON l.id = a.list WHERE l.name = ?1)
          AND (?2 IS NULL OR strftime('%Y-%m', m.sentAt, 'unixepoch') = ?2)
          ORDER BY \(ContentOrder.sql)
          """, arguments: [list, month])
    }
  }

  /// The numbers of all messages in the order of their content: by instant, undated ones first, then
  /// by content key. The same archives give the same order, however they were read.
  public func allMessageIDs() throws(StorageError) -> [Int64] {
    try read { db in
      try Int64.fetchAll(db, sql: "SELECT m.id FROM message m ORDER BY \(ContentOrder.sql)")
    }
  }

  /// The bytes of an appearance exactly as the archive has them; nil where the record lacks it.
  public func bytes(of appearance: Appearance) throws(StorageError) -> [UInt8]? {
    try read { db in try MessageReader(db).bytes(of: appearance) }
  }

  /// The bytes of the entry with this SHA-256; nil where the record lacks it.
  public func bytes(ofEntry sha256: String) throws(StorageError) -> [UInt8]? {
    guard let sha256 = Hexadecimal.bytes(sha256) else { return nil }
    return try read { db in try MessageReader(db).bytes(ofEntry: sha256) }
  }
}

/// The order in which messages are given where nothing else is asked for.
enum ContentOrder {
  /// An `ORDER BY` over `message m`. Equal instants and content keys are told apart by the entry's
  /// digest, so that the order never depends on that of reading.
  static let sql =
    "m.sentAt, m.contentKey, (SELECT a.sha256 FROM appearance a WHERE a.id = m.best)"
}

extension MessageIDDigest {
  /// A Message-ID without the angle brackets it may have been given with.
  static func bare(_ id: String) -> String {
    id.hasPrefix("<") && id.hasSuffix(">") ? String(id.dropFirst().dropLast()) : id
  }
}
