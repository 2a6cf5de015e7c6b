/// Reads the pages that MHonArc makes of posts, with default or customised resources.
///
/// Whatever a page's layout, MHonArc marks it with comments that it needs itself to add to an archive:
/// `<!--X-Message-Id: … -->`, `<!--X-Head-of-Message-->`, `<!--X-Body-of-Message-->`. The author is
/// taken from `X-From-R13`, which holds the address even where the visible one is masked.
public enum MHonArcPage: PageReader {
  /// See ``PageReader/format``.
  public static let format = ArchiveFormat.mhonarcHTML

  /// See ``PageReader/parse(_:into:)``.
  @discardableResult
  public static func parse(
    _ bytes: Span<UInt8>, into message: inout FlatMessage
  ) -> RenderedPage.Links {
    Marks.read(bytes, into: &message)
  }
}

extension MHonArcPage {
  /// What the comments of a page say, and where they put its parts.
  fileprivate struct Marks: PageMarks {
    var messageID: String?
    var references: [String] = []
    /// Files that MHonArc made of the post's parts.
    var derived: [String] = []
    var subject: [UInt8] = []
    var from: [UInt8] = []
    var date: [UInt8] = []
    var head: Range<Int>?
    var body: Range<Int>?
    var isTruncated = false
    var links = RenderedPage.Links()

    var isPresent: Bool { messageID != nil || body != nil || head != nil }

    init(_ page: Span<UInt8>) {
      var tokens = HTMLTokenizer(0..<page.count)
      var opened: (name: String, start: Int)?
      var href: Range<Int>?
      while true {
        let tokenStart = tokens.offset
        guard let token = tokens.next(page) else { break }
        switch token {
        case .comment(let range):
          take(page, range, tokenStart..<tokens.offset, &opened)
        case .start(.a, let attributes) where opened == nil:
          href = page.attribute("href", in: attributes)
        case .text(let range) where opened == nil:
          if let link = href { self.link(page, link, labelled: page.trimmed(range)) }
        case .end(.a): href = nil
        default: break
        }
      }
      // A part that never closes runs to the end.
      if let (name, start) = opened {
        close(name, start..<page.count)
        isTruncated = true
      }
    }

    private mutating func take(
      _ page: Span<UInt8>, _ comment: Range<Int>, _ token: Range<Int>,
      _ opened: inout (name: String, start: Int)?
    ) {
      let text = page.trimmed(comment)
      guard text.count > 2, page.starts(with: "X-", at: text.lowerBound) else { return }
      guard let colon = page.firstIndex(of: 0x3A, in: text) else {
        let name = page.string(in: text)
        if name == "X-Head-of-Message" || name == "X-Body-of-Message" {
          opened = opened ?? (name, token.upperBound)
        } else if let part = opened, name == part.name + "-End" {
          close(part.name, part.start..<token.lowerBound)
          opened = nil
        }
        return
      }
      var value: [UInt8] = []
      value.append(decodingEntitiesOf: page, page.trimmed((colon + 1)..<text.upperBound))
      let name = text.lowerBound..<colon
      if page.equalsIgnoringCase("x-message-id", in: name) {
        messageID = messageID ?? id(value)
      } else if page.equalsIgnoringCase("x-reference", in: name) {
        if let id = id(value) { references.append(id) }
      } else if page.equalsIgnoringCase("x-derived", in: name) {
        derived.append(String(decoding: value, as: UTF8.self))
      } else if page.equalsIgnoringCase("x-subject", in: name) {
        subject = value
      } else if page.equalsIgnoringCase("x-from-r13", in: name) {
        from = value.map(Self.rotated)
      } else if page.equalsIgnoringCase("x-from", in: name) {
        if from.isEmpty { from = value }
      } else if page.equalsIgnoringCase("x-date", in: name) {
        date = value
      }
    }

    private mutating func close(_ name: String, _ range: Range<Int>) {
      if name == "X-Head-of-Message" { head = head ?? range } else { body = body ?? range }
    }

    private func id(_ value: [UInt8]) -> String? {
      let id = value.filter { !$0.isMailSpace && $0 != 0x3C && $0 != 0x3E }
      let text = String(decoding: id, as: UTF8.self)
      return text.isEmpty || text.hasSuffix(Self.inventedHost) ? nil : text
    }

    /// The host of the ids that MHonArc makes up for mails without one.
    private static let inventedHost = "@NO-ID-FOUND.mhonarc.org"

    private mutating func link(_ page: Span<UInt8>, _ href: Range<Int>, labelled label: Range<Int>)
    {
      if page.equalsIgnoringCase("date prev", in: label) {
        links.previous = links.previous ?? page.string(in: href)
      } else if page.equalsIgnoringCase("date next", in: label) {
        links.next = links.next ?? page.string(in: href)
      }
    }

    /// MHonArc's way to hide an address from robots: letters of either case rotated by half their
    /// alphabet, where the upper-case one is `@`, A…Z and `[`.
    private static func rotated(_ byte: UInt8) -> UInt8 {
      switch byte {
      case 0x40...0x5B: 0x40 + (byte - 0x40 + 14) % 28
      case 0x61...0x7A: 0x61 + (byte - 0x61 + 13) % 26
      default: byte
      }
    }
  }
}

extension MHonArcPage.Marks {
  func fill(_ message: inout FlatMessage, from page: Span<UInt8>, byteCount: Int) {
    let whole = 0..<byteCount
    // The visible header lines; they hold what the comments do not.
    let head = head.map { Array(HTMLText.text(page, in: $0).utf8) } ?? []
    var lines = RenderedHeader(head)
    let shownFrom = lines.from
    if from.contains(0x40) || lines.from.isEmpty { lines.from = from }
    if !subject.isEmpty { lines.subject = subject }
    if lines.date.isEmpty { lines.date = date }
    lines.fill(&message, byteCount: byteCount)

    if let id = messageID { message.messageID.append(message.add(id)) }
    for id in references { message.references.append(message.add(id)) }
    if let parent = references.last { message.inReplyTo.append(message.add(parent)) }
    if message.messageID.isEmpty {
      message.defects.append(Defect(.missingMessageID, .warning, at: whole))
    }

    if let body {
      let blocks = MHonArcBlocks(page, body, derived: derived)
      let mark = message.from.first.flatMap {
        AtMark.mark(for: message.bytes.span.extracting($0.email), in: shownFrom)
      }
      RenderedBody.fill(&message, from: page, body, without: blocks.cuts, mark: mark)
      for attachment in blocks.attachments { message.add(attachment) }
      if isTruncated { message.defects.append(Defect(.truncatedPage, .error, at: whole)) }
    } else {
      message.defects.append(
        Defect(.missingPageField, .error, at: whole, detail: "X-Body-of-Message"))
    }
    message.sortDefects()
  }
}
