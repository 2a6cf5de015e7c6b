import ArchiveIngesting
import ArgumentParser
import Reporting

/// `byline purge`: erases messages and all drawn from them.
struct PurgeMessages: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "purge",
    abstract: "Erase messages and all drawn from them; another ingest does not bring them back.")

  @Argument(
    help: ArgumentHelp(
      "Message-IDs, or sha256: and digits, as search prints them.", valueName: "message-id"))
  var names: [String]

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reportingFailures {
      // A store is not made only to erase from it.
      _ = try store.openForReading()
      let summary = try Purge(of: try store.open()).run(names, at: Now.rfc3339)
      Terminal.print("erased \(counted(summary.erased, "message"))")
      guard summary.unknown.isEmpty else {
        let names = summary.unknown.map { VisibleText.line($0) }.joined(separator: ", ")
        throw Failure(ExitStatus.missingInput, "the store holds no message \(names)")
      }
    }
  }
}
