internal import GRDB
internal import GRDBSQLite

/// The bytes of one value as they lie in the store, read piece by piece; the value must not be written to
/// while it is read. It must not outlive the transaction it was made in.
@safe final class StoredBlob {
  private let blob: OpaquePointer
  private let connection: SQLiteConnection
  /// Bytes of the whole value.
  let byteCount: Int

  /// Opens a column of the row with a number; nil where there is no such row.
  init?(_ column: String, of table: String, row: Int64, in db: Database) throws {
    guard let connection = unsafe db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var blob: OpaquePointer?
    let code = unsafe sqlite3_blob_open(connection, "main", table, column, row, 0, &blob)
    if code == SQLITE_ERROR { return nil }
    guard code == SQLITE_OK, let blob = unsafe blob else {
      throw unsafe BulkStatement.error(code, connection)
    }
    unsafe self.blob = blob
    unsafe self.connection = connection
    byteCount = Int(unsafe sqlite3_blob_bytes(blob))
  }

  deinit { unsafe sqlite3_blob_close(blob) }

  /// `count` bytes from `start` on, which must lie within the value.
  func bytes(at start: Int, count: Int) throws -> [UInt8] {
    var code = SQLITE_OK
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { space, filled in
      code = unsafe sqlite3_blob_read(
        blob, space.baseAddress, Int32(clamping: count), Int32(clamping: start))
      filled = code == SQLITE_OK ? count : 0
    }
    guard code == SQLITE_OK else { throw unsafe BulkStatement.error(code, connection) }
    return bytes
  }
}
