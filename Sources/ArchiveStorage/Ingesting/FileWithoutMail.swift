internal import GRDB

/// A file that was opened and holds no mail.
public struct FileWithoutMail: Sendable, Hashable {
  /// The path as it was walked.
  public var path: String
  /// Its size and time of change then.
  public var stamp: FileStamp
  /// What it is instead, for people.
  public var because: String

  /// Describes a file.
  public init(path: String, stamp: FileStamp, because: String) {
    self.path = path
    self.stamp = stamp
    self.because = because
  }
}

extension ArchiveDatabase {
  /// The files that ingests found to hold no mail, by path.
  public func filesWithoutMail() throws(StorageError) -> [FileWithoutMail] {
    try read { db in
      var files: [FileWithoutMail] = []
      try BulkStatement(
        "SELECT path, fileSize, modifiedAt, because FROM noArchive ORDER BY path", in: db
      ).forEachRow { row in
        files.append(
          FileWithoutMail(
            path: row.text(0),
            stamp: FileStamp(byteCount: Int(row.integer(1)), modifiedAt: row.integer(2)),
            because: row.text(3)))
      }
      return files
    }
  }

  /// Notes files that hold no mail, in the place of what is noted of their paths.
  public func note(_ files: [FileWithoutMail]) throws(StorageError) {
    guard !files.isEmpty else { return }
    try write { db in
      let insert = try BulkStatement(
        """
        INSERT OR REPLACE INTO noArchive (path, fileSize, modifiedAt, because)
        VALUES (?1, ?2, ?3, ?4)
        """, in: db)
      for file in files {
        insert.bind(file.path, at: 1)
        insert.bind(file.stamp.byteCount, at: 2)
        insert.bind(file.stamp.modifiedAt, at: 3)
        insert.bind(file.because, at: 4)
        try insert.run()
      }
    }
  }
}
