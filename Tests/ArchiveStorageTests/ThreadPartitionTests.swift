import ArchiveStorage
import MailParsing
import Testing

@Suite("Threads kept current")
struct ThreadPartitionTests {
  private static func post(_ name: String, _ references: [String], subject: String = "Hello")
    -> Post
  {
    Post(id: name, subject: subject, text: "\(name)\n", references: references)
  }

  @Test("a thread's number is not given again after its first message was purged")
  func numbers() throws {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(.file("a.mbox", [Self.post("a", []), Self.post("b", [])]))
    let last = try #require(try store.messages(withMessageID: "b").first)
    try store.purge([last.id], at: "2026-01-02T03:04:05Z")
    try store.ingest(.file("b.mbox", [Self.post("c", []), Self.post("d", ["b"])]))
    let unrelated = try #require(try store.messages(withMessageID: "c").first)
    #expect(try store.thread(containing: unrelated.id).map(\.message.messageID) == [["c"]])
  }

  private static let cases: [(rule: String, posts: [Post], threads: [[String]])] = [
    ("an answer joins what it answers", [post("a", []), post("b", ["a"])], [["a", "b"]]),
    ("equal subjects join nothing", [post("a", []), post("b", [])], [["a"], ["b"]]),
    (
      "two answers to a mail that is not held are one thread",
      [post("b", ["a"]), post("c", ["a"])], [["b", "c"]]
    ),
    (
      "a mail that names two threads joins them",
      [post("a", []), post("b", []), post("c", ["a", "b"]), post("d", [])],
      [["a", "b", "c"], ["d"]]
    ),
    ("references in a circle are one thread", [post("a", ["b"]), post("b", ["a"])], [["a", "b"]]),
    ("a mail that refers to itself is a thread", [post("a", ["a"])], [["a"]]),
  ]

  @Test("a thread is a connected set, whatever was read first", arguments: cases, [false, true])
  func partition(_ entry: (rule: String, posts: [Post], threads: [[String]]), reversed: Bool) throws
  {
    let store = try ArchiveDatabase.inMemory()
    for (number, post) in (reversed ? entry.posts.reversed() : entry.posts).enumerated() {
      try store.ingest(.file("\(number).mbox", [post]))
    }
    var threads: Set<[String]> = []
    for id in try store.allMessageIDs() {
      threads.insert(try store.thread(containing: id).map { $0.message.messageID[0] }.sorted())
    }
    #expect(threads == Set(entry.threads), "\(entry.rule)")
    #expect(try store.messageAndThreadCount().threads == entry.threads.count)
  }

  @Test("references that only a poorer form carries count too")
  func unionOfForms() throws {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(.file("a.mbox", [Self.post("a", []), Self.post("b", [])]))
    var archived = Self.post("b", ["a"])
    archived.fidelity = .archived
    archived.form = "text"
    try store.ingest(.file("b.txt", [archived], format: .pipermailText))
    #expect(try store.thread(containing: 1).count == 2)
  }
}
