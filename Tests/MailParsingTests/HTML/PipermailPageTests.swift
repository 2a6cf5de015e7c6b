import MailParsing
import Testing

@Suite("Pages of pipermail")
struct PipermailPageTests {
  private func read(_ template: PipermailTemplate, _ post: PipermailTemplate.Post) -> RenderedPage {
    PipermailPage.read(Array(template.page(post).utf8).span)
  }

  @Test("every generation gives author, subject and text", arguments: PipermailTemplate.allCases)
  func fields(_ template: PipermailTemplate) {
    let page = read(template, PipermailTemplate.Post())
    let message = page.parsed.message
    #expect(message.from == [Address(name: "Ada Example", email: "ada@example.org")])
    #expect(message.subject == "Cold start of the pump controller")
    #expect(message.text.contains("It starts.\n"))
    #expect(page.parsed.fidelity == .rendered)
    #expect(page.format == .pipermailHTML)
  }

  @Test("the tree gives the message that the scanner gives", arguments: PipermailTemplate.allCases)
  func tree(_ template: PipermailTemplate) {
    var post = PipermailTemplate.Post()
    post.body = """
      Ada wrote:
      &gt;<i> if (a &lt; b &amp;&amp; c) \u{1B}[K
      </I>&gt;<i> see <A HREF="http://www.example.org/">http://www.example.org/</A> &#8217; &#39; &nbsp;
      </I>
      """
    let bytes = Array(template.page(post).utf8)
    let scanned = PipermailPage.read(bytes.span)
    let mended = PipermailPage.readThroughTree(bytes.span)
    #expect(scanned.parsed.message == mended.parsed.message)
    #expect(scanned.links == mended.links)
    #expect(scanned.parsed.message.text.contains("> if (a < b && c) \u{1B}[K\n"))
  }

  @Test("an id in angle brackets is the page's own, a bare one its parent's")
  func replyLink() {
    var post = PipermailTemplate.Post()
    post.parentID = "parent@example.org"
    let own = read(.ownInLink, post).parsed.message
    #expect(own.messageID == ["one.two@example.org"])
    #expect(own.inReplyTo == [])
    let parent = read(.parentInLink, post).parsed.message
    #expect(parent.messageID == [])
    #expect(parent.inReplyTo == ["parent@example.org"])
    post.parentID = ""
    let first = read(.parentInLink, post).parsed
    #expect(first.message.inReplyTo == [])
    #expect(first.defects.contains { $0.kind == .missingMessageID })
    #expect(read(.mailman1, post).parsed.message.inReplyTo == [])
  }

  @Test(
    "dates of all templates are read",
    arguments: [
      ("Thu Mar  1 04:39:42 CST 2012", "2012-03-01T04:39:42-06:00"),
      ("Mon, 2 Aug 1999 18:55:09 -0400 (EDT)", "1999-08-02T18:55:09-04:00"),
      ("火 7月 20 12:06:00 UTC 1999", "1999-07-20T12:06:00+00:00"),
      ("Fr Mär  1 06:39:37 UTC 1996", "1996-03-01T06:39:37+00:00"),
    ])
  func dates(_ written: String, _ expected: String) {
    var post = PipermailTemplate.Post()
    (post.date, post.charset) = (written, "utf-8")
    #expect(read(.ownInLink, post).parsed.message.sentAt?.rfc3339 == expected)
  }

  @Test("a date that is none is a defect, and no date")
  func noDate() {
    var post = PipermailTemplate.Post()
    post.date = "yesterday"
    let parsed = read(.ownInLink, post).parsed
    #expect(parsed.message.sentAt == nil)
    #expect(parsed.defects.contains { $0.kind == .malformedDate })
  }

  @Test("the list's name comes from its page's link or the answering address")
  func list() {
    #expect(read(.ownInLink, .init()).parsed.message.list == "pumps")
    #expect(read(.parentInLink, .init()).parsed.message.list == "pumps")
    #expect(read(.mailman1, .init()).parsed.message.list == nil)
  }

  @Test("neighbours are given as the page links them")
  func links() {
    var post = PipermailTemplate.Post()
    (post.previous, post.next) = ("000012.html", "000014.html")
    let links = read(.parentInLink, post).links
    #expect(links.previous == "000012.html")
    #expect(links.next == "000014.html")
  }

  @Test("what Mailman fills in for a missing author or subject is not kept")
  func placeholders() {
    var post = PipermailTemplate.Post()
    (post.author, post.email, post.subject) =
      ("bogus at does.not.exist.com", "bogus@does.not.exist.com", "No subject")
    let parsed = read(.ownInLink, post).parsed
    #expect(parsed.message.from == [])
    #expect(parsed.message.subject == "")
    #expect(parsed.defects.contains { $0.kind == .missingFrom })
  }

  @Test("a subject gets its address back where the answering link shows one")
  func subject() {
    var post = PipermailTemplate.Post()
    post.subject = "Your account pumps@lists.example.org is full"
    let page = PipermailTemplate.ownInLink.page(post).replacing(
      "<H1>Your account pumps@lists", with: "<H1>Your account pumps at lists")
    #expect(PipermailPage.parse(Array(page.utf8).span).message.subject == post.subject)
  }

