import ArchiveStorage
import MailParsing
import ResumeReading
import TestSupport
import Testing

@testable import ClaimChecking

@Suite("What to know of a store and a résumé")
struct RecordNotesTests {
  private static let subject = CheckSubject(name: "Ann Example")

  private static func notes(
    resume text: String? = nil, database: ArchiveDatabase? = nil
  ) async throws -> [String] {
    var resume: CheckRecord.ResumeDocument?
    if let text {
      let read = try await ResumeReader().read(Array(text.utf8), name: "ann.md")
      resume = .init(read, in: Document(kind: .resume, path: "ann.md", sha256: "", text: read.text))
    }
    let quote = "I wrote the wick trimmer"
    var claim = Claim(
      quote: quote, range: 0..<quote.utf8.count, kind: .contribution, actor: .author)
    claim.topics = ["wick trimmer"]
    let document = Document(kind: .statement, path: "s.txt", sha256: "", text: quote)
    let result = try await ClaimChecker().check(
      statements: [(.document(document, writtenAt: nil), [claim])], subject: subject,
      record: CheckRecord(resume: resume, database: database)
    ).keepingInvariants(subject)
    return result.notes
  }

  @Test("a person without posts")
  func withoutPosts() async throws {
    let mail = Mail(from: Mail.bob, subject: "Wicks", text: "They burn.", day: 1)
    #expect(
      try await Self.notes(database: Mail.store([mail])) == [
        "the store has no post by Ann Example"
      ])
  }

  @Test(
    "a résumé without dates, and one in which nothing is found",
    arguments: [
      (
        "# Ann\n\n## Experience\n\n### Lantern Works, Engineer\n\n- Wrote the wick trimmer\n",
        ["ann.md has no dates, so that it tells no length of time"]
      ),
      (
        "Ann Example\n\nDer Docht brennt.\n",
        ["no entry was found in ann.md, so that it says nothing of any claim"]
      ),
      ("# Ann\n\n## Experience\n\n### Lantern Works, Engineer\nJanuary 2008 – March 2011\n", []),
    ])
  func resumes(text: String, notes: [String]) async throws {
    #expect(try await Self.notes(resume: text) == notes)
  }
}
