import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import Foundation
import MailParsing
import Testing

@Suite("Taking archives in")
struct IngestTests {
  private let posts = (0..<6).map { Post(number: $0) }

  /// A list as pipermail serves it: every post as text and as page.
  private func pipermail() throws -> Archives {
    let archives = try Archives([
      "builders/2008-March.txt": posts.map(\.text).joined(),
      "builders/2008-March/thread.html":
        "<html><body><a name=\"start\"></A><a href=\"subject.html#start\">s</a>"
        + "<a href=\"author.html#start\">a</a><a href=\"date.html#start\">d</a></body></html>",
    ])
    for post in posts {
      try archives.write(post.page, to: "builders/2008-March/00000\(post.number).html")
    }
    return archives
  }

  @Test("a post found as page and as text is one message with two appearances")
  func joined() async throws {
    let archives = try pipermail()
    let store = try ArchiveDatabase.inMemory()
    let summary = try await archives.ingest(into: store)
    #expect(summary.messages.read == 12)
    #expect(summary.messages.added == 6)
    #expect(summary.messages.joined == 6)
    #expect(summary.sources.read == 7)
    #expect(summary.sources.skipped.map(\.because) == ["pipermail's index by thread"])
    let content = try store.content()
    #expect(content.count == 6)
    for message in content {
      #expect(message.appearances.map(\.fidelity) == [.archived, .rendered])
      #expect(message.appearances.allSatisfy { $0.list == "builders" })
    }
  }

