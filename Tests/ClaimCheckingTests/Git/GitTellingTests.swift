import ArchiveStorage
import TestSupport
import Testing

@testable import ClaimChecking

@Suite("Commits that set their author apart", .enabled(if: Tool.isInstalled("git")))
struct GitTellingTests {
  /// A shutter and a bellows that everybody has mended, and what Ida did to them.
  private static func history() throws -> GitRepositoryFixture {
    let fixture = try GitRepositoryFixture()
    let others = ["Otto", "Udo", "Ada", "Eva"].map {
      "\($0) Brand <\($0.lowercased())@example.org>"
    }
    for (day, other) in zip(10..., others) {
      try fixture.commit(
        "shutter: fix a hinge", by: other, on: "2010-01-\(day)", paths: ["lantern/shutter.c"])
      try fixture.commit(
        "bellows: mend a leak", by: other, on: "2010-02-\(day)", paths: ["lantern/bellows.c"])
    }
    let ida = GitProbeTests.ida
    try fixture.commit(
      "Rearchitect the shutter", by: ida, on: "2010-03-01", paths: ["lantern/shutter.c"])
    try fixture.commit(
      "bellows: use the wind gauge", by: ida, on: "2010-03-02", paths: ["lantern/bellows.c"])
    try fixture.commit(
      "Keep the wick ledger on disk", by: ida, on: "2012-03-02", paths: ["lantern/ledger.c"])
    return fixture
  }

  @Test(
    "one commit among many tells where it says what was done, or names all that is claimed",
    arguments: [
      ("I worked on the shutter", ["shutter"], Verdict.Kind.partlyCorroborated),
      ("I rewrote the shutter mechanism", ["shutter mechanism"], .corroborated),
      ("I repaired the bellows", ["bellows"], .partlyCorroborated),
      ("I taught the bellows of the wind gauge", ["bellows", "wind gauge"], .corroborated),
    ])
  func telling(quote: String, topics: [String], verdict: Verdict.Kind) async throws {
    let fixture = try Self.history()
    let (checked, _) = try await GitProbeTests.check(
      quote, strength: .did, topics: topics, repositories: [fixture.path])
    #expect(checked.verdict.kind == verdict, "\(checked.findings.map(\.because))")
  }

  @Test("two neighbouring words of a plan name what came of it, and one alone does not")
  func pairs() async throws {
    let fixture = try Self.history()
    let (kept, _) = try await GitProbeTests.check(
      "I will persist the wick ledger", kind: .intent, repositories: [fixture.path])
    #expect(GitProbeTests.commits(kept).map(\.subject) == ["Keep the wick ledger on disk"])
    for plan in [
      "I will persist the ledger of oil", "I will write the oil ledger",
      "I will speak on the wick ledger in sessions",
    ] {
      let (left, _) = try await GitProbeTests.check(
        plan, kind: .intent, repositories: [fixture.path])
      #expect(left.verdict.kind == .notCheckable, "\(plan)")
    }
  }
}
