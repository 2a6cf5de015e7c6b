import ArchiveStorage
import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Taking batches into the record")
struct IngestingTests {
  @Test("a post is held once, with its words and the very bytes of its entry")
  func roundTrip() throws {
    let store = try ArchiveDatabase.inMemory()
    let post = Post(text: "Grüße, 世界.\n")
    let counts = try store.ingest(.file("a.mbox", [post]))
    #expect(counts.added == 1 && counts.joined == 0 && counts.unchanged == 0)
    let held = try #require(try store.messages(withMessageID: "<1@example.org>").first)
    #expect(held.message == post.parsed.message)
    #expect(held.appearances.map(\.source.path) == ["a.mbox"])
    #expect(try store.bytes(of: held.appearances[0]) == post.bytes)
  }

  @Test("the same batch again changes nothing")
  func again() throws {
    let store = try ArchiveDatabase.inMemory()
    let batch = IngestBatch.file(
      "a.mbox", [Post(), Post(id: "2@example.org", subject: "Re: Hello")])
    try store.ingest(batch)
    let counts = try store.ingest(batch)
    #expect(counts.unchanged == 2 && counts.added == 0 && counts.joined == 0)
  }

  @Test(
    "the most original form gives the words, whichever was read first", arguments: [false, true])
  func bestForm(originalFirst: Bool) throws {
    let store = try ArchiveDatabase.inMemory()
    let page = IngestBatch.file(
      "000001.html",
      [Post(text: "Words of the page.\n", fidelity: .rendered, form: "page", contentKey: "k")],
      format: .pipermailHTML)
    let mail = IngestBatch.file(
      "a.mbox", [Post(text: "Words of the mail.\n", form: "mail", contentKey: "k")])
    for batch in originalFirst ? [mail, page] : [page, mail] { try store.ingest(batch) }
    let held = try #require(try store.messages(withMessageID: "1@example.org").first)
    #expect(held.message.text == "Words of the mail.\n")
    #expect(held.appearances.map(\.fidelity) == [.original, .rendered])
  }

  @Test("different mails under one Message-ID are both kept")
  func repeatedMessageID() throws {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(.file("a.mbox", [Post(), Post(text: "Other words.\n")]))
    #expect(try store.messages(withMessageID: "1@example.org").count == 2)
  }

  @Test("a replaced file's entries move with it, and what it lost stays with its earlier version")
  func replaced() throws {
    let store = try ArchiveDatabase.inMemory()
    let (one, two) = (Post(), Post(id: "2@example.org", text: "Two.\n"))
    let three = Post(id: "3@example.org", text: "Three.\n")
    try store.ingest(.file("a.mbox", [one, two]))
    let counts = try store.ingest(.file("a.mbox", [two, three], replacesEarlier: true))
    #expect(counts.unchanged == 1 && counts.added == 1)
    let moved = try #require(try store.messages(withMessageID: "2@example.org").first)
    #expect(moved.appearances.map(\.entry.lowerBound) == [0])
    #expect(try store.messages(withMessageID: "1@example.org").count == 1)
  }

  @Test("a load keeps what it committed, and nothing of what it did not")
  func bulkLoad() throws {
    let store = try ArchiveDatabase.inMemory()
    func batch(_ id: String) throws -> PreparedBatch {
      try PreparedBatch(.file("\(id).mbox", [Post(id: "\(id)@example.org")]))
    }
    var load: BulkLoad? = BulkLoad(into: store)
    #expect(try load?.add(try batch("1")).added == 1)
    #expect(try load?.add(try batch("2")).added == 1)
    try load?.commit()
    #expect(try load?.add(try batch("3")).added == 1)
    load = nil
    #expect(try store.messages(withMessageID: "3@example.org").isEmpty)
    #expect(try store.sourceStates().map(\.record.path) == ["1.mbox", "2.mbox"])
    #expect(try store.integrityProblems() == [])
    #expect(try store.ingest(try batch("3")).added == 1)
  }

  @Test("a batch that cannot be written takes what was not committed with it, and the load goes on")
  func failedLoad() throws {
    let store = try ArchiveDatabase.inMemory()
    let load = BulkLoad(into: store)
    let (one, other) = (Post(id: "1@example.org"), Post(id: "2@example.org"))
    _ = try load.add(try PreparedBatch(.file("a.mbox", [one])))
    // Other bytes at the place of the first, and nobody said that the file was replaced.
    #expect(throws: StorageError(.unexpected, detail: "")) {
      try load.add(try PreparedBatch(.file("a.mbox", [other])))
    }
    try load.commit()
    #expect(try store.allMessageIDs().isEmpty)
    #expect(try load.add(try PreparedBatch(.file("a.mbox", [other]))).added == 1)
    try load.commit()
    #expect(try store.integrityProblems() == [])
  }

  @Test(
    "mails that join threads, have defects or better an earlier form leave the index in one piece",
    .enabled(if: Tool.isInstalled("sqlite3"), "needs the sqlite3 shell"))
  func onePiece() throws {
    let folder = try Checkout.temporaryDirectory("one-piece")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("s.sqlite").path
    let store = try ArchiveDatabase.open(at: path)
    let posts = (0..<8).flatMap { number in
      [
        Post(id: "a\(number)"), Post(id: "b\(number)", fidelity: .archived, form: "archived"),
        Post(id: "c\(number)", references: ["a\(number)", "b\(number)"]), Post(id: "b\(number)"),
        Post(id: nil, text: "Without a name, \(number).\n"),
      ]
    }
    try store.ingest(.file("a.mbox", posts))
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    // FTS5 keeps a piece's pages under the piece's number, shifted (`fts5_index.c`).
    shell.arguments = [
      path, "SELECT count(DISTINCT id >> 37) FROM messageIndex_data WHERE id >> 37 > 0",
    ]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let count = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(count == "1\n")
  }

  @Test("room that was left free is given back to the disk")
  func settled() throws {
    let folder = try Checkout.temporaryDirectory("settling")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try ArchiveDatabase.open(at: folder.appendingPathComponent("s.sqlite").path)
    // Words that hardly compress, so that the mail takes many pages.
    var random = SystemRandomNumberGenerator()
    let posts = (0..<200).map { number in
      let words = (0..<80).map { _ in String(UInt64.random(in: 0 ... .max, using: &random)) }
      return Post(id: "\(number)@example.org", text: words.joined(separator: " ") + "\n")
    }
    try store.ingest(.file("a.mbox", posts))
    let parsed = Dictionary(uniqueKeysWithValues: posts.map { ($0.bytes, $0) })
    // A rebuild writes everything anew before it lets the old go.
    try store.rebuild { bytes, _ in
      let post = try #require(parsed[bytes])
      return (post.parsed, contentKey: post.entry().contentKey)
    }
    let before = try store.pageCount()
    try store.settle()
    #expect(try store.pageCount() < before)
    #expect(try store.integrityProblems() == [])
    #expect(try store.allMessageIDs().count == 200)
  }
}