  @Test("a link that shows an address had its @, where the monthly text kept it")
  func linkedAddresses() {
    func lines(_ template: PipermailTemplate, _ body: String) -> [Substring] {
      var post = PipermailTemplate.Post()
      post.body = body
      return read(template, post).parsed.message.text.split(separator: "\n")
    }
    let link = "<A HREF=\"http://lists.example.org/mailman/listinfo/pumps\">"
    for word in ["trunk at BASE", "you at example.org", "+ at ."] {
      #expect(
        lines(.parentInLink, "Use \(link)\(word)</A> at home")
          == ["Use \(word.replacing(" at ", with: "@")) at home"])
      #expect(lines(.ownInLink, "Use \(link)\(word)</A> at home") == ["Use \(word) at home"])
    }
    #expect(lines(.parentInLink, "\(link)look at the pump</A>") == ["look at the pump"])
  }

  @Test("a link's address tells how a reference stood in the mail")
  func linkedReferences() {
    var post = PipermailTemplate.Post()
    post.body =
      "<A HREF=\"http://example.org/?a=1&amp;amp;b=2\">http://example.org/?a=1&amp;b=2</A>\n"
      + "x=&quot;<A HREF=\"http://example.org/?a=1&amp;b=2\">http://example.org/?a=1&amp;b=2</A>"
    #expect(
      read(.ownInLink, post).parsed.message.text.split(separator: "\n")
        == ["http://example.org/?a=1&amp;b=2", "x=\"http://example.org/?a=1&b=2"])
  }

  @Test("bytes beyond ASCII without a charset are a guess that says so")
  func guessedCharset() {
    var post = PipermailTemplate.Post()
    post.author = "JOHANSSON"
    var bytes = Array(PipermailTemplate.mailman1.page(post).utf8)
    let place = bytes.firstRange(of: Array("JOHANSSON".utf8))!
    bytes[place.lowerBound] = 0xD6
    let parsed = PipermailPage.parse(bytes.span)
    #expect(parsed.message.from.first?.name == "ÖOHANSSON")
    #expect(parsed.defects.contains { $0.kind == .guessedCharset })
  }

  @Test("a declared charset is followed")
  func declaredCharset() {
    var post = PipermailTemplate.Post()
    (post.charset, post.author) = ("koi8-r", "@@@@")
    var bytes = Array(PipermailTemplate.ownInLink.page(post).utf8)
    let place = bytes.firstRange(of: Array("<B>@@@@".utf8))!
    bytes.replaceSubrange(
      (place.lowerBound + 3)..<place.upperBound, with: [0xE1, 0xCE, 0xCE, 0xC1])
    #expect(PipermailPage.parse(bytes.span).message.from.first?.name == "Анна")
  }

  @Test("a page that ends in its post keeps what it holds")
  func truncated() {
    let page = PipermailTemplate.ownInLink.page(.init())
    let bytes = Array(page.utf8)
    let cut = bytes.firstRange(of: Array("It starts.".utf8))!.upperBound
    let parsed = PipermailPage.parse(Array(bytes[..<cut]).span)
    #expect(parsed.message.text.contains("It starts."))
    #expect(parsed.message.messageID == ["one.two@example.org"])
    #expect(parsed.defects.contains { $0.kind == .truncatedPage })
  }

  @Test("HTML that no archiver made gives its text and says that it is unknown")
  func unknown() {
    let page = "<html><head><title>Pumps</title></head><body><p>One</p><p>Two</p></body></html>"
    let parsed = PipermailPage.parse(Array(page.utf8).span)
    #expect(parsed.message.subject == "Pumps")
    #expect(parsed.message.text == "One\n\nTwo\n")
    #expect(parsed.defects.contains { $0.kind == .unrecognizedPage })
  }

  @Test(
    "what a hostile page repeats a hundred thousand times neither hangs nor crashes a reader",
    arguments: [
      "<div>", "<a href=\"", "&#", "<", "</", "<!--", "/listinfo", "<a /listinfo", "&amp;",
    ])
  func repeated(_ markup: String) {
    let noise = String(repeating: markup, count: 100_000)
    for page in [
      PipermailTemplate.allCases[0].page(.init()).replacing(
        "<!--beginarticle-->", with: "<!--beginarticle-->" + noise),
      PipermailTemplate.allCases[0].page(.init()) + noise,
    ] {
      let parsed = PipermailPage.parse(Array(page.utf8).span)
      #expect(parsed.fidelity == .rendered)
      #expect(parsed.message.text.utf8.count <= page.utf8.count + 1)
    }
  }

  @Test("every beginning of a page is read without a crash", arguments: PipermailTemplate.allCases)
  func beginnings(_ template: PipermailTemplate) {
    let bytes = Array(template.page(.init()).utf8)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      _ = PipermailPage.parse(Array(bytes[..<length]).span)
    }
  }
}
