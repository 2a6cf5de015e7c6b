/// When an ingest commits.
///
/// A commit writes every page it changed, and the indexes by digest change all over, so that commits
/// after equal amounts of mail would cost more and more as the record grows. They come after amounts
/// that grow with it instead; the costs of all of them together stay in proportion to the mail.
struct CommitPace {
  private var heldBytes: Int
  private var pendingBytes = 0

  /// The least and the most bytes of archive that are read again after a stop.
  private static let bounds = 16 << 20...128 << 20

  /// Begins for a record of `heldBytes` of archives.
  init(heldBytes: Int) { self.heldBytes = heldBytes }

  /// Counts what was read since the last call, and says whether to commit now.
  mutating func isTime(after byteCount: Int) -> Bool {
    pendingBytes += byteCount
    let due = min(max(heldBytes / 4, Self.bounds.lowerBound), Self.bounds.upperBound)
    guard pendingBytes >= due else { return false }
    heldBytes += pendingBytes
    pendingBytes = 0
    return true
  }
}
