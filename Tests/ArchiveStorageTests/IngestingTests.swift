import ArchiveStorage
import MailParsing
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
}
