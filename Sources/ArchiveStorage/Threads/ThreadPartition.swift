internal import GRDB

/// Keeps the threads current: two messages are in one thread when a chain of Message-IDs, held or
/// only referred to, leads from one to the other.
///
/// A thread is thus a connected set of ids, whatever the order in which its messages were read, and a
/// loop in the references does no harm. The tree within it is made when it is asked for. Equal
/// subjects join nothing.
struct ThreadPartition {
  private let find: BulkStatement
  private let addGhost: BulkStatement
  private let removeGhost: BulkStatement
  private let moveGhosts: BulkStatement
  private let moveMessages: BulkStatement
  private var recent = RecentThreads()

  init(in db: Database) throws {
    find = try BulkStatement(
      """
      SELECT m.thread, 0 FROM messageID i JOIN message m ON m.id = i.message WHERE i.digest = ?1
      UNION ALL SELECT thread, 1 FROM threadGhost WHERE digest = ?1
      """, in: db)
    addGhost = try BulkStatement(
      "INSERT INTO threadGhost (digest, thread) VALUES (?1, ?2)", in: db)
    removeGhost = try BulkStatement("DELETE FROM threadGhost WHERE digest = ?1", in: db)
    moveGhosts = try BulkStatement(
      "UPDATE OR FAIL threadGhost SET thread = ?2 WHERE thread = ?1", in: db)
    moveMessages = try BulkStatement(
      "UPDATE OR FAIL message SET thread = ?2 WHERE thread = ?1", in: db)
  }

  /// Gives the thread of a message that goes by `ids` and refers to `references`; a new thread gets the
  /// number `new`. Linear in the messages of threads that this joins together.
  mutating func thread(
    of ids: [Int64], referringTo references: [Int64], new: Int64
  ) throws -> Int64 {
    var threads: Set<Int64> = []
    var unknown: [Int64] = []
    for id in ids {
      let place = try place(of: id)
      threads.formUnion(place.threads)
      if place.isGhost {
        removeGhost.bind(id, at: 1)
        try removeGhost.run()
      }
    }
    for reference in references where !ids.contains(reference) {
      if let thread = recent[reference] {
        threads.insert(thread)
      } else {
        let known = try place(of: reference).threads
        if known.isEmpty { unknown.append(reference) }
        threads.formUnion(known)
      }
    }
    let thread = threads.min() ?? new
    for other in threads.sorted() where other != thread { try join(other, to: thread) }
    for reference in unknown {
      addGhost.bind(reference, at: 1)
      addGhost.bind(thread, at: 2)
      try addGhost.run()
    }
    for digest in ids + references { recent[digest] = thread }
    return thread
  }

  private mutating func join(_ other: Int64, to thread: Int64) throws {
    for move in [moveGhosts, moveMessages] {
      move.bind(other, at: 1)
      move.bind(thread, at: 2)
      try move.run()
    }
    recent.join(other, to: thread)
  }

  /// The threads that hold an id or a reference to it, and whether it is referred to alone.
  private func place(of digest: Int64) throws -> (threads: Set<Int64>, isGhost: Bool) {
    var threads: Set<Int64> = []
    var isGhost = false
    find.bind(digest, at: 1)
    try find.forEachRow { row in
      threads.insert(row.integer(0))
      if row.integer(1) == 1 { isGhost = true }
    }
    return (threads, isGhost)
  }
}

/// The threads of the ids met last: most of what a mail refers to was written a moment before it.
private struct RecentThreads {
  private var threads: [Int64: Int64] = [:]
  /// Threads that were joined to others since.
  private var joined: [Int64: Int64] = [:]
  private static let limit = 50_000

  mutating func join(_ other: Int64, to thread: Int64) { joined[other] = thread }

  subscript(digest: Int64) -> Int64? {
    get {
      guard var thread = threads[digest] else { return nil }
      // A thread joins a lower number only, so that this ends.
      while let next = joined[thread] { thread = next }
      return thread
    }
    set {
      if threads.count > Self.limit {
        threads.removeAll()
        joined.removeAll()
      }
      threads[digest] = newValue
    }
  }
}
