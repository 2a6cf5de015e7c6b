import ArchiveStorage
import ArgumentParser
import MailParsing
import Reporting

/// `byline thread`: the conversation a message belongs to, as a tree.
struct Thread: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "thread",
    abstract: "Show the thread of a message as a tree; messages nobody holds are ghosts.",
    discussion: """
      A message that lost its references stands under the first of the same subject, marked with ~: that \
      it belongs there is a guess.
      """)

  @Argument(
    help: ArgumentHelp(
      "The Message-ID of any of its messages, or sha256: and digits, as search prints it.",
      valueName: "message-id"))
  var name: String

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  private struct Node: Encodable {
    var messageId: String?
    var parent: Int?
    var depth: Int
    var isGhost: Bool
    /// `references` or, for a guess by equal subjects, `subject`; nil for the root.
    var link: String?
    var from: String?
    var subject: String?
    var sentAt: String?
  }

  private struct Document: RecordDocument {
    var schema = "byline.thread/1"
    var nodes: [Node]
    var records: [Node] { nodes }
  }

  func run() throws {
    try reportingFailures {
      let database = try store.openForReading()
      let conversation = try Conversation(of: database.messages(known: name)[0], in: database)
      let messages = conversation.messages
      switch format {
      case .text:
        for node in conversation.nodes {
          let indent = String(repeating: "  ", count: min(node.depth, 30))
          let line =
            node.message.map { MessageText.line(messages[$0]) }
            ?? "(not in the store)  <\(VisibleText.line(node.messageID ?? ""))>"
          Terminal.print(indent + (node.isLinkedBySubject ? "~ " : "") + line)
        }
      case .json, .ndjson:
        try format.print(Document(nodes: conversation.nodes.map { Self.node($0, messages) }))
      }
    }
  }

  private static func node(_ node: ThreadNode, _ messages: [StoredMessage]) -> Node {
    let message = node.message.map { messages[$0].message }
    return Node(
      messageId: node.messageID, parent: node.parent, depth: node.depth, isGhost: node.isGhost,
      link: node.parent == nil ? nil : node.isLinkedBySubject ? "subject" : "references",
      from: message.map(MessageText.author), subject: message?.subject,
      sentAt: message?.sentAt?.rfc3339)
  }
}
