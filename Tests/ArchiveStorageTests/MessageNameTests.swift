import ArchiveStorage
import MailParsing
import Testing

@Suite("Names of messages")
struct MessageNameTests {
  private static let nameless = Post(id: nil, subject: "No id", text: "Nobody named me.\n")

  private static func store() throws -> ArchiveDatabase {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(.file("a.mbox", [Post(), nameless]))
    return store
  }

  @Test("a message goes by its Message-ID, with or without angle brackets")
  func messageID() throws {
    let store = try Self.store()
    for name in ["1@example.org", "<1@example.org>"] {
      #expect(try store.messages(named: name).map(\.name) == ["<1@example.org>"])
    }
  }

  @Test("a message without one goes by the digest of its entry, the same in every store")
  func entry() throws {
    let store = try Self.store()
    let digest = Self.nameless.entry().sha256
    let name = "sha256:\(digest.prefix(16))"
    let found = try store.messages(named: name)
    #expect(found.map(\.message.subject) == ["No id"])
    #expect(found.map(\.name) == [name])
    for spelled in [name.uppercased().replacing("SHA256", with: "sha256"), "sha256:\(digest)"] {
      #expect(try store.messages(named: spelled) == found)
    }
    for query in ["id:\(name)", "thread:\(name)"] {
      #expect(try store.search(try SearchQuery(query)).hits.map(\.stored) == found)
    }
  }

  @Test(
    "too few digits, others, or none name nothing",
    arguments: ["sha256:", "sha256:0123", "sha256:0123456789abcdef", "sha256:zzzzzzzzzzzzzzzz", ""])
  func nothing(name: String) throws {
    #expect(try Self.store().messages(named: name) == [])
  }

  @Test("any form of a message names it by its own digest")
  func forms() throws {
    let store = try Self.store()
    var page = Post()
    page.form = "page"
    page.fidelity = .rendered
    try store.ingest(.file("p.html", [page], format: .pipermailHTML))
    #expect(
      try store.messages(named: "sha256:\(page.entry().sha256.prefix(12))").map(\.name)
        == ["<1@example.org>"])
  }
}
