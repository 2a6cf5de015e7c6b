import MailParsing
import Testing

@Suite("Pages of MHonArc and Hypermail")
struct OtherArchiversTests {
  private let mhonarc = """
    <!-- MHonArc v2.6.19 -->
    <!--X-Subject: Pumps &#45; again -->
    <!--X-From-R13: "Oqn Sknzcyr" &#60;nqnNrknzcyr.bet> -->
    <!--X-Date: Fri, 15 Mar 1996 14:25:53 &#45;0800 -->
    <!--X-Message-Id: two@example.org -->
    <!--X-Content-Type: text/plain -->
    <!--X-Reference: one@example.org -->
    <!--X-Head-End-->
    <html><head><title>Pumps</title></head><body>
    [<a href="msg00001.html">Date Prev</a>][<a href="msg00003.html">Date Next</a>]
    <!--X-Head-of-Message-->
    <ul>
    <li><em>To</em>: <a href="mailto:pumps%40example.org">pumps@example.org</a></li>
    <li><em>Subject</em>: Pumps - again</li>
    <li><em>From</em>: Ada Example &lt;<a href="mailto:ada%40example.org">ada@xxxxxxxxxxx</a>&gt;</li>
    <li><em>Date</em>: Fri, 15 Mar 1996 14:25:47 -0800</li>
    </ul>
    <!--X-Head-of-Message-End-->
    <!--X-Body-of-Message-->
    <pre>It stops.
    &gt; It starts.
    </pre><p><strong>Attachment:
    <a href="bin00001.bin" ><tt>pump.log</tt></a></strong><br>
    <em>Description:</em> Binary data</p>
    <!--X-Body-of-Message-End-->
    </body></html>
    """

