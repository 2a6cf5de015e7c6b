public import ArchiveStorage

/// Erases messages from the record and all that is drawn from them.
public struct Purge: Sendable {
  /// What a purge came to.
  public struct Summary: Sendable, Hashable {
    /// Messages erased.
    public var erased = 0
    /// Names of messages that the record does not hold.
    public var unknown: [String] = []
  }

  private let database: ArchiveDatabase

  /// Makes a purge of `database`.
  public init(of database: ArchiveDatabase) {
    self.database = database
  }

  /// Erases every message that goes by one of `names` (see ``ArchiveDatabase/messages(named:)``); citations
  /// of them read withdrawn at `date` (RFC 3339) from then on.
  public func run(_ names: [String], at date: String) throws(StorageError) -> Summary {
    var summary = Summary()
    var found: [Int64] = []
    for name in names {
      let messages = try database.messages(named: name)
      if messages.isEmpty { summary.unknown.append(name) }
      for message in messages where !found.contains(message.id) { found.append(message.id) }
    }
    guard !found.isEmpty else { return summary }
    summary.erased = try database.purge(found, at: date)
    try Derivation(of: database).refreshPersons()
    return summary
  }
}
