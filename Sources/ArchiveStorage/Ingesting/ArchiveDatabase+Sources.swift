internal import Foundation
internal import GRDB
internal import MailParsing

extension ArchiveDatabase {
  /// How far every current source was read, by path and member.
  public func sourceStates() throws(StorageError) -> [SourceState] {
    try read { db in
      try Row.fetchAll(db, sql: "\(Self.stateSQL) ORDER BY path, member").map(Self.state)
    }
  }

  /// How far one source was read; nil where it never was.
  public func sourceState(path: String, member: String? = nil) throws(StorageError) -> SourceState?
  {
    try read { db in
      try Row.fetchOne(
        db, sql: "\(Self.stateSQL) AND path = ? AND ifnull(member, '') = ?",
        arguments: [path, member ?? ""]
      ).map(Self.state)
    }
  }

  private static let stateSQL = """
    SELECT path, member, sha256, byteCount, format, fileSize, modifiedAt, isComplete
    FROM source WHERE isCurrent
    """

  private static func state(_ row: Row) throws -> SourceState {
    guard let format = ArchiveFormat(rawValue: row[4]) else {
      throw StorageError(.corrupt, detail: "a source is damaged")
    }
    let stamp: FileStamp? =
      if let size = row[5] as Int?, let time = row[6] as Int64? {
        FileStamp(byteCount: size, modifiedAt: time)
      } else { nil }
    return SourceState(
      record: SourceRecord(
        path: row[0], member: row[1], sha256: Hexadecimal.text(Array(row[2] as Data)),
        byteCount: row[3]),
      format: format, stamp: stamp, isComplete: row[7])
  }
}
