import ArchiveStorage
import MailParsing
import Reporting

extension ArchiveDatabase {
  /// The numbers of the messages that the words of a query find; of all messages where there are none.
  func messageIDs(asked query: [String]) throws -> [Int64] {
    try query.isEmpty
      ? allMessageIDs() : messageIDs(matching: SearchQuery(query.joined(separator: " ")))
  }

  /// Gives `body` each of the messages with these numbers and its place among them; a few hundred are held
  /// at a time.
  func forEachMessage(of ids: [Int64], _ body: (Int, StoredMessage) throws -> Void) throws {
    for start in stride(from: 0, to: ids.count, by: 500) {
      let batch = Array(ids[start..<min(start + 500, ids.count)])
      for (offset, stored) in try messages(ids: batch).enumerated() {
        try body(start + offset, stored)
      }
    }
  }

  /// The messages that go by a name, or an error where there is none.
  func messages(known name: String) throws -> [StoredMessage] {
    let found = try messages(named: name)
    guard found.isEmpty else { return found }
    throw Failure(
      ExitStatus.missingInput,
      "the store holds no message \(VisibleText.line(name)); find its name with `byline search`")
  }
}
