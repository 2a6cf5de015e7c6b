import MailParsing
import Testing

@Suite("Enriched text becomes the text it shows")
struct EnrichedTextTests {
  private func text(_ type: String, _ body: String) -> String {
    MessageParser().parse(Array("Content-Type: \(type)\n\n\(body)".utf8).span).message.text
  }

  @Test(
    "text/enriched (RFC 1896)",
    arguments: [
      ("<bold>Now</bold> is the time\nfor all", "Now is the time for all\n"),
      ("one\n\ntwo\n\n\nthree\n", "one\ntwo\n\nthree\n"),
      ("a << b and c < d <no command>", "a < b and c < d <no command>\n"),
      ("<color><param>red</param>red</color> alert", "red alert\n"),
      ("<nofill>one\n  two\n</nofill>\nthree\nfour", "one\n  two\nthree four\n"),
      ("Ada wrote\n<excerpt>so\n\nand so</excerpt>\n\nNo.", "Ada wrote\n> so\n> and so\nNo.\n"),
      (
        "<excerpt><excerpt>deep</excerpt>less</excerpt>none",
        "> > deep\n> less\nnone\n"
      ),
      ("", ""), ("<", "<\n"), ("</excerpt></param></nofill>x", "x\n"),
    ])
  func enriched(body: String, expected: String) {
    #expect(text("text/enriched", body) == expected)
  }

  @Test(
    "text/richtext (RFC 1341 §7.1.3)",
    arguments: [
      ("one\ntwo<nl>three", "one two\nthree\n"),
      ("a <lt> b<comment>not shown</comment>", "a < b\n"),
      ("<excerpt>quoted</excerpt>answer", "> quoted\nanswer\n"),
    ])
  func richtext(body: String, expected: String) {
    #expect(text("text/richtext", body) == expected)
  }

  @Test("beside plain text or HTML it is an attachment (RFC 8621 §4.1.4)")
  func alternatives() {
    func alternative(_ types: [String]) -> String {
      let parts = types.map { "--b\nContent-Type: text/\($0)\n\n\($0)\n" }.joined()
      return text("multipart/alternative; boundary=b", parts + "--b--\n")
    }
    #expect(alternative(["enriched", "plain", "html"]) == "plain")
    #expect(alternative(["html", "enriched"]) == "html\n")
    #expect(alternative(["enriched"]) == "enriched\n")
  }
}
