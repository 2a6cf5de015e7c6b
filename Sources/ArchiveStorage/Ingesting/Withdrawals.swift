internal import GRDB

/// Asks whether an entry belongs to a message that was purged, in whatever form it comes back.
struct Withdrawals {
  private let isEmpty: Bool
  private let byEntry: BulkStatement
  private let byMessage: BulkStatement

  init(in db: Database) throws {
    isEmpty = try Int.fetchOne(db, sql: "SELECT 1 FROM withdrawal LIMIT 1") == nil
    byEntry = try BulkStatement("SELECT 1 FROM withdrawnEntry WHERE sha256 = ?1", in: db)
    byMessage = try BulkStatement(
      """
      SELECT 1 FROM withdrawal WHERE contentKey = ?1
        AND (?2 IS NULL OR messageIDDigest IS NULL OR messageIDDigest = ?2)
      """, in: db)
  }

  /// True for an entry of a purged message: the same bytes, or the same words under the same id.
  func cover(_ entry: PreparedBatch.Entry) throws -> Bool {
    guard !isEmpty else { return false }
    byEntry.bind(entry.sha256, at: 1)
    if try byEntry.firstInteger() != nil { return true }
    byMessage.bind(contentKey: entry.contentKey, at: 1)
    byMessage.bind(entry.messageIDs.first, at: 2)
    return try byMessage.firstInteger() != nil
  }
}
