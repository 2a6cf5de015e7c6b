import ArchiveStorage
import ArgumentParser
import Foundation

/// Kills ingests at random moments and compares what is left with an undisturbed one.
struct Crash: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Kills ingests with SIGKILL, starts them again, and compares every row at the end.",
    discussion: "Ends with status 1 where a row differs or the store is damaged.")

  @Argument(help: "Archives to ingest.")
  var paths: [String]

  @Option(help: "How many ingests to kill.")
  var kills = 300

  @Option(help: "Seed of the moments; printed, so that a run can be repeated.")
  var seed: UInt64 = 1

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-crash-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = folder.appendingPathComponent("whole.sqlite").path
    let start = ContinuousClock.now
    try run(into: whole, killedAfter: nil)
    let duration = ContinuousClock.now - start
    let expected = try ArchiveDatabase.open(at: whole).rowDigests()

    var random = SeededGenerator(seed: seed, stream: "kills")
    var done = 0
    var stores = 0
    while done < kills {
      stores += 1
      let path = folder.appendingPathComponent("\(stores).sqlite").path
      var isComplete = false
      while !isComplete {
        // Short enough that each store dies many times before it is whole.
        let share = Double.random(in: 0..<0.25, using: &random)
        isComplete = try !run(into: path, killedAfter: done < kills ? duration * share : nil)
        if !isComplete { done += 1 }
      }
      let store = try ArchiveDatabase.open(at: path)
      let rows = try store.rowDigests()
      for (mine, other) in zip(rows, expected) where mine != other {
        print("store \(stores) differs: \(mine) instead of \(other)")
        throw ExitCode(1)
      }
      let problems = try store.integrityProblems()
      guard problems.isEmpty else {
        print("store \(stores) is damaged: \(problems)")
        throw ExitCode(1)
      }
      try FileManager.default.removeItem(atPath: path)
    }
    print(
      "seed \(seed): \(done) kills over \(stores) stores, every row equal to an undisturbed run's")
  }

  /// Ingests in a process of its own; true where it was killed before it ended.
  @discardableResult
  private func run(into store: String, killedAfter limit: Duration?) throws -> Bool {
    let process = Process()
    process.executableURL = Split.executable
    process.arguments = ["ingest", "--again", "--store", store] + paths
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    if let limit {
      let (seconds, attoseconds) = limit.components
      usleep(UInt32(seconds * 1_000_000 + attoseconds / 1_000_000_000_000))
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal { return true }
    guard process.terminationStatus == 0 else {
      throw BenchError("an ingest ended with status \(process.terminationStatus)")
    }
    return false
  }
}
