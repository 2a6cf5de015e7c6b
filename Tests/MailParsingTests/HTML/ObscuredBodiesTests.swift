import MailParsing
import Testing

@Suite("Addresses that an archiver obscured in a post's text")
struct ObscuredBodiesTests {
  /// A text with two addresses and words that only look like one.
  private static func text(_ mark: String) -> String {
    "Ask ben\(mark)mail.example.org or cy\(mark)example.org, take a_look\(mark)it, up\(mark)v1.2."
  }

  @Test(
    "are restored on Hypermail's pages where the author's address shows the mark",
    arguments: ["_at_", "-at-", "(at)", " at ", " (at) ", " chez "])
  func hypermail(mark: String) {
    let page = """
      <!-- name="Ada Example" -->
      <!-- email="ada\(mark)example.org" -->
      <!-- body="start" --><p>\(Self.text(mark))</p><!-- body="end" -->
      """
    let message = HypermailPage.parse(Array(page.utf8).span).message
    #expect(message.from.map(\.email) == ["ada@example.org"])
    #expect(
      message.text
        == "Ask ben@mail.example.org or cy@example.org, take a_look\(mark)it, up\(mark)v1.2.\n")
  }

  @Test(
    "are restored on MHonArc's pages where the visible header shows the mark",
    arguments: ["_at_", " at ", " [at] ", "(at)", " AT_HOST "])
  func mhonarc(mark: String) {
    let page = """
      <!--X-From-R13: Nqn Sknzcyr &#60;nqnNrknzcyr.bet> -->
      <!--X-Head-of-Message--><ul><li>From: Ada Example &lt;ada\(mark)example.org&gt;</li></ul>
      <!--X-Head-of-Message-End--><!--X-Body-of-Message--><pre>\(Self.text(mark))</pre>
      <!--X-Body-of-Message-End-->
      """
    let message = MHonArcPage.parse(Array(page.utf8).span).message
    #expect(message.from.map(\.email) == ["ada@example.org"])
    #expect(message.text.hasPrefix("Ask ben@mail.example.org or cy@example.org, take a_look"))
  }

  @Test("stay as they are where the author's address is shown plainly")
  func plain() {
    let page =
      "<!-- email=\"ada@example.org\" --><!-- body=\"start\" -->ben_at_example.org<!-- body=\"end\" -->"
    #expect(
      HypermailPage.parse(Array(page.utf8).span).message.text == "ben_at_example.org\n")
  }
}
