internal import Foundation
internal import GRDB
internal import MailParsing

/// What the record holds of one file of an archive, its members taken together.
public struct SourceSummary: Sendable, Hashable {
  /// SHA-256 of its bytes; nil where it has members, each with a digest of its own.
  public var sha256: String?
  /// The day of its first message in UTC, as `2013-10-01`; nil where no message has a date.
  public var from: String?
  /// The day of its last message.
  public var to: String?
  /// Messages that appear in it.
  public var messageCount: Int
}

extension ArchiveDatabase {
  /// What the record holds of the file at `path`, as it was named when it was read. Nothing held is no
  /// message. Linear in its messages.
  public func summary(ofSource path: String) throws(StorageError) -> SourceSummary {
    try read { db in
      let digests = try Row.fetchAll(
        db, sql: "SELECT sha256, member FROM source WHERE path = ? AND isCurrent LIMIT 2",
        arguments: [path])
      let whole = digests.count == 1 && digests[0]["member"] == nil ? digests[0] : nil
      let held = try Row.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT m.id), strftime('%Y-%m-%d', min(m.sentAt), 'unixepoch'),
            strftime('%Y-%m-%d', max(m.sentAt), 'unixepoch')
          FROM source s JOIN appearance a ON a.source = s.id JOIN message m ON m.id = a.message
          WHERE s.path = ?
          """, arguments: [path])
      return SourceSummary(
        sha256: whole.map { Hexadecimal.text(Array($0[0] as Data)) }, from: held?[1], to: held?[2],
        messageCount: held?[0] ?? 0)
    }
  }
}
