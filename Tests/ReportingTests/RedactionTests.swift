import Reporting
import Testing

@Suite("redaction")
struct RedactionTests {
  @Test(
    "an address keeps its first letter and its domain",
    arguments: [
      ("ada@example.org", "a…@example.org"),
      ("<ada.b+c@mail.example.org>,", "<a…@mail.example.org>,"),
      ("write to ada@example.org.", "write to a…@example.org."),
      (#""ada b"@example.org"#, "…@example.org"),
      ("al@example.org", "…@example.org"),
      ("ada (at) example.org", "a… (at) example.org"),
      ("<ada at example.org>", "<a… at example.org>"),
      ("mailto:ada@example.org?subject=x", "mailto:a…@example.org?subject=x"),
      ("jürgen@münchen.example", "j…@münchen.example"),
      ("a@b@c@d", "…@b@c@d"),
    ])
  func addresses(text: String, redacted: String) {
    #expect(Redaction().text(text) == redacted)
  }

  @Test(
    "a telephone number keeps nothing",
    arguments: [
      "+49 30 1234567", "+1 (555) 010-0199", "(555) 010-0199", "555-010-0199", "555.010.0199",
      "1-555-010-0199", "030 12345678", "0171-12345678", "(+49) 171 1234567",
    ])
  func telephones(number: String) {
    #expect(Redaction().text("at \(number), please") == "at [telephone number], please")
  }

  @Test("a number after a word for a telephone is one")
  func labelled() {
    #expect(Redaction().text("Tel.: 555 0199 22") == "Tel.: [telephone number]")
  }

  @Test(
    "what is no address and no number stays",
    arguments: [
      "2013-10-09", "2013-10-09 23:05:32", "bug 1234567", "version 10.6.0.48", "192.0.2.101",
      "@@ -123,4 +124,8 @@", "she works at example.org", "HEAD@{1}", "10000000 rows",
      "2008 – 2012", "@Override", "met at noon",
    ])
  func kept(text: String) {
    #expect(Redaction().text(text) == text)
  }

  @Test(
    "redacting twice is redacting once",
    arguments: ["ada@example.org +49 30 1234567", "a@b@c", "x (at) example.org, 555-010-0199"])
  func idempotent(text: String) {
    let once = Redaction().text(text)
    #expect(Redaction().text(once) == once)
  }

  @Test("switched off, it leaves everything")
  func off() {
    #expect(Redaction(isOn: false).text("ada@example.org") == "ada@example.org")
  }
}
