import ArchiveStorage
import Reporting
import Testing

@Suite("reading a report's citations back")
struct ReportReaderTests {
  @Test("an unredacted report gives back every citation as it was")
  func roundTrip() throws {
    let text = ReportJSON.text(of: Invented.dossier, redaction: Redaction(isOn: false))
    let report = try ReportReader.citations(inReport: Array(text.utf8))
    #expect(!report.isRedacted)
    #expect(
      report.citations.map(\.id) == [
        "c1", "c1/f1/1", "c1/f2/1", "c2", "c3", "resume/f1/1", "unclaimed/f1/1", "unclaimed/f2/1",
      ])
    let claims = Invented.dossier.claims
    let written =
      claims.flatMap { [$0.citation] + $0.findings.flatMap(\.citations) }
      + Invented.dossier.resumeFindings.flatMap(\.citations)
      + Invented.dossier.unclaimedWork.flatMap(\.citations)
    #expect(report.citations.map(\.citation) == written)
  }

  @Test("a redacted report says so, and its quotations are the archive's after the same redaction")
  func redacted() throws {
    let text = ReportJSON.text(of: Invented.dossier, redaction: Redaction())
    let report = try ReportReader.citations(inReport: Array(text.utf8))
    #expect(report.isRedacted)
    let original = Invented.dossier.claims[1].citation
    #expect(report.citations[3].citation == Redaction().citation(original))
    #expect(report.citations[3].citation != original)
  }

  @Test(
    "what is no report is an error that says why",
    arguments: [
      ("", ReportError.Code.notJSON), ("{", .notJSON), ("[1]", .otherSchema),
      (#"{"schema":"byline.report/9"}"#, .otherSchema),
      (#"{"schema":"byline.report/1"}"#, .malformed),
      (
        """
        {"schema":"byline.report/1","claims":[{"id":"c1","findings":[],
         "citation":{"path":"a","range":[9,2],"sha256":"","selector":{"exact":"x"}}}]}
        """, .malformed
      ),
    ])
  func errors(text: String, code: ReportError.Code) {
    let error = #expect(throws: ReportError.self) {
      try ReportReader.citations(inReport: Array(text.utf8))
    }
    #expect(error?.code == code)
    #expect(error?.detail.isEmpty == false)
  }
}
