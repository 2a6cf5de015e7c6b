import ArchiveStorage
import Foundation
import MailParsing
import ResumeReading
import TestSupport
import Testing

@testable import ClaimChecking

@Suite("Commits as a record", .enabled(if: Tool.isInstalled("git")))
struct GitProbeTests {
  static let ida = "Ida Quill <ida@example.org>"
  static let otto = "Otto Brand <otto@example.org>"

  /// A project that Otto opened, whose wick-scheduler Ida began and whose lens she came to late.
  static func history() throws -> GitRepositoryFixture {
    let fixture = try GitRepositoryFixture()
    try fixture.commit(
      "initial import", by: otto, on: "2010-01-01",
      paths: ["lantern/core.c", "lantern/lens/focus.c"])
    try fixture.commit("lens: polish", by: otto, on: "2010-01-20", paths: ["lantern/lens/focus.c"])
    try fixture.commit("lens: grind", by: otto, on: "2010-01-25", paths: ["lantern/lens/grind.c"])
    try fixture.commit(
      "Start of a wick scheduler", by: ida, on: "2010-02-01", paths: ["lantern/wick/scheduler.c"])
    try fixture.commit(
      "tidy the loops", by: "ida <IDA@Example.org>", on: "2010-03-01",
      paths: ["lantern/wick/scheduler.c"])
    try fixture.commit(
      "lens: fix a crack", by: ida, on: "2011-01-01", paths: ["lantern/lens/grind.c"])
    try fixture.commit("oil gauge", by: ida, on: "2013-01-01", paths: ["lantern/oil/gauge.c"])
    return fixture
  }

