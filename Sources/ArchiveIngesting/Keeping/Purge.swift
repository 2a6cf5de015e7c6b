public import ArchiveStorage

/// Erases messages from the record and all that is drawn from them.
public struct Purge: Sendable {
  /// What a purge came to.
  public struct Summary: Sendable, Hashable {
    /// Messages erased.
    public var erased = 0
    /// Message-IDs that the record does not hold.
    public var unknown: [String] = []
  }

  private let database: ArchiveDatabase

  /// Makes a purge of `database`.
  public init(of database: ArchiveDatabase) {
    self.database = database
  }

  /// Erases every message that bears one of `messageIDs`, with or without angle brackets; citations of
  /// them read withdrawn at `date` (RFC 3339) from then on.
  public func run(_ messageIDs: [String], at date: String) throws(StorageError) -> Summary {
    var summary = Summary()
    var found: [Int64] = []
    for id in messageIDs {
      let messages = try database.messages(withMessageID: id)
      if messages.isEmpty { summary.unknown.append(id) }
      for message in messages where !found.contains(message.id) { found.append(message.id) }
    }
    guard !found.isEmpty else { return summary }
    summary.erased = try database.purge(found, at: date)
    try Derivation(of: database).refreshPersons()
    return summary
  }
}
