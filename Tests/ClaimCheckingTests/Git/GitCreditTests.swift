import ArchiveStorage
import Foundation
import MailParsing
import TestSupport
import Testing

@testable import ClaimChecking

@Suite("Whose work a commit is", .enabled(if: Tool.isInstalled("git")))
struct GitCreditTests {
  private let fixture: GitRepositoryFixture

  init() throws {
    fixture = try GitRepositoryFixture()
    try fixture.commit("initial import", by: GitProbeTests.otto, on: "2010-01-01", paths: ["a.c"])
  }

  private func check(
    _ quote: String, _ strength: Claim.Strength, _ topic: String
  ) async throws -> CheckedClaim {
    try await GitProbeTests.check(
      quote, strength: strength, topics: [topic], repositories: [fixture.path]
    ).0
  }

  @Test("a co-author wrote the change")
  func coAuthor() async throws {
    try fixture.commit(
      "Add a wick trimmer\n\nTrims.\n\nCo-authored-by: Ida Quill <ida@example.org>",
      by: GitProbeTests.otto, on: "2010-02-01", paths: ["trimmer.c"])
    #expect(
      try await check("I wrote the wick trimmer", .did, "wick trimmer").verdict.kind
        == .corroborated)
  }

  @Test("a reviewer, tester or reporter took part", arguments: ["Reviewed", "Tested", "Reported"])
  func helper(deed: String) async throws {
    try fixture.commit(
      "Add a wick trimmer\n\nTrims.\n\n\(deed)-by: Ida Quill <ida@example.org>",
      by: GitProbeTests.otto, on: "2010-02-01", paths: ["trimmer.c"])
    let part = try await check("I helped with the wick trimmer", .tookPart, "wick trimmer")
    #expect(part.verdict.kind == .corroborated)
    let whole = try await check("I wrote the wick trimmer", .did, "wick trimmer")
    #expect(whole.verdict.kind == .partlyCorroborated)
  }

  @Test("a backport, a revert and a merge are no second work")
  func once() async throws {
    let message = "trimmer: sharpen\n\nChange-Id: I0123456789"
    try fixture.commit(message, by: GitProbeTests.ida, on: "2010-02-01", paths: ["trimmer.c"])
    try fixture.git(["checkout", "-q", "-b", "stable", "HEAD~1"])
    try fixture.commit(
      message + "\n(cherry picked from commit 0123456)", by: GitProbeTests.ida, on: "2010-02-01",
      committed: "2010-03-01", paths: ["trimmer.c"])
    try fixture.commit(
      "Revert \"trimmer: sharpen\"", by: GitProbeTests.ida, on: "2010-03-02", paths: ["trimmer.c"])
    try fixture.git(["checkout", "-q", "main"])
    try fixture.git(
      ["merge", "-q", "-s", "ours", "-m", "Merge trimmer", "stable"],
      environment: [
        "GIT_AUTHOR_NAME": "Ida Quill", "GIT_AUTHOR_EMAIL": "ida@example.org",
        "GIT_COMMITTER_NAME": "Ida Quill", "GIT_COMMITTER_EMAIL": "ida@example.org",
      ])
    let checked = try await check("I worked on the trimmer", .did, "trimmer")
    #expect(GitProbeTests.commits(checked).map(\.subject) == ["trimmer: sharpen"])
  }

  @Test("moving many files is no work on what they are about")
  func move() async throws {
    let names = (0..<12).map { "lens/part\($0).c" }
    try fixture.commit("lens", by: GitProbeTests.otto, on: "2010-02-01", paths: names)
    try FileManager.default.moveItem(
      at: fixture.url.appendingPathComponent("lens"),
      to: fixture.url.appendingPathComponent("glass"))
    try fixture.commit("tidy up", by: GitProbeTests.ida, on: "2010-02-02", paths: [])
    #expect(try await check("I worked on the glass", .did, "glass").verdict.kind == .notFound)
  }

  @Test("what was committed after the statement does not support it")
  func late() async throws {
    try fixture.commit(
      "Add bellows", by: GitProbeTests.ida, on: "2010-02-01", committed: "2013-02-01",
      paths: ["bellows.c"])
    #expect(try await check("I wrote the bellows", .did, "bellows").verdict.kind == .notFound)
  }

  @Test("dates far apart are said")
  func apart() async throws {
    try fixture.commit(
      "Add bellows", by: GitProbeTests.ida, on: "2010-02-01", committed: "2010-12-24",
      paths: ["bellows.c"])
    let checked = try await check("I wrote the bellows", .did, "bellows")
    #expect(checked.verdict.kind == .corroborated)
    #expect(
      checked.findings.contains {
        $0.because.contains("authored on 2010-02-01 and committed on 2010-12-24")
      })
  }

  @Test("of two people of one name an address tells which is meant, and nothing else does")
  func namesakes() async throws {
    try fixture.commit(
      "Add bellows", by: "Li Wang <wei@one.example.org>", on: "2010-02-01", paths: ["bellows.c"])
    try fixture.commit(
      "Add a hood", by: "Li Wang <wang@two.example.net>", on: "2010-03-01", paths: ["hood.c"])
    // Among so many people a common name is expected twice.
    try fixture.addAuthors(400)
    let document = Document(
      kind: .statement, path: "statement.txt", sha256: "", text: "I wrote the bellows.")
    var claim = Claim(
      quote: "I wrote the bellows", range: 0..<19, kind: .contribution, actor: .author)
    claim.strength = .did
    claim.topics = ["bellows"]
    func verdict(_ subject: CheckSubject) async throws -> Verdict {
      let result = try await ClaimChecker().check(
        statements: [(.document(document, writtenAt: nil), [claim])], subject: subject,
        record: CheckRecord(repositories: [fixture.path]))
      return result.claims[0].verdict
    }
    let unsettled = try await verdict(CheckSubject(name: "Li Wang"))
    #expect(unsettled.kind == .notCheckable)
    #expect(unsettled.because.contains("wei@one.example.org"))
    #expect(unsettled.because.contains("wang@two.example.net"))
    let settled = CheckSubject(name: "Li Wang", addresses: ["wei@one.example.org"])
    #expect(try await verdict(settled).kind == .corroborated)
    let elsewhere = CheckSubject(name: "Li Wang", addresses: ["ww@three.example.com"])
    #expect(try await verdict(elsewhere).kind == .notCheckable)
  }
}
