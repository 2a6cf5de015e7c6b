import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import ArgumentParser

/// Which records a question is asked of: a store or archives, repositories, and the bounds of time.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A git repository whose history is asked; may be repeated.", valueName: "repository"))
  var git: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Archives to read into memory instead of a store.", valueName: "path"))
  var archive: [String] = []

  @Option(help: ArgumentHelp("Use no record before this day, as 2013-10-09.", valueName: "day"))
  var since: Day?

  @Option(help: ArgumentHelp("Use no record after this day.", valueName: "day"))
  var until: Day?

  @OptionGroup var store: StoreOptions

  /// The archives in memory, the store, or nil where neither was named and there is no store here.
  func database() async throws -> ArchiveDatabase? {
    guard !archive.isEmpty else { return try store.openIfPresent() }
    let database = try ArchiveDatabase.inMemory()
    let summary = try await Ingest(into: database).run(try ArchiveWalker(paths: archive))
    if summary.foundNoArchive {
      throw Failure(ExitStatus.badInput, "found no archive in \(archive.joined(separator: ", "))")
    }
    return database
  }
}
