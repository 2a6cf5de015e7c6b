internal import GRDB

/// What the record holds of one list.
public struct ListSummary: Sendable, Hashable {
  /// The list's name; nil for messages of which no list is known.
  public var name: String?
  /// Messages that appeared on it.
  public var messageCount: Int
  /// The months that hold messages, oldest first.
  public var months: [MonthCount]
  /// The months without a message between the first and the last one, as `2013-11`; see ``Coverage``.
  public var missingMonths: [String]
  /// Messages without a date.
  public var undatedCount: Int
  /// Defects of the list's entries, by kind.
  public var defects: [String: Int]
}

/// How many messages a month holds.
public struct MonthCount: Sendable, Hashable {
  /// The month in UTC, as `2013-10`.
  public var month: String
  /// Messages sent in it.
  public var messageCount: Int
}

/// How much of the time it spans a record holds.
///
/// Mail is full of clocks set to 1979 or 2036. The span is therefore that of the months that hold all
/// but the first and last half percent of the messages; of fewer than 200 messages it is all of them.
public struct Coverage: Sendable, Hashable {
  /// Months of the span that hold messages.
  public var months: Int
  /// Months of the span that hold none, as `2013-11`.
  public var missing: [String]
  /// Messages held.
  public var messages: Int
  /// Defects of the entries read.
  public var defects: Int
}

extension ArchiveDatabase {
  /// What the record holds, list by list, in the order of their names; messages without one come last.
  public func lists() throws(StorageError) -> [ListSummary] {
    try read { db in
      let names =
        try Row.fetchAll(db, sql: "SELECT id, name FROM list ORDER BY name").map {
          (id: $0[0] as Int64?, name: $0[1] as String?)
        } + [(id: nil, name: nil)]
      return try names.compactMap { try Self.summary(of: $0.id, named: $0.name, in: db) }
    }
  }

  /// How much the record holds of the time of all lists together; a message on several counts once.
  public func coverage() throws(StorageError) -> Coverage {
    try read { db in
      let months = try Row.fetchAll(
        db,
        sql: """
          SELECT strftime('%Y-%m', sentAt, 'unixepoch') AS month, count(*) FROM message
          WHERE month IS NOT NULL GROUP BY month ORDER BY month
          """
      ).map { MonthCount(month: $0[0], messageCount: $0[1]) }
      let span = MonthSpan(months)
      return Coverage(
        months: span.months.count, missing: span.missing,
        messages: try Int.fetchOne(db, sql: "SELECT count(*) FROM message") ?? 0,
        defects: try Int.fetchOne(db, sql: "SELECT sum(count) FROM sourceDefect") ?? 0)
    }
  }

  private static func summary(
    of list: Int64?, named name: String?, in db: Database
  ) throws -> ListSummary? {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT strftime('%Y-%m', m.sentAt, 'unixepoch') AS month, count(*) FROM message m
        WHERE m.id IN (SELECT message FROM appearance WHERE list IS ?) GROUP BY month ORDER BY month
        """, arguments: [list])
    guard !rows.isEmpty else { return nil }
    let months = rows.compactMap { row in
      (row[0] as String?).map { MonthCount(month: $0, messageCount: row[1]) }
    }
    let defects = try Row.fetchAll(
      db,
      sql: """
        SELECT kind, sum(count) FROM sourceDefect
        WHERE source IN (SELECT source FROM appearance WHERE list IS ?) GROUP BY kind
        """, arguments: [list]
    ).map { ($0[0] as String, $0[1] as Int) }
    let total = rows.reduce(0) { $0 + ($1[1] as Int) }
    return ListSummary(
      name: name, messageCount: total, months: months, missingMonths: MonthSpan(months).missing,
      undatedCount: total - months.reduce(0) { $0 + $1.messageCount },
      defects: Dictionary(uniqueKeysWithValues: defects))
  }
}

/// The months between the first and the last that count.
struct MonthSpan {
  /// The months that hold messages.
  var months: [MonthCount]
  /// Those between them that hold none.
  var missing: [String]

  /// The span of `counted`, which is in order; see ``Coverage`` for what is left out at its ends.
  init(_ counted: [MonthCount]) {
    let total = counted.reduce(0) { $0 + $1.messageCount }
    let spare = total / 200
    var (first, last) = (counted.startIndex, counted.endIndex)
    var dropped = 0
    while first < last, dropped + counted[first].messageCount <= spare {
      dropped += counted[first].messageCount
      first += 1
    }
    dropped = 0
    while last > first, dropped + counted[last - 1].messageCount <= spare {
      dropped += counted[last - 1].messageCount
      last -= 1
    }
    months = Array(counted[first..<last])
    missing = []
    let held = Set(months.map(\.month))
    guard let start = months.first.flatMap({ Self.number(of: $0.month) }),
      let end = months.last.flatMap({ Self.number(of: $0.month) }), start <= end
    else { return }
    missing = (start...end).map(Self.month).filter { !held.contains($0) }
  }

  private static func number(of month: String) -> Int? {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : nil
  }

  private static func month(_ number: Int) -> String {
    let (year, month) = (String(number / 12), String(number % 12 + 1))
    let zeros = String(repeating: "0", count: max(0, 4 - year.count))
    return "\(zeros)\(year)-\(month.count < 2 ? "0" : "")\(month)"
  }
}
