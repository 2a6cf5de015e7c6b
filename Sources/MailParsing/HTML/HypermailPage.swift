/// Reads the pages that Hypermail (1.x and 2.x) makes of posts.
///
/// Whatever a page's template, Hypermail marks it with comments that it needs itself to update an archive:
/// `<!-- sent="…" -->`, `<!-- id="…" -->`, `<!-- body="start" -->`.
public enum HypermailPage: PageReader {
  /// See ``PageReader/format``.
  public static let format = ArchiveFormat.hypermailHTML

  /// See ``PageReader/parse(_:into:)``.
  @discardableResult
  public static func parse(
    _ bytes: Span<UInt8>, into message: inout FlatMessage
  ) -> RenderedPage.Links {
    Marks.read(bytes, into: &message)
  }
}

extension HypermailPage {
  /// What the comments of a page say, and where they put its body.
  fileprivate struct Marks: PageMarks {
    private var values: [String: [UInt8]] = [:]
    var body: Range<Int>?
    var isTruncated = false
    /// What stands in the body and is none of it: the header lines and the line of reception of 2.x, and
    /// the links to parts that are no text.
    var furniture: [Range<Int>] = []
    var attachments: [Attachment] = []
    var list: String?
    var links = RenderedPage.Links()

    var isPresent: Bool { body != nil || !value("sent").isEmpty || !value("received").isEmpty }

    func value(_ key: String) -> [UInt8] { values[key] ?? [] }

    /// An id without angle brackets, its `@` put back where Hypermail hid it as in addresses; nil for none
    /// and for a phrase.
    func id(_ key: String) -> String? {
      let id = value(key).foldingWhiteSpace().filter { $0 != 0x3C && $0 != 0x3E }
      guard !id.isEmpty, !id.contains(0x20) else { return nil }
      return String(decoding: ObscuredField(id.span, 0..<id.count).email, as: UTF8.self)
    }

    init(_ page: Span<UInt8>) {
      var tokens = HTMLTokenizer(0..<page.count)
      var bodyStart: Int?
      var opened: (tag: HTMLTagName, start: Int)?
      var title: [UInt8]?
      var href: Range<Int>?
      var part = HypermailPart()
      while true {
        let start = tokens.offset
        guard let token = tokens.next(page) else { break }
        switch token {
        case .comment(let range):
          guard let (key, value) = Self.assignment(page, page.trimmed(range)) else { continue }
          if key == "attachment", bodyStart != nil, body == nil {
            if let (attachment, start) = part.linked {
              attachments.append(attachment)
              furniture.append(start..<tokens.offset)
            } else {
              attachments.append(HypermailPart.unlinked(value))
            }
            part = HypermailPart()
          } else if key == "body" {
            if value == Array("start".utf8) {
              bodyStart = bodyStart ?? tokens.offset
            } else if let begin = bodyStart, body == nil {
              body = begin..<start
            }
          } else if body == nil, bodyStart == nil, values[key] == nil {
            values[key] = value
          }
        case .start(.title, _): title = []
        case .end(.title):
          list = title.flatMap { Self.list($0) }
          title = nil
        case .text(let range) where title != nil: title?.append(decodingEntitiesOf: page, range)
        case .start(let tag, let attributes):
          if tag == .ul { part = HypermailPart(from: start) }
          if tag == .a {
            part.url = page.attribute("href", in: attributes).map { page.string(in: $0) }
          }
          if bodyStart != nil, body == nil, opened == nil,
            tag == .address || tag == .span && Self.isReception(page, attributes)
          {
            opened = (tag, start)
          } else if tag == .a, bodyStart == nil {
            href = page.attribute("href", in: attributes)
          }
        case .end(let tag):
          if let block = opened, block.tag == tag {
            furniture.append(block.start..<tokens.offset)
            opened = nil
          }
          if tag == .a { href = nil }
        case .text(let range):
          part.take(page, page.trimmed(range))
          if let link = href { self.link(page, link, labelled: page.trimmed(range)) }
        case .declaration: break
        }
      }
      if let begin = bodyStart, body == nil {
        body = begin..<page.count
        isTruncated = true
      }
    }

    /// `key="value"`, its entities decoded; the value ends at the last quote.
    private static func assignment(
      _ page: Span<UInt8>, _ range: Range<Int>
    ) -> (key: String, value: [UInt8])? {
      guard let equals = page.firstIndex(of: 0x3D, in: range), equals - range.lowerBound <= 20,
        equals + 2 < range.upperBound, page[equals + 1] == 0x22,
        page[range.upperBound - 1] == 0x22
      else { return nil }
      var value: [UInt8] = []
      value.append(decodingEntitiesOf: page, (equals + 2)..<(range.upperBound - 1))
      return (page.string(in: range.lowerBound..<equals), value)
    }

    private static func isReception(_ page: Span<UInt8>, _ attributes: Range<Int>) -> Bool {
      page.attribute("id", in: attributes).map { page.equalsIgnoringCase("received", in: $0) }
        ?? false
    }

    /// The list's name: in parentheses at the end of the title (`… on 1998-02-23 (name)`), where 2.x puts it
    /// after a date; in 1.x before the first colon, which a subject has too, so that is not read.
    private static func list(_ title: [UInt8]) -> String? {
      let span = title.span
      let text = span.trimmed(0..<title.count)
      guard let open = span.lastIndex(of: 0x28, in: text), open - text.lowerBound >= 11,
        open + 2 < text.upperBound, span[text.upperBound - 1] == 0x29, span[open - 2].isDigit
      else { return nil }
      return span.string(in: (open + 1)..<(text.upperBound - 1))
    }

    private mutating func link(_ page: Span<UInt8>, _ href: Range<Int>, labelled label: Range<Int>)
    {
      if page.equalsIgnoringCase("next message", in: label) {
        links.next = links.next ?? page.string(in: href)
      } else if page.equalsIgnoringCase("previous message", in: label) {
        links.previous = links.previous ?? page.string(in: href)
      } else if page.equalsIgnoringCase("in reply to", in: label) {
        links.parent = links.parent ?? page.string(in: href)
      }
    }
  }
}

