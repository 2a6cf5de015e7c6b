/// Puts messages into threads by what they refer to (after J. Zawinski's algorithm, without its joining
/// by subject).
///
/// A parent is the last id of References or, where there are none, the first of In-Reply-To. Ids that
/// nobody holds become ghosts, so that answers to a lost message stay together. A reference that would
/// close a loop is refused. What a message says of itself counts before what others' References say
/// of it. The result depends on the messages alone, not on their order beyond ties of date.
public struct ThreadBuilder: Sendable {
  /// What threading needs of a message.
  public struct Entry: Sendable, Hashable {
    /// The ids it goes by; a second message of one id stands beside the first under the same parent.
    public var messageID: [String]
    /// The ids of References, oldest first.
    public var references: [String]
    /// The ids of In-Reply-To.
    public var inReplyTo: [String]
    /// Seconds since 1970, to order answers; nil stands first.
    public var sentAt: Int64?

    /// Makes an entry of its parts.
    public init(
      messageID: [String], references: [String], inReplyTo: [String], sentAt: Int64?
    ) {
      self.messageID = messageID
      self.references = references
      self.inReplyTo = inReplyTo
      self.sentAt = sentAt
    }

    /// Makes an entry of a message.
    public init(_ message: Message) {
      self.init(
        messageID: message.messageID, references: message.references,
        inReplyTo: message.inReplyTo, sentAt: message.sentAt?.secondsSinceEpoch)
    }
  }

  /// The threads of `entries`, by date of their first message. Every entry stands in exactly one thread,
  /// once. Time is that of a sort of the entries and a walk over their references; nothing recurses.
  public static func threads(of entries: [Entry]) -> [MessageThread] {
    var forest = Forest(entries: entries)
    forest.link()
    return forest.threads()
  }
}

/// Containers of messages and ghosts, each with at most one parent.
private struct Forest {
  let entries: [ThreadBuilder.Entry]
  /// Container → entry; nil for a ghost.
  private var message: [Int?] = []
  private var id: [String?] = []
  private var parent: [Int?] = []
  /// Container → one nearer its tree's root; the root itself at the root.
  private var above: [Int] = []
  private var container: [String: Int] = [:]
  /// Entry → container.
  private var home: [Int] = []

  /// References beyond this many are cut to the first and the last of them; a mailer that never trims
  /// writes hundreds.
  private static let referenceLimit = 1000

  init(entries: [ThreadBuilder.Entry]) {
    self.entries = entries
    for (index, entry) in entries.enumerated() {
      if let first = entry.messageID.first, container[first] == nil {
        home.append(add(first, message: index))
      } else {
        home.append(add(nil, message: index))
        id[home[index]] = entry.messageID.first
      }
    }
    for (index, entry) in entries.enumerated() {
      for alias in entry.messageID.dropFirst() where container[alias] == nil {
        container[alias] = home[index]
      }
    }
  }

  private mutating func add(_ name: String?, message index: Int?) -> Int {
    message.append(index)
    id.append(name)
    parent.append(nil)
    above.append(message.count - 1)
    if let name { container[name] = message.count - 1 }
    return message.count - 1
  }

  mutating func link() {
    // First each message's own word for its parent, then the chains in between.
    for (index, entry) in entries.enumerated() {
      guard let answered = entry.references.last ?? entry.inReplyTo.first else { continue }
      setParent(of: home[index], to: holder(of: answered))
    }
    for entry in entries {
      var previous: Int?
      for reference in chain(entry.references) {
        let next = holder(of: reference)
        // Only ghosts are placed by the word of others.
        if let previous, message[next] == nil { setParent(of: next, to: previous) }
        previous = next
      }
    }
  }

  private func chain(_ references: [String]) -> [String] {
    references.count <= Self.referenceLimit
      ? references : [references[0]] + references.suffix(Self.referenceLimit)
  }

  private mutating func holder(of name: String) -> Int {
    container[name] ?? add(name, message: nil)
  }

  private mutating func setParent(of child: Int, to newParent: Int) {
    guard parent[child] == nil else { return }
    // A child without a parent is the root of its tree: the link closes a loop just where the new
    // parent stands in that tree.
    let tree = tree(of: newParent)
    guard tree != child else { return }
    parent[child] = newParent
    above[child] = tree
  }

  /// The root of the tree that `node` stands in, paths shortened on the way, so that a chain of any
  /// length costs about its length.
  private mutating func tree(of node: Int) -> Int {
    var root = node
    while above[root] != root { root = above[root] }
    var place = node
    while above[place] != root {
      (above[place], place) = (root, above[place])
    }
    return root
  }

  func threads() -> [MessageThread] {
    var children: [[Int]] = Array(repeating: [], count: message.count)
    var roots: [Int] = []
    for node in message.indices {
      if let above = parent[node] { children[above].append(node) } else { roots.append(node) }
    }
    let dates = earliest(children, roots)
    func comesBefore(_ left: Int, _ right: Int) -> Bool {
      (dates[left], id[left] ?? "", left) < (dates[right], id[right] ?? "", right)
    }
    roots.sort(by: comesBefore)
    var threads: [MessageThread] = []
    for root in roots where dates[root] != Int64.max || message[root] != nil {
      var nodes: [ThreadNode] = []
      var stack: [(node: Int, parent: Int?, depth: Int)] = [(root, nil, 0)]
      while let (node, above, depth) = stack.popLast() {
        nodes.append(
          ThreadNode(message: message[node], messageID: id[node], parent: above, depth: depth))
        let place = nodes.count - 1
        for child in children[node].sorted(by: comesBefore).reversed() {
          stack.append((child, place, depth + 1))
        }
      }
      // Ghosts that nobody answers hold no thread.
      if nodes.contains(where: { !$0.isGhost }) { threads.append(MessageThread(nodes: nodes)) }
    }
    return threads
  }

  /// The earliest date at or under each container, children before parents; ghosts take their answers'.
  private func earliest(_ children: [[Int]], _ roots: [Int]) -> [Int64] {
    var order: [Int] = roots
    var index = 0
    while index < order.count {
      order.append(contentsOf: children[order[index]])
      index += 1
    }
    var dates = message.map { entry in
      entry.map { entries[$0].sentAt ?? Int64.min } ?? Int64.max
    }
    for node in order.reversed() where message[node] == nil {
      for child in children[node] { dates[node] = min(dates[node], dates[child]) }
    }
    return dates
  }
}
