import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import Foundation
import MailParsing
import Testing

@Suite("Reading citations again")
struct CitationVerifierTests {
  private let posts = (0..<4).map { Post(number: $0) }

  private func stored() async throws -> (Archives, ArchiveDatabase) {
    let archives = try Archives(["builders/2008-March.txt": posts.map(\.text).joined()])
    let store = try ArchiveDatabase.inMemory()
    try await archives.ingest(into: store)
    return (archives, store)
  }

  private func citations(_ store: ArchiveDatabase) throws -> [Citation] {
    try store.content().map { .message(MessageCitation($0, range: 5..<20)) }
  }

  @Test("citations of unchanged archives hold")
  func held() async throws {
    let (archives, store) = try await stored()
    let checks = try await CitationVerifier(store).check(try citations(store))
    #expect(checks.map(\.outcome) == Array(repeating: .held, count: 4))
    withExtendedLifetime(archives) {}
  }

  @Test("one changed byte of a quote fails its citation and no other")
  func changed() async throws {
    let (archives, store) = try await stored()
    let text = posts.map(\.text).joined().replacing("letter 2,", with: "letter 7,")
    try archives.write(text, to: "builders/2008-March.txt")
    let checks = try await CitationVerifier(store).check(try citations(store))
    #expect(checks.filter { $0.outcome == .held }.count == 3)
    #expect(checks.contains { $0.outcome == .failed(because: "the entry's bytes have changed") })
    var failures = 0
    try await CitationVerifier(store).checkAll(of: store) {
      if $0.outcome.isFailure { failures += 1 }
    }
    #expect(failures == 1)
  }

  @Test("a source that is gone is said to be missing")
  func missing() async throws {
    let (archives, store) = try await stored()
    let cited = try citations(store)
    try FileManager.default.removeItem(atPath: archives.file("builders/2008-March.txt"))
    let checks = try await CitationVerifier(store).check(cited)
    #expect(checks.allSatisfy { if case .missingSource = $0.outcome { true } else { false } })
  }

  @Test("a citation of a purged message reads withdrawn, and no ingest brings the message back")
  func withdrawn() async throws {
    let (archives, store) = try await stored()
    let cited = try citations(store)
    let summary = try Purge(of: store).run(
      ["<\(posts[1].id)>", "nobody@example.org"], at: "2020-02-02T00:00:00Z")
    #expect(summary.erased == 1)
    #expect(summary.unknown == ["nobody@example.org"])
    let checks = try await CitationVerifier(store).check(cited)
    #expect(checks.filter { $0.outcome == .withdrawn(at: "2020-02-02T00:00:00Z") }.count == 1)
    #expect(checks.filter { $0.outcome == .held }.count == 3)
    try archives.write(posts.map(\.text).joined(), to: "copy/2008-March.txt")
    #expect(try await archives.ingest(into: store).messages.withdrawn == 1)
    #expect(try store.messages(withMessageID: posts[1].id).isEmpty)
  }

  @Test("a rebuild ends with the record that the ingest made")
  func rebuild() async throws {
    let (archives, store) = try await stored()
    let before = try store.content()
    let persons = try store.persons()
    try Rebuild(of: store).run()
    #expect(try store.content() == before)
    #expect(try store.persons() == persons)
    withExtendedLifetime(archives) {}
  }
}
