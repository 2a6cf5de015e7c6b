internal import GRDB
internal import MailParsing

extension ArchiveDatabase {
  /// The messages of the thread a message is in, in the order of their content, itself among them; none
  /// where the record lacks it. What the tree within it is, `ThreadBuilder` says.
  public func thread(containing message: Int64) throws(StorageError) -> [StoredMessage] {
    try read { db in
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT m.id FROM message m WHERE m.thread = (SELECT thread FROM message WHERE id = ?)
          ORDER BY \(ContentOrder.sql)
          """, arguments: [message])
      return try MessageReader(db).messages(ids)
    }
  }

  /// The messages of a thread and of those that may be of the same conversation, in the order of their
  /// content: where one of them lost its references, threads of an equal subject on the same lists. Which
  /// of them belong together, `SubjectLinks` says. Costs what bears the subject, at most
  /// ``sameSubjectAtMost`` messages.
  public func conversation(containing message: Int64) throws(StorageError) -> [StoredMessage] {
    let thread = try thread(containing: message)
    return try read { db in
      let reader = MessageReader(db)
      guard let first = thread.first else { return thread }
      let base = SubjectLinks.base(of: first.message.subject)
      guard FTS5Expression.hasToken(base) else { return thread }
      let bearers = try SearchEvaluator(db).messages(
        .subject(SearchQuery.Words(text: base, isPrefix: false)))
      let lists = Set(thread.flatMap(\.appearances).map(\.list))
      let others = try bearers.ids.prefix(Self.sameSubjectAtMost).compactMap(reader.message).filter
      {
        SubjectLinks.base(of: $0.message.subject) == base
          && !lists.isDisjoint(with: $0.appearances.map(\.list))
      }
      guard (thread + others).contains(where: { SubjectLinks.isAdrift($0.message) }) else {
        return thread
      }
      let ids = (thread + others).map { "\($0.id)" }.joined(separator: ",")
      return try reader.messages(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT m.id FROM message m
            WHERE m.thread IN (SELECT thread FROM message WHERE id IN (\(ids)))
            ORDER BY \(ContentOrder.sql)
            """))
    }
  }

  /// As many messages of one subject as are ever looked at for a conversation.
  public static let sameSubjectAtMost = 1_000

  /// Messages and threads held.
  public func messageAndThreadCount() throws(StorageError) -> (messages: Int, threads: Int) {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT count(*), count(DISTINCT thread) FROM message")
      return (row?[0] ?? 0, row?[1] ?? 0)
    }
  }
}