  @Test("a second ingest changes nothing, and says so")
  func again() async throws {
    let archives = try pipermail()
    let store = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: store)
    let before = try store.content()
    let summary = try await archives.ingest(into: store)
    #expect(summary.messages == IngestSummary.Messages())
    #expect(summary.sources.unchanged == 7)
    #expect(summary.sources.read == 0)
    #expect(try store.content() == before)
  }

  @Test("a file without mail is not opened again while its size and time of change are the same")
  func withoutMail() async throws {
    let archives = try Archives(["list.mbox": posts[0].entry])
    let letter = posts[1].entry
    let path = archives.file("other.mbox")
    try archives.write(String(repeating: "x", count: letter.utf8.count), to: "other.mbox")
    // Whole seconds, which every file system keeps.
    let stamp = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_200_000_000)]
    try FileManager.default.setAttributes(stamp, ofItemAtPath: path)
    let store = try ArchiveDatabase.inMemory()
    let first = try await archives.ingest(into: store)
    #expect(first.sources.skipped.map(\.path) == [path])
    try archives.write(letter, to: "other.mbox")
    try FileManager.default.setAttributes(stamp, ofItemAtPath: path)
    var trusting = Ingest.Options()
    trusting.reading.trustsModificationTimes = true
    let second = try await archives.ingest(into: store, trusting)
    #expect(second.sources.skipped.map(\.because) == first.sources.skipped.map(\.because))
    #expect(second.messages.read == 0)
    #expect(try await archives.ingest(into: store).messages.added == 1)
  }

  @Test("of a grown mbox only what is new is read; what was held keeps its place")
  func grown() async throws {
    let archives = try Archives(["list.mbox": posts[..<4].map(\.entry).joined()])
    let store = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: store)
    try archives.write(posts.map(\.entry).joined(), to: "list.mbox")
    let summary = try await archives.ingest(into: store)
    #expect(summary.messages.read == 2)
    #expect(summary.messages.added == 2)
    let whole = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: whole)
    #expect(try store.content() == whole.content())
  }

  @Test("a replaced month keeps what only the old one had")
  func replaced() async throws {
    let archives = try Archives(["list.mbox": posts[..<4].map(\.entry).joined()])
    let store = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: store)
    try archives.write(posts[2...].map(\.entry).joined(), to: "list.mbox")
    let summary = try await archives.ingest(into: store)
    #expect(summary.messages.added == 2)
    #expect(try store.content().count == 6)
  }

  @Test("different mails under one Message-ID are all kept")
  func reusedID() async throws {
    var other = posts[0]
    other.author = "Ben Example"
    other.address = "ben@example.net"
    let changed = other.entry.replacing("no other", with: "another")
    let archives = try Archives(["a.mbox": posts[0].entry + changed])
    let store = try ArchiveDatabase.inMemory()
    let summary = try await archives.ingest(into: store)
    #expect(summary.messages.added == 2)
    #expect(try store.messages(withMessageID: posts[0].id).count == 2)
  }

  @Test("one mail on two lists is one message that is on both")
  func twoLists() async throws {
    let archives = try Archives([
      "builders/2008-March.txt": posts[0].text, "masons/2008-March.txt": posts[0].text,
    ])
    let store = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: store)
    let content = try store.content()
    #expect(content.count == 1)
    #expect(content.first?.appearances.map(\.list) == ["builders", "masons"])
  }

  @Test("the order of archives and the number of tasks make no difference", arguments: [1, 2, 3])
  func order(_ workers: Int) async throws {
    let archives = try pipermail()
    try archives.write(posts.map(\.entry).joined(), to: "original.mbox")
    let reference = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: reference)
    let expected = try reference.content()
    let paths = ["original.mbox", "builders/2008-March.txt", "builders/2008-March"]
    for start in paths.indices {
      let store = try ArchiveDatabase.inMemory()
      var options = Ingest.Options()
      options.reading.workers = workers
      let turned = (paths[start...] + paths[..<start]).map(archives.file)
      _ = try await Ingest(into: store, options).run(ArchiveWalker(paths: turned))
      #expect(try store.content() == expected)
      #expect(try store.persons() == reference.persons())
    }
  }

  @Test("a dry run says what an ingest would do, and leaves the store as it is")
  func dryRun() async throws {
    let archives = try pipermail()
    let store = try ArchiveDatabase.inMemory()
    var options = Ingest.Options()
    options.isDryRun = true
    let said = try await archives.ingest(into: store, options)
    #expect(try store.content().isEmpty)
    #expect(try store.sourceStates().isEmpty)
    #expect(try await archives.ingest(into: store) == said)
  }

  @Test("persons are current after an ingest")
  func persons() async throws {
    let archives = try pipermail()
    let store = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: store)
    let persons = try store.persons()
    #expect(persons.map(\.name) == ["Ada Example"])
    #expect(persons.map(\.messageCount) == [6])
    #expect(try store.personsAreStale() == false)
  }

  @Test("the user's word for the list stands before the archive's")
  func list() async throws {
    let archives = try pipermail()
    let store = try ArchiveDatabase.inMemory()
    var options = Ingest.Options()
    options.reading.list = "masons"
    try await archives.ingest(into: store, options)
    #expect(try store.lists().map(\.name) == ["masons"])
  }

  @Test("each list has the defects of its own entries, also where one file holds several lists")
  func defectsByList() async throws {
    func mail(_ list: String, date: String) -> String {
      """
      From ann@example.org Mon Mar  3 10:00:00 2008
      From: Ann <ann@example.org>
      List-Id: <\(list).example.org>
      Subject: on \(list), \(date)
      Date: \(date)

      Words.


      """
    }
    let archives = try Archives([
      "all.mbox": mail("masons", date: "Mon, 3 Mar 2008 10:00:00 +0000")
        + mail("masons", date: "never")
        + mail("bridges", date: "Mon, 3 Mar 2008 11:00:00 +0000")
    ])
    let store = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: store)
    let lists = try store.lists()
    #expect(lists.map(\.name) == ["bridges", "masons"])
    #expect(lists.map { $0.defects["missingMessageID"] } == [1, 2])
  }

  @Test("a directory without archives says so")
  func nothing() async throws {
    let archives = try Archives(["README": "Nothing here.\n"])
    let summary = try await archives.ingest(into: ArchiveDatabase.inMemory())
    #expect(summary.foundNoArchive)
    #expect(summary.sources.skipped.count == 1)
  }
}
