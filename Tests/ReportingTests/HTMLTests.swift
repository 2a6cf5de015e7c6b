import Testing

@testable import Reporting

@Suite("HTML that only literals can put markup into")
struct HTMLTests {
  @Test(
    "text is escaped as it enters",
    arguments: [
      ("<script>", "&lt;script&gt;"),
      (#"" onload='x'"#, "&quot; onload=&#39;x&#39;"),
      ("a & b", "a &amp; b"),
      ("\u{202E}gpj.exe", "[U+202E]gpj.exe"),
      ("\u{1B}[31m\0", "[U+001B][31m[U+0000]"),
      ("line\r\n\tnext", "line\n\tnext"),
    ])
  func escapes(text: String, markup: String) {
    let html: HTML = "\(text)"
    #expect(html.markup == markup)
  }

  @Test("HTML within HTML stays as it is")
  func nests() {
    let inner: HTML = "<b>\("<")</b>"
    let outer: HTML = "<p>\(inner) \(3)</p>"
    #expect(outer.markup == "<p><b>&lt;</b> 3</p>")
  }

  @Test(
    "Markdown has nothing left that is markup",
    arguments: [
      ("# head", "\\# head"), ("a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"),
      ("[x](javascript:y)", "\\[x\\](javascript:y)"), ("<img>\n| cell", "\\<img\\> \\| cell"),
    ])
  func markdown(text: String, markup: String) {
    #expect(Markdown.text(text) == markup)
  }
}
