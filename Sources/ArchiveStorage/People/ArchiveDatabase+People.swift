internal import GRDB
public import MailParsing

/// A name and address that mail was sent from, as the merging of persons needs it.
public struct SenderIdentity: Sendable, Hashable {
  /// The name and address as the From fields have them.
  public var address: Address
  /// Messages from it.
  public var messageCount: Int
  /// Where the same mails ask answers to go, by name and address; for a sender that a list rewrote,
  /// the author's own address is among them.
  public var repliesTo: [Address]

  /// Makes an identity.
  public init(address: Address, messageCount: Int, repliesTo: [Address]) {
    self.address = address
    self.messageCount = messageCount
    self.repliesTo = repliesTo
  }
}

extension ArchiveDatabase {
  /// Every name and address that mail was sent from, by address and name.
  public func senders() throws(StorageError) -> [SenderIdentity] {
    try read { db in
      var repliesTo: [Int64: [Address]] = [:]
      let replies = try Row.fetchCursor(
        db,
        sql: """
          SELECT DISTINCT m.author, i.name, i.email
          FROM messageAddress a JOIN message m ON m.id = a.message JOIN identity i ON i.id = a.identity
          WHERE a.role = \(AddressRole.replyTo.rawValue) AND m.author IS NOT NULL
          ORDER BY i.email, i.name
          """)
      while let row = try replies.next() {
        repliesTo[row[0], default: []].append(Address(name: row[1], email: row[2]))
      }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT i.id, i.name, i.email, count(*) FROM messageAddress a JOIN identity i ON i.id = a.identity
          WHERE a.role = \(AddressRole.from.rawValue) GROUP BY i.id ORDER BY i.email, i.name
          """
      ).map { row in
        SenderIdentity(
          address: Address(name: row[1], email: row[2]), messageCount: row[3],
          repliesTo: repliesTo[row[0]] ?? [])
      }
    }
  }

  /// Puts `persons` in the place of all persons held; their numbers are given anew, from 1.
  public func replacePersons(_ persons: [Person]) throws(StorageError) {
    try write { db in
      try Self.markPersons(stale: false, in: db)
      try db.execute(
        sql: """
          DELETE FROM person; DELETE FROM personMerge;
          UPDATE identity SET person = NULL WHERE person IS NOT NULL
          """)
      let insert = try BulkStatement(
        "INSERT INTO person (id, name, messageCount) VALUES (?1, ?2, ?3)", in: db)
      let own = try BulkStatement(
        "UPDATE identity SET person = ?1 WHERE email = ?2 AND name = ?3", in: db)
      let merge = try BulkStatement(
        "INSERT INTO personMerge (person, position, identity, because) VALUES (?1, ?2, ?3, ?4)",
        in: db)
      for (number, person) in zip(1..., persons) {
        insert.bind(number, at: 1)
        insert.bind(person.name, at: 2)
        insert.bind(person.messageCount, at: 3)
        try insert.run()
        for identity in person.identities {
          own.bind(number, at: 1)
          own.bind(identity.email, at: 2)
          own.bind(identity.name, at: 3)
          try own.run()
        }
        for (position, reason) in person.merges.enumerated() {
          merge.bind(number, at: 1)
          merge.bind(position, at: 2)
          merge.bind(reason.with, at: 3)
          merge.bind(reason.because, at: 4)
          try merge.run()
        }
      }
    }
  }

  /// The person with this number; nil where there is none.
  public func person(_ id: Int64) throws(StorageError) -> Person? {
    try read { db in try PersonReader(db).person(id) }
  }

  /// The person a message is from; nil where its sender is not known or not yet merged.
  public func person(ofMessage id: Int64) throws(StorageError) -> Person? {
    try read { db in
      let person = try Int64.fetchOne(
        db,
        sql: "SELECT i.person FROM message m JOIN identity i ON i.id = m.author WHERE m.id = ?",
        arguments: [id])
      return try person.flatMap(PersonReader(db).person)
    }
  }

  /// How many persons there are.
  public func personCount() throws(StorageError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM person") ?? 0 }
  }

  /// How many of these messages each person wrote; persons without any are left out.
  public func messageCounts(byPersonAmong ids: [Int64]) throws(StorageError) -> [Int64: Int] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT i.person FROM message m JOIN identity i ON i.id = m.author WHERE m.id = ?")
      var counts: [Int64: Int] = [:]
      for id in ids {
        if let person = try Int64.fetchOne(statement, arguments: [id]) {
          counts[person, default: 0] += 1
        }
      }
      return counts
    }
  }

  /// The persons that `who` means, those who wrote most first: an address means whoever writes from
  /// it, a name whoever writes under it, whole and without regard to case; where no name is equal,
  /// those with all of its words in one name. An empty `who` means everybody.
  public func people(matching who: String = "") throws(StorageError) -> [Person] {
    try read { db in try PersonReader(db).people(matching: who) }
  }
}

/// Reads persons, within one transaction.
struct PersonReader {
  let db: Database

  init(_ db: Database) { self.db = db }

  func person(_ id: Int64) throws -> Person? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT name, messageCount FROM person WHERE id = ?"),
        arguments: [id])
    else { return nil }
    let identities = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT i.name, i.email, (SELECT count(*) FROM messageAddress a
            WHERE a.identity = i.id AND a.role = \(AddressRole.from.rawValue)) AS messages
          FROM identity i WHERE i.person = ? ORDER BY messages DESC, i.email, i.name
          """), arguments: [id]
    ).map { Address(name: $0[0], email: $0[1]) }
    let merges = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT identity, because FROM personMerge WHERE person = ? ORDER BY position"),
      arguments: [id]
    ).map { Person.Merge(with: $0[0], because: $0[1]) }
    return Person(
      id: id, name: row[0], identities: identities, merges: merges, messageCount: row[1])
  }

  func people(matching who: String) throws -> [Person] {
    let order = "ORDER BY p.messageCount DESC, p.name, p.id"
    guard !who.isEmpty else {
      return try Int64.fetchAll(db, sql: "SELECT p.id FROM person p \(order)").compactMap(person)
    }
    let column = who.contains("@") ? "email" : "name"
    var ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT p.id FROM identity i JOIN person p ON p.id = i.person
        WHERE lower(i.\(column)) = lower(?) \(order)
        """, arguments: [who])
    if ids.isEmpty, let words = FTS5Expression.words(in: who) {
      ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT p.id FROM identity i JOIN person p ON p.id = i.person
          WHERE i.id IN (SELECT rowid FROM identityIndex WHERE identityIndex MATCH ?) \(order)
          """, arguments: [words])
    }
    return try ids.compactMap(person)
  }
}
