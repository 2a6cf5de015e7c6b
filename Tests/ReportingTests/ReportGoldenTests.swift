import Reporting
import TestSupport
import Testing

@Suite("a report in each of its forms")
struct ReportGoldenTests {
  @Test("JSON is byline.report/1, members in order")
  func json() throws {
    ReportInvariants.expect(ReportJSON.text(of: Invented.dossier, redaction: Redaction()))
    try Golden.expect(
      ReportJSON.text(of: Invented.dossier, redaction: Redaction()), equals: "report.json")
  }

  @Test("Markdown holds every claim with its findings")
  func markdown() throws {
    try Golden.expect(
      ReportMarkdown.text(of: Invented.dossier, redaction: Redaction()), equals: "report.md")
  }

  @Test("the page stands alone")
  func page() throws {
    try Golden.expect(
      ReportPage.html(of: Invented.dossier, redaction: Redaction()), equals: "report.html")
  }

  @Test("text is for a terminal")
  func text() throws {
    try Golden.expect(
      ReportText.text(of: Invented.dossier, redaction: Redaction()), equals: "report.txt")
  }

  @Test("no form lets a mail's markup, controls, address or telephone number through")
  func hostileText() {
    let forms = [
      ReportJSON.text(of: Invented.dossier, redaction: Redaction()),
      ReportMarkdown.text(of: Invented.dossier, redaction: Redaction()),
      ReportPage.html(of: Invented.dossier, redaction: Redaction()),
      ReportText.text(of: Invented.dossier, redaction: Redaction()),
    ]
    for form in forms {
      #expect(!form.contains("\u{202E}"))
      #expect(!form.contains("ben@example.org"))
      #expect(!form.contains("ada@example.org"))
      #expect(!form.contains("1234567"))
    }
    #expect(!forms[1].replacing("\\<", with: "").contains("<"))
    #expect(!forms[2].contains("<script"))
    #expect(!forms[2].contains("javascript:"))
  }
}
