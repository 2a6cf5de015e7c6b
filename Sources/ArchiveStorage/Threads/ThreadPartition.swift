internal import GRDB

/// Keeps the threads current: two messages are in one thread when a chain of Message-IDs, held or
/// only referred to, leads from one to the other.
///
/// A thread is thus a connected set of ids, whatever the order in which its messages were read, and a
/// loop in the references does no harm. The tree within it is made when it is asked for. Equal
/// subjects join nothing.
struct ThreadPartition {
  private let find: BulkStatement
  private let insert: BulkStatement
  private let moveMembers: BulkStatement
  private let moveMessages: BulkStatement
  /// Threads of the ids met last: most of what a mail refers to was written a moment ago.
  private var recent: [Int64: Int64] = [:]
  private static let recentCount = 50_000

  init(in db: Database) throws {
    find = try BulkStatement("SELECT thread FROM threadMember WHERE digest = ?1", in: db)
    insert = try BulkStatement(
      "INSERT OR IGNORE INTO threadMember (digest, thread) VALUES (?1, ?2)", in: db)
    moveMembers = try BulkStatement(
      "UPDATE threadMember SET thread = ?2 WHERE thread = ?1", in: db)
    moveMessages = try BulkStatement("UPDATE message SET thread = ?2 WHERE thread = ?1", in: db)
  }

  /// Gives the thread of a message with these ids and references; a new thread gets the number `new`.
  /// Linear in the messages of threads that this joins together.
  mutating func thread(of digests: [Int64], new: Int64) throws -> Int64 {
    var threads: Set<Int64> = []
    var unknown: [Int64] = []
    for digest in digests {
      if let thread = try known(digest) { threads.insert(thread) } else { unknown.append(digest) }
    }
    let thread = threads.min() ?? new
    for other in threads.sorted() where other != thread {
      moveMembers.bind(other, at: 1)
      moveMembers.bind(thread, at: 2)
      try moveMembers.run()
      moveMessages.bind(other, at: 1)
      moveMessages.bind(thread, at: 2)
      try moveMessages.run()
      recent.removeAll(keepingCapacity: true)
    }
    for digest in unknown {
      insert.bind(digest, at: 1)
      insert.bind(thread, at: 2)
      try insert.run()
    }
    if recent.count > Self.recentCount { recent.removeAll(keepingCapacity: true) }
    for digest in digests { recent[digest] = thread }
    return thread
  }

  private func known(_ digest: Int64) throws -> Int64? {
    if let thread = recent[digest] { return thread }
    find.bind(digest, at: 1)
    return try find.firstInteger()
  }
}
