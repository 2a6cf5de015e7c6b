import ArchiveStorage
import MailParsing
import ResumeReading
import Testing

@testable import ClaimChecking

/// Claims of one statement held against one résumé: which entry bears each out, how closely, and what that
/// comes to.
@Suite("How a résumé bears on a claim")
struct RelationTests {
  private static let resume = """
    # Ann Example

    ## Experience

    ### Lantern Works, Principal Engineer
    January 2009 – Present

    - Project Team Lead of Brazier for the Amber release
    - Wrote the wick drivers of Brazier

    ### Foundry Nine, Developer
    March 2001 – June 2008

    - Kept books; liaison to the Guild

    ## Volunteering

    ### Brazier, Core Reviewer
    April 2010 – Present

    ### Trainer at the Ember Institute

    ## Community

    - Ember Developer, since June 2009: maintainer of the tongs

    ## Talks

    - Trimming Every Wick, Lamp Days, Turin
    """

  /// The statement is of March 2011; its paragraphs name the project often enough to be about it.
  private static let statement = """
    I have worked on Brazier since March 2009. I am a core reviewer since January 2009.
    I'm core reviewer to Torchkit. I served as PTL for the Amber release. I am currently a developer at
    Foundry Nine. I was a developer at Foundry Nine. I wrote features like wick drivers for Brazier.
    I added Brazier projects and mirrors. I am a top contributor to Brazier.
    I was a Brazier core developer. I supported the Ember Institute sessions. I have been a core reviewer
    for over 6 years. I am running again for the Brazier board.
    I have been with Lantern Works for over 3 years. I was a developer at Foundry. I spent eight years at
    Foundry Nine, first as a clerk, later as lead of the foundry. I became an Ember Developer in 2007.
    I gave "trimming every wick" in Turin.

    """

  struct Case: CustomTestStringConvertible, Sendable {
    var quote: String
    var kind: Claim.Kind
    var topics: [String] = []
    var start: PartialDate?
    var months: Int?
    var verdict: Verdict.Kind
    var because: String
    var testDescription: String { quote }
  }

  @Test(
    "a claim comes to the verdict that the entries allow",
    arguments: [
      Case(
        quote: "I have worked on Brazier since March 2009", kind: .tenure,
        start: PartialDate(year: 2009, month: 3), verdict: .consistent,
        because: "Lantern Works 2009-01 starts in January 2009"),
      Case(
        quote: "I am a core reviewer since January 2009", kind: .role,
        start: PartialDate(year: 2009, month: 1), verdict: .contradicted,
        because: "Brazier 2010-04 starts in April 2010, the claim says 2009-01"),
      Case(
        quote: "I'm core reviewer to Torchkit", kind: .role, verdict: .notFound,
        because: "the résumé has no such role"),
      Case(
        quote: "I served as PTL for the Amber release", kind: .role, verdict: .consistent,
        because: "the résumé names the role under Lantern Works 2009-01"),
      Case(
        quote: "I am currently a developer at\nFoundry Nine", kind: .role, verdict: .contradicted,
        because: "Foundry Nine 2001-03 ends in June 2008, Lantern Works 2009-01 starts in January "
          + "2009; the claim is of March 2011"),
      Case(
        quote: "I was a developer at Foundry Nine", kind: .role, verdict: .consistent,
        because: "the résumé has Developer among Foundry Nine 2001-03"),
      Case(
        quote: "I wrote features like wick drivers for Brazier", kind: .contribution,
        topics: ["features"], verdict: .consistent,
        because: "the résumé names wick drivers under Lantern"),
      Case(
        quote: "I added Brazier projects and mirrors", kind: .contribution,
        topics: ["Brazier projects", "mirrors"], verdict: .consistent,
        because: "the résumé tells of work on Brazier under"),
      Case(
        quote: "I was a Brazier core developer", kind: .role, verdict: .consistent,
        because: "the résumé names the role under Brazier 2010-04"),
      Case(
        quote: "I supported the Ember Institute sessions", kind: .contribution,
        topics: ["Ember Institute sessions"], verdict: .consistent,
        because: "the résumé names Ember Institute sessions under"),
      Case(
        quote: "I have been a core reviewer\nfor over 6 years", kind: .role, months: 72,
        verdict: .consistent, because: "the résumé names the role under Brazier 2010-04"),
      Case(
        quote: "I am running again for the Brazier board", kind: .candidacy, verdict: .corroborated,
        because: "performs the announcement"),
      Case(
        quote: "I am a top contributor to Brazier", kind: .credential, verdict: .notFound,
        because: "the résumé does not name it"),
      Case(
        quote: "I have been with Lantern Works for over 3 years", kind: .role, months: 36,
        verdict: .contradicted,
        because:
          "January 2009 to March 2011 is 2 years 3 months (Lantern Works 2009-01), the claim "
          + "says over 3 years"),
      Case(
        quote: "I was a developer at Foundry", kind: .role, verdict: .consistent,
        because: "the résumé has Developer among Foundry Nine 2001-03"),
      Case(
        quote: "I spent eight years at\nFoundry Nine", kind: .contribution,
        topics: ["Foundry Nine"], verdict: .consistent,
        because: "the résumé has the employment: Foundry Nine 2001-03"),
      Case(
        quote: "later as lead of the foundry", kind: .role, verdict: .consistent,
        because: "the résumé has Foundry Nine 2001-03 under another title"),
      Case(
        quote: "I became an Ember Developer in 2007", kind: .role, start: PartialDate(year: 2007),
        verdict: .contradicted, because: "Ember Developer 2009-06 starts in June 2009"),
      Case(
        quote: "I gave \"trimming every wick\" in Turin", kind: .event, verdict: .consistent,
        because: "the résumé tells of it under Talks"),
    ])
  func relation(_ row: Case) async throws {
    let resume = try await ResumeReader().read(Array(Self.resume.utf8), name: "ann.md")
    let place = try #require(Self.statement.firstRange(of: row.quote))
    let start = Self.statement[..<place.lowerBound].unicodeScalars.count
    var claim = Claim(
      quote: row.quote, range: start..<start + row.quote.unicodeScalars.count, kind: row.kind,
      actor: .author)
    claim.topics = row.topics
    claim.strength = row.kind == .contribution ? .did : nil
    claim.period = Period(
      start: row.start, months: row.months, measure: row.months.map { _ in .over })
    let subject = CheckSubject(name: "Ann Example")
    let document = Document(kind: .statement, path: "s.txt", sha256: "", text: Self.statement)
    let result = try await ClaimChecker().check(
      statements: [
        (
          .document(
            document, writtenAt: MailDate(secondsSinceEpoch: 1_300_000_000, zoneOffsetMinutes: 0)),
          [claim]
        )
      ],
      subject: subject,
      record: CheckRecord(
        resume: .init(
          resume, in: Document(kind: .resume, path: "ann.md", sha256: "", text: resume.text)))
    ).keepingInvariants(subject)
    let verdict = result.claims[0].verdict
    #expect(verdict.kind == row.verdict, "\(verdict.because)")
    #expect(verdict.because.contains(row.because), "\(verdict.because)")
  }
}
