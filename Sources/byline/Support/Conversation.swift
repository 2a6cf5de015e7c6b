import ArchiveStorage
import MailParsing

/// The conversation a message belongs to, as trees.
struct Conversation {
  /// The trees that hold messages of the message's thread, one after another: mail that refers to two
  /// threads makes one thread of them and stands in one of their trees.
  var nodes: [ThreadNode] = []
  /// What the nodes count in: the messages of the thread, and those of an equal subject.
  var messages: [StoredMessage]

  init(of message: StoredMessage, in database: ArchiveDatabase) throws {
    let messages = try database.conversation(containing: message.id)
    let thread = Set(try database.thread(containing: message.id).map(\.id))
    let trees = SubjectLinks.join(
      ThreadBuilder.threads(of: messages.map { ThreadBuilder.Entry($0.message) }),
      of: messages.map(\.message))
    for tree in trees
    where tree.nodes.contains(where: {
      $0.message.map { thread.contains(messages[$0].id) } ?? false
    }) {
      let offset = nodes.count
      nodes += tree.nodes.map { node in
        var node = node
        node.parent = node.parent.map { $0 + offset }
        return node
      }
    }
    self.messages = messages
  }
}
