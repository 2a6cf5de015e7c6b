public import ArchiveStorage
public import MailParsing

/// A thread as a tree of its messages.
public enum ThreadPage {
  /// The page on the trees of `nodes`, whose messages are indices of `messages`. A message that only an
  /// equal subject puts where it stands is marked; one that nobody holds is a ghost.
  public static func html(of nodes: [ThreadNode], _ messages: [StoredMessage]) -> String {
    let title = nodes.lazy.compactMap(\.message).first.map { messages[$0].message.subject } ?? ""
    let items = nodes.map { node -> HTML in
      // Deeper ones stay at the margin: a telephone has no room, and the order tells the rest.
      let indent = min(node.depth, 12)
      let line: HTML =
        node.message.map { MessageItem.html(messages[$0]) }
        ?? "<span class=\"quiet\">not in the store: \(node.messageID ?? "")</span>"
      let guess: HTML =
        node.isLinkedBySubject ? "<span title=\"by its subject alone\">~</span> " : ""
      return "<li style=\"padding-left: \(indent)rem\">\(guess)\(line)</li>"
    }
    let held = nodes.count { !$0.isGhost }
    return WebPage.html(
      title: title.isEmpty ? "Thread" : title,
      """
      <p class="quiet">\(counted(held, "message"))</p>
      <ul class="tree">\(HTML.join(items))</ul>
      """)
  }
}
