import ArchiveStorage
import ArgumentParser
import MailParsing

/// `byline thread`: the conversation a message belongs to, as a tree.
struct Thread: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the thread of a message as a tree; messages nobody holds are ghosts.")

  @Argument(help: "The Message-ID of any of its messages.")
  var messageID: String

  @Option(help: "text, json or ndjson.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  private struct Node: Encodable {
    var messageId: String?
    var parent: Int?
    var depth: Int
    var isGhost: Bool
    var from: String?
    var subject: String?
    var sentAt: String?
  }

  private struct Document: Encodable {
    var schema = "byline.thread/1"
    var nodes: [Node]
  }

  func run() async throws {
    try await reportingFailures {
      let database = try store.openForReading()
      let found = try database.messages(named: messageID)
      let messages = try database.thread(containing: found[0].id)
      let threads = ThreadBuilder.threads(of: messages.map { ThreadBuilder.Entry($0.message) })
      let nodes = threads.flatMap(\.nodes)
      switch format {
      case .text:
        for node in nodes {
          let indent = String(repeating: "  ", count: min(node.depth, 30))
          let line =
            node.message.map { MessageText.line(messages[$0]) }
            ?? "(not in the store)  <\(Terminal.line(node.messageID ?? ""))>"
          Terminal.print(indent + line)
        }
      case .json, .ndjson:
        let document = Document(nodes: nodes.map { Self.node($0, messages) })
        Terminal.print(try format.json(document))
      }
    }
  }

  private static func node(_ node: ThreadNode, _ messages: [StoredMessage]) -> Node {
    let message = node.message.map { messages[$0].message }
    return Node(
      messageId: node.messageID, parent: node.parent, depth: node.depth, isGhost: node.isGhost,
      from: message.map(MessageText.author), subject: message?.subject,
      sentAt: message?.sentAt?.rfc3339)
  }
}
