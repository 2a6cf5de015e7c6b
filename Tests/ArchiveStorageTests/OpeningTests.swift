import ArchiveStorage
import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Opening stores, sound and otherwise")
struct OpeningTests {
  /// A folder of the test's own, removed at the end.
  private final class Folder {
    let url: URL
    init() throws { url = try Checkout.temporaryDirectory("store") }
    deinit { try? FileManager.default.removeItem(at: url) }
    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
  }

  private static func posts(_ count: Int) -> [Post] {
    (0..<count).map { number in
      Post(
        id: "\(number)@example.org", subject: "Post \(number)",
        text: (0..<60).map { "word\(number * 7 + $0 * 13) " }.joined() + "\n",
        sentAt: 1_000_000_000 + Int64(number))
    }
  }

  @Test("what was written is there when the store is opened again, also for reading alone")
  func again() throws {
    let folder = try Folder()
    let path = folder.path("s.sqlite")
    try ArchiveDatabase.open(at: path).ingest(.file("a.mbox", [Post()]))
    #expect(try ArchiveDatabase.open(at: path).allMessageIDs().count == 1)
    let reader = try ArchiveDatabase.openForReading(at: path)
    #expect(try reader.allMessageIDs().count == 1)
    #expect(throws: StorageError(.readOnly, detail: "")) { try reader.purge([1], at: "") }
  }

