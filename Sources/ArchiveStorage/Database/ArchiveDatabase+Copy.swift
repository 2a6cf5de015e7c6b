internal import GRDB

extension ArchiveDatabase {
  /// A copy of the record as it is now, in a temporary file that goes with the value: what is written to
  /// it is written nowhere else. Costs a copy of the store.
  public func temporaryCopy() throws(StorageError) -> ArchiveDatabase {
    do {
      // SQLite keeps a database with an empty name in a file that no other process sees.
      let copy = try DatabaseQueue(
        path: "", configuration: Self.configuration(readOnly: false))
      try queue.backup(to: copy)
      return ArchiveDatabase(temporary: copy)
    } catch { throw StorageError(error, path: path) }
  }
}
