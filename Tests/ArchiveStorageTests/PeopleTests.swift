import ArchiveStorage
import MailParsing
import Testing

@Suite("Who is who in the record")
struct PeopleTests {
  private static let ann = Address(name: "Ann Example", email: "ann@example.org")
  private static let annAtWork = Address(name: "A. Example", email: "ann@work.example")

  private static func store() throws -> ArchiveDatabase {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(
      .file(
        "a.mbox",
        [
          Post(id: "1@x", from: ann), Post(id: "2@x", from: ann, text: "b"),
          Post(id: "3@x", from: annAtWork, text: "c"),
        ]))
    return store
  }

  @Test("senders are given with how much they wrote")
  func senders() throws {
    #expect(try Self.store().senders().map(\.messageCount) == [2, 1])
  }

  @Test(
    "a person is found by name, by part of it and by address",
    arguments: [
      "ann example", "Ann", "ann@WORK.example", "A. Example", "",
    ])
  func found(who: String) throws {
    let store = try Self.store()
    let merge = Person.Merge(with: "ann@work.example", because: "same unusual name")
    let person = Person(
      id: 1, name: "Ann Example", identities: [Self.ann, Self.annAtWork], merges: [merge],
      messageCount: 3)
    try store.replacePersons([person])
    #expect(try store.people(matching: who) == [person])
    #expect(try store.messages(ofPerson: 1).count == 3)
    #expect(try store.people(matching: "nobody at all").isEmpty)
  }

  @Test("a decision is kept, and kept when undone")
  func decision() throws {
    let store = try Self.store()
    let id = try store.decide(.different, Self.ann, Self.annAtWork, at: "2026-01-01T00:00:00Z")
    try store.undoDecision(id)
    let held = try #require(try store.personDecisions().first)
    #expect(held.kind == .different && held.one == Self.ann && held.isUndone)
    #expect(throws: StorageError(.notFound, detail: "")) { try store.undoDecision(99) }
  }
}
