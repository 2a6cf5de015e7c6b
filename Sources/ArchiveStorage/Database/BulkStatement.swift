internal import GRDB
internal import GRDBSQLite

/// A prepared statement for the rows of a batch, bound and stepped through SQLite's own calls.
///
/// GRDB's statements box every argument; on a bulk load that costs as much again as the inserts. This
/// one binds straight from Swift's storage, and SQLite copies what it is given. It must not outlive
/// the transaction it was made in.
@safe final class BulkStatement {
  private let statement: OpaquePointer
  private let connection: SQLiteConnection

  /// Prepares `sql` on the connection of `db`.
  init(_ sql: String, in db: Database) throws {
    guard let connection = unsafe db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else {
      throw unsafe Self.error(code, connection)
    }
    unsafe self.statement = statement
    unsafe self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(statement) }

  /// Binds parameter `index`, counted from 1.
  func bind(_ value: Int64?, at index: Int32) {
    if let value {
      unsafe sqlite3_bind_int64(statement, index, value)
    } else {
      unsafe sqlite3_bind_null(statement, index)
    }
  }

  /// Binds parameter `index`, counted from 1.
  func bind(_ value: Int, at index: Int32) { bind(Int64(value), at: index) }

  /// Binds a text.
  func bind(_ value: String, at index: Int32) {
    var value = value
    value.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty buffer has no address, and SQLite takes a null pointer for NULL.
        _ = unsafe sqlite3_bind_text(
          statement, index, characters.baseAddress ?? UnsafePointer(Self.empty),
          Int32(clamping: characters.count), Self.copied)
      }
    }
  }

  /// Binds a text given as UTF-8.
  func bindText(_ value: [UInt8], at index: Int32) {
    unsafe value.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = unsafe sqlite3_bind_text(
          statement, index, characters.baseAddress ?? UnsafePointer(Self.empty),
          Int32(clamping: characters.count), Self.copied)
      }
    }
  }

  /// Binds bytes.
  func bind(_ value: [UInt8], at index: Int32) {
    unsafe value.withUnsafeBytes { bytes in
      _ = unsafe sqlite3_bind_blob(
        statement, index, bytes.baseAddress ?? UnsafeRawPointer(Self.empty),
        Int32(clamping: bytes.count), Self.copied)
    }
  }

  /// Binds a content key: the bytes of its hexadecimal digits, which take half the room.
  func bind(contentKey: String, at index: Int32) {
    if let bytes = Hexadecimal.bytes(contentKey) {
      bind(bytes, at: index)
    } else {
      bind(contentKey, at: index)
    }
  }

  /// Runs the statement, which gives no rows, and makes it ready to be bound again.
  func run() throws {
    let code = unsafe sqlite3_step(statement)
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      throw unsafe Self.error(code, connection)
    }
  }

  /// Runs the statement and hands each row to `row`; columns are counted from 0.
  func forEachRow(_ row: (borrowing Row) throws -> Void) throws {
    defer { unsafe sqlite3_reset(statement) }
    while true {
      let code = unsafe sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw unsafe Self.error(code, connection) }
      try unsafe row(Row(statement: statement))
    }
  }

  /// The first column of the first row; nil where there is none.
  func firstInteger() throws -> Int64? {
    var found: Int64?
    defer { unsafe sqlite3_reset(statement) }
    let code = unsafe sqlite3_step(statement)
    if code == SQLITE_ROW { found = unsafe sqlite3_column_int64(statement, 0) }
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      throw unsafe Self.error(code, connection)
    }
    return found
  }

  /// The row a statement stands on, lent to a closure.
  @safe struct Row: ~Copyable {
    fileprivate let statement: OpaquePointer

    /// The integer in `column`; 0 for NULL.
    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }

    /// Whether `column` is NULL.
    func isNull(_ column: Int32) -> Bool {
      unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    /// The text in `column`; empty for NULL.
    func text(_ column: Int32) -> String {
      guard let bytes = unsafe sqlite3_column_blob(statement, column) else { return "" }
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      return unsafe String(
        decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The blob in `column`; empty for NULL.
    func bytes(_ column: Int32) -> [UInt8] {
      guard let bytes = unsafe sqlite3_column_blob(statement, column) else { return [] }
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// Gives each byte of the text or blob in `column`; none for NULL.
    func forEachByte(_ column: Int32, _ body: (UInt8) -> Void) {
      guard let bytes = unsafe sqlite3_column_blob(statement, column) else { return }
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      unsafe UnsafeRawBufferPointer(start: bytes, count: count).forEach(body)
    }
  }

  /// Tells SQLite to copy what is bound (`SQLITE_TRANSIENT`, a macro that Swift cannot import).
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
  /// Somewhere to point for a value of no bytes.
  nonisolated(unsafe) private static let empty = UnsafeMutablePointer<CChar>.allocate(capacity: 1)

  /// SQLite's account of what just went wrong on a connection.
  static func error(_ code: Int32, _ connection: SQLiteConnection) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: unsafe String(cString: sqlite3_errmsg(connection)))
  }
}
