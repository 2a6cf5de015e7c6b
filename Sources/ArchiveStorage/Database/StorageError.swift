internal import GRDB

/// Why the record could not be read or written.
///
/// Two errors are equal when their codes are, which keeps tests short.
public struct StorageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of trouble it is, so that the command can choose an exit status.
  public enum Code: String, Sendable, CaseIterable {
    /// The file is no SQLite database, or one that another program made.
    case notAStore
    /// A later Byline wrote it.
    case newerVersion
    /// Another process is writing to it.
    case busy
    /// It, or the directory it lies in, cannot be written to.
    case readOnly
    /// It is cut short or has been changed by something other than SQLite.
    case corrupt
    /// There is no room left on the disk.
    case diskFull
    /// It is not there, or cannot be opened.
    case cannotOpen
    /// The system could not read or write.
    case inputOutput
    /// A query does not follow the search grammar; see ``StorageError/place``.
    case badQuery
    /// Something asked for is not in the record.
    case notFound
    /// A statement failed for a reason that is our own mistake.
    case unexpected
  }

  /// What kind of trouble it is.
  public var code: Code
  /// The store's path; nil for one in memory.
  public var path: String?
  /// What is wrong, for people.
  public var detail: String
  /// For a query: where in it, as a count of characters from its start.
  public var place: Int?

  /// Makes an error.
  public init(_ code: Code, path: String? = nil, detail: String, place: Int? = nil) {
    self.code = code
    self.path = path
    self.detail = detail
    self.place = place
  }

  /// Errors are equal when their codes are.
  public static func == (lhs: StorageError, rhs: StorageError) -> Bool { lhs.code == rhs.code }

  /// What is wrong with which store, and what to try.
  public var description: String {
    let place = path.map { "\($0): " } ?? ""
    return place + detail + (advice.map { "; \($0)" } ?? "")
  }

  /// What a user can do about it; nil where that is not known.
  public var advice: String? {
    switch code {
    case .notAStore: "name another file with --store, or move this one away"
    case .newerVersion: "use the version of Byline that wrote it, or ingest into a new store"
    case .busy: "try again when the other process has finished"
    case .readOnly: "make the file and its directory writable, or copy the store"
    case .corrupt: "restore a copy, or ingest the archives into a new store"
    case .diskFull: "make room and run the command again: what was stored is kept"
    case .cannotOpen:
      "see that its directory is there and may be written to, or name another with --store"
    case .inputOutput: "check the disk, and run the command again"
    case .badQuery, .notFound, .unexpected: nil
    }
  }
}

extension StorageError {
  /// Says in our own terms what GRDB or SQLite reports.
  init(_ error: any Error, path: String?) {
    if var error = error as? StorageError {
      error.path = error.path ?? path
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.unexpected, path: path, detail: "\(error)")
      return
    }
    let message = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self.init(.notAStore, path: path, detail: "is not a Byline store")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, path: path, detail: "is in use by another process")
    case .SQLITE_READONLY: self.init(.readOnly, path: path, detail: "cannot be written to")
    case .SQLITE_CORRUPT: self.init(.corrupt, path: path, detail: "is damaged (\(message))")
    case .SQLITE_FULL: self.init(.diskFull, path: path, detail: "the disk is full")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(.cannotOpen, path: path, detail: "cannot be opened")
    case .SQLITE_IOERR:
      self.init(.inputOutput, path: path, detail: "cannot be read or written (\(message))")
    default: self.init(.unexpected, path: path, detail: message)
    }
  }
}
