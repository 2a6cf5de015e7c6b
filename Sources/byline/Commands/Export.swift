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
      let ids =
        try query.isEmpty
        ? database.allMessageIDs()
        : database.messageIDs(matching: try SearchQuery(query.joined(separator: " ")))
      var lines = MessageLines()
      if format == .csv { Terminal.print(MessageTable.head) }
      for start in stride(from: 0, to: ids.count, by: 500) {
        for stored in try database.messages(ids: Array(ids[start..<min(start + 500, ids.count)])) {
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
}
