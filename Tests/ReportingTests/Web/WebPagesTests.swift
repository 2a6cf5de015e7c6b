@testable import ArchiveStorage
import MailParsing
import Testing

@testable import Reporting

@Suite("Pages of the web site")
struct WebPagesTests {
  /// What a hostile mail may put anywhere.
  private static let bait = #"<script>alert(1)</script>" onload='x' & "# + "\u{202E}"

  @Test("nothing that a mail says becomes markup")
  func escapes() {
    let stored = Self.message(text: "> \(Self.bait)\nI wrote the parser. \(Self.bait)")
    var claim = Claim(quote: Self.bait, range: 0..<4, kind: .contribution, actor: .author)
    claim.topics = [Self.bait]
    let person = Person(
      id: 1, name: Self.bait, identities: [Address(name: Self.bait, email: Self.bait)],
      merges: [.init(with: Self.bait, because: Self.bait)], messageCount: 1)
    let list = ListSummary(
      name: Self.bait, messageCount: 2, months: [.init(month: "2013-10", messageCount: 2)],
      missingMonths: [], undatedCount: 0, defects: [:])
    var answer = stored
    answer.message.inReplyTo = ["\(Self.bait)@ghost"]
    let thread = ThreadBuilder.threads(of: [.init(answer.message)])[0]
    for page in [
      ListsPage.html(of: [list]),
      SearchPage.html(SearchResults(count: 0, hits: []), query: Self.bait, page: 1),
      MessagePage.html(of: [.init(stored, quotations: [0..<9], claims: [claim])]),
      ThreadPage.html(of: thread.nodes, [answer]), PeoplePages.html(of: [person], who: "x"),
      PeoplePages.html(of: [person, person], who: Self.bait),
      PeoplePages.html(ofClaims: [(stored, [claim])], of: person), FailurePage.html(Self.bait),
    ] {
      #expect(!page.contains("<script"))
      #expect(!page.contains("onload='"))
      #expect(!page.contains("\u{202E}"))
      #expect(page.contains("&lt;script&gt;"))
    }
  }

  @Test("quotations are dimmed and claims marked, at scalars and not at characters")
  func marks() {
    let text = "> e\u{301}té\nI 👩‍🔧 wrote it."
    let own = 7 + 6
    let stored = Self.message(text: text)
    let claim = Claim(
      quote: "wrote it", range: own..<(own + 8), kind: .contribution, actor: .author)
    let page = MessagePage.html(of: [.init(stored, quotations: [0..<6], claims: [claim])])
    #expect(
      page.contains("<span class=\"quoted\">&gt; e\u{301}té</span>\nI 👩‍🔧 <mark>wrote it</mark>."))
  }

  @Test("a range that lies beyond the text or in another marks nothing twice")
  func badRanges() {
    let html = MarkedText.html(
      "abcdef", [(1..<3, .highlighted), (2..<4, .quoted), (5..<99, .quoted)])
    #expect(
      html.markup
        == "a<mark>bc</mark><span class=\"quoted\">d</span>e<span class=\"quoted\">f</span>")
  }

  @Test("months lead to their messages, and an empty store says so")
  func months() {
    let list = ListSummary(
      name: "dev", messageCount: 9,
      months: [.init(month: "2012-12", messageCount: 8), .init(month: "2013-02", messageCount: 1)],
      missingMonths: ["2013-01"], undatedCount: 0, defects: [:])
    let page = ListsPage.html(of: [list])
    #expect(page.contains("9 messages, 1 month without messages"))
    #expect(page.contains("href=\"/search?q=list%3A%22dev%22%20date%3A2012-12\">8</a>"))
    #expect(ListsPage.html(of: []).contains("holds no messages"))
  }

  @Test(
    "results are turned over as far as there are any",
    arguments: [
      (50, 1, []), (51, 1, ["older"]), (150, 2, ["newer", "older"]), (150, 3, ["newer"]),
    ])
  func turning(count: Int, page: Int, links: [String]) {
    let html = SearchPage.html(SearchResults(count: count, hits: []), query: "x", page: page)
    #expect(["newer", "older"].filter { html.contains(">\($0)</a>") } == links)
  }

  private static func message(text: String) -> StoredMessage {
    var message = Message()
    message.messageID = [bait]
    message.from = [Address(name: bait, email: bait)]
    message.subject = bait
    message.text = text
    message.attachments = [Attachment(name: bait, type: "text/html", byteCount: 1)]
    let source = SourceRecord(path: bait, member: bait, sha256: "00", byteCount: 1)
    return StoredMessage(
      id: 1, message: message, defects: [], contentKey: "",
      appearances: [
        Appearance(
          source: source, format: .mboxrd, list: nil, entry: 0..<1, entrySHA256: "00",
          fidelity: .original)
      ])
  }
}
