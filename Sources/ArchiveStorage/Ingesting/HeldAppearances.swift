internal import GRDB
internal import MailParsing

/// Asks what the record holds already, while a batch is written.
struct HeldAppearances {
  private let atPlace: BulkStatement
  private let inEarlier: BulkStatement
  private let move: BulkStatement
  private let twin: BulkStatement
  private let byMessageID: BulkStatement
  private let byContentKey: BulkStatement
  private let undated: BulkStatement
  private let best: BulkStatement
  private let appearances: BulkStatement
  private let messageIDs: BulkStatement
  private let blocks: BlockReader

  init(in db: Database, reading blocks: BlockReader) throws {
    self.blocks = blocks
    atPlace = try BulkStatement(
      "SELECT sha256 = ?3 FROM appearance WHERE source = ?1 AND entryStart = ?2", in: db)
    inEarlier = try BulkStatement(
      """
      SELECT id FROM appearance
      WHERE substr(sha256, 1, 6) = substr(?1, 1, 6) AND sha256 = ?1 AND source = ?2
      ORDER BY entryStart LIMIT 1
      """, in: db)
    move = try BulkStatement(
      """
      UPDATE OR FAIL appearance SET source = ?2, entryStart = ?3, entryEnd = ?4 WHERE id = ?1
      """, in: db)
    twin = try BulkStatement(
      """
      SELECT block, blockStart FROM appearance
      WHERE substr(sha256, 1, 6) = substr(?1, 1, 6) AND sha256 = ?1 ORDER BY id LIMIT 1
      """, in: db)
    byMessageID = try BulkStatement("SELECT message FROM messageID WHERE digest = ?1", in: db)
    // Only posts of one instant, or of a clock that may have shown it, can join by content: a robot's
    // thousand equal mails are not all asked for.
    byContentKey = try BulkStatement(
      """
      SELECT id FROM message
      WHERE substr(contentKey, 1, 6) = substr(?1, 1, 6)
        AND sentAt BETWEEN ?2 - 14 * 3600 AND ?2 + 14 * 3600 AND (sentAt - ?2) % 900 = 0
      """, in: db)
    undated = try BulkStatement(
      """
      SELECT id FROM message
      WHERE substr(contentKey, 1, 6) = substr(?1, 1, 6) AND sentAt IS NULL
      """, in: db)
    best = try BulkStatement(
      """
      SELECT m.contentKey = ?2, m.sentAt IS ?3, a.block, a.blockStart
      FROM message m JOIN appearance a ON a.id = m.best WHERE m.id = ?1
      """, in: db)
    appearances = try BulkStatement(
      """
      SELECT hasMessageID, list IS NULL, list, sha256 = ?2 FROM appearance WHERE message = ?1
      """, in: db)
    messageIDs = try BulkStatement(
      "SELECT digest FROM messageID WHERE message = ?1", in: db)
  }

  /// Whether the entry's bytes are held at its place already, or were in an earlier version of its
  /// source, in which case their place is brought up to date.
  func isHeld(_ entry: PreparedBatch.Entry, in source: SourceWriter.Row) throws -> Bool {
    if !source.isNew {
      atPlace.bind(source.id, at: 1)
      atPlace.bind(entry.range.lowerBound, at: 2)
      atPlace.bind(entry.sha256, at: 3)
      if let isEqual = try atPlace.firstInteger() {
        guard isEqual == 1 else {
          throw StorageError(
            .unexpected, detail: "a source changed and was not said to be replaced")
        }
        return true
      }
    }
    for earlier in source.earlier {
      inEarlier.bind(entry.sha256, at: 1)
      inEarlier.bind(earlier, at: 2)
      guard let appearance = try inEarlier.firstInteger() else { continue }
      move.bind(appearance, at: 1)
      move.bind(source.id, at: 2)
      move.bind(entry.range.lowerBound, at: 3)
      move.bind(entry.range.upperBound, at: 4)
      try move.run()
      return true
    }
    return false
  }

  /// Where bytes equal to an entry's, read to the same message, lie in the store already; nil where they
  /// do not. (A month as `.txt` and as `.txt.gz` is kept once.)
  func twin(of entry: PreparedBatch.Entry) throws -> MailPlace? {
    var place: MailPlace?
    twin.bind(entry.sha256, at: 1)
    try twin.forEachRow {
      place = MailPlace(block: $0.integer(0), start: Int($0.integer(1)))
    }
    guard let place, try blocks.parsed(at: place) == entry.parsed
    else {
      return nil
    }
    return place
  }

  /// The messages an entry may belong to: those that share a Message-ID or the content key.
  func candidates(for entry: MessageIdentity) throws -> [MessagePlacement.Candidate] {
    var messages: Set<Int64> = []
    for digest in entry.messageIDs {
      byMessageID.bind(digest, at: 1)
      try byMessageID.forEachRow { messages.insert($0.integer(0)) }
    }
    let byContent = entry.sentAt == nil ? undated : byContentKey
    byContent.bind(contentKey: entry.contentKey, at: 1)
    if let sentAt = entry.sentAt { byContent.bind(sentAt.secondsSinceEpoch, at: 2) }
    try byContent.forEachRow { messages.insert($0.integer(0)) }
    return try messages.sorted().compactMap { try candidate($0, for: entry) }
  }

  private func candidate(
    _ message: Int64, for entry: MessageIdentity
  ) throws -> MessagePlacement.Candidate? {
    var agrees = false
    var other: MailPlace?
    best.bind(message, at: 1)
    best.bind(contentKey: entry.contentKey, at: 2)
    best.bind(entry.sentAt?.secondsSinceEpoch, at: 3)
    try best.forEachRow { row in
      agrees = row.integer(0) == 1
      if row.integer(1) == 0 {
        other = MailPlace(block: row.integer(2), start: Int(row.integer(3)))
      }
    }
    guard agrees else { return nil }
    // The column does not tell whether a date has a zone: only the mail does, where that matters.
    let sentAt = try other.map { try blocks.parsed(at: $0).message.sentAt } ?? entry.sentAt
    var digests: [Int64] = []
    messageIDs.bind(message, at: 1)
    try messageIDs.forEachRow { digests.append($0.integer(0)) }
    var found: [MessageIdentity] = []
    appearances.bind(message, at: 1)
    appearances.bind(entry.entrySHA256, at: 2)
    try appearances.forEachRow { row in
      found.append(
        MessageIdentity(
          messageIDs: row.integer(0) == 1 ? digests : [], contentKey: entry.contentKey,
          list: row.integer(1) == 1 ? nil : row.integer(2),
          sentAt: sentAt, entrySHA256: row.integer(3) == 1 ? entry.entrySHA256 : []))
    }
    return MessagePlacement.Candidate(message: message, appearances: found)
  }
}
