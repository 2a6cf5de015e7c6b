import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import Foundation
import Testing

/// Stops an ingest by throwing out of it, after each unit in turn; a
/// SIGKILL adds to this only what SQLite recovers by itself.
@Suite("Stopping an ingest")
struct InterruptionTests {
  private struct Stop: Error {}

  private func archives() throws -> Archives {
    // Two lists, one large enough to be cut into slices.
    let archives = try Archives([
      "large.mbox": (0..<120).map { Post(number: $0).entry }.joined(),
      "builders/2008-March.txt": (0..<9).map { Post(number: $0).text }.joined(),
    ])
    for number in 0..<9 {
      try archives.write(Post(number: number).page, to: "builders/2008-March/00000\(number).html")
    }
    return archives
  }

  /// Units so small that these archives make many.
  private var options: Ingest.Options {
    var options = Ingest.Options()
    options.reading.unitSize = UnitSize(bytes: 4096, files: 3)
    options.reading.mappedFrom = 8192
    return options
  }

  @Test("stopped after every unit in turn, it ends with the record of a single run")
  func stopped() async throws {
    let archives = try archives()
    let whole = try ArchiveDatabase.inMemory()
    var units = 0
    _ = try await Ingest(into: whole, options).run(ArchiveWalker(paths: [archives.path])) { _ in
      units += 1
    }
    #expect(units > 10)
    let store = try ArchiveDatabase.inMemory()
    for _ in 0..<units {
      let before = try store.sourceStates()
      await #expect(throws: Stop.self) {
        _ = try await Ingest(into: store, options).run(ArchiveWalker(paths: [archives.path])) { _ in
          if try store.sourceStates() != before { throw Stop() }
        }
        throw Stop()
      }
    }
    let last = try await archives.ingest(into: store, options)
    #expect(last.messages.added == 0)
    #expect(try store.content() == whole.content())
    #expect(try store.persons() == whole.persons())
    #expect(try store.sourceStates() == whole.sourceStates())
  }

  @Test("persons left stale by a stop are made current by the next run, though it reads nothing")
  func stalePersons() async throws {
    let archives = try Archives(["list.mbox": Post(number: 1).entry])
    let store = try ArchiveDatabase.inMemory()
    await #expect(throws: Stop.self) {
      _ = try await Ingest(into: store).run(ArchiveWalker(paths: [archives.path])) { _ in
        throw Stop()
      }
    }
    #expect(try store.personsAreStale())
    try await archives.ingest(into: store)
    #expect(try store.persons().map(\.name) == ["Ada Example"])
  }
}
