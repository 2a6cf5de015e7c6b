import ArchiveStorage
import MailParsing
import Testing

@Suite("Claims and what was found on them")
struct ClaimTests {
  private let producer = Producer(name: "rules", version: 1)
  private let verdict = Verdict(.notFound, because: "Nothing speaks.", wouldChangeIf: "A commit.")

  private func claim(_ quote: String) -> Claim {
    Claim(quote: quote, range: 0..<quote.count, kind: .contribution, actor: .author)
  }

  @Test("claims and findings come back as they were given")
  func roundTrip() throws {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(.file("a.mbox", [Post(), Post(id: "2@example.org", text: "I wrote it.\n")]))
    let post = try #require(try store.messages(withMessageID: "2@example.org").first)
    let witness = try #require(try store.messages(withMessageID: "1@example.org").first)
    try store.replaceClaims([claim("I wrote it")], of: .post(post), from: producer)
    let held = try #require(try store.claims(of: .post(post)).first)
    let finding = Finding(
      .archive, .supports, because: "It says so.",
      citations: [.message(MessageCitation(witness, range: 0..<4))])
    try store.replaceFindings([finding], verdict: verdict, on: held.id, from: producer)
    let checked = try #require(try store.claims(of: .post(post)).first)
    #expect(checked.claim == claim("I wrote it"))
    #expect(checked.findings == [finding] && checked.verdict == verdict)
  }

  @Test("words that are replaced take their claims and the findings that cite them along")
  func replacedWords() throws {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(
      .file(
        "p.html", [Post(text: "Page.\n", fidelity: .rendered, contentKey: "k")],
        format: .pipermailHTML))
    try store.ingest(.file("b.mbox", [Post(id: "2@example.org", text: "I wrote it.\n")]))
    let page = try #require(try store.messages(withMessageID: "1@example.org").first)
    let post = try #require(try store.messages(withMessageID: "2@example.org").first)
    try store.replaceClaims([claim("Page")], of: .post(page), from: producer)
    try store.replaceClaims([claim("I wrote it")], of: .post(post), from: producer)
    let held = try #require(try store.claims(of: .post(post)).first)
    try store.replaceFindings(
      [
        Finding(
          .archive, .supports, because: "x",
          citations: [.message(MessageCitation(page, range: 0..<4))])
      ],
      verdict: verdict, on: held.id, from: producer)
    try store.ingest(.file("a.mbox", [Post(text: "Mail.\n", contentKey: "k")]))
    #expect(try store.claims(of: .post(page)).isEmpty)
    let rest = try #require(try store.claims(of: .post(post)).first)
    #expect(rest.findings.isEmpty && rest.verdict == nil)
  }

  @Test("a document's claims go when its bytes change")
  func document() throws {
    let store = try ArchiveDatabase.inMemory()
    let first = Document(kind: .resume, path: "r.md", sha256: "01", text: "Old")
    try store.replaceClaims([claim("Old")], of: .document(first, writtenAt: nil), from: producer)
    #expect(try store.allClaims().count == 1)
    try store.save(Document(kind: .resume, path: "r.md", sha256: "02", text: "New"))
    #expect(try store.allClaims().isEmpty)
    #expect(try store.documents().map(\.text) == ["New"])
  }
}
