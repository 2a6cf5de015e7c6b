internal import GRDB
internal import MailParsing

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
      let defects = try Self.defects(in: db)
      return try names.compactMap {
        try Self.summary(of: $0.id, named: $0.name, defects: defects[$0.id] ?? [:], in: db)
      }
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
    of list: Int64?, named name: String?, defects: [String: Int], in db: Database
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
    let total = rows.reduce(0) { $0 + ($1[1] as Int) }
    return ListSummary(
      name: name, messageCount: total, months: months, missingMonths: MonthSpan(months).missing,
      undatedCount: total - months.reduce(0) { $0 + $1.messageCount },
      defects: defects)
  }

  /// The defects of each list's entries, by kind.
  ///
  /// The record counts them by source. Of a source whose entries are of several lists, those of the rarer
  /// lists are read one by one, and its most frequent list has the rest.
  private static func defects(in db: Database) throws -> [Int64?: [String: Int]] {
    let shares = try Row.fetchAll(
      db,
      sql: """
        SELECT source, list, count(*) AS entries FROM appearance
        WHERE source IN (SELECT source FROM sourceDefect)
        GROUP BY source, list ORDER BY source, entries DESC, list
        """)
    let blocks = BlockReader(db)
    var defects: [Int64?: [String: Int]] = [:]
    var mainList: (source: Int64, list: Int64?)?
    for share in shares {
      let (source, list): (Int64, Int64?) = (share[0], share[1])
      if let mainList, mainList.source == source {
        for place in try places(of: list, in: source, db) {
          for defect in try blocks.parsed(at: place).defects {
            defects[list, default: [:]][defect.kind.rawValue, default: 0] += 1
            defects[mainList.list, default: [:]][defect.kind.rawValue, default: 0] -= 1
          }
        }
      } else {
        mainList = (source, list)
        let counts = try Row.fetchAll(
          db, sql: "SELECT kind, count FROM sourceDefect WHERE source = ?", arguments: [source])
        for count in counts { defects[list, default: [:]][count[0], default: 0] += count[1] as Int }
      }
    }
    return defects.mapValues { $0.filter { $0.value > 0 } }
  }

  /// Where the entries of a list lie that a source holds, in the order of blocks.
  private static func places(
    of list: Int64?, in source: Int64, _ db: Database
  ) throws -> [MailPlace] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT block, blockStart FROM appearance WHERE source = ? AND list IS ?
        ORDER BY block, blockStart
        """, arguments: [source, list]
    ).map { MailPlace(block: $0[0], start: $0[1]) }
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
