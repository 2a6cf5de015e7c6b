import MailParsing
import Testing

@Suite("HTML as text")
struct HTMLTextTests {
  @Test(
    "blocks become lines, quotes keep their mark",
    arguments: [
      ("<p>One\n two</p><p>Three", "One two\n\nThree\n"),
      ("One<br>two<br><br>three", "One\ntwo\n\nthree\n"),
      (
        "<blockquote>Said<blockquote>Deeper</blockquote>again</blockquote>Me",
        "> Said\n> > Deeper\n> again\nMe\n"
      ),
      ("<p>a</p><blockquote>b</blockquote><p>c</p>", "a\n\n> b\n\nc\n"),
      ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
      (
        "<blockquote><pre style=\"margin: 0em;\">a</pre><blockquote><pre style=\"margin: 0em;\">b</pre>"
          + "</blockquote></blockquote>", "> a\n> > b\n"
      ),
      ("<pre>\n  a\n\tb\n</pre>", "  a\n\tb\n"),
      ("a&lt;b&amp;c &eacute;&#233;&#x2014;", "a<b&c éé—\n"),
      ("<ul><li>one</li><li>two</li></ul>", "* one\n* two\n"),
      ("<style>p { x: '<b>' }</style><script>if (a<b) {}</script>text", "text\n"),
      ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc\n"),
      ("<title>Not shown</title>shown<!-- not <b> -->", "shown\n"),
      ("1 < 2 <3 <", "1 < 2 <3 <\n"),
      ("", ""),
    ])
  func text(_ html: String, _ expected: String) {
    #expect(HTMLText.text(Array(html.utf8).span) == expected)
  }

  @Test("what never closes swallows nothing")
  func unclosed() {
    #expect(HTMLText.text(Array("a <b href=\"x>bold</b> c".utf8).span).contains("bold"))
    #expect(HTMLText.text(Array("a <!-- b".utf8).span).contains("a"))
    #expect(HTMLText.text(Array("a <b".utf8).span).contains("a"))
  }

  @Test("deep nesting and a million empty quotes stay small")
  func bombs() {
    let deep = String(repeating: "<div>", count: 100_000) + "x"
    #expect(HTMLText.text(Array(deep.utf8).span) == "x\n")
    let quotes = String(repeating: "<blockquote>", count: 100_000) + "x"
    #expect(HTMLText.text(Array(quotes.utf8).span).utf8.count < 64)
    let opens = String(repeating: "<a href=\"", count: 100_000)
    _ = HTMLText.text(Array(opens.utf8).span)
    let comments = String(repeating: "<!--", count: 100_000)
    _ = HTMLText.text(Array(comments.utf8).span)
  }
}
