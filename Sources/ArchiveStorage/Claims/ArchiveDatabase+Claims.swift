internal import Foundation
internal import GRDB

extension ArchiveDatabase {
  /// Puts `claims` in the place of all claims drawn from `statement`, whoever drew those. A document
  /// that the record lacks is added to it.
  public func replaceClaims(
    _ claims: [Claim], of statement: Statement, from producer: Producer
  ) throws(StorageError) {
    try write { db in
      let place = try ClaimPlace(statement, addingTo: db)
      try db.execute(
        sql: "DELETE FROM claim WHERE message IS ? AND document IS ?",
        arguments: [place.message, place.document])
      for (position, claim) in claims.enumerated() {
        try db.cachedStatement(
          sql: """
            INSERT INTO claim (message, document, position, producer, version, inputSHA256, json)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          place.message, place.document, position, producer.name, producer.version, place.sha256,
          try JSON.text(of: claim),
        ])
      }
    }
  }

  /// The claims drawn from `statement`, in the order of its text.
  public func claims(of statement: Statement) throws(StorageError) -> [StoredClaim] {
    try read { db in
      let place = try ClaimPlace(statement, in: db)
      guard place.message != nil || place.document != nil else { return [] }
      return try ClaimReader(db).claims(
        where: "c.message IS ? AND c.document IS ? ORDER BY c.position",
        arguments: [place.message, place.document])
    }
  }

  /// The claims drawn from a person's messages, oldest message first.
  public func claims(ofPerson person: Int64) throws(StorageError) -> [StoredClaim] {
    try read { db in
      try ClaimReader(db).claims(
        where: """
          c.message IN (SELECT a.message FROM identity i JOIN messageAddress a ON a.identity = i.id
            AND a.role = \(AddressRole.from.rawValue) WHERE i.person = ?)
          ORDER BY (SELECT m.sentAt FROM message m WHERE m.id = c.message), c.message, c.position
          """, arguments: [person])
    }
  }

  /// Puts findings and the verdict they come to in the place of those on a claim. Throws
  /// ``StorageError/Code/notFound`` where the claim went meanwhile.
  public func replaceFindings(
    _ findings: [Finding], verdict: Verdict, on claim: Int64, from producer: Producer
  ) throws(StorageError) {
    try write { db in
      try db.execute(sql: "DELETE FROM finding WHERE claim = ?", arguments: [claim])
      try db.execute(
        sql: "UPDATE claim SET verdict = ? WHERE id = ?",
        arguments: [try JSON.text(of: verdict), claim])
      guard db.changesCount == 1 else {
        throw StorageError(.notFound, detail: "the claim is no longer held")
      }
      for (position, finding) in findings.enumerated() {
        try db.cachedStatement(
          sql:
            "INSERT INTO finding (claim, position, producer, version, json) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [
          claim, position, producer.name, producer.version, try JSON.text(of: finding),
        ])
        for case .message(let citation) in finding.citations {
          try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO findingInput (sha256, claim, position) VALUES (?, ?, ?)"
          ).execute(arguments: [citation.entrySHA256, claim, position])
        }
      }
    }
  }

  /// Every claim in the record, by message and place.
  public func allClaims() throws(StorageError) -> [StoredClaim] {
    try read { db in
      try ClaimReader(db).claims(
        where: "1 ORDER BY c.message, c.document, c.position", arguments: [])
    }
  }
}

/// The rows a statement's claims hang from.
private struct ClaimPlace {
  var message: Int64?
  var document: Int64?
  /// The digest of what the claims are drawn from.
  var sha256: String

  init(_ statement: Statement, in db: Database) throws {
    switch statement {
    case .post(let stored):
      message = stored.id
      sha256 = stored.appearances.first?.entrySHA256 ?? ""
    case .document(let found, _):
      document = try DocumentRows.id(of: found, in: db)
      sha256 = found.sha256
    }
  }

  init(_ statement: Statement, addingTo db: Database) throws {
    if case .document(let found, _) = statement { try DocumentRows.save(found, in: db) }
    try self.init(statement, in: db)
  }
}

/// Reads claims with their findings, within one transaction.
struct ClaimReader {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func claims(where condition: String, arguments: StatementArguments) throws -> [StoredClaim] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.id, c.message, c.json, c.producer, c.version, c.verdict FROM claim c WHERE \(condition)
        """, arguments: arguments
    ).map { row in
      StoredClaim(
        id: row[0], message: row[1], claim: try JSON.value(of: row[2]),
        producer: Producer(name: row[3], version: row[4]), findings: try findings(on: row[0]),
        verdict: try (row[5] as String?).map { try JSON.value(of: $0) })
    }
  }

  private func findings(on claim: Int64) throws -> [Finding] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT json FROM finding WHERE claim = ? ORDER BY position"),
      arguments: [claim]
    ).map { try JSON.value(of: $0) }
  }
}

/// What goes when the words it was drawn from do.
enum ClaimRows {
  /// Takes out the claims drawn from a message, the findings of other claims that cite its words as they
  /// stood in `appearance`, and the verdicts that rested on those findings.
  static func withdraw(drawnFrom message: Int64, at appearance: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM claim WHERE message = ?").execute(arguments: [message])
    let citing =
      "SELECT f.claim FROM findingInput f JOIN appearance a ON f.sha256 = lower(hex(a.sha256))"
    try db.cachedStatement(
      sql: "UPDATE claim SET verdict = NULL WHERE id IN (\(citing) WHERE a.id = ?)"
    ).execute(arguments: [appearance])
    try db.cachedStatement(
      sql: """
        DELETE FROM finding WHERE (claim, position) IN (SELECT f.claim, f.position
          FROM findingInput f JOIN appearance a ON f.sha256 = lower(hex(a.sha256)) WHERE a.id = ?)
        """
    ).execute(arguments: [appearance])
  }
}

/// Values of the vocabulary in the form that columns hold: JSON with sorted keys.
enum JSON {
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(of text: String) throws -> Value {
    do { return try JSONDecoder().decode(Value.self, from: Data(text.utf8)) } catch {
      throw StorageError(.corrupt, detail: "a derived row is damaged")
    }
  }
}
