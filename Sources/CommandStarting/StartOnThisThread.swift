package import ArgumentParser
import Dispatch

extension AsyncParsableCommand {
  /// Runs the subcommand that `parse` gives, and ends the process: on this thread where the subcommand
  /// never waits.
  ///
  /// An asynchronous `main` hands every run to Dispatch, and starting its threads costs more than most
  /// searches. `byline` and `byline-bench`, which times itself as `byline` would run, start here alike.
  package static func start(_ parse: () throws -> any ParsableCommand) {
    do {
      var command = try parse()
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
