import ArchiveStorage
import MailParsing
import ResumeReading
import Testing

@testable import ClaimChecking

@Suite("The dates of a résumé as a record")
struct TimelineProbeTests {
  private static let text = """
    # Ann Example

    ## Experience

    ### Lantern Works, Engineer
    January 2008 – Present

    ### Brazier Foundry, Clerk
    May 1990 – December 2007
    """

  @Test(
    "a length is held against the organisation that its clause hangs on",
    arguments: [
      "where I have been for over 3 years", "I have been for over 3 years",
    ])
  func clause(_ quote: String) async throws {
    let statement = "I am an engineer at Lantern Works, where I have been for over 3 years."
    let finding = try await Self.length(quote, endingIn: statement)
    #expect(finding.because.hasPrefix("January 2008 to March 2011 is 3 years 3 months"))
  }

  @Test("a length spent on what was named before is held against no other work")
  func pointing() async throws {
    let quote = "I have worked on it for over 3 years"
    let finding = try await Self.length(quote, endingIn: "There is a shelf. \(quote).")
    #expect(finding.outcome == .silent)
  }

  @Test("experience in a field lasts from its first entry to the statement, while work goes on")
  func field() async throws {
    let quote = "I have over 3 years of experience as a clerk"
    let finding = try await Self.length(quote, endingIn: "\(quote).")
    #expect(finding.because.hasPrefix("May 1990 to December 2007 is 17 years 8 months"))
    let long = try await Self.length(quote, endingIn: "\(quote).", years: 20)
    #expect(long.because.hasPrefix("May 1990 to March 2011 is 20 years 11 months"))
  }

  /// What dates say on "over 3 years" in the clause that ends a statement.
  private static func length(
    _ quote: String, endingIn statement: String, years: Int = 3
  ) async throws -> Finding {
    let resume = try await ResumeReader().read(Array(Self.text.utf8), name: "ann.md")
    let document = Document(kind: .resume, path: "ann.md", sha256: "", text: resume.text)
    let start = statement.unicodeScalars.count - quote.unicodeScalars.count - 1
    let range = start..<(start + quote.unicodeScalars.count)
    var claim = Claim(quote: quote, range: range, kind: .tenure, actor: .author)
    claim.time = "over 3 years"
    claim.period = Period(months: 12 * years, measure: .over)
    let subject = CheckSubject(name: "Ann Example")
    let result = try await ClaimChecker().check(
      statements: [
        (
          .document(
            Document(kind: .statement, path: "s.txt", sha256: "", text: statement),
            writtenAt: MailDate(secondsSinceEpoch: 1_300_000_000, zoneOffsetMinutes: 0)), [claim]
        )
      ],
      subject: subject,
      record: CheckRecord(resume: .init(resume, in: document), database: nil)
    ).keepingInvariants(subject)
    return try #require(result.claims[0].findings.first { $0.probe == .timeline })
  }
}
