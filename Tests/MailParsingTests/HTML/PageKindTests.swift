import MailParsing
import Testing

@Suite("Kinds of pages")
struct PageKindTests {
  private func kind(_ page: String) -> PageKind { PageKind.of(Array(page.utf8).span) }

  private func index(without missing: String) -> String {
    let links = ["thread", "subject", "author", "date"].filter { $0 != missing }
      .map { #"<a href="\#($0).html#start">[ \#($0) ]</a>"# }
    return """
      <HTML><BODY><a name="start"></A><ul><li>\(links.joined())</ul>
      <UL>
      <!--0 01330598382/one@example.org- -->
      <LI><A HREF="000604.html">Pumps
      </A><A NAME="604">&nbsp;</A>
      <I>Ada Example
      </I>
      <UL>
      <!--1 01330598382/one@example.org-01330598802/two-b@example.org- -->
      <LI><A HREF="000605.html">Re: Pumps &amp; more
      </A><A NAME="605">&nbsp;</A>
      <I>Ben Example
      </I>
      </UL>
      <!--0 01330700000/three@example.org- -->
      <LI><A HREF="000606.html">Valves
      </A><A NAME="606">&nbsp;</A>
      <I>Cy Example
      </I>
      </UL></BODY></HTML>
      """
  }

  @Test(
    "an index is told by the order it does not link to",
    arguments: PipermailIndexPage.Order.allCases)
  func indexes(_ order: PipermailIndexPage.Order) {
    #expect(kind(index(without: order.rawValue)) == .pipermailIndex(order))
  }

  @Test("pages of posts are told by their makers' comments")
  func posts() {
    for template in PipermailTemplate.allCases {
      #expect(kind(template.page(.init())) == .pipermailMessage)
    }
    #expect(kind("<!-- MHonArc v2.6.19 -->\n<!--X-Message-Id: a@b -->") == .mhonarcMessage)
    #expect(kind("<html><!-- received=\"Mon Feb 23 14:07:46 1998\" -->") == .hypermailMessage)
    #expect(kind("<!-- MHonArc v2.6.19 -->\n<html><title>Index</title>") == .otherIndex)
    #expect(kind("<html><body>Hello") == .otherHTML)
    #expect(kind("From: ada@example.org\n\nHello <you>") == .notHTML)
    #expect(kind("") == .notHTML)
  }

  @Test("the thread index gives each post's parent and id")
  func threads() {
    let page = PipermailIndexPage(Array(index(without: "thread").utf8).span)
    #expect(page.entries.map(\.href) == ["000604.html", "000605.html", "000606.html"])
    #expect(page.entries.map(\.subject) == ["Pumps", "Re: Pumps & more", "Valves"])
    #expect(page.entries.map(\.author) == ["Ada Example", "Ben Example", "Cy Example"])
    #expect(
      page.entries.map(\.messageID)
        == ["one@example.org", "two-b@example.org", "three@example.org"])
    #expect(page.parents == ["000605.html": "000604.html"])
  }

  @Test("without keys the nesting of lists gives the parents")
  func nesting() {
    let page = """
      <ul><LI><A HREF="000001.html">a</A><I>x</I>
      <UL><LI><A HREF="000002.html">b</A><I>x</I>
      <UL><LI><A HREF="000003.html">c</A><I>x</I></UL>
      <LI><A HREF="000004.html">d</A><I>x</I></UL>
      <LI><A HREF="000005.html">e</A><I>x</I></ul>
      """
    let parents = PipermailIndexPage(Array(page.utf8).span).parents
    #expect(
      parents == [
        "000002.html": "000001.html", "000003.html": "000002.html", "000004.html": "000001.html",
      ])
  }
}