  @Test("MHonArc's comments and header lines make the message")
  func readsMHonArc() {
    let page = MHonArcPage.read(Array(mhonarc.utf8).span)
    let message = page.parsed.message
    #expect(message.messageID == ["two@example.org"])
    let hidden = hypermail.replacing("two@example.org", with: "two_at_example.org")
    #expect(HypermailPage.parse(Array(hidden.utf8).span).message.messageID == ["two@example.org"])
    #expect(message.references == ["one@example.org"])
    #expect(message.from == [Address(name: "Ada Example", email: "ada@example.org")])
    #expect(message.to == [Address(name: "", email: "pumps@example.org")])
    #expect(message.subject == "Pumps - again")
    #expect(message.sentAt?.rfc3339 == "1996-03-15T14:25:47-08:00")
    #expect(message.text == "It stops.\n> It starts.\n")
    #expect(
      message.attachments == [
        MailParsing.Attachment(
          name: "pump.log", type: "application/octet-stream", byteCount: nil, url: "bin00001.bin")
      ])
    #expect(page.links.previous == "msg00001.html")
    #expect(page.links.next == "msg00003.html")
    #expect(page.parsed.defects == [])
  }

  @Test("a customised layout does not matter to the comments")
  func customised() {
    let page = mhonarc.replacing("<ul>", with: "<table>").replacing("</ul>", with: "</table>")
      .replacing("<li><em>", with: "<tr><td>").replacing("</em>:", with: ":</td><td>")
      .replacing("</li>", with: "</td></tr>")
    let message = MHonArcPage.parse(Array(page.utf8).span).message
    #expect(message.sentAt?.rfc3339 == "1996-03-15T14:25:47-08:00")
    #expect(message.to.first?.email == "pumps@example.org")
  }

  @Test(
    "the header's labels are read from any layout",
    arguments: [
      "<table><tr><th>To</th><td>pumps@example.org</td></tr></table>",
      "<dl><dt><b>To</b></dt><dd>pumps@example.org</dd></dl>",
      "<p><b>To</b>: pumps@example.org<br>",
      "<div>To : pumps@example.org</div>",
    ])
  func layouts(head: String) {
    let page = "<!--X-Head-of-Message-->\(head)<!--X-Head-of-Message-End-->"
    #expect(
      MHonArcPage.parse(Array(page.utf8).span).message.to
        == [Address(name: "", email: "pumps@example.org")])
  }

  @Test(
    "what stands in place of a part is an attachment, and no text",
    arguments: [
      "<p><strong>Attachment:\n<a href=\"a.bin\" ><tt>pump.log</tt></a></strong><br>\n"
        + "<em>Description:</em> Binary data</p>",
      "<P>Attachment: <A HREF=\"a.bin\"><TT>pump.log</TT></A></P>",
      "<p><strong><a href=\"a.bin\" ><img src=\"i.png\" alt=\"Attachment:\"></a>\n"
        + "<a href=\"a.bin\" ><tt>pump.log</tt></a></strong></p>",
      "<table border=\"1\"><tr><td><strong>Attachment:\n"
        + "<a href=\"a.bin\" ><tt>pump.log</tt></a></strong></td></tr></table>",
      "<p>Anhang: <a href=\"a.bin\">pump.log</a></p>",
    ])
  func parts(block: String) {
    let page =
      "<!--X-Derived: a.bin --><!--X-Body-of-Message--><pre>See:</pre>\(block)"
      + "<!--X-Body-of-Message-End-->"
    let message = MHonArcPage.parse(Array(page.utf8).span).message
    #expect(message.attachments.map(\.url) == ["a.bin"])
    #expect(message.attachments.map(\.name) == ["pump.log"])
    if !block.contains("Anhang") { #expect(message.text == "See:\n") }
  }

  @Test("a part that was left out is named, one that nothing links to is kept")
  func lostParts() {
    let page =
      "<!--X-Derived: b.png --><!--X-Body-of-Message-->"
      + "<p><tt>&lt;&lt;attachment: pump.exe&gt;&gt;</tt></p><p>Bye</p><!--X-Body-of-Message-End-->"
    let message = MHonArcPage.parse(Array(page.utf8).span).message
    #expect(message.attachments.map(\.name) == ["pump.exe", nil])
    #expect(message.attachments.map(\.url) == [nil, "b.png"])
    #expect(message.text == "Bye\n")
  }

  @Test("a mail that the post carries is an attachment, quotations within it too")
  func carriedMail() {
    let page =
      "<!--X-Body-of-Message--><pre>Look:</pre><blockquote><small>---&nbsp;<i>Begin&nbsp;Message</i>"
      + "&nbsp;---</small><ul><li>Subject: In</li></ul><blockquote>deep</blockquote><pre>In.</pre>"
      + "</blockquote><pre>Out.\n&gt;From here.</pre><blockquote>Quoted</blockquote><!--X-Body-of-Message-End-->"
    let message = MHonArcPage.parse(Array(page.utf8).span).message
    #expect(message.attachments.map(\.type) == ["message/rfc822"])
    #expect(message.text == "Look:\nOut.\nFrom here.\n\n> Quoted\n")
  }

  @Test("an id that MHonArc made up is none, an address it masked is none")
  func inventions() {
    let page =
      "<!--X-Message-Id: d41d8cd9@NO-ID-FOUND.mhonarc.org --><!--X-Head-of-Message-->"
      + "<ul><li>To: Ada &lt;ada@xxxxxxxxxxx&gt;, ben@xxxxxxxxxxx</li></ul>"
      + "<!--X-Head-of-Message-End-->"
    let parsed = MHonArcPage.parse(Array(page.utf8).span)
    #expect(parsed.message.messageID == [])
    #expect(parsed.defects.contains { $0.kind == .missingMessageID })
    #expect(parsed.message.to == [Address(name: "Ada", email: "")])
  }

  @Test("a page of MHonArc's without an end keeps what it holds")
  func truncated() {
    let cut = mhonarc.firstRange(of: "</pre>")!.lowerBound
    let parsed = MHonArcPage.parse(Array(mhonarc[..<cut].utf8).span)
    #expect(parsed.message.text.contains("It starts."))
    #expect(parsed.defects.contains { $0.kind == .truncatedPage })
  }

  private let hypermail = """
    <html><head><title>Re: Pumps from Ada Example on 1998-02-23 (pumps)</title></head><body>
    <!-- received="Mon Feb 23 14:07:46 1998" -->
    <!-- isoreceived="19980223220746" -->
    <!-- sent="Mon, 23 Feb 1998 14:07:05 -0800" -->
    <!-- name="Ada Example" -->
    <!-- email="ada_at_example.org" -->
    <!-- subject="Re: Pumps &amp; more" -->
    <!-- id="two@example.org" -->
    <!-- charset="us-ascii" -->
    <!-- inreplyto="one@example.org" -->
    [ <a href="0051.html">Next message</a> ] [ <a href="0049.html">In reply to</a> ]
    <!-- body="start" -->
    <div class="mail"><address class="headers"><span id="from">From: Ada</span></address>
    On Monday, Ben wrote:
    <br />
    <em class="quotelev1">&gt; It starts.
    </em><br />
    It stops.
    <span id="received"><dfn>Received on</dfn> Mon Feb 23 1998</span>
    </div>
    <!-- body="end" -->
    """

  @Test("Hypermail's comments and body make the message")
  func readsHypermail() {
    let page = HypermailPage.read(Array(hypermail.utf8).span)
    let message = page.parsed.message
    #expect(message.messageID == ["two@example.org"])
    let hidden = hypermail.replacing("two@example.org", with: "two_at_example.org")
    #expect(HypermailPage.parse(Array(hidden.utf8).span).message.messageID == ["two@example.org"])
    #expect(message.inReplyTo == ["one@example.org"])
    #expect(message.from == [Address(name: "Ada Example", email: "ada@example.org")])
    #expect(message.subject == "Re: Pumps & more")
    #expect(message.sentAt?.rfc3339 == "1998-02-23T14:07:05-08:00")
    #expect(message.list == "pumps")
    #expect(
      message.text.split(whereSeparator: \.isNewline)
        == ["On Monday, Ben wrote:", "> It starts.", "It stops."])
    #expect(page.links.next == "0051.html")
    #expect(page.links.parent == "0049.html")
  }

  @Test("what Hypermail stored as files is attached and no text")
  func hypermailParts() {
    let page = hypermail.replacing(
      "<span id=\"received\">",
      with: """
        <hr><ul>
        <li>image/png attachment: <a href="att-0050/pump.png">pump.png</a></li>
        </ul>
        <!-- attachment="pump.png" -->
        <ul><li>text/x-log attachment: <a href="att-0050/02-part">stored</a></ul>
        <!-- attachment="02-part" -->
        <ul><li>a list of the post's own <a href="x">x</a></li></ul>
        <!-- attachment="lost.bin" -->
        <span id="received">
        """)
    let message = HypermailPage.parse(Array(page.utf8).span).message
    #expect(
      message.attachments == [
        MailParsing.Attachment(
          name: "pump.png", type: "image/png", byteCount: nil, url: "att-0050/pump.png"),
        MailParsing.Attachment(
          name: nil, type: "text/x-log", byteCount: nil, url: "att-0050/02-part"),
        MailParsing.Attachment(
          name: "lost.bin", type: "application/octet-stream", byteCount: nil),
      ])
    #expect(message.text.contains("It stops."))
    #expect(message.text.contains("a list of the post's own"))
    #expect(!message.text.contains("part"))
  }

  @Test("without a date of sending the day of reception stands in, and is marked")
  func received() {
    let page = hypermail.replacing("sent=\"Mon, 23 Feb 1998 14:07:05 -0800\"", with: "sent=\"\"")
    let parsed = HypermailPage.parse(Array(page.utf8).span)
    #expect(parsed.message.sentAt?.rfc3339 == "1998-02-23T14:07:46+00:00")
    #expect(parsed.defects.contains { $0.kind == .repairedDate })
  }

  @Test("a page of another maker is unknown to both")
  func unknown() {
    let bytes = Array("<html><body>Hello</body></html>".utf8)
    #expect(MHonArcPage.parse(bytes.span).defects.contains { $0.kind == .unrecognizedPage })
    #expect(HypermailPage.parse(bytes.span).defects.contains { $0.kind == .unrecognizedPage })
  }
}
