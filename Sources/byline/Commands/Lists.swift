import ArchiveStorage
import ArgumentParser
import Reporting

/// `byline lists`: what the store holds.
struct Lists: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "lists",
    abstract: "Say what the store holds: lists, months, counts, gaps, defects.")

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  private struct Document: RecordDocument {
    struct Month: Encodable {
      var month: String
      var messages: Int
    }
    struct List: Encodable {
      var name: String?
      var messages: Int
      var undated: Int
      var months: [Month]
      var missing: [String]
      var defects: [String: Int]
    }
    var schema = "byline.lists/1"
    var lists: [List]
    var records: [List] { lists }
  }

  func run() throws {
    try reportingFailures {
      let lists = try store.openForReading().lists()
      if format == .text {
        for list in lists { Terminal.print(text(of: list)) }
        if lists.isEmpty { Terminal.print("the store \(store.path) holds no messages") }
        return
      }
      let document = Document(
        lists: lists.map { list in
          .init(
            name: list.name, messages: list.messageCount, undated: list.undatedCount,
            months: list.months.map { .init(month: $0.month, messages: $0.messageCount) },
            missing: list.missingMonths, defects: list.defects)
        })
      try format.print(document)
    }
  }

  private func text(of list: ListSummary) -> String {
    let span =
      list.months.first.flatMap { first in list.months.last.map { "\(first.month) to \($0.month)" }
      }
      ?? "no dates"
    var lines = [
      "\(VisibleText.line(list.name ?? "(no list known)")): \(counted(list.messageCount, "message")), \(span), "
        + "\(counted(list.months.count, "month"))"
    ]
    if !list.missingMonths.isEmpty {
      let few = list.missingMonths.prefix(12).joined(separator: ", ")
      lines.append("  without messages: \(few)\(list.missingMonths.count > 12 ? ", …" : "")")
    }
    if list.undatedCount > 0 { lines.append("  without a date: \(list.undatedCount)") }
    if !list.defects.isEmpty {
      let defects = list.defects.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("  defects: " + defects.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }
}
