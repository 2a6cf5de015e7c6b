import ArchiveStorage
import MailParsing
import ResumeReading
import Testing

@testable import ClaimChecking

@Suite("What a résumé shows by itself")
struct ResumeComparisonTests {
  @Test(
    "positions overlap where they do in whichever months a year alone means",
    arguments: [
      ("2008 – 2011", "May 2011 – 2013", 0), ("2008 – 2011", "2011 – 2013", 0),
      ("March 2008 – May 2011", "April 2011 – 2013", 1),
      ("March 2008 – May 2011", "May 2011 – 2013", 0), ("2008 – 2012", "May 2011 – 2013", 1),
      ("2008 – Present", "May 2011 – 2013", 1), ("2008 – 2010", "2009 – Present", 1),
    ])
  func overlap(first: String, second: String, count: Int) async throws {
    let text = """
      # Ann Example

      ## Experience

      ### Kiln Systems, Engineer
      \(second)

      - Kept the kilns

      ### Lantern Works, Engineer
      \(first)

      - Wrote the wick trimmer
      """
    let resume = try await ResumeReader().read(Array(text.utf8), name: "ann.md")
    let document = Document(kind: .resume, path: "ann.md", sha256: "", text: resume.text)
    let passages = ResumePassages(.init(resume, in: document))
    let findings = ResumeComparison(passages, inquiries: [], checked: []).findings
    #expect(findings.filter { $0.kind == .overlap }.count == count, "\(findings)")
  }
}
