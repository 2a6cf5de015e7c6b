import Testing

@testable import ArchiveIngesting

@Suite("When an ingest commits")
struct CommitPaceTests {
  private static let mebibyte = 1 << 20

  @Test(
    "a commit comes after a quarter of what is held, within bounds",
    arguments: [
      (held: 0, due: 16), (held: 64, due: 16), (held: 200, due: 50), (held: 4000, due: 128),
    ])
  func due(held: Int, due: Int) {
    var pace = CommitPace(heldBytes: held * Self.mebibyte)
    let early = (1..<due).count { _ in pace.isTime(after: Self.mebibyte) }
    #expect(early == 0)
    let isTime = pace.isTime(after: Self.mebibyte)
    #expect(isTime)
    let isTimeAgain = pace.isTime(after: 0)
    #expect(!isTimeAgain)
  }

  @Test("the number of commits grows with the logarithm of the mail, and then slowly with the mail")
  func count() {
    var pace = CommitPace(heldBytes: 0)
    let commits = (0..<600).count { _ in pace.isTime(after: Self.mebibyte) }
    #expect((10...14).contains(commits), "\(commits)")
  }
}
