import ArchiveStorage
import ArgumentParser
import Foundation

/// Where the store is: named, in the environment, or in the working directory.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store, an SQLite file; without it $BYLINE_STORE or byline.sqlite.", valueName: "path"))
  var store: String?

  var path: String {
    store ?? ProcessInfo.processInfo.environment["BYLINE_STORE"] ?? "byline.sqlite"
  }

  /// The store, to read from; an error where there is none.
  func openForReading() throws -> ArchiveDatabase {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        ExitStatus.missingInput,
        "cannot open the store \(path): there is no such file; "
          + "make one with `byline ingest PATH…`, or name another with --store")
    }
    try refuseDirectory()
    let database = try ArchiveDatabase.openForReading(at: path)
    // Open until the process ends: to close a store that was only read starts two threads for nothing.
    _ = unsafe Unmanaged.passRetained(database)
    return database
  }

  /// The store, to write to; made where there is none.
  func open() throws -> ArchiveDatabase {
    // A file that may grow no further (`ulimit -f`) is to be an error like a full disk, not a signal.
    signal(SIGXFSZ, SIG_IGN)
    try refuseDirectory()
    do {
      return try ArchiveDatabase.open(at: path)
    } catch {
      guard error.code == .cannotOpen else { throw error }
      throw Failure(ExitStatus.cannotCreate, error.description)
    }
  }

  /// The store, to try what would become of it; one in memory where there is none, so that none is made.
  func openForTrial() throws -> ArchiveDatabase {
    FileManager.default.fileExists(atPath: path) ? try open() : try .inMemory()
  }

  private func refuseDirectory() throws {
    guard Path.isDirectory(path) else { return }
    throw Failure(
      ExitStatus.badInput,
      "cannot open the store \(path): it is a directory; name a file in it with --store")
  }

  /// The store where there is one, or nil where it was not named and does not exist.
  func openIfPresent() throws -> ArchiveDatabase? {
    if store == nil, !FileManager.default.fileExists(atPath: path) { return nil }
    return try openForReading()
  }
}
