import ArchiveStorage
import MailParsing
import TestSupport
import Testing

@testable import ClaimChecking

/// Ann states on day 1000 that she wrote the importer.
@Suite("Work that nobody claimed")
struct UnclaimedWorkTests {
  private static func unclaimed(
    _ mails: [Mail], namesakes: [String] = []
  ) async throws -> [UnclaimedWork] {
    let text = "I wrote the importer."
    let statement = Statement.document(
      Document(kind: .statement, path: "s.txt", sha256: "", text: text),
      writtenAt: MailDate(secondsSinceEpoch: 1000 * 86_400, zoneOffsetMinutes: 0))
    var claim = Claim(quote: text, range: 0..<text.count, kind: .contribution, actor: .author)
    claim.topics = ["importer"]
    claim.strength = .did
    let database = try Mail.store(mails)
    try database.replacePersons([
      Person(id: 1, name: "Ann Example", identities: [Mail.ann], merges: [], messageCount: 1),
      Person(id: 2, name: "Bob Sample", identities: [Mail.bob], merges: [], messageCount: 1),
    ])
    var subject = CheckSubject(name: "Ann Example", addresses: ["ann@example.org"])
    subject.personID = 1
    subject.namesakes = namesakes
    return try await ClaimChecker().check(
      statements: [(statement, [claim])], subject: subject, record: CheckRecord(database: database)
    ).keepingInvariants(subject).unclaimedWork
  }

  private static func patch(_ subject: String, day: Int64) -> Mail {
    Mail(from: Mail.ann, subject: subject, text: "Hi,\nit adds a lock table.\n", day: day)
  }

  @Test("patches on what is not named are told thread by thread, in order of time")
  func patches() async throws {
    let found = try await Self.unclaimed([
      Self.patch("[PATCH 2/2] dev: shade the lantern", day: 20),
      Self.patch("[PATCH v2] A lock table", day: 12), Self.patch("[PATCH] A lock table", day: 10),
      Self.patch("[PATCH] importer", day: 11),
    ])
    #expect(found.map(\.topic) == ["A lock table", "dev: shade the lantern"])
    #expect(found.map(\.recordCount) == [2, 1])
    #expect(found[0].citations.map(\.words) == ["it adds a lock table.", "it adds a lock table."])
  }

  @Test("thanks count where the full name stands, and a given name in answer to the person")
  func thanks() async throws {
    let found = try await Self.unclaimed([
      Mail(from: Mail.ann, subject: "A lock table", text: "Here it is.\n", day: 10),
      Mail(
        from: Mail.bob, subject: "Re: A lock table", text: "Thanks for the fix, Ann.\n", day: 11,
        inReplyTo: ["0@example.org"]),
      Mail(from: Mail.bob, subject: "Shades", text: "Kudos to Ann Example for it.\n", day: 12),
      Mail(from: Mail.bob, subject: "Lenses", text: "Kudos to Ann Other for it.\n", day: 13),
      Mail(from: Mail.bob, subject: "Wicks", text: "Thanks for the fix, Ann.\n", day: 14),
    ])
    #expect(found.map(\.kind) == [.thanks, .thanks])
    #expect(found.map(\.topic) == ["A lock table", "Shades"])
  }

  @Test("an answer, later work and work of somebody else are none")
  func others() async throws {
    var others = Self.patch("[PATCH] A lock table", day: 10)
    others.from = Mail.bob
    let found = try await Self.unclaimed([
      others, Self.patch("Re: A lock table", day: 11),
      Self.patch("[PATCH] A lock table", day: 1001),
    ])
    #expect(found == [])
  }

  @Test("while it is not settled who is meant, nothing is told")
  func namesakes() async throws {
    let mails = [Self.patch("[PATCH] A lock table", day: 10)]
    #expect(try await Self.unclaimed(mails, namesakes: ["Ann Example, Oslo"]) == [])
  }

  @Test("no more than six of a kind are told: those with the most records")
  func bounded() async throws {
    let names = ["shade", "lens", "wick", "hinge", "handle", "flame", "mirror"]
    let mails = names.enumerated().flatMap { index, name in
      (0...index).map { Self.patch("[PATCH] lantern \(name)", day: Int64(10 + index + $0)) }
    }
    let found = try await Self.unclaimed(mails)
    #expect(found.map(\.topic) == names.dropFirst().map { "lantern \($0)" })
  }

  @Test(
    "a thread's subject is what stands behind signs and numbers",
    arguments: [
      ("Re: [dev] [PATCH 1/3] lens: a shade", "lens: a shade"), ("[RFC] v2 lens", "lens"),
      ("AW: Fwd: lens (was: wick)", "lens"), ("Re:", ""), ("vi keys", "vi keys"),
    ])
  func subjects(subject: String, topic: String) {
    #expect(ThreadSubject.topic(of: subject) == topic)
  }
}

@Suite("Commits that nobody claimed", .enabled(if: Tool.isInstalled("git")))
struct UnclaimedCommitTests {
  @Test(
    "parts of the tree with three commits and no word for them are told, and how telling others are"
  )
  func parts() async throws {
    let fixture = try GitProbeTests.history()
    for month in 1...4 {
      try fixture.commit(
        "hinge \(month)", by: GitProbeTests.ida, on: "2011-0\(month)-01",
        paths: ["lantern/hinge/pin.c", "lantern/tests/hinge/pin.c"])
    }
    let (checked, result) = try await GitProbeTests.check(
      "I wrote the wick scheduler", strength: .did, topics: ["wick scheduler"],
      repositories: [fixture.path])
    #expect(result.unclaimedWork.map(\.topic) == ["lantern/hinge"])
    #expect(result.unclaimedWork.map(\.recordCount) == [4])
    #expect(checked.verdict.telling == Telling(.commits, asStrong: 1, of: 2))
    let (_, named) = try await GitProbeTests.check(
      "I wrote the hinge", strength: .did, topics: ["hinge"], repositories: [fixture.path])
    #expect(named.unclaimedWork == [])
  }

  @Test(
    "a commit's part of the tree is where half of its work lies",
    arguments: [
      (["a/b/c.c", "a/b/d.c", "a/tests/b/c.c"], ["a/b"]),
      (["a/x/c.c", "a/y/d.c"], ["a/x", "a/y"]),
      (["a/utils.py"], ["a/utils"]), (["README"], ["README"]), (["a/tests/b.c"], ["a/tests"]),
      (["a/1/x", "a/2/x", "a/3/x"], []), ([], []),
    ])
  func parts(paths: [String], parts: [String]) {
    #expect(UnclaimedCommits.parts(of: paths) == parts)
  }
}
