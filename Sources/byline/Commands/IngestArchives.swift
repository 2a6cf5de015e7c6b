import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import ArgumentParser
import Foundation

/// `byline ingest`: archives into the store.
struct IngestArchives: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read archives into the store; run again, it adds only what is new.")

  @Argument(help: "Archives, files or directories.")
  var paths: [String]

  @Option(help: "The list's name, where the archives do not tell it.")
  var list: String?

  @Flag(help: "Say what would be done, and keep nothing.")
  var dryRun = false

  @Flag(help: "Take a file of the same size and time of change for unchanged, without reading it.")
  var trustMtime = false

  @Option(help: "Messages are parsed on this many cores.")
  var workers = min(2, ProcessInfo.processInfo.activeProcessorCount)

  @Option(help: "text, json or ndjson.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingFailures {
      let walker = try ArchiveWalker(paths: paths)
      var options = Ingest.Options()
      options.isDryRun = dryRun
      options.reading.list = list
      options.reading.workers = max(1, workers)
      options.reading.trustsModificationTimes = trustMtime
      var progress = ProgressLine()
      let summary = try await Ingest(into: try store.open(), options).run(walker) {
        let state = $0
        progress.show(
          "\(state.entryCount) messages, \(state.byteCount >> 20) MB  \(Terminal.line(state.path, width: 60))"
        )
      }
      progress.end()
      try print(summary)
      if summary.foundNoArchive {
        throw Failure(
          ExitStatus.badInput,
          "found no archive in \(paths.joined(separator: ", ")); "
            + "name an mbox, a pipermail month, a Maildir or a directory that holds one")
      }
    }
  }

  private func print(_ summary: IngestSummary) throws {
    let document = IngestDocument(summary)
    switch format {
    case .text: Terminal.print(document.text(dryRun: dryRun))
    case .json, .ndjson: Terminal.print(try format.json(document))
    }
  }
}
