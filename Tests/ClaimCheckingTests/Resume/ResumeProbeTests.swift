import ArchiveStorage
import MailParsing
import ResumeReading
import Testing

@testable import ClaimChecking

@Suite("The résumé as a record")
struct ResumeProbeTests {
  private static let text = """
    # Ann Example

    ## Experience

    ### Lantern Works, Engineer
    January 2008 – March 2011

    - Wrote the wick trimmer for Shade, and marketing pages in Perl for Operations
    - Ran the June review of Brazier; core reviewer of TorchKit
    """

  private static func check(
    _ quote: String, actor: Claim.Actor, topics: [String], database: ArchiveDatabase? = nil
  ) async throws -> CheckResult {
    let resume = try await ResumeReader().read(Array(text.utf8), name: "ann.md")
    let document = Document(kind: .resume, path: "ann.md", sha256: "", text: resume.text)
    var claim = Claim(
      quote: quote, range: 0..<quote.unicodeScalars.count, kind: .contribution, actor: actor)
    claim.topics = topics
    claim.strength = .did
    let statement = Statement.document(
      Document(kind: .statement, path: "s.txt", sha256: "", text: quote),
      writtenAt: MailDate(secondsSinceEpoch: 1_300_000_000, zoneOffsetMinutes: 0))
    let subject = CheckSubject(name: "Ann Example")
    return try await ClaimChecker().check(
      statements: [(statement, [claim])], subject: subject,
      record: CheckRecord(resume: .init(resume, in: document), database: database)
    ).keepingInvariants(subject)
  }

  @Test("what a group did is covered by the owner's part, and not named")
  func group() async throws {
    let own = try await Self.check(
      "I wrote the wick trimmer", actor: .author, topics: ["wick trimmer"])
    let group = try await Self.check(
      "we wrote the wick trimmer", actor: .group, topics: ["wick trimmer"])
    let findings = [own, group].map { $0.claims[0].findings.filter { $0.probe == .resume } }
    #expect(findings[0].map(\.specificity) == [.specific])
    #expect(findings[1].map(\.specificity) == [.general])
    #expect(findings[1].map(\.isPartial) == [true])
  }

  @Test("what goes with a topic in the mail covers it, and what goes with everything does not")
  func associations() async throws {
    var mails = (0..<4).map { number in
      Mail(
        from: Mail.bob, subject: "Sleeve \(number)",
        text: "The Sleeve keeps a trimmer from the flame. The lamp is lit.", day: Int64(number))
    }
    mails += (4..<30).map { number in
      Mail(from: Mail.bob, subject: "Lamp \(number)", text: "The lamp is lit.", day: Int64(number))
    }
    let store = try Mail.store(mails)
    let covered = try await Self.check(
      "I wrote the Sleeve", actor: .author, topics: ["Sleeve"], database: store)
    let finding = try #require(covered.claims[0].findings.first { $0.probe == .resume })
    #expect(finding.specificity == .general)
    #expect(finding.because.contains("“trimmer”"))
    #expect(finding.because.contains("goes with “Sleeve” in 4 of 4 posts"))
    let silent = try await Self.check(
      "I wrote the Sleeve", actor: .author, topics: ["Sleeve"],
      database: try Mail.store(Array(mails.prefix(2)) + mails.suffix(26)))
    #expect(silent.claims[0].findings.first { $0.probe == .resume }?.outcome == .silent)
  }

  @Test(
    "employers and names of things are told as not mentioned: no month, language or common word")
  func silentInPost() async throws {
    let result = try await Self.check(
      "I wrote the wick trimmer", actor: .author, topics: ["wick trimmer"])
    let found = result.resumeFindings.first { $0.kind == .silentInPost }
    #expect(found?.entries == ["Lantern Works", "Shade", "Brazier", "core reviewer", "TorchKit"])
  }
}