  static func check(
    _ quote: String, kind: Claim.Kind = .contribution, strength: Claim.Strength? = nil,
    topics: [String] = [], actor: Claim.Actor = .author, period: Period? = nil,
    repositories: [String], keys: CheckRecord.Keys? = nil
  ) async throws -> (CheckedClaim, CheckResult) {
    let document = Document(kind: .statement, path: "statement.txt", sha256: "", text: quote + ".")
    let written = MailDate(secondsSinceEpoch: 1_325_376_000, zoneOffsetMinutes: 0)  // 2012-01-01
    var claim = Claim(
      quote: quote, range: 0..<quote.unicodeScalars.count, kind: kind, actor: actor)
    claim.strength = strength
    claim.topics = topics
    claim.period = period
    let subject = CheckSubject(name: "Ida Quill", addresses: ["ida@example.org"])
    let result = try await ClaimChecker().check(
      statements: [(.document(document, writtenAt: written), [claim])], subject: subject,
      record: CheckRecord(repositories: repositories, keys: keys)
    ).keepingInvariants(subject)
    return (try #require(result.claims.first), result)
  }

  static func commits(_ checked: CheckedClaim) -> [CommitCitation] {
    checked.findings.flatMap(\.citations).compactMap {
      if case .commit(let commit) = $0 { commit } else { nil }
    }
  }

  @Test("who began a part of the tree is shown to have started it")
  func started() async throws {
    let fixture = try Self.history()
    let (checked, _) = try await Self.check(
      "I started the wick-scheduler", strength: .led, topics: ["wick-scheduler"],
      repositories: [fixture.path])
    #expect(checked.verdict.kind == .corroborated)
    let commits = Self.commits(checked)
    #expect(commits.map(\.subject) == ["Start of a wick scheduler", "tidy the loops"])
    #expect(commits.first?.path == "lantern/wick/scheduler.c")
    #expect(commits.first?.authoredAt == "2010-02-01T12:00:00+00:00")
    #expect(commits.last?.author == "ida <IDA@Example.org>")
  }

  @Test(
    "what commits show bounds the verdict",
    arguments: [
      ("I led the work on the lens", Claim.Strength.led, ["lens"], Verdict.Kind.partlyCorroborated),
      ("I worked on the lens", .tookPart, ["lens"], .corroborated),
      ("I made the lens faster", .did, ["lens"], .partlyCorroborated),
      ("I wrote the oil gauge", .did, ["oil gauge"], .notFound),
      ("I wrote the support for mirrors", .did, ["support for mirrors"], .notFound),
      ("I worked on the lens and the mirrors", .did, ["lens", "mirrors"], .partlyCorroborated),
    ])
  func bounds(
    quote: String, strength: Claim.Strength, topics: [String], verdict: Verdict.Kind
  ) async throws {
    let fixture = try Self.history()
    let (checked, _) = try await Self.check(
      quote, strength: strength, topics: topics, repositories: [fixture.path])
    #expect(checked.verdict.kind == verdict, "\(checked.findings.map(\.because))")
  }

  @Test("only commits after the statement tell what came of a plan")
  func plans() async throws {
    let fixture = try Self.history()
    let (done, _) = try await Self.check(
      "I plan to finish the oil gauge", kind: .intent, topics: ["oil gauge"],
      repositories: [fixture.path])
    #expect(done.verdict.kind == .partlyCorroborated)
    #expect(Self.commits(done).map(\.subject) == ["oil gauge"])
    let (left, _) = try await Self.check(
      "I plan to finish the lens", kind: .intent, topics: ["lens"], repositories: [fixture.path])
    #expect(left.verdict.kind == .notCheckable)
  }

  @Test("being there from the beginning is held against the first commit of all")
  func beginnings() async throws {
    let fixture = try Self.history()
    let (checked, _) = try await Self.check(
      "I've been involved with the project from the beginning", kind: .tenure,
      repositories: [fixture.path])
    #expect(checked.verdict.kind == .corroborated)
  }

  @Test("a year of commits is no fifteen years, and work is no employment")
  func lengths() async throws {
    let fixture = try Self.history()
    let (short, _) = try await Self.check(
      "I have been there for 1 year", kind: .tenure, period: Period(months: 12),
      repositories: [fixture.path])
    #expect(short.verdict.kind == .partlyCorroborated)
    let (long, _) = try await Self.check(
      "I have been there for 15 years", kind: .tenure, period: Period(months: 180),
      repositories: [fixture.path])
    #expect(long.verdict.kind == .notFound)
  }

  @Test("a plan that names no topic is followed by no commit")
  func vaguePlans() async throws {
    let fixture = try Self.history()
    try fixture.commit("oil: refill", by: Self.ida, on: "2013-02-01", paths: ["lantern/oil/can.c"])
    let (checked, _) = try await Self.check(
      "I hope to go on pouring oil", kind: .intent, repositories: [fixture.path])
    #expect(checked.verdict.kind == .notCheckable)
    #expect(Self.commits(checked).isEmpty)
  }

  @Test("two words of a topic stand together in what a commit names")
  func wordsTogether() async throws {
    let fixture = try Self.history()
    try fixture.commit(
      "lens: widen\n\nSo that the wick has room for a bracket.", by: Self.ida, on: "2011-02-01",
      paths: ["lantern/lens/bracket.c"])
    let (apart, _) = try await Self.check(
      "I wrote the wick bracket", strength: .did, topics: ["wick bracket"],
      repositories: [fixture.path])
    #expect(apart.verdict.kind == .notFound)
    let (together, _) = try await Self.check(
      "I wrote the lens bracket", strength: .did, topics: ["lens bracket"],
      repositories: [fixture.path])
    #expect(Self.commits(together).map(\.path) == ["lantern/lens/bracket.c"])
  }

  @Test("a topic of which words of all work are a part is met as it stands")
  func wording() async throws {
    let fixture = try Self.history()
    let quote = "I worked on the wick issues"
    let (without, _) = try await Self.check(
      quote, strength: .did, topics: ["wick issues"], repositories: [fixture.path])
    #expect(Self.commits(without).isEmpty)
    try fixture.commit(
      "Settle two wick issues", by: Self.ida, on: "2011-03-01", paths: ["lantern/wick/wool.c"])
    let (with, _) = try await Self.check(
      quote, strength: .did, topics: ["wick issues"], repositories: [fixture.path])
    #expect(Self.commits(with).map(\.subject) == ["Settle two wick issues"])
  }

  @Test(
    "what is said to have been done to a thing is asked for, and all work on the thing is not it")
  func action() async throws {
    let fixture = try Self.history()
    let quote = "I helped with the migration of our lens"
    let (without, _) = try await Self.check(
      quote, strength: .did, topics: ["lens"], repositories: [fixture.path])
    #expect(Self.commits(without).isEmpty)
    try fixture.commit(
      "lens: the migration to glass", by: Self.ida, on: "2011-03-01", paths: ["lantern/lens/x.c"])
    let (with, _) = try await Self.check(
      quote, strength: .did, topics: ["lens"], repositories: [fixture.path])
    #expect(Self.commits(with).map(\.subject) == ["lens: the migration to glass"])
  }

  @Test("a project that much of the history names is no part of it")
  func greaterWhole() async throws {
    let fixture = try Self.history()
    try fixture.addAuthors(90)
    for number in 0..<15 {
      try fixture.commit(
        "dust \(number)", by: Self.ida, on: "2011-03-01", paths: ["guild/\(number).c"])
    }
    for (topic, isFound) in [("core Guild project", false), ("Guild", true)] {
      let (checked, _) = try await Self.check(
        "I cared for the \(topic)", strength: .did, topics: [topic], repositories: [fixture.path])
      #expect(!Self.commits(checked).isEmpty == isFound)
    }
  }

  @Test("words joined to a name are met together, and a dot joins no others")
  func joinedNames() async throws {
    let fixture = try Self.history()
    for (subject, path) in [
      ("oil: drain the lamp", "lantern/drain.c"), ("clean lamp.oil", "lantern/can.c"),
      ("refill lamp-oil", "lantern/fill.c"),
    ] {
      try fixture.commit(subject, by: Self.ida, on: "2011-03-01", paths: [path])
    }
    let (checked, _) = try await Self.check(
      "I added lamp-oil", strength: .did, topics: ["lamp-oil"], repositories: [fixture.path])
    #expect(Self.commits(checked).map(\.subject) == ["refill lamp-oil"])
  }

  @Test("a group's work of the last year is shown by others' commits, where the author made some")
  func groups() async throws {
    let fixture = try Self.history()
    let quote = "we finished the shade of the lantern"
    for day in ["2009-01-01", "2011-06-01"] {
      try fixture.commit("shade: fold", by: Self.otto, on: day, paths: ["lantern/shade.c"])
    }
    let (checked, _) = try await Self.check(
      quote, strength: .did, topics: ["shade"], actor: .group, repositories: [fixture.path])
    #expect(checked.verdict.kind == .partlyCorroborated)
    #expect(Self.commits(checked).map { $0.authoredAt.prefix(10) } == ["2011-06-01"])
    #expect(checked.verdict.because.contains("no commit on “shade” by the author"))
    let (own, _) = try await Self.check(
      quote, strength: .did, topics: ["shade"], repositories: [fixture.path])
    #expect(Self.commits(own).isEmpty)
  }

  @Test(
    "a group's work elsewhere, and what it talked over, is shown by nobody's commits",
    arguments: ["we finished the shade", "we discussed the shade of the lantern"])
  func groupsElsewhere(quote: String) async throws {
    let fixture = try Self.history()
    for (author, path) in [(Self.otto, "lantern/shade.c"), (Self.ida, "lantern/shade/fold.c")] {
      try fixture.commit("shade: fold", by: author, on: "2011-06-01", paths: [path])
    }
    let (checked, _) = try await Self.check(
      quote, strength: .did, topics: ["shade"], actor: .group, repositories: [fixture.path])
    #expect(Self.commits(checked).isEmpty)
  }

  @Test("work said to be of some time is looked for at that time")
  func times() async throws {
    let fixture = try Self.history()
    let (checked, _) = try await Self.check(
      "I worked on the lens in 2008", strength: .did, topics: ["lens"],
      period: Period(start: PartialDate(year: 2008), end: PartialDate(year: 2008)),
      repositories: [fixture.path])
    #expect(Self.commits(checked).isEmpty)
  }

  @Test("work on the project as a whole is shown by its first and last commit")
  func wholes() async throws {
    let fixture = try Self.history()
    let (checked, _) = try await Self.check(
      "I contributed to lantern", strength: .did, topics: ["lantern"], repositories: [fixture.path])
    #expect(checked.verdict.kind == .corroborated)
    #expect(
      Self.commits(checked).map(\.subject)
        == ["Start of a wick scheduler", "tidy the loops", "lens: fix a crack"])
  }

