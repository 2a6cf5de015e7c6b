import ArchiveStorage
import Foundation
import MailParsing
import TestSupport
import Testing

/// `Fixtures/version-1.store` was written by the first version of the tables, from seven invented mails of
/// which one was purged.
@Suite("Stores of earlier versions")
struct MigrationTests {
  private static func store(_ folder: URL) throws -> String {
    let path = folder.appendingPathComponent("s.sqlite").path
    try Data(try Fixture.bytes("version-1.store")).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("a store of the first version is brought up to date, and holds what it held")
  func first() throws {
    let folder = try Checkout.temporaryDirectory("migration")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try Self.store(folder)
    #expect(throws: StorageError(.readOnly, detail: "")) {
      try ArchiveDatabase.openForReading(at: path)
    }
    let store = try ArchiveDatabase.open(at: path)
    #expect(try store.integrityProblems() == [])
    #expect(try store.allMessageIDs().count == 6)
    #expect(try store.lists().map(\.name) == ["bridges"])
    // Answers to a mail that nobody holds, which the first version noted in another way.
    let answer = try #require(try store.messages(withMessageID: "4@example.org").first)
    #expect(try store.thread(containing: answer.id).count == 2)
    // Parts of compound words, which the first version did not index.
    for query in ["manager", "BridgeManager", "span_control.py", "橋", "thread:3@example.org"] {
      #expect(try store.search(try SearchQuery(query)).count > 0, "\(query)")
    }
    #expect(try store.search(try SearchQuery("secretword")).count == 0)
    #expect(try ArchiveDatabase.openForReading(at: path).allMessageIDs().count == 6)
  }

  @Test("a store that was brought up to date has the tables, indexes and settings of a new one")
  func sameTables() throws {
    let folder = try Checkout.temporaryDirectory("migration")
    defer { try? FileManager.default.removeItem(at: folder) }
    let migrated = try ArchiveDatabase.open(at: try Self.store(folder))
    #expect(try migrated.tables() == ArchiveDatabase.inMemory().tables())
  }

  @Test("what was purged from a store of the first version can be purged and read no more")
  func purged() throws {
    let folder = try Checkout.temporaryDirectory("migration")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try ArchiveDatabase.open(at: try Self.store(folder))
    let held = try #require(try store.messages(withMessageID: "2@example.org").first)
    #expect(try store.purge([held.id], at: "2026-01-02T03:04:05Z") == 1)
    #expect(try store.integrityProblems() == [])
    #expect(try store.search(try SearchQuery("agree")).count == 0)
  }
}
