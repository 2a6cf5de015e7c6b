internal import GRDB

/// Finds the messages a query asks for, within one transaction.
///
/// Each term gives a set of message numbers and the sets are combined, so that no query can make SQLite
/// choose a bad join. Terms that only ask about text go to FTS5 as one expression. What bounds a set
/// that is already small is looked up for its members alone.
struct SearchEvaluator {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// A set of at most this many messages is filtered one by one.
  private static let small = 2_000

  func messages(_ term: SearchQuery.Term) throws -> MessageSet {
    if let expression = Self.expression(for: term) {
      return try set("SELECT rowid FROM messageIndex WHERE messageIndex MATCH ?1") {
        $0.bind(expression, at: 1)
      }
    }
    switch term {
    case .words, .subject:
      // Only words without a letter or digit come here: nothing to look for, so nothing to refuse.
      return try everything()
    case .from(let words): return try correspondents(words, roles: [.from])
    case .to(let words): return try correspondents(words, roles: [.to, .cc])
    case .list(let name):
      return try set(
        """
        SELECT a.message FROM list l JOIN appearance a ON a.list = l.id
        WHERE l.name = ?1 COLLATE NOCASE
        """
      ) { $0.bind(name, at: 1) }
    case .id(let id):
      return try MessageName(id).messages(in: db).reduce(into: MessageSet()) { $0.insert($1) }
    case .thread(let id):
      if case .entry = MessageName(id) { return try threads(of: MessageName(id)) }
      return try set(
        """
        SELECT id FROM message WHERE thread IN (
          SELECT m.thread FROM messageID i JOIN message m ON m.id = i.message WHERE i.digest = ?1
          UNION SELECT thread FROM threadGhost WHERE digest = ?1)
        """
      ) { $0.bind(MessageIDDigest.of(id), at: 1) }
    case .date(let range):
      return try set("SELECT id FROM message WHERE sentAt >= ?1 AND sentAt < ?2") {
        $0.bind(range.from ?? .min, at: 1)
        $0.bind(range.until ?? .max, at: 2)
      }
    case .hasPatch: return try set("SELECT id FROM message WHERE hasPatch")
    case .not(let denied):
      var found = try everything()
      found.subtract(try messages(denied))
      return found
    case .any(let terms):
      var found = MessageSet()
      for term in terms { found.formUnion(try messages(term)) }
      return found
    case .all(let terms): return try conjunction(terms)
    }
  }

  private func conjunction(_ terms: [SearchQuery.Term]) throws -> MessageSet {
    // All text in one expression, then what is found by an index, then bounds, then what is denied.
    let texts = terms.filter { Self.expression(for: $0) != nil }
    let rest = terms.filter { Self.expression(for: $0) == nil }
    let bounds = rest.filter(Self.isBound)
    var found: MessageSet?
    if !texts.isEmpty { found = try messages(.all(texts)) }
    for term in rest where !Self.isBound(term) && !Self.isDenial(term) {
      if found?.count == 0 { return MessageSet() }
      let others = try messages(term)
      if found?.formIntersection(others) == nil { found = others }
    }
    for term in bounds {
      if let members = found, members.count <= Self.small {
        found = try members.ids.reduce(into: MessageSet()) { kept, id in
          if try holds(term, for: id) { kept.insert(id) }
        }
      } else {
        let others = try messages(term)
        if found?.formIntersection(others) == nil { found = others }
      }
    }
    var result = try found ?? everything()
    for case .not(let denied) in rest { result.subtract(try messages(denied)) }
    return result
  }

  private static func isBound(_ term: SearchQuery.Term) -> Bool {
    switch term {
    case .date, .list, .hasPatch: true
    default: false
    }
  }

  private static func isDenial(_ term: SearchQuery.Term) -> Bool {
    if case .not = term { true } else { false }
  }

  private func holds(_ bound: SearchQuery.Term, for id: Int64) throws -> Bool {
    switch bound {
    case .date(let range):
      return try exists(
        "SELECT 1 FROM message WHERE id = ? AND sentAt >= ? AND sentAt < ?",
        [id, range.from ?? .min, range.until ?? .max])
    case .list(let name):
      return try exists(
        """
        SELECT 1 FROM appearance a JOIN list l ON l.id = a.list
        WHERE a.message = ? AND l.name = ? COLLATE NOCASE
        """, [id, name])
    default: return try exists("SELECT 1 FROM message WHERE id = ? AND hasPatch", [id])
    }
  }

  private func correspondents(
    _ words: SearchQuery.Words, roles: [AddressRole]
  ) throws -> MessageSet {
    guard FTS5Expression.hasToken(words.text) else { return try everything() }
    let roles = roles.map { "\($0.rawValue)" }.joined(separator: ", ")
    return try set(
      """
      SELECT a.message FROM messageAddress a WHERE a.role IN (\(roles))
      AND a.identity IN (SELECT rowid FROM identityIndex WHERE identityIndex MATCH ?1)
      """
    ) { $0.bind(FTS5Expression.of(words), at: 1) }
  }

  private func threads(of name: MessageName) throws -> MessageSet {
    var found = MessageSet()
    for id in try name.messages(in: db) {
      let sql = "SELECT id FROM message WHERE thread = (SELECT thread FROM message WHERE id = ?1)"
      found.formUnion(try set(sql) { $0.bind(id, at: 1) })
    }
    return found
  }

  private func everything() throws -> MessageSet { try set("SELECT id FROM message") }

  /// The numbers that a statement gives, whose parameters `bind` fills in.
  private func set(_ sql: String, _ bind: (BulkStatement) -> Void = { _ in }) throws -> MessageSet {
    var found = MessageSet()
    let statement = try BulkStatement(sql, in: db)
    bind(statement)
    try statement.forEachRow { found.insert($0.integer(0)) }
    return found
  }

  private func exists(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
    try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) != nil
  }

  /// The FTS5 expression for a term that asks about text alone; nil for any other.
  static func expression(for term: SearchQuery.Term) -> String? {
    switch term {
    case .words(let words):
      return FTS5Expression.hasToken(words.text) ? FTS5Expression.of(words) : nil
    case .subject(let words):
      return FTS5Expression.hasToken(words.text)
        ? "{subject} : \(FTS5Expression.of(words))" : nil
    case .any(let terms):
      let parts = terms.compactMap(expression)
      return parts.count == terms.count && !parts.isEmpty
        ? Self.joined(parts, by: " OR ") : nil
    case .all(let terms):
      var (wanted, denied): ([String], [String]) = ([], [])
      for term in terms {
        if case .not(let inner) = term {
          guard let part = expression(for: inner) else { return nil }
          denied.append(part)
        } else {
          guard let part = expression(for: term) else { return nil }
          wanted.append(part)
        }
      }
      guard !wanted.isEmpty else { return nil }
      var expression = "(\(joined(wanted, by: " AND ")))"
      for part in denied { expression = "(\(expression) NOT (\(part)))" }
      return expression
    default: return nil
    }
  }

  private static func joined(_ parts: [String], by operation: String) -> String {
    parts.map { "(\($0))" }.joined(separator: operation)
  }
}

extension FTS5Expression {
  /// The phrase, and where asked for the words that begin with its last one.
  static func of(_ words: SearchQuery.Words) -> String {
    phrase(words.text) + (words.isPrefix ? " *" : "")
  }
}