  @Test("a store that is not there is not made by reading")
  func missing() throws {
    let folder = try Folder()
    #expect(throws: StorageError(.cannotOpen, detail: "")) {
      try ArchiveDatabase.openForReading(at: folder.path("none.sqlite"))
    }
    #expect(throws: StorageError(.cannotOpen, detail: "")) {
      try ArchiveDatabase.open(at: folder.path("no/such/folder/s.sqlite"))
    }
  }

  @Test(
    "a file of another kind is refused and left as it is",
    .enabled(if: Tool.isInstalled("sqlite3"), "needs the sqlite3 shell"),
    arguments: [true, false])
  func foreign(isDatabase: Bool) throws {
    let folder = try Folder()
    let path = folder.path("other")
    if isDatabase {
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
      shell.arguments = [path, "CREATE TABLE t (a); INSERT INTO t VALUES (1)"]
      try shell.run()
      shell.waitUntilExit()
    } else {
      try Data(String(repeating: "From ann Thu Jan  1 00:00:00 1970\n", count: 200).utf8)
        .write(to: URL(fileURLWithPath: path))
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StorageError(.notAStore, detail: "")) { try ArchiveDatabase.open(at: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("a store cut short says so and never crashes", arguments: [0.1, 0.35, 0.6, 0.9])
  func cutShort(share: Double) throws {
    let folder = try Folder()
    let path = folder.path("s.sqlite")
    try ArchiveDatabase.open(at: path).ingest(.file("a.mbox", Self.posts(300)))
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(Int(Double(whole.count) * share)).write(to: URL(fileURLWithPath: path))
    let problems: [String]
    do { problems = try ArchiveDatabase.openForReading(at: path).integrityProblems() } catch {
      #expect(error.code == .corrupt || error.code == .notAStore)
      return
    }
    #expect(!problems.isEmpty)
  }

  @Test("flipped bytes are an error or a found problem, never a crash")
  func flipped() throws {
    let folder = try Folder()
    let path = folder.path("s.sqlite")
    try ArchiveDatabase.open(at: path).ingest(.file("a.mbox", Self.posts(120)))
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SystemRandomNumberGenerator()
    for _ in 0..<40 {
      var damaged = whole
      let place = Int.random(in: 100..<whole.count, using: &random)
      damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      try damaged.write(to: URL(fileURLWithPath: path))
      guard let store = try? ArchiveDatabase.openForReading(at: path) else { continue }
      _ = try? store.integrityProblems()
      _ = try? store.messages(ids: Array(1...120))
      _ = try? store.search(try SearchQuery("word7*"), sort: .best)
    }
  }

  @Test("a flipped byte of stored mail is found")
  func flippedMail() throws {
    let folder = try Folder()
    let path = folder.path("s.sqlite")
    try ArchiveDatabase.open(at: path).ingest(.file("a.mbox", Self.posts(120)))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let frame = try #require(bytes.range(of: Data([0x28, 0xB5, 0x2F, 0xFD])))
    bytes[frame.lowerBound + 200] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    let store = try ArchiveDatabase.openForReading(at: path)
    #expect(try store.integrityProblems().contains { $0.contains("damaged") })
    #expect(throws: StorageError(.corrupt, detail: "")) { try store.messages(ids: [1]) }
  }

  @Test(
    "a changed value is found, whatever it says",
    .enabled(if: Tool.isInstalled("sqlite3"), "needs the sqlite3 shell"),
    arguments: [
      "UPDATE messageIndex_data SET block = \(changed("block", 60)) WHERE \(indexPage(0))",
      "UPDATE messageIndex_data SET block = \(changed("block", 200)) WHERE \(indexPage(1))",
      "UPDATE messageIndex_data SET block = \(changed("block", 1000)) WHERE \(indexPage(2))",
      "UPDATE messageIndex_docsize SET sz = \(changed("sz", 3)) WHERE id = 7",
      "UPDATE identityIndex_data SET block = \(changed("block", 9)) WHERE id > 10",
      "UPDATE block SET bytes = \(changed("bytes", 300))",
      "UPDATE message SET contentKey = \(changed("contentKey", 3)) WHERE id = 7",
      "UPDATE message SET contentKey = \(changed("contentKey", 30)) WHERE id = 7",
      "UPDATE message SET sentAt = sentAt + 1 WHERE id = 7",
      "UPDATE message SET author = author + 1 WHERE id = 7",
      "UPDATE message SET best = best + 1 WHERE id = 7",
      "UPDATE message SET hasPatch = 1 WHERE id = 7",
      "UPDATE appearance SET sha256 = \(changed("sha256", 30)) WHERE id = 7",
      "UPDATE appearance SET entryEnd = entryEnd + 1 WHERE id = 7",
      "UPDATE appearance SET message = 8 WHERE id = 7",
      "UPDATE appearance SET source = 2 WHERE id = 7",
      "UPDATE appearance SET hasMessageID = 0 WHERE id = 7",
      "UPDATE appearance SET blockStart = blockStart + 1 WHERE id = 7",
      "UPDATE messageID SET digest = digest + 1 WHERE message = 7",
      "DELETE FROM messageID WHERE message = 7",
      "UPDATE messageAddress SET role = 3 WHERE message = 7",
      "INSERT INTO messageAddress SELECT identity, 4, message FROM messageAddress WHERE message = 7",
      "UPDATE identity SET name = 'Bob Example'",
      "UPDATE identity SET email = 'bob@example.org'",
    ])
  func changedValue(sql: String) throws {
    let folder = try Folder()
    let path = folder.path("s.sqlite")
    try ArchiveDatabase.open(at: path).ingest(.file("a.mbox", Self.posts(120)))
    #expect(try ArchiveDatabase.open(at: path).integrityProblems() == [])
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    shell.arguments = [path, sql]
    try shell.run()
    shell.waitUntilExit()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != whole)
    #expect(try ArchiveDatabase.open(at: path).integrityProblems() != [])
  }

  /// SQL for the value of a column with another byte at `place`, counted from 1.
  private static func changed(_ column: String, _ place: Int) -> String {
    """
    CAST(substr(\(column), 1, \(place - 1))
      || CASE WHEN substr(\(column), \(place), 1) = x'01' THEN x'02' ELSE x'01' END
      || substr(\(column), \(place + 1)) AS BLOB)
    """
  }

  /// SQL for one of the large pages of the index of words, counted from 0.
  private static func indexPage(_ number: Int) -> String {
    """
    id = (SELECT id FROM messageIndex_data WHERE id > 10 AND length(block) > 2000
      ORDER BY id LIMIT 1 OFFSET \(number))
    """
  }

  @Test("a second writer is told to try again, and the first is not disturbed")
  func twoWriters() throws {
    let folder = try Folder()
    let path = folder.path("s.sqlite")
    let first = try ArchiveDatabase.open(at: path, waitingSeconds: 0.05)
    let second = try ArchiveDatabase.open(at: path, waitingSeconds: 0.05)
    try first.ingest(.file("a.mbox", [Post()]))
    try first.rebuild { _, _ in
      #expect(throws: StorageError(.busy, detail: "")) {
        try second.ingest(.file("b.mbox", [Post(id: "2@example.org")]))
      }
      return (Post().parsed, contentKey: Post().entry().contentKey)
    }
    try second.ingest(.file("b.mbox", [Post(id: "2@example.org")]))
    #expect(try first.allMessageIDs().count == 2)
  }

  @Test("a full disk is said to be full, and what was stored before is whole")
  func diskFull() throws {
    let folder = try Folder()
    let path = folder.path("s.sqlite")
    let store = try ArchiveDatabase.open(at: path)
    try store.ingest(.file("a.mbox", Self.posts(20)))
    try store.limit(toPages: store.pageCount() + 8)
    #expect(throws: StorageError(.diskFull, detail: "")) {
      try store.ingest(.file("b.mbox", Self.posts(2_000)))
    }
    #expect(try store.allMessageIDs().count == 20)
    #expect(try store.integrityProblems() == [])
  }

  @Test(
    "a store that a later version wrote is refused",
    .enabled(if: Tool.isInstalled("sqlite3"), "needs the sqlite3 shell"))
  func newer() throws {
    let folder = try Folder()
    let path = folder.path("s.sqlite")
    _ = try ArchiveDatabase.open(at: path)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    shell.arguments = [path, "INSERT INTO grdb_migrations VALUES ('9999 the future')"]
    try shell.run()
    shell.waitUntilExit()
    #expect(throws: StorageError(.newerVersion, detail: "")) { try ArchiveDatabase.open(at: path) }
    #expect(throws: StorageError(.newerVersion, detail: "")) {
      try ArchiveDatabase.openForReading(at: path)
    }
  }
}