  @Test("a topic that is a post asks for no commit")
  func posts() async throws {
    let fixture = try Self.history()
    let (checked, _) = try await Self.check(
      "I was the second lantern-core", strength: .did, topics: ["lantern-core"],
      repositories: [fixture.path])
    #expect(Self.commits(checked).isEmpty)
  }

  @Test(
    "posts and years elsewhere are shown by no commit",
    arguments: [
      ("I am the PTL of lantern", Claim.Kind.role, nil, true),
      ("I am a core reviewer of this project", .role, nil, true),
      ("I am a core reviewer of the glass project", .role, nil, false),
      ("I have been in the glass guild for 1 year", .tenure, 12, false),
      ("I have been in it for 1 year", .tenure, 12, true),
      ("I have spent many years on lantern", .tenure, nil, false),
      ("I sit on the Foundation board", .role, nil, false),
      (
        "I have been there for 1 year, in Bellows, as Bellows is, and for Bellows", .tenure, 12,
        false
      ),
      ("I lead this project, in Bellows, as Bellows is, and for Bellows", .role, nil, false),
      ("I have been there for 1 year", .tenure, 12, true),
    ])
  func elsewhere(quote: String, kind: Claim.Kind, months: Int?, isShown: Bool) async throws {
    let fixture = try Self.history()
    let (checked, _) = try await Self.check(
      quote, kind: kind, period: months.map { Period(months: $0) }, repositories: [fixture.path])
    #expect(Self.commits(checked).isEmpty != isShown, "\(checked.findings.map(\.because))")
  }

