import ArgumentParser
import Dispatch

/// Times the stages of Byline on files the caller names, against reference programs run in the same
/// minutes; ratios of processor time, so that they hold on a busy machine.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "byline-bench",
    abstract: "Measures stages of Byline against reference programs.",
    subcommands: [
      Split.self, Whole.self, Parse.self, Pages.self, Twins.self, IngestBench.self,
      GrowthBench.self,
      SearchBench.self, Crash.self, ClaimsBench.self, GitBench.self, Strangers.self,
      PeopleBench.self, CitationSample.self,
    ])

  /// Runs the subcommand asked for: on this thread where it never waits, so that a stage that is timed as
  /// a process of its own starts as `byline` does.
  static func main() {
    do {
      var command = try parseAsRoot()
      guard command is any AsyncParsableCommand else { return try command.run() }
    } catch {
      exit(withError: error)
    }
    Task {
      await main(nil)
      exit()
    }
    dispatchMain()
  }
}
