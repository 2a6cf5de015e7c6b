import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import ArgumentParser
import Reporting

/// `byline ingest`: archives into the store.
struct IngestArchives: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "ingest",
    abstract: "Read archives into the store; run again, it adds only what is new.",
    discussion: """
      The store is made where there is none. It remembers files by the paths given here, so that verify \
      finds them again from the same directory. An interrupted run goes on where it stopped.

        byline ingest ~/archives/some-list
        byline ingest --list some-list --store lists.sqlite box.mbox.gz
      """)

  @Argument(
    help: ArgumentHelp("Archives, files or directories; - is standard input.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("The list's name, for all that is read.", valueName: "name"))
  var list: String?

  @Flag(help: "Say what would be done, and keep nothing.")
  var dryRun = false

  @Flag(help: "Take a file of the same size and time of change for unchanged, without reading it.")
  var trustMtime = false

  @OptionGroup var workers: WorkerOptions

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingFailures {
      let walker = try ArchiveWalker(paths: paths)
      var options = Ingest.Options()
      options.isDryRun = dryRun
      options.reading.list = list
      options.reading.workers = workers.count
      options.reading.trustsModificationTimes = trustMtime
      var progress = ProgressLine()
      let summary = try await Ingest(
        into: dryRun ? try store.openForTrial() : try store.open(), options
      ).run(walker) {
        let state = $0
        progress.show(
          "\(state.entryCount) messages, \(state.byteCount >> 20) MB  \(VisibleText.line(state.path, width: 60))"
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
    case .json, .ndjson: try format.print(document)
    }
  }
}
