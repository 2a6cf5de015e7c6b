import ArgumentParser
import CommandStarting

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

  static func main() { start { try parseAsRoot() } }
}
