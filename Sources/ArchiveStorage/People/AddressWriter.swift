internal import GRDB
internal import MailParsing

/// The header field an address stands in; raw values are what the column `role` holds. 1 was Sender.
enum AddressRole: Int, CaseIterable {
  case from = 0
  case replyTo = 2
  case to = 3
  case cc = 4

  /// The addresses of a message in this role.
  func addresses(of message: Message) -> [Address] {
    switch self {
    case .from: message.from
    case .replyTo: message.replyTo
    case .to: message.to
    case .cc: message.cc
    }
  }
}

/// Writes who a message is from and to; each distinct name and address pair is one `identity`.
struct AddressWriter {
  private let find: BulkStatement
  private let insert: BulkStatement
  private let index: BulkStatement
  private let link: BulkStatement
  private let unlink: BulkStatement
  private let db: Database
  /// Identities met last: few people write most of a list's mail.
  private var recent: [Address: Int64] = [:]
  private static let recentCount = 20_000

  init(in db: Database) throws {
    self.db = db
    find = try BulkStatement("SELECT id FROM identity WHERE email = ?1 AND name = ?2", in: db)
    insert = try BulkStatement("INSERT INTO identity (email, name) VALUES (?1, ?2)", in: db)
    index = try BulkStatement(
      "INSERT INTO identityIndex (rowid, name, email) VALUES (?1, ?2, ?3)", in: db)
    link = try BulkStatement(
      "INSERT OR IGNORE INTO messageAddress (identity, role, message) VALUES (?1, ?2, ?3)", in: db)
    unlink = try BulkStatement(
      "DELETE FROM messageAddress WHERE identity = ?1 AND role = ?2 AND message = ?3", in: db)
  }

  /// Writes the addresses of a message; gives its first author, nil where it names none.
  mutating func add(_ message: Message, as id: Int64) throws -> Int64? {
    var author: Int64?
    for role in AddressRole.allCases {
      for address in role.addresses(of: message) {
        let identity = try identity(of: address)
        if role == .from, author == nil { author = identity }
        bind(link, identity, role, id)
        try link.run()
      }
    }
    return author
  }

  /// Takes out what ``add(_:as:)`` wrote for a message.
  mutating func remove(_ message: Message, from id: Int64) throws {
    for role in AddressRole.allCases {
      for address in role.addresses(of: message) {
        bind(unlink, try identity(of: address), role, id)
        try unlink.run()
      }
    }
  }

  /// Takes out the identities that no message names any longer.
  static func removeUnused(in db: Database) throws {
    let unused = try Row.fetchAll(
      db,
      sql: """
        SELECT id, name, email FROM identity i
        WHERE NOT EXISTS (SELECT 1 FROM messageAddress a WHERE a.identity = i.id)
        """)
    for identity in unused {
      try db.cachedStatement(
        sql: """
          INSERT INTO identityIndex (identityIndex, rowid, name, email) VALUES ('delete', ?, ?, ?)
          """
      ).execute(
        arguments: [identity[0] as Int64, IndexedText.spaced(identity[1]), identity[2] as String])
      try db.cachedStatement(sql: "DELETE FROM identity WHERE id = ?")
        .execute(arguments: [identity[0] as Int64])
    }
  }

  private func bind(
    _ statement: BulkStatement, _ identity: Int64, _ role: AddressRole, _ message: Int64
  ) {
    statement.bind(identity, at: 1)
    statement.bind(role.rawValue, at: 2)
    statement.bind(message, at: 3)
  }

  private mutating func identity(of address: Address) throws -> Int64 {
    if let known = recent[address] { return known }
    if recent.count > Self.recentCount { recent.removeAll(keepingCapacity: true) }
    let identity = try storedIdentity(of: address)
    recent[address] = identity
    return identity
  }

  private func storedIdentity(of address: Address) throws -> Int64 {
    find.bind(address.email, at: 1)
    find.bind(address.name, at: 2)
    if let known = try find.firstInteger() { return known }
    insert.bind(address.email, at: 1)
    insert.bind(address.name, at: 2)
    try insert.run()
    let identity = db.lastInsertedRowID
    index.bind(identity, at: 1)
    index.bind(IndexedText.spaced(address.name), at: 2)
    index.bind(address.email, at: 3)
    try index.run()
    return identity
  }
}
