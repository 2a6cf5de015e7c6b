internal import GRDB
internal import MailParsing

extension ArchiveDatabase {
  /// How far every current source was read, by path and member.
  public func sourceStates() throws(StorageError) -> [SourceState] {
    try read { db in try Self.states(in: db, where: "") { _ in } }
  }

  /// How far one source was read; nil where it never was.
  public func sourceState(path: String, member: String? = nil) throws(StorageError) -> SourceState?
  {
    try read { db in
      try Self.states(in: db, where: "AND path = ?1 AND ifnull(member, '') = ?2") {
        $0.bind(path, at: 1)
        $0.bind(member ?? "", at: 2)
      }.first
    }
  }

  /// A tree of pages is as many sources as it has files: no row is boxed on its way.
  private static func states(
    in db: Database, where condition: String, binding: (BulkStatement) -> Void
  ) throws -> [SourceState] {
    let statement = try BulkStatement(
      """
      SELECT path, member, sha256, byteCount, format, fileSize, modifiedAt, isComplete, resumption
      FROM source
      WHERE isCurrent \(condition) ORDER BY path, ifnull(member, '')
      """, in: db)
    binding(statement)
    var states: [SourceState] = []
    try statement.forEachRow { row in
      guard let format = ArchiveFormat(rawValue: row.text(4)) else {
        throw StorageError(.corrupt, detail: "a source is damaged")
      }
      let record = SourceRecord(
        path: row.text(0), member: row.isNull(1) ? nil : row.text(1),
        sha256: Hexadecimal.text(row.bytes(2)), byteCount: Int(row.integer(3)))
      let isStamped = !row.isNull(5) && !row.isNull(6)
      states.append(
        SourceState(
          record: record, format: format,
          stamp: isStamped
            ? FileStamp(byteCount: Int(row.integer(5)), modifiedAt: row.integer(6)) : nil,
          resumption: row.bytes(8), isComplete: row.integer(7) != 0))
    }
    return states
  }
}