extension HypermailPage.Marks {
  func fill(_ message: inout FlatMessage, from page: Span<UInt8>, byteCount: Int) {
    let whole = 0..<byteCount
    var header = RenderedHeader()
    header.subject = value("subject")
    header.date = value("sent")
    if header.date.isEmpty {
      header.date = value("received")
      message.defects.append(Defect(.repairedDate, .note, at: whole, detail: "received"))
    }
    let address = value("email")
    let email = ObscuredField(address.span, 0..<address.count)
    let name = value("name").foldingWhiteSpace()
    if email.separator != nil {
      message.defects.append(Defect(.obscuredAddress, .note, at: whole))
    }
    header.fill(&message, byteCount: byteCount)
    if !email.email.isEmpty || !name.isEmpty {
      message.defects.removeAll { $0.kind == .missingFrom }
      let isAddress = name == email.email
      message.from = [
        FlatMessage.Mailbox(
          name: message.add(isAddress ? "" : String(decoding: name, as: UTF8.self)),
          email: message.add(String(decoding: email.email, as: UTF8.self)))
      ]
    }

    if let id = id("id") {
      message.messageID.append(message.add(id))
    } else {
      message.defects.append(Defect(.missingMessageID, .warning, at: whole))
    }
    if let parent = id("inreplyto") { message.inReplyTo.append(message.add(parent)) }
    message.list = list.map { message.add($0) }

    if let body {
      RenderedBody.fill(&message, from: page, body, without: furniture, mark: email.mark)
      for attachment in attachments { message.add(attachment) }
      if isTruncated { message.defects.append(Defect(.truncatedPage, .error, at: whole)) }
    } else {
      message.defects.append(Defect(.missingPageField, .error, at: whole, detail: "body"))
    }
    message.sortDefects()
  }
}
