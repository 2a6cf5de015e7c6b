import ArchiveStorage
import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Purging and rebuilding")
struct KeepingTests {
  private static let secret = Post(
    id: "secret@example.org",
    from: Address(name: "Quill Zanzibar", email: "quill@zanzibar.example"),
    subject: "Xylophones", text: "My password is hunterxyzzy.\n", references: ["1@example.org"])
  private static let purgedAt = "2026-01-02T03:04:05Z"

  private static func everything(_ store: ArchiveDatabase) throws -> [String] {
    try store.messages(ids: try store.allMessageIDs()).map { stored in
      "\(stored.message) \(stored.defects) \(stored.contentKey) \(stored.appearances)"
    }
  }

  @Test("a purged message leaves no word in the file, and does not come back in any form")
  func purge() throws {
    let folder = try Checkout.temporaryDirectory("purge")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("s.sqlite").path
    let batch = IngestBatch.file(
      "a.mbox", [Post(), Self.secret, Post(id: "3@example.org", text: "c\n")])
    let store = try ArchiveDatabase.open(at: path)
    try store.ingest(batch)
    let held = try #require(try store.messages(withMessageID: "secret@example.org").first)
    let neighbours = try Self.everything(store).filter { !$0.contains("hunterxyzzy") }
    #expect(try store.purge([held.id], at: Self.purgedAt) == 1)

    #expect(try Self.everything(store) == neighbours)
    for query in ["hunterxyzzy", "xylophones", "from:quill", "id:secret@example.org"] {
      #expect(try store.search(try SearchQuery(query)).count == 0)
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for word in ["hunterxyzzy", "xylophones", "Xylophones", "zanzibar", "Zanzibar", "quill"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is still in the file")
    }
    #expect(try store.bytes(of: held.appearances[0]) == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["s.sqlite"])
    #expect(try store.integrityProblems() == [])

    #expect(
      try store.withdrawnAt(entrySHA256: held.appearances[0].entrySHA256) == Self.purgedAt)
    #expect(try store.ingest(batch).withdrawn == 1)
    var page = Self.secret
    page.fidelity = .rendered
    page.form = "page"
    #expect(try store.ingest(.file("000.html", [page], format: .pipermailHTML)).withdrawn == 1)
    #expect(try Self.everything(store) == neighbours)
  }

  @Test("a rebuild from what was read gives the same record")
  func rebuild() throws {
    let store = try ArchiveDatabase.inMemory()
    let posts = [Post(), Self.secret, Post(id: nil, text: "No id.\n")]
    try store.ingest(.file("a.mbox", posts))
    var page = Post()
    page.form = "page"
    page.fidelity = .rendered
    try store.ingest(.file("p.html", [page], format: .pipermailHTML))
    let before = try Self.everything(store)
    let known = Dictionary(
      uniqueKeysWithValues: (posts + [page]).map { ($0.bytes, ($0.parsed, $0.entry().contentKey)) })
    try store.rebuild { bytes, _ in try #require(known[bytes]) }
    #expect(try Self.everything(store) == before)
    #expect(try store.search(try SearchQuery("hunterxyzzy")).count == 1)
    #expect(try store.thread(containing: 1).count == 2)
    #expect(try store.integrityProblems() == [])
  }

  @Test("a rebuild that fails leaves the record as it was")
  func failedRebuild() throws {
    let store = try ArchiveDatabase.inMemory()
    try store.ingest(.file("a.mbox", [Post(), Self.secret]))
    let before = try Self.everything(store)
    #expect(throws: StorageError.self) {
      try store.rebuild { _, _ in throw StorageError(.inputOutput, detail: "stopped") }
    }
    #expect(try Self.everything(store) == before)
  }
}
