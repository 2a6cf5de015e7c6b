import ArchiveStorage
import ArgumentParser
import MailParsing

/// `byline show`: one message.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "show",
    abstract: "Show a message, every place it stands in, and what is wrong with it.")

  @Argument(
    help: ArgumentHelp(
      "The Message-ID, with or without angle brackets, or sha256: and digits, as search prints it.",
      valueName: "message-id"))
  var name: String

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reportingFailures {
      let found = try store.openForReading().messages(known: name)
      var lines = MessageLines()
      for (index, stored) in found.enumerated() {
        guard format == .text else {
          Terminal.write(lines.line(of: stored))
          continue
        }
        if index > 0 { Terminal.print("\n— another message of this id —\n") }
        Terminal.print(MessageText.whole(stored))
      }
    }
  }
}
