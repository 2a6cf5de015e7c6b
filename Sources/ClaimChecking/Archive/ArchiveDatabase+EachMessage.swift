import ArchiveStorage

extension ArchiveDatabase {
  /// Hands over messages in the order of their numbers, and never holds more than two hundred of them.
  func forEachMessage(
    _ ids: ArraySlice<Int64>, _ body: (StoredMessage) throws -> Void
  ) throws {
    var rest = ids
    while !rest.isEmpty {
      for stored in try messages(ids: Array(rest.prefix(200))) { try body(stored) }
      rest = rest.dropFirst(200)
    }
  }
}