  @Test("a mailmap brings an old address to the person")
  func mailmap() async throws {
    let fixture = try GitRepositoryFixture()
    try fixture.commit(
      "add bellows", by: "iq <iq@old.example.org>", on: "2010-01-01", paths: ["bellows.c"])
    try Data("Ida Quill <ida@example.org> <iq@old.example.org>\n".utf8)
      .write(to: fixture.url.appendingPathComponent(".mailmap"))
    try fixture.commit("mailmap", by: Self.otto, on: "2010-01-02", paths: ["README"])
    let (checked, _) = try await Self.check(
      "I wrote the bellows", strength: .did, topics: ["bellows"], repositories: [fixture.path])
    #expect(checked.verdict.kind == .corroborated)
  }

  @Test("a path that is no repository, an empty one and one without the person are told in notes")
  func unusable() async throws {
    let empty = try GitRepositoryFixture(named: "empty.git")
    let foreign = try GitRepositoryFixture(named: "foreign.git")
    try foreign.commit("wick", by: Self.otto, on: "2010-01-01", paths: ["wick.c"])
    let none = try Checkout.temporaryDirectory("none")
    defer { try? FileManager.default.removeItem(at: none) }
    let (_, result) = try await Self.check(
      "I wrote the wick", strength: .did, topics: ["wick"],
      repositories: [none.path, empty.path, foreign.path])
    #expect(result.notes.count == 3)
    #expect(result.notes.contains { $0.contains(none.path) && $0.contains("cannot be read") })
    #expect(result.notes.contains("\(empty.path) has no commit"))
    #expect(result.notes.contains("\(foreign.path) has no commit by Ida Quill"))
    let (failed, _) = try await Self.check(
      "I wrote the wick", strength: .did, topics: ["wick"], repositories: [none.path])
    #expect(failed.findings.contains { $0.probe == .git && $0.outcome == .failed })
    #expect(failed.verdict.kind == .notCheckable)
  }
}
