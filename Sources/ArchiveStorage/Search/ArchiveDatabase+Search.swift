internal import GRDB
internal import MailParsing

/// In which order hits are given.
public enum SearchSort: String, Sendable, CaseIterable {
  /// The latest sent first; undated ones last.
  case newest
  /// Those that speak most of what was asked for first.
  case best
}

/// A message that a query asked for.
public struct SearchHit: Sendable, Hashable {
  /// The message.
  public var stored: StoredMessage
  /// Words around what was asked for.
  public var snippet: Snippet
}

/// What a query found.
public struct SearchResults: Sendable, Hashable {
  /// Messages found.
  public var count: Int
  /// Those of them that were to be shown, in the order asked for.
  public var hits: [SearchHit]
}

extension ArchiveDatabase {
  /// The messages that `query` asks for, `limit` of them with their words, from the one at `start` on.
  ///
  /// Costs what the rarest parts of the answer cost, not what the record holds: ``SearchSort/best`` ranks
  /// (BM25, the subject counting most) at most ``rankedAtMost`` messages; of a query that more messages
  /// answer, those with the words in their subject come first, then the others, each newest first.
  public func search(
    _ query: SearchQuery, from start: Int = 0, limit: Int = 20, sort: SearchSort = .newest
  ) throws(StorageError) -> SearchResults {
    try read { db in
      let found = try SearchEvaluator(db).messages(query.term)
      let order = SearchOrder(db)
      let ids =
        switch sort {
        case .newest: try order.newest(found, limit: start + limit)
        case .best: try order.best(found, for: query, limit: start + limit)
        }
      let words = query.positiveWords
      let shown = Array(ids.dropFirst(start))
      let hits = try MessageReader(db, wholeBlocks: false).messages(shown).map { stored in
        SearchHit(stored: stored, snippet: Snippet(of: stored.message.text, around: words))
      }
      return SearchResults(count: found.count, hits: hits)
    }
  }

  /// The numbers of all messages that `query` asks for, in the order of their content.
  public func messageIDs(matching query: SearchQuery) throws(StorageError) -> [Int64] {
    try read { db in
      let found = try SearchEvaluator(db).messages(query.term)
      return try Int64.fetchAll(db, sql: "SELECT m.id FROM message m ORDER BY \(ContentOrder.sql)")
        .filter(found.contains)
    }
  }

  /// As many messages as are ever ranked for one query.
  public static let rankedAtMost = 5_000
}

/// Puts found messages in order, within one transaction.
struct SearchOrder {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The `limit` latest of `found`.
  func newest(_ found: MessageSet, limit: Int) throws -> [Int64] {
    guard limit > 0, found.count > 0 else { return [] }
    // Many are met soon when one walks back in time; few are looked up and sorted.
    return found.count <= 1_000
      ? try sorted(found.ids, limit: limit) : try walk(found, limit: limit)
  }

  /// The `limit` best of `found`; see ``ArchiveDatabase/search(_:from:limit:sort:)``.
  func best(_ found: MessageSet, for query: SearchQuery, limit: Int) throws -> [Int64] {
    let words = query.positiveWords.filter { FTS5Expression.hasToken($0.text) }
    guard !words.isEmpty else { return try newest(found, limit: limit) }
    let expression = words.map(FTS5Expression.of).joined(separator: " OR ")
    guard found.count <= ArchiveDatabase.rankedAtMost,
      try matchCount(expression) <= 4 * ArchiveDatabase.rankedAtMost
    else {
      var inSubject = try SearchEvaluator(db).messages(.any(words.map(SearchQuery.Term.subject)))
      inSubject.formIntersection(found)
      var others = found
      others.subtract(inSubject)
      let first = try newest(inSubject, limit: limit)
      return try first + newest(others, limit: limit - first.count)
    }
    var ranked: [(id: Int64, rank: Double)] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT rowid, bm25(messageIndex, 4.0, 2.0, 1.0) FROM messageIndex
        WHERE messageIndex MATCH ?
        """, arguments: [expression])
    while let row = try rows.next() {
      let id: Int64 = row[0]
      // A damaged index gives no rank.
      if found.contains(id) { ranked.append((id, row[1] as Double? ?? 0)) }
    }
    let place = Dictionary(
      uniqueKeysWithValues: try sorted(ranked.map(\.id), limit: .max).enumerated()
        .map { ($0.element, $0.offset) })
    return ranked.sorted { ($0.rank, place[$0.id] ?? 0) < ($1.rank, place[$1.id] ?? 0) }
      .prefix(limit).map(\.id)
  }

  private func matchCount(_ expression: String) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM messageIndex WHERE messageIndex MATCH ?",
      arguments: [expression]) ?? 0
  }

  /// The first `limit` of `ids`, the latest first, those of one second by their content keys.
  private func sorted(_ ids: [Int64], limit: Int) throws -> [Int64] {
    let date = try BulkStatement(
      "SELECT ifnull(sentAt, \(Int64.min)) FROM message WHERE id = ?1", in: db)
    var dated: [(id: Int64, sentAt: Int64)] = []
    for id in ids {
      date.bind(id, at: 1)
      if let sentAt = try date.firstInteger() { dated.append((id, sentAt)) }
    }
    dated.sort { $0.sentAt > $1.sentAt }
    // Content keys are only asked for where they can matter.
    if let last = dated.prefix(limit).last?.sentAt {
      dated.removeAll { $0.sentAt < last }
    }
    let contentKey = try BulkStatement("SELECT contentKey FROM message WHERE id = ?1", in: db)
    let keyed = try dated.map { id, sentAt in
      var key: [UInt8] = []
      contentKey.bind(id, at: 1)
      try contentKey.forEachRow { key = $0.bytes(0) }
      return (id: id, sentAt: sentAt, key: key)
    }
    return keyed.sorted {
      $0.sentAt != $1.sentAt ? $0.sentAt > $1.sentAt : $0.key.lexicographicallyPrecedes($1.key)
    }.prefix(limit).map(\.id)
  }

  private func walk(_ found: MessageSet, limit: Int) throws -> [Int64] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, sentAt FROM message ORDER BY sentAt DESC")
    var ids: [Int64] = []
    var last: Int64?
    while let row = try rows.next() {
      let (id, sentAt): (Int64, Int64?) = (row[0], row[1])
      // Messages of one second are put in order by their content, so all of them are taken.
      if ids.count >= limit, sentAt != last { break }
      if found.contains(id) {
        ids.append(id)
        last = sentAt
      }
    }
    return try sorted(ids, limit: limit)
  }
}
