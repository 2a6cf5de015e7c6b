import ArchiveStorage
import ArgumentParser
import ClaimExtraction
import MailParsing
import Reporting

/// `byline candidacies`: who ran for what, and when.
struct Candidacies: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "candidacies",
    abstract: "List who ran for what and when, by subject and text of the stored posts.")

  @Argument(help: "A query that bounds the posts looked at; without one, all.")
  var query: [String] = []

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  private struct Item: Encodable {
    var author: String
    var sentAt: String?
    var office: String?
    var project: String?
    var cycle: String?
    var quote: String
    var messageId: [String]
    var path: String
  }

  private struct Document: RecordDocument {
    var schema = "byline.candidacies/1"
    var candidacies: [Item]
    var records: [Item] { candidacies }
  }

  func run() throws {
    try reportingFailures {
      let database = try store.openForReading()
      let ids = try database.messageIDs(asked: query)
      let items = try candidacies(of: ids, in: database)
      guard format == .text else { return try format.print(Document(candidacies: items)) }
      for item in items { Terminal.print(Self.line(item)) }
      Terminal.note(
        "\(counted(items.count, "candidacy", plural: "candidacies")) in \(counted(ids.count, "post"))"
      )
    }
  }

  private func candidacies(of ids: [Int64], in database: ArchiveDatabase) throws -> [Item] {
    let detector = CandidacyDetector()
    var items: [Item] = []
    var progress = ProgressLine()
    try database.forEachMessage(of: ids) { place, stored in
      progress.show("\(place) of \(ids.count) posts")
      guard let found = detector.candidacy(in: .post(stored)) else { return }
      items.append(
        Item(
          author: MessageText.author(stored.message), sentAt: stored.message.sentAt?.rfc3339,
          office: found.office, project: found.project, cycle: found.cycle,
          quote: found.claim.quote, messageId: stored.message.messageID,
          path: stored.appearances[0].source.path))
    }
    progress.end()
    return items
  }

  private static func line(_ item: Item) -> String {
    let office = [item.project, item.office, item.cycle].compactMap(\.self).joined(separator: " ")
    let day = item.sentAt.map { String($0.prefix(10)) } ?? "no date   "
    return "\(day)  \(VisibleText.line(item.author, width: 28))  "
      + VisibleText.line(office.isEmpty ? item.quote : office, width: 72)
  }
}
