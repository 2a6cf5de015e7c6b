import Foundation
import MailParsing
import TestSupport
import Testing

/// The templates that Mailman itself came with, of 25 years and some forty languages, filled in with an
/// invented post as Mailman filled them in.
@Suite(
  "Pipermail's own templates, every generation and language",
  .enabled(if: Corpus.unpacked("torture.tar.xz") != nil))
struct PipermailGenerationsTests {
  @Test("every template gives the post that was put in", arguments: Generation.all)
  func template(_ generation: Generation) throws {
    let templates = try generation.templates()
    #expect(templates.count >= generation.least)
    for (language, template) in templates {
      let bytes = generation.page(template)
      #expect(PageKind.of(bytes.span) == .pipermailMessage, "\(language)")
      let page = PipermailPage.read(bytes.span)
      let message = page.parsed.message
      #expect(
        !page.parsed.defects.contains { $0.kind == .unrecognizedPage || $0.kind == .truncatedPage },
        "\(language)")
      #expect(
        message.from == [Address(name: "Ada Example", email: "ada@example.org")], "\(language)")
      #expect(message.subject == "Cold start & <warm> restart", "\(language)")
      #expect(message.sentAt?.rfc3339 == "2004-03-01T04:39:42-06:00", "\(language)")
      #expect(
        message.text.trimmingCharacters(in: .newlines)
          == "Hello,\n\n> if (a < b && c)\n\nWrite to bo@example.org, or see\nhttp://www.example.org/.",
        "\(language)")
      switch generation.link {
      case .author:
        #expect(message.messageID.isEmpty && message.inReplyTo.isEmpty, "\(language)")
      case .parent:
        // Translations of those years may still have the older link.
        #expect(message.messageID.isEmpty, "\(language)")
        #expect(message.inReplyTo == (generation.names(template) ? ["parent@example.org"] : []))
      case .own:
        #expect(message.messageID == (generation.names(template) ? ["own@example.org"] : []))
      }
      #expect(
        page.links.previous == "000006.html" && page.links.next == "000008.html", "\(language)")
      var throughTree = PipermailPage.readThroughTree(bytes.span).parsed.message
      // libxml2 drops the id that the Korean template of 2.1.40 sets outside its attribute.
      throughTree.messageID = message.messageID
      #expect(throughTree == message, "\(language)")
    }
  }
}

/// The templates of one year.
struct Generation: Sendable, CustomTestStringConvertible {
  /// What the answering link of its pages names.
  enum Link { case author, parent, own }

  var folder: String
  var link: Link
  /// At least so many languages are there.
  var least: Int
  var testDescription: String { folder }

  static let all = [
    Generation(folder: "history-1998-10-22", link: .author, least: 1),
    Generation(folder: "history-1999-08-21", link: .author, least: 1),
    Generation(folder: "history-2000-09-22", link: .author, least: 1),
    Generation(folder: "history-2003-01-01", link: .parent, least: 16),
    Generation(folder: "history-2005-06-01", link: .parent, least: 24),
    Generation(folder: "history-2007-01-01", link: .parent, least: 1),
    Generation(folder: "2.1.40-port", link: .own, least: 38),
  ]

  /// The templates of a post's page by language.
  func templates() throws -> [(language: String, template: [UInt8])] {
    let folder = try #require(Corpus.unpacked("torture.tar.xz"))
      .appendingPathComponent("torture/mailman-archive-templates/\(folder)")
    let old = folder.appendingPathComponent("article_template.txt")
    if let bytes = try? Data(contentsOf: old) { return [("en", [UInt8](bytes.dropFirst(2)))] }
    let templates = folder.appendingPathComponent("templates")
    return try FileManager.default.contentsOfDirectory(atPath: templates.path).sorted().compactMap {
      let file = templates.appendingPathComponent("\($0)/article.html")
      guard let bytes = try? Data(contentsOf: file) else { return nil }
      return ($0, [UInt8](bytes))
    }
  }

  /// Whether the template's link names an id at all.
  func names(_ template: [UInt8]) -> Bool {
    String(decoding: template, as: Unicode.ASCII.self).contains("%(in_reply_to_url)s")
  }

  /// The page that Mailman makes of the template; its words stay in whatever set they are in.
  func page(_ template: [UInt8]) -> [UInt8] {
    let url = "000007.html"
    let title = "Cold start &amp; &lt;warm&gt; restart"
    let id = link == .own ? "%3Cown%40example.org%3E" : "parent%40example.org"
    let values = [
      "title": "[Pumps] \(title)", "subject_html": title,
      "subject_url": "Cold%20start%20%26%20%3Cwarm%3E%20restart", "in_reply_to_url": id,
      "email_url": link == .author ? "ada%40example.org" : "pumps%40lists.example.org",
      "email_html": link == .author ? "ada@example.org" : "ada at example.org",
      "author_html": "Ada Example", "datestr_html": "Mon Mar  1 04:39:42 CST 2004",
      "encoding": "", "sequence": "7", "listname": "Pumps",
      "listurl": "http://lists.example.org/mailman/listinfo/pumps", "url": url,
      "prev": #"<LINK REL="Previous"  HREF="000006.html">"#,
      "next": #"<LINK REL="Next"  HREF="000008.html">"#,
      "prev_wsubj": "<LI>Previous message: <A HREF=\"000006.html\">Before\n</A></li>",
      "next_wsubj": "<LI>Next message: <A HREF=\"000008.html\">After\n</A></li>",
      "body": body,
    ]
    var page: [UInt8] = []
    var index = 0
    while index < template.count {
      if template[index] == 0x25, index + 1 < template.count, template[index + 1] == 0x28,
        let close = template[index...].firstIndex(of: 0x29), close + 1 < template.count
      {
        let name = String(decoding: template[index + 2..<close], as: UTF8.self)
        page += Array((values[name] ?? "").utf8)
        index = close + 2
      } else {
        page.append(template[index])
        index += template[index] == 0x25 && template[index...].starts(with: "%%".utf8) ? 2 : 1
      }
    }
    return page
  }

  private var body: String {
    let address = link == .author ? "bo@example.org" : "bo at example.org"
    let linked =
      link == .author
      ? #"<A HREF="mailto:bo@example.org">bo@example.org</A>"#
      : #"<A HREF="http://lists.example.org/mailman/listinfo/pumps">\#(address)</A>"#
    return """
      <PRE>Hello,

      &gt;<i> if (a &lt; b &amp;&amp; c)
      </I>
      Write to \(linked), or see
      <A HREF="http://www.example.org/">http://www.example.org/</A>.
      </PRE>
      """
  }
}
