/// Joins to a conversation what says that it answers and no longer says what: pages that lost their
/// references, and mail of programs that write none.
///
/// A thread is joined where its first message bears the mark of a reply, names nothing it answers, and
/// follows, within ``longestPause`` days, the last message of a conversation with the same subject. It
/// is put under that conversation's first message and marked: whom of them it answers is not known.
/// This is a guess, made when a thread is shown and never kept. Two posts of equal subject of which
/// neither bears the mark of a reply are not joined.
public enum SubjectLinks {
  /// Days after which an equal subject is taken for another conversation.
  public static let longestPause: Int64 = 30

  /// A message's subject without the marks of replies and lists; what two subjects are compared by.
  public static func base(of subject: String) -> String {
    SubjectBase.of(subject).base.lowercased()
  }

  /// Whether a message says that it answers and does not say what.
  public static func isAdrift(_ message: Message) -> Bool {
    message.references.isEmpty && message.inReplyTo.isEmpty
      && SubjectBase.of(message.subject).isReply
  }

  /// `threads`, which are in order of date, with those joined that equal subjects link; `messages` are
  /// what the threads were made of. Linear in the nodes.
  public static func join(_ threads: [MessageThread], of messages: [Message]) -> [MessageThread] {
    var joined: [MessageThread] = []
    // Base subject → the conversation that bore it last, and its last date.
    var latest: [String: (thread: Int, date: Int64)] = [:]
    for thread in threads {
      let held = thread.nodes.compactMap(\.message).map { messages[$0] }
      guard let first = held.first else { continue }
      let base = base(of: first.subject)
      let dates = held.compactMap { $0.sentAt?.secondsSinceEpoch }
      var place = joined.count
      if let root = thread.nodes.first?.message.map({ messages[$0] }), isAdrift(root),
        let date = root.sentAt?.secondsSinceEpoch, let known = latest[base],
        date.subtractingReportingOverflow(known.date).partialValue <= longestPause * 86_400
      {
        place = known.thread
        joined[place].append(thread)
      } else {
        joined.append(thread)
      }
      if !base.isEmpty, let last = dates.max() {
        let before = latest[base].flatMap { $0.thread == place ? $0.date : nil }
        latest[base] = (place, max(last, before ?? last))
      }
    }
    return joined
  }
}

extension MessageThread {
  /// Puts another thread under the first message, with the mark that only its subject says so.
  fileprivate mutating func append(_ other: MessageThread) {
    let offset = nodes.count
    for (index, node) in other.nodes.enumerated() {
      var node = node
      node.parent = index == 0 ? 0 : node.parent.map { $0 + offset }
      node.depth += 1
      node.isLinkedBySubject = index == 0
      nodes.append(node)
    }
  }
}
