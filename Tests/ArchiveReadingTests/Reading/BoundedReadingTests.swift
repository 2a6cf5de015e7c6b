import ArchiveReading
import MailParsing
import Synchronization
import Testing

@Suite("Several tasks hold no more than ordinary entries would take, or one large entry")
struct BoundedReadingTests {
  /// The most units that were under way at once, each of one mail of `byteCount` bytes.
  private func mostUnderWay(mailsOf byteCount: Int) async throws -> Int {
    let text = String(repeating: "x", count: byteCount)
    let archives = try Archives()
    for number in 1...12 { try archives.write(Letter.mail(number) + text, to: "\(number).eml") }
    var options = ArchiveReader.Options()
    options.workers = 4
    options.unitSize = UnitSize(bytes: 1000)
    let underWay = Mutex((now: 0, most: 0))
    var count = 0
    try await ArchiveReader(options).read(
      ArchiveWalker(paths: [archives.path]),
      startingPart: {
        underWay.withLock {
          $0.now += 1
          $0.most = max($0.most, $0.now)
        }
      },
      entry: { _, _, _ in },
      finishing: { _, _ in },
      deliver: { _ in
        underWay.withLock { $0.now -= 1 }
        count += 1
      })
    #expect(count == 12)
    return underWay.withLock(\.most)
  }

  @Test("a unit as large as all the others may be is alone")
  func largeEntries() async throws {
    #expect(try await mostUnderWay(mailsOf: 20_000) == 1)
  }

  @Test("ordinary units are as many as there are tasks, and one")
  func ordinaryEntries() async throws {
    #expect(try await mostUnderWay(mailsOf: 1000) <= 5)
  }
}
