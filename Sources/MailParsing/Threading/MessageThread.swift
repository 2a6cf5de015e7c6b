/// A conversation: messages and the ghosts between them, each after the one it answers.
public struct MessageThread: Sendable, Hashable {
  /// Depth first; the first is the root. Answers to one message stand in order of date.
  public var nodes: [ThreadNode]
}

/// A place in a thread: a message, or a ghost that messages refer to and nobody holds.
public struct ThreadNode: Sendable, Hashable {
  /// The index of the message in what ``ThreadBuilder`` was given; nil for a ghost.
  public var message: Int?
  /// The Message-ID; nil for a message without one.
  public var messageID: String?
  /// The index in the thread's nodes of what this answers; nil for the root.
  public var parent: Int?
  /// How many answers lie between this and the root.
  public var depth: Int
  /// Whether an equal subject alone puts this and what is under it here; see ``SubjectLinks``.
  public var isLinkedBySubject = false

  /// Whether nobody holds the message.
  public var isGhost: Bool { message == nil }
}
