import ArchiveStorage
import MailParsing
import Testing

@Suite("Searching the record")
struct SearchTests {
  /// Six posts of which each case asks for some, named by the first part of their Message-ID.
  private static func store() throws -> ArchiveDatabase {
    let store = try ArchiveDatabase.inMemory()
    let year: Int64 = 31_557_600
    try store.ingest(
      .file(
        "a.mbox",
        [
          Post(
            id: "one@example.org", subject: "Boot fails",
            text: "The loader in impl_example.py calls foo-api twice.\n",
            sentAt: 38 * year + 8_640_000),
          Post(
            id: "two@example.org", from: Address(name: "Bob Sample", email: "bob@sample.net"),
            subject: "Re: Boot fails",
            text: "Patch below.\n\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
            sentAt: 39 * year + 8_640_000, references: ["one@example.org"]),
          Post(
            id: "three@example.org", subject: "Release", text: "Loaders everywhere.\n",
            sentAt: 40 * year + 8_640_000, list: "users"),
          Post(
            id: "four@example.org", subject: "挨拶", text: "東京で会いましょう。\n",
            sentAt: 41 * year + 8_640_000),
          Post(
            id: "five@example.org", subject: "Café", text: "No accent: resume. Accent: RÉSUMÉ.\n",
            sentAt: 42 * year + 8_640_000),
          Post(
            id: "six@example.org", subject: "Undated loader", text: "Boot, boot, boot.\n",
            sentAt: nil),
        ]))
    return store
  }

  @Test(
    "words that a change of case joins are found whole and by their parts",
    arguments: [
      ("ServerManager", true), ("servermanager", true), ("server", true), ("manager", true),
      ("\"server manager\"", true), ("http", true), ("header", true), ("parseHTTPHeader", true),
      ("\"in ServerManager twice\"", true), ("subject:queue", true), ("erve", false),
      // Neither capitals nor hexadecimal digits are cut.
      ("mips", false), ("f3", false), ("8004F3A0", true), ("MIPSEL", true),
    ])
  func compounds(query: String, isFound: Bool) throws {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(
      .file(
        "a.mbox",
        [
          Post(
            subject: "The JobQueue",
            text: "Look in ServerManager twice, and at parseHTTPHeader (8004F3A0) on MIPSEL.\n")
        ]))
    #expect(try store.search(try SearchQuery(query)).count == (isFound ? 1 : 0))
  }

  @Test(
    "the grammar finds what it says",
    arguments: [
      ("loader", ["one", "six"]),
      ("LOADER", ["one", "six"]),
      ("loader*", ["three", "one", "six"]),
      ("impl_example.py", ["one"]),
      ("impl", ["one"]),
      ("foo-api", ["one"]),
      ("api", ["one"]),
      ("\"api foo\"", []),
      ("\"loader in\"", ["one"]),
      ("loader -undated", ["one"]),
      ("-loader", ["five", "four", "three", "two"]),
      ("release OR patch", ["three", "two"]),
      ("(release OR patch) -patch", ["three"]),
      ("boot loader", ["one", "six"]),
      ("subject:boot", ["two", "one"]),
      ("from:bob", ["two"]),
      ("from:sample.net boot", ["two"]),
      ("from:\"ann example\" loader", ["one", "six"]),
      ("list:users", ["three"]),
      ("list:users -release", []),
      ("id:<one@example.org>", ["one"]),
      ("thread:two@example.org", ["two", "one"]),
      ("has:patch", ["two"]),
      ("date:2008", ["one"]),
      ("date:2008..2009", ["two", "one"]),
      ("date:..2008 loader", ["one"]),
      ("date:2010-01-01..", ["five", "four", "three"]),
      ("東京", ["four"]),
      ("京都", []),
      ("会い", ["four"]),
      ("cafe", ["five"]),
      ("résumé", ["five"]),
      ("http://example.org/x", []),
      ("", ["five", "four", "three", "two", "one", "six"]),
    ])
  func grammar(query: String, expected: [String]) throws {
    let results = try Self.store().search(try SearchQuery(query))
    let found = results.hits.map { $0.stored.message.messageID[0].split(separator: "@")[0] }
    #expect(found.map(String.init) == expected)
    #expect(results.count == expected.count)
  }

  @Test(
    "a query that breaks the grammar is refused at its place",
    arguments: [
      ("\"open", 0, "quotation mark is not closed"), ("(a OR b", 0, "parenthesis is not closed"),
      ("a b)", 3, "opens nowhere"), ("a OR ", 2, "OR needs a term"),
      ("x form:ann", 2, "did you mean from:?"), ("from:", 4, "needs a value"),
      ("date:2008-13", 5, "write a date"), ("has:wings", 4, "has:patch"),
    ])
  func refused(query: String, place: Int, reason: String) throws {
    let error = #expect(throws: StorageError.self) { try SearchQuery(query) }
    #expect(error?.code == .badQuery)
    #expect(error?.place == place)
    #expect(error?.detail.contains(reason) == true)
    #expect(error?.detail.hasSuffix("\n  " + String(repeating: " ", count: place) + "^") == true)
  }

  @Test("a query nested past all sense is refused, not followed")
  func deep() {
    #expect(throws: StorageError(.badQuery, detail: "")) {
      try SearchQuery(String(repeating: "(", count: 100_000))
    }
    #expect(throws: StorageError(.badQuery, detail: "")) {
      try SearchQuery(String(repeating: "-", count: 100_000) + "a")
    }
  }

  @Test(
    "nothing typed reaches the index's own language",
    arguments: [
      "NEAR(a b)", "text:boot", "^boot", "{subject}:boot", "boot\" OR \"x", "a*b", "*", "\u{0}",
      "+", "'",
    ])
  func noInjection(query: String) throws {
    let store = try Self.store()
    if let parsed = try? SearchQuery(query) { _ = try store.search(parsed, sort: .best) }
  }

  @Test("a word in the subject counts more than one in the text")
  func best() throws {
    let results = try Self.store().search(try SearchQuery("loader"), sort: .best)
    #expect(results.hits.map(\.stored.message.subject) == ["Undated loader", "Boot fails"])
  }

  @Test("a snippet shows the words and marks them")
  func snippet() throws {
    let hit = try #require(try Self.store().search(try SearchQuery("impl_example.py")).hits.first)
    #expect(hit.snippet.text == "The loader in impl_example.py calls foo-api twice.")
    let scalars = Array(hit.snippet.text.unicodeScalars)
    let marked = hit.snippet.highlights.map { range in
      String(String.UnicodeScalarView(scalars[range]))
    }
    #expect(marked == ["impl", "example", "py"])
  }
}
