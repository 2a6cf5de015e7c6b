import ArgumentParser
import Foundation

/// How many cores parse messages.
struct WorkerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Messages are parsed on this many cores; without it on two, where there are as many.",
      valueName: "count"))
  var workers: Int?

  /// One or more.
  var count: Int { max(1, workers ?? min(2, ProcessInfo.processInfo.activeProcessorCount)) }
}
