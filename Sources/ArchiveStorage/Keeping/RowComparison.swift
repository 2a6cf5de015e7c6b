internal import GRDB
internal import MailParsing

/// Holds the rows that were made from mail against the mail, as it is read from its blocks.
struct RowComparison {
  private let db: Database
  private var ids: Set<NamedMessage> = []
  private var addressCount = 0
  private let identity: BulkStatement

  /// A row of the table `messageID`.
  private struct NamedMessage: Hashable {
    var digest: Int64
    var message: Int64
  }

  init(in db: Database) throws {
    self.db = db
    identity = try BulkStatement(
      """
      SELECT i.id FROM identity i JOIN messageAddress a ON a.identity = i.id
      WHERE i.email = ?1 AND i.name = ?2 AND a.role = ?3 AND a.message = ?4
      """, in: db)
  }

  /// Whether the rows of a message agree with one of its appearances, as it was read.
  mutating func agrees(_ parsed: ParsedMessage, _ row: MessageRow, isBest: Bool) throws -> Bool {
    let message = parsed.message
    for digest in MessageIDDigest.of(message.messageID) {
      ids.insert(NamedMessage(digest: digest, message: row.id))
    }
    guard ContentKey.hexadecimal(of: parsed) == row.contentKey else { return false }
    guard isBest else { return true }
    return try row.sentAt == message.sentAt?.secondsSinceEpoch
      && row.hasPatch == PatchMark.isIn(message) && holdsAddresses(of: message, row)
  }

  /// What a message's row says of its mail.
  struct MessageRow {
    var id: Int64
    var contentKey: String
    var sentAt: Int64?
    var author: Int64?
    var hasPatch: Bool
  }

  /// What is wrong with rows that belong to no single message, after all of them were looked at.
  func problems() throws -> [String] {
    var problems: [String] = []
    var differs = false
    var count = 0
    try BulkStatement("SELECT digest, message FROM messageID", in: db).forEachRow { row in
      count += 1
      differs =
        differs || !ids.contains(NamedMessage(digest: row.integer(0), message: row.integer(1)))
    }
    if differs || count != ids.count { problems.append("the Message-IDs differ from the mail's") }
    let held = try Int.fetchOne(db, sql: "SELECT count(*) FROM messageAddress") ?? 0
    if held != addressCount { problems.append("the addresses differ from the mail's") }
    return problems
  }

  private mutating func holdsAddresses(of message: Message, _ row: MessageRow) throws -> Bool {
    var author: Int64?
    for role in AddressRole.allCases {
      for address in Set(role.addresses(of: message)) {
        identity.bind(address.email, at: 1)
        identity.bind(address.name, at: 2)
        identity.bind(role.rawValue, at: 3)
        identity.bind(row.id, at: 4)
        guard let held = try identity.firstInteger() else { return false }
        if role == .from, address == message.from.first { author = held }
        addressCount += 1
      }
    }
    return author == row.author
  }
}
