import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import ArgumentParser
import Foundation

/// Times taking archives into a store.
struct IngestBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Ingests archives into a new store, against other keepers of mail.",
    discussion: """
      Byline parses, keeps the mail compressed, joins forms of a post, threads, merges persons and indexes \
      subject, author and text with positions, in transactions that survive a power cut. The others index \
      only, but for public-inbox (see MailStores.swift). Whole processes, user and system time; the second \
      line is Byline without what makes a commit survive a power cut.
      """)

  @Argument(help: "Archives.")
  var paths: [String]

  @Option(
    help:
      "Their messages as an mbox for the other programs, as `byline export` writes it; the first archive if not said."
  )
  var mbox: String?

  @Option(help: "How often each program runs; the best counts.")
  var rounds = 1

  @Option(help: "Tasks that parse.")
  var workers = 1

  @Flag(help: "Leave the other programs out.")
  var alone = false

  @Option(help: .hidden)
  var store: String?

  func run() async throws {
    if let store { return try await ingest(into: store) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appendingPathComponent("byline.sqlite").path
    let arguments = ["ingest", "--workers", "\(workers)", "--store", own] + paths
    var commands = [
      Stopwatch.Command(name: "byline ingest", executable: Split.executable, arguments: arguments),
      Stopwatch.Command(
        name: "byline ingest, not durable", executable: Split.executable,
        arguments: arguments + ["--not-durable"]),
      Stopwatch.Command(
        name: "byline ingest again", executable: Split.executable,
        arguments: arguments + ["--again"]),
    ]
    if !alone {
      _ = try MailStore.prepare(mbox ?? paths[0], in: folder)
      for other in MailStore.allCases where other.executable != nil {
        commands.append(
          .init(
            name: other.rawValue, executable: URL(fileURLWithPath: "/bin/sh"),
            arguments: ["-c", other.indexing(in: folder)], discardsOutput: true))
      }
    }
    let measurements = try Stopwatch.measure(commands, rounds: rounds)
    Report.print(measurements, files: paths)
    for measurement in measurements { print(measurement.output) }
  }

  @Flag(help: .hidden)
  var again = false

  @Flag(help: .hidden)
  var trustMtime = false

  @Flag(help: .hidden)
  var notDurable = false

  /// Ingests once, as a process of its own that is timed from outside.
  private func ingest(into store: String) async throws {
    if !again { try? FileManager.default.removeItem(atPath: store) }
    var options = Ingest.Options()
    options.reading.workers = workers
    options.reading.trustsModificationTimes = trustMtime
    let start = ContinuousClock.now
    let database = try ArchiveDatabase.open(at: store)
    if notDurable { try database.forgoDurability() }
    let summary = try await Ingest(into: database, options).run(try ArchiveWalker(paths: paths))
    let wall = (ContinuousClock.now - start) / .seconds(1)
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let size = try FileManager.default.attributesOfItem(atPath: store)[.size] as? Int ?? 0
    print(
      """
      \(summary.messages.read) read, \(summary.messages.added) added, \(summary.messages.joined) joined, \
      \(summary.messages.unchanged) unchanged; wall \(Report.decimal(wall)) s, peak \(usage.ru_maxrss >> 10) MiB, \
      store \(size) bytes
      """)
  }
}
