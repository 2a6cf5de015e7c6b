public import ArchiveStorage
import MailParsing

/// A message: its header, its text with quotations dimmed and claims marked, and where it stands.
public enum MessagePage {
  /// A message and what was read from its text; ranges count Unicode scalars of the text.
  public struct Reading: Sendable {
    /// The message.
    public var stored: StoredMessage
    /// What others wrote, in order and without overlap.
    public var quotations: [Range<Int>]
    /// What its author claims, in text order.
    public var claims: [Claim]

    /// Makes a reading.
    public init(_ stored: StoredMessage, quotations: [Range<Int>], claims: [Claim]) {
      (self.stored, self.quotations, self.claims) = (stored, quotations, claims)
    }
  }

  /// The page on the messages of one name; mails of several people may bear one Message-ID.
  public static func html(of readings: [Reading]) -> String {
    let subject = readings.first.map { VisibleText.line($0.stored.message.subject) } ?? ""
    return WebPage.html(
      title: subject.isEmpty ? "(no subject)" : subject, HTML.join(readings.map(section)))
  }

  private static func section(_ reading: Reading) -> HTML {
    """
    <section>
    \(header(reading.stored))
    <p>\(WebPage.link(.thread(name: reading.stored.name), "Thread")) · \
    \(WebPage.link(.entry(name: reading.stored.name), "Bytes of the archive"))</p>
    <div class="mail">\(text(reading))</div>
    \(claims(reading.claims))
    \(places(reading.stored))
    </section>
    """
  }

  private static func header(_ stored: StoredMessage) -> HTML {
    let message = stored.message
    func people(_ addresses: [Address]) -> HTML {
      HTML.join(addresses.map(person), separator: ", ")
    }
    let fields: [(HTML, HTML)] = [
      ("From", people(message.from)), ("To", people(message.to)), ("Cc", people(message.cc)),
      ("Date", .text(message.sentAt?.rfc3339 ?? "")),
      ("Message-ID", .text(message.messageID.joined(separator: ", "))),
      (
        "Attachments",
        .text(
          message.attachments.map { [$0.name, $0.type].compactMap(\.self).joined(separator: ", ") }
            .joined(separator: "; "))
      ),
    ]
    let rows = fields.filter { !$0.1.markup.isEmpty }.map { name, value -> HTML in
      "<dt>\(name)</dt><dd>\(value)</dd>"
    }
    return "<dl>\(HTML.join(rows))</dl>"
  }

  /// A name that leads to who it is.
  private static func person(_ address: Address) -> HTML {
    let shown = address.name.isEmpty ? address.email : address.name
    let words: HTML = "\(VisibleText.line(shown))"
    guard !address.email.isEmpty else { return words }
    return WebPage.link(.people(who: address.email), words)
  }

  private static func text(_ reading: Reading) -> HTML {
    let marks =
      reading.quotations.map { ($0, MarkedText.Mark.quoted) }
      + reading.claims.map { ($0.range, MarkedText.Mark.highlighted) }
    return MarkedText.html(
      reading.stored.message.text, marks.sorted { $0.0.lowerBound < $1.0.lowerBound })
  }

  private static func claims(_ claims: [Claim]) -> HTML {
    guard !claims.isEmpty else { return "" }
    return """
      <h2>Claims</h2>
      \(WebPage.list(claims.map(ClaimItem.html), else: ""))
      """
  }

  private static func places(_ stored: StoredMessage) -> HTML {
    let places = stored.appearances.map { appearance -> HTML in
      let member = appearance.source.member.map { " (\($0))" } ?? ""
      return """
        <code>\(appearance.source.path)\(member)</code> bytes \(appearance.entry.lowerBound) to \
        \(appearance.entry.upperBound) <span class="quiet">\(appearance.format.rawValue), \
        \(appearance.fidelity.rawValue)</span>
        """
    }
    let defects = stored.defects.map { defect -> HTML in
      "\(defect.kind.rawValue) at byte \(defect.range.lowerBound) <span class=\"quiet\">\(defect.detail)</span>"
    }
    let wrong: HTML =
      defects.isEmpty ? "" : "<h2>What is wrong with it</h2>\(WebPage.list(defects, else: ""))"
    return "<h2>Where it stands</h2>\(WebPage.list(places, else: ""))\(wrong)"
  }
}
