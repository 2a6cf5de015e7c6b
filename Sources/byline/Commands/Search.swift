import ArchiveStorage
import ArgumentParser
import MailParsing
import Reporting

/// `byline search`: messages by words and fields.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "search",
    abstract: "Find messages by words, phrases and fields.",
    discussion: """
      All words must be there: "a phrase" as it stands, prefix* as a beginning, -word not at all, one OR \
      the other. from: to: subject: and list: look in that field alone, id: and thread: take a Message-ID, \
      date: a year, month, day or range such as 2008..2009-03; has:patch finds patches.

        byline search scheduler -cells from:ada date:2012..
        byline search 'subject:"lock table" has:patch' --sort best --limit 50
      """)

  @Argument(help: "The query; several words are one query.")
  var query: [String]

  @Option(help: ArgumentHelp("How many messages to show.", valueName: "count"))
  var limit = 20

  @Option(help: ArgumentHelp("newest or best first.", valueName: "order"), transform: choice)
  var sort: SearchSort = .newest

  @Option(help: "text, json or ndjson (lines of byline.message/1).")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  private struct Document: Encodable {
    struct Hit: Encodable {
      var messageId: [String]
      var from: String
      var subject: String
      var sentAt: String?
      var path: String
      var entry: [Int]
      var snippet: String
    }
    var schema = "byline.search/1"
    var query: String
    var count: Int
    var hits: [Hit]
  }

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit is zero or more.") }
  }

  func run() throws {
    try reportingFailures {
      let text = query.joined(separator: " ")
      let results = try store.openForReading().search(
        try SearchQuery(text), limit: limit, sort: sort)
      switch format {
      case .ndjson:
        var lines = MessageLines()
        for hit in results.hits { Terminal.write(lines.line(of: hit.stored)) }
      case .json:
        Terminal.print(
          try JSONText.document(
            Document(query: text, count: results.count, hits: results.hits.map(Self.hit))))
      case .text:
        for hit in results.hits {
          Terminal.print(MessageText.line(hit.stored))
          if !hit.snippet.text.isEmpty {
            Terminal.print("    \(VisibleText.line(hit.snippet.text))")
          }
        }
        Terminal.note("\(counted(results.count, "message")) found, \(results.hits.count) shown")
      }
    }
  }

  private static func hit(_ hit: SearchHit) -> Document.Hit {
    let message = hit.stored.message
    let appearance = hit.stored.appearances[0]
    return .init(
      messageId: message.messageID, from: MessageText.author(message), subject: message.subject,
      sentAt: message.sentAt?.rfc3339, path: appearance.source.path,
      entry: [appearance.entry.lowerBound, appearance.entry.upperBound], snippet: hit.snippet.text)
  }
}
