import ArchiveStorage
import ArgumentParser
import MailParsing

/// `byline export`: what the store holds, or what a query finds of it.
struct Export: ParsableCommand {
  /// The forms of an export.
  enum Form: String, ExpressibleByArgument, CaseIterable { case mbox, ndjson, csv }

  static let configuration = CommandConfiguration(
    ofByline: "export",
    abstract: "Write out messages: mboxrd with original bytes, JSON lines, or a CSV table.",
    discussion: """
      Queries are those of search.

        byline export --format mbox list:some-list date:2013 > some-list-2013.mbox
      """)

  @Argument(help: "A query; without one, everything.")
  var query: [String] = []

  @Option(help: "The form of the messages.")
  var format: Form = .ndjson

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reportingFailures {
      let database = try store.openForReading()
      var lines = MessageLines()
      if format == .csv { Terminal.print(MessageTable.head) }
      try database.forEachMessage(of: database.messageIDs(asked: query)) { _, stored in
        switch format {
        case .ndjson: Terminal.write(lines.line(of: stored))
        case .csv: Terminal.print(MessageTable.row(of: stored))
        case .mbox:
          let bytes = try database.bytes(of: stored.appearances[0])
          Terminal.write(MboxEntryBytes.entry(of: stored, bytes: bytes))
        }
      }
    }
  }
}
