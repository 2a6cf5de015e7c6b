import ArchiveStorage
import MailParsing
import Testing

@testable import ClaimChecking

@Suite("Results of elections")
struct ElectionProbeTests {
  private static let names = ["Ann Example"]

  private static func standing(_ text: String, _ subject: String = "election results")
    -> [ElectionResults.Standing]
  {
    ElectionResults(subject: subject, text: text).items.compactMap { $0.standing(of: names) }
  }

  @Test(
    "those elected are told from those who only stood",
    arguments: [
      ("Ann Example has been elected as PTL of Lantern.", [ElectionResults.Standing.elected]),
      ("Ann Example was not elected.", [.notElected]),
      ("Congratulations to Ann Example!", [.elected]),
      ("Congratulations to Bob Sample, and thanks to Ann Example for standing.", []),
      ("Bob Sample won over Ann Example.", [.notElected]),
      (
        "Please join me in congratulating the 2 newly elected members:\n\n* Bob Sample\n* Ann Example",
        [.elected]
      ),
      ("The winners are:\n- Bob Sample\n\nThe other candidates were:\n- Ann Example", []),
      ("Winners:\n- Bob Sample\nNot elected:\n- Ann Example", [.notElected]),
      ("The new PTLs were elected:\n\nLantern\n  * Ann Example\nWick\n  * Bob Sample", [.elected]),
      ("| Project | Winner |\n| Lantern | Ann Example |", []),
      ("The winners:\n| Lantern | Ann Example |", [.elected]),
      (
        "The 2 winners of this poll\n\n1. Bob Sample (Condorcet winner)\n"
          + "2. Ann Example  loses to Bob Sample by 12–7\n3. Cy Third  loses to Bob Sample by 14–2",
        [.elected]
      ),
      (
        "The winner of this poll\n\n1. Bob Sample (Condorcet winner)\n"
          + "2. Ann Example  loses to Bob Sample by 12–7", [.notElected]
      ),
      ("The winners are:\n    Option 2 \"Ann Example\"", [.elected]),
      ("> Ann Example has been elected.", []),
    ])
  func forms(text: String, expected: [ElectionResults.Standing]) {
    #expect(Self.standing(text) == expected)
  }

  @Test("a post that tells no results is none")
  func noResults() {
    #expect(Self.standing("Ann Example won a lantern.", "raffle") == [])
  }

  private static func findings(
    _ quote: String, kind: Claim.Kind = .role, _ mails: [Mail]
  ) async throws -> [Finding] {
    let text = "[lantern] PTL candidacy\n" + quote
    let start = text.unicodeScalars.count - quote.unicodeScalars.count
    let statement = Statement.document(
      Document(kind: .statement, path: "s.txt", sha256: "", text: text),
      writtenAt: MailDate(secondsSinceEpoch: 1000 * 86_400, zoneOffsetMinutes: 0))
    let claim = Claim(
      quote: quote, range: start..<text.unicodeScalars.count, kind: kind, actor: .author)
    let subject = CheckSubject(name: "Ann Example", addresses: ["ann@example.org"])
    let inquiry = Inquiry(claim, in: statement, context: StatementContext(statement))
    return try await ElectionProbe(
      CheckRecord(database: try Mail.store(mails)), subject: subject
    ).examine(inquiry)
  }

  private static func results(_ text: String, day: Int64) -> Mail {
    Mail(from: Mail.bob, subject: "PTL election results", text: text + "\n", day: day)
  }

  @Test("an office is shown by the results that name it, one of several terms in part")
  func office() async throws {
    let mails = [Self.results("Elected:\n* Lantern: Ann Example\n* Wick: Cy Third", day: 500)]
    let found = try await Self.findings("I am the PTL of Lantern", mails)
    #expect(found.map(\.outcome) == [.supports])
    #expect(found.map(\.keeper) == [.others])
    #expect(found.map(\.isPartial) == [false])
    #expect(found[0].citations.map(\.words) == ["* Lantern: Ann Example"])
    let terms = try await Self.findings("I was the PTL of Lantern for two cycles", mails)
    #expect(terms.map(\.isPartial) == [true])
  }

  @Test(
    "another office, another project, a later result and one's own post show nothing",
    arguments: [
      ("I am on the technical committee", Mail.bob, Int64(500)),
      ("I am the PTL of Lantern", Mail.bob, 1001), ("I am the PTL of Lantern", Mail.ann, 500),
    ])
  func silence(quote: String, from: Address, day: Int64) async throws {
    var mail = Self.results("Elected:\n* Lantern: Ann Example", day: day)
    mail.from = from
    #expect(try await Self.findings(quote, [mail]).map(\.outcome) == [.silent])
    let other = Self.results("Elected:\n* Wick: Ann Example", day: 500)
    #expect(try await Self.findings(quote, [other]).map(\.outcome) == [.silent])
  }

  @Test("having stood and lost is told, and denies nothing")
  func lost() async throws {
    let mails = [Self.results("Not elected:\n* Lantern: Ann Example", day: 500)]
    let found = try await Self.findings("I have been the PTL of Lantern", mails)
    #expect(found.map(\.outcome) == [.silent])
    #expect(found[0].because.contains("not as elected"))
    #expect(found[0].citations.count == 1)
  }

  @Test("earlier candidacies are counted by election, won or lost")
  func candidacies() async throws {
    let mails = [
      Self.results("Elected:\n* Lantern: Ann Example", day: 300),
      Self.results("Elected, again:\n* Lantern: Ann Example", day: 302),
      Self.results("Not elected:\n* Lantern: Ann Example", day: 600),
    ]
    let found = try await Self.findings("This is my 3rd time running", kind: .candidacy, mails)
    #expect(found.map(\.isPartial) == [false])
    #expect(found[0].citations.count == 2)
    let more = try await Self.findings("This is my 4th time running", kind: .candidacy, mails)
    #expect(more.map(\.isPartial) == [true])
  }

  @Test("a claim of no office is not asked")
  func notAsked() async throws {
    #expect(try await Self.findings("I am an engineer", []).map(\.outcome) == [.notApplicable])
  }
}
