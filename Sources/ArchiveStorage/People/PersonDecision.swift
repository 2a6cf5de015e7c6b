internal import GRDB
public import MailParsing

/// What a user said about two identities: that they are one person, or that they are not.
///
/// A fact, which outranks every rule and outlives a rebuild. It is never removed, only undone.
public struct PersonDecision: Sendable, Hashable, Identifiable {
  /// What was said; raw values are what the store holds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// They are one person.
    case same
    /// They are not, whatever the rules say.
    case different
  }
  /// The record's own number for it.
  public var id: Int64
  /// What was said.
  public var kind: Kind
  /// One side; an empty name stands for every name with the address, an empty address for every
  /// address with the name.
  public var one: Address
  /// The other side.
  public var other: Address
  /// When it was said, RFC 3339.
  public var decidedAt: String
  /// True where it was taken back.
  public var isUndone: Bool
}

extension ArchiveDatabase {
  /// Every decision ever made on who is who, in the order they were made.
  public func personDecisions() throws(StorageError) -> [PersonDecision] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM personDecision ORDER BY id").map { row in
        guard let kind = PersonDecision.Kind(rawValue: row["kind"]) else {
          throw StorageError(.corrupt, detail: "a decision on persons is damaged")
        }
        return PersonDecision(
          id: row["id"], kind: kind, one: Address(name: row["oneName"], email: row["oneEmail"]),
          other: Address(name: row["otherName"], email: row["otherEmail"]),
          decidedAt: row["decidedAt"], isUndone: row["isUndone"])
      }
    }
  }

  /// Keeps what a user said about two identities and gives its number. Persons are made again by
  /// whoever merges them.
  @discardableResult
  public func decide(
    _ kind: PersonDecision.Kind, _ one: Address, _ other: Address, at date: String
  ) throws(StorageError) -> Int64 {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO personDecision (kind, oneName, oneEmail, otherName, otherEmail, decidedAt)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [kind.rawValue, one.name, one.email, other.name, other.email, date])
      return db.lastInsertedRowID
    }
  }

  /// Takes a decision back; throws ``StorageError/Code/notFound`` where there is none of this number.
  public func undoDecision(_ id: Int64) throws(StorageError) {
    try write { db in
      try db.execute(
        sql: "UPDATE personDecision SET isUndone = 1 WHERE id = ?", arguments: [id])
      guard db.changesCount == 1 else {
        throw StorageError(.notFound, detail: "there is no decision \(id)")
      }
    }
  }
}
