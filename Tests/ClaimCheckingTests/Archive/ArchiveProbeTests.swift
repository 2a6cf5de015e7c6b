import ArchiveStorage
import MailParsing
import Testing

@testable import ClaimChecking

/// The archive is asked about a statement that Ann makes on day 1000.
@Suite("The archive probe")
struct ArchiveProbeTests {
  private static let day: Int64 = 86_400
  private static let claimed = "I started the initial work for the widget-scheduler."

  private static func findings(
    _ mails: [Mail], kind: Claim.Kind = .contribution, quote: String = claimed,
    topics: [String] = ["widget-scheduler"], since: MailDate? = nil, until: MailDate? = nil,
    identities: [Address]? = nil
  ) async throws -> [Finding] {
    let document = Document(kind: .statement, path: "s.txt", sha256: "", text: quote)
    let statement = Statement.document(
      document, writtenAt: MailDate(secondsSinceEpoch: 1000 * day, zoneOffsetMinutes: 0))
    var claim = Claim(
      quote: quote, range: 0..<quote.unicodeScalars.count, kind: kind, actor: .author)
    claim.topics = topics
    claim.strength = kind == .contribution ? .led : nil
    let record = CheckRecord(since: since, until: until, database: try Mail.store(mails))
    var subject = CheckSubject(name: "Ann Example", addresses: ["ann@example.org"])
    if let identities, let database = record.database {
      let known = try database.people(matching: "Ann Example")
      subject = CheckSubject(try #require(known.first { $0.identities == identities }))
    }
    let inquiry = Inquiry(claim, in: statement, context: StatementContext(statement))
    return try await ArchiveProbe(record, subject: subject).examine(inquiry)
  }

  private static func quotes(_ finding: Finding) -> [String] {
    finding.citations.map { citation in
      if case .message(let message) = citation { message.quote.exact } else { "" }
    }
  }

  @Test("an own patch at the time supports a part, in the sentence that names the topic")
  func ownPatch() async throws {
    let found = try await Self.findings([
      Mail(
        from: Mail.ann, subject: "[PATCH 0/2] first cut",
        text: "Hello all.\nThis adds the widget scheduler.\n", day: 10)
    ])
    #expect(found.map(\.keeper) == [.claimantAtTheTime])
    #expect(found.map(\.isPartial) == [true])
    #expect(found.flatMap(Self.quotes) == ["This adds the widget scheduler."])
  }

  @Test("what several people write from a list's address is whose name it bears")
  func listAddress() async throws {
    let list = "lamps@example.org"
    let found = try await Self.findings(
      [
        Mail(
          from: Address(name: "Ann Example", email: list), subject: "[PATCH] widget scheduler",
          text: "This adds the widget scheduler.\n", day: 10),
        Mail(
          from: Address(name: "Bob Sample", email: list), subject: "[PATCH] widget scheduler",
          text: "This mends the widget scheduler.\n", day: 11),
      ], identities: [Address(name: "Ann Example", email: list)])
    #expect(found.flatMap(Self.quotes) == ["This adds the widget scheduler."])
  }

  @Test("another own post that tells of the work is the claimant's word; talk of it is nothing")
  func ownPost() async throws {
    let found = try await Self.findings([
      Mail(
        from: Mail.ann, subject: "Lunch", text: "I am working on the widget scheduler.\n", day: 10),
      Mail(from: Mail.ann, subject: "Lunch", text: "I fixed the widget.\n", day: 11),
      Mail(from: Mail.ann, subject: "Lunch", text: "The widget scheduler is late.\n", day: 12),
    ])
    #expect(found.map(\.keeper) == [.claimant])
    #expect(found[0].citations.count == 1)
  }

  @Test("a patch that only touches lines on the topic was not sent for it")
  func passingPatch() async throws {
    let patch = "Fix the build.\n\n--- a/x\n+++ b/x\n+widget scheduler\n"
    let found = try await Self.findings([
      Mail(from: Mail.ann, subject: "[PATCH] build", text: patch, day: 10)
    ])
    #expect(found.map(\.outcome) == [.silent])
  }

  @Test(
    "a patch was sent for what its words name twice, or in code, or its subject names",
    arguments: [
      ("[PATCH] build", "This adds a Granite lock.", ["Granite lock"], Finding.Outcome.supports),
      ("[PATCH] build", "This fixes granite_lock.", ["granite_lock"], .supports),
      ("[PATCH] Granite", "This fixes the build.", ["Granite"], .supports),
      ("[PATCH] build", "This was seen on Granite.", ["Granite"], .silent),
      ("[PATCH] build", "This was seen on G42.", ["G42"], .silent),
      ("Re: Granite", "This fixes the build.", ["Granite"], .silent),
    ])
  func patchOfTopic(
    subject: String, text: String, topics: [String], outcome: Finding.Outcome
  ) async throws {
    let patch = Mail(
      from: Mail.ann, subject: subject, text: "\(text)\n\n--- a/x\n+++ b/x\n", day: 10)
    let found = try await Self.findings([patch], topics: topics)
    #expect(found.map(\.outcome) == [outcome])
  }

  @Test(
    "what was made for a thing is told of by posts that say what it was",
    arguments: [
      ("This adds a tape driver for the Granite.", Finding.Outcome.supports),
      ("This adds a lens driver for the Granite.", .silent),
    ])
  func madeForAThing(text: String, outcome: Finding.Outcome) async throws {
    let patch = Mail(from: Mail.ann, subject: "[PATCH] Granite", text: text + "\n", day: 10)
    let other = Mail(from: Mail.bob, subject: "Drivers", text: "Which driver?\n", day: 9)
    let found = try await Self.findings(
      [patch, other], quote: "I wrote the tape driver for the Granite",
      topics: ["tape driver", "Granite"])
    #expect(found.map(\.outcome) == [outcome])
  }

  @Test(
    "a post is quoted by its own words, by lines of its patch where it has none",
    arguments: [
      ("Mended in 1.2\nhere\n\n", "Mended in 1.2\nhere"),
      ("", "+menu Granite"),
    ])
  func quoted(words: String, quote: String) async throws {
    let text =
      words + "--- a/x\n+++ b/x\n\n+This is free software and comes as it is\n+menu Granite\n"
    let found = try await Self.findings(
      [Mail(from: Mail.ann, subject: "[PATCH] Granite", text: text, day: 10)], topics: ["Granite"])
    #expect(found.flatMap(Self.quotes) == [quote])
  }

  @Test(
    "people who write here, and what any work is done with, are no topics",
    arguments: ["Bob Sample", "Bob Sample's", "SSH", "2.4", "your widget"])
  func noTopic(topic: String) async throws {
    let text = "Ann Example and Bob Sample worked on ssh for 2.4 and your widget.\n"
    let found = try await Self.findings(
      [Mail(from: Mail.bob, subject: "Notes", text: text, day: 10)], topics: [topic])
    #expect(found.map(\.outcome) == [.notApplicable])
  }

  @Test(
    "running a program is no candidacy",
    arguments: [("I ran a few kernels", nil), ("I ran for PTL once", 1)])
  func ran(quote: String, count: Int?) {
    #expect(EarlierCandidacies.counted(in: quote) == count)
  }

  @Test(
    "others speak where they name the author with the topic",
    arguments: [
      ("Ann Example started the widget-scheduler.", Claim.Strength?.some(.led), false),
      ("The widget-scheduler was written by Ann Example.", .some(.did), false),
      ("Many thanks to Ann Example for the widget-scheduler.", .some(.did), false),
      ("Example talked about the widget scheduler.", nil, true),
    ])
  func others(text: String, shows: Claim.Strength?, isPartial: Bool) async throws {
    let found = try await Self.findings([
      Mail(from: Mail.bob, subject: "Notes", text: text + "\n", day: 10)
    ])
    #expect(found.map(\.keeper) == [.others])
    #expect(found.first?.shows == shows)
    #expect(found.first?.isPartial == isPartial)
    #expect(found.flatMap(Self.quotes) == [text])
  }

  @Test(
    "what does not speak of the author's work is silence",
    arguments: [
      "> Ann Example started the widget-scheduler.",
      "AE> Ann Example started the widget-scheduler.",
      "annex> Ann Example started the widget-scheduler.",
      "Dec 13 Ann Example (106) Re: the widget-scheduler",
      "On Monday, Ann Example <ann@example.org> wrote:\nThe widget-scheduler is late.",
      "Hi Ann,\nthe widget-scheduler is late.",
      "Ann Example is not in the office, and the widget-scheduler is late.",
      "Did Ann Example write the widget-scheduler?",
      "Ann Other wrote the widget-scheduler.",
      "Bob Example wrote the widget-scheduler.",
      "Ann wrote the widget-scheduler.",
      "-> Ann Example started the widget-scheduler.",
      "Ann Example was here.\nThe widget-scheduler is late.",
      "[0.1] [0.2] Ann Example {widget-scheduler} => {1: 2, 3: 4, 5: 6} || [7] ## (8)",
      "Signed-off-by: Ann Example\nThe widget-scheduler is late.",
    ])
  func nobody(text: String) async throws {
    let found = try await Self.findings([
      Mail(from: Mail.bob, subject: "Notes", text: text + "\n", day: 10)
    ])
    #expect(found.map(\.outcome) == [.silent])
  }

  @Test("another's word that the author did not do it stands against the claim, both quoted")
  func disagreement() async throws {
    let text = "Ann Example did not write the widget-scheduler, Bob did."
    let found = try await Self.findings([
      Mail(from: Mail.bob, subject: "Notes", text: text + "\n", day: 10)
    ])
    #expect(found.map(\.outcome) == [.contradicts])
    #expect(found[0].citations.map(\.words) == [Self.claimed, text])
  }

  @Test("a given name counts, as a part, in answer to the author")
  func givenName() async throws {
    let found = try await Self.findings([
      Mail(from: Mail.ann, subject: "Hello", text: "Hello.\n", day: 9),
      Mail(
        from: Mail.bob, subject: "Re: Hello", text: "So Ann wrote the widget-scheduler.\n", day: 10,
        inReplyTo: ["0@example.org"]),
    ])
    #expect(found.map(\.keeper) == [.others])
    #expect(found.map(\.isPartial) == [true])
  }

  private static func expect(
    _ outcome: Finding.Outcome, of mails: [Mail], since: MailDate? = nil, until: MailDate? = nil
  ) async throws {
    let found = try await findings(mails, since: since, until: until)
    #expect(found.map(\.outcome) == [outcome])
  }

  @Test("nothing later than the statement or beyond the bounds counts")
  func bounds() async throws {
    let text = "Ann Example started the widget-scheduler.\n"
    let mail = Mail(from: Mail.bob, subject: "Notes", text: text, day: 1000)
    try await Self.expect(.silent, of: [mail])
    var early = mail
    early.day = 10
    let eleven = MailDate(secondsSinceEpoch: 11 * Self.day, zoneOffsetMinutes: 0)
    let nine = MailDate(secondsSinceEpoch: 9 * Self.day, zoneOffsetMinutes: 0)
    try await Self.expect(.silent, of: [early], since: eleven)
    try await Self.expect(.silent, of: [early], until: nine)
    try await Self.expect(.supports, of: [early], until: eleven)
  }

  @Test(
    "of what was made for a thing another work on the thing says nothing",
    arguments: [
      ("I wrote the soft-off for the TL1200", "[PATCH] TL1200: mend the lens", false),
      ("I wrote the soft-off for the TL1200", "[PATCH] TL1200: add soft off", true),
      ("I wrote most of the TL1200", "[PATCH] TL1200: mend the lens", true),
      ("I did the bulk of the TL1200", "[PATCH] TL1200: mend the lens", true),
    ])
  func madeFor(quote: String, subject: String, isFound: Bool) async throws {
    let found = try await Self.findings(
      [Mail(from: Mail.ann, subject: subject, text: "This is for the TL1200.\n", day: 10)],
      quote: quote, topics: ["TL1200"])
    #expect(found.contains { $0.outcome == .supports } == isFound, "\(found.map(\.because))")
  }

  @Test("the statement's own post is no evidence for it")
  func statementItself() async throws {
    let own = Mail(from: Mail.ann, subject: "TC candidacy", text: Self.claimed + "\n", day: 999)
    try await Self.expect(.silent, of: [own])
  }

  @Test(
    "earlier candidacies are counted by election",
    arguments: [
      ([100, 101, 500], Finding.Keeper?.some(.publicAct)), ([100], .some(.claimantAtTheTime)),
      ([990], nil),
    ])
  func candidacies(days: [Int64], keeper: Finding.Keeper?) async throws {
    let mails = days.map {
      Mail(
        from: Mail.ann, subject: "TC candidacy", text: "I announce my candidacy (\($0)).\n",
        day: $0)
    }
    let found = try await Self.findings(
      mails, kind: .candidacy, quote: "This is my 3rd time running", topics: [])
    #expect(found.map(\.keeper) == [keeper])
  }

  @Test("without a store there is nothing to ask")
  func noStore() async throws {
    let statement = Statement.document(
      Document(kind: .statement, path: "s.txt", sha256: "", text: "x"), writtenAt: nil)
    let claim = Claim(quote: "x", range: 0..<1, kind: .contribution, actor: .author)
    let probe = ArchiveProbe(CheckRecord(), subject: CheckSubject(name: "Ann Example"))
    let found = try await probe.examine(
      Inquiry(claim, in: statement, context: StatementContext(statement)))
    #expect(found.map(\.outcome) == [.notAvailable])
  }
}
