/// What stands in the body of a MHonArc page in place of parts that are no text: links to files that it
/// stored beside the page, and mails that the post carries.
struct MHonArcBlocks {
  /// The parts, in order.
  private(set) var attachments: [Attachment] = []
  /// Where their blocks stand; rising, without overlap.
  private(set) var cuts: [Range<Int>] = []

  /// Finds the parts in `body`. `derived` are the files that the page's `X-Derived` comments list: what
  /// links to one of them is a part, whatever words are around it. Linear in `body`.
  init(_ page: Span<UInt8>, _ body: Range<Int>, derived: [String]) {
    let files = Set(derived)
    var tokens = HTMLTokenizer(body)
    var block: PartBlock?
    var carried = CarriedMail()
    while true {
      let start = tokens.offset
      guard let token = tokens.next(page) else { break }
      if let mail = carried.take(token, page, start..<tokens.offset) {
        attachments.append(Attachment(name: nil, type: "message/rfc822", byteCount: nil))
        cuts.append(mail)
        block = nil
      }
      guard !carried.isInside else { continue }
      switch token {
      case .start(let tag, _) where tag == .p || tag == .table:
        // A table of MHonArc's stands in no paragraph and holds none.
        if block?.tag != .table { block = PartBlock(start: start, tag: tag) }
      case .start(.img, let attributes):
        if let label = page.attribute("alt", in: attributes) { block?.takeLabel(page, label) }
      case .start(.a, let attributes):
        guard let href = page.attribute("href", in: attributes) else { continue }
        let url = page.string(in: href)
        let isPart = files.contains(url)
        if isPart, block == nil { add(url: url, name: []) }
        block?.takeLink(url, isPart: isPart)
      case .text(let range):
        let text = page.trimmed(range)
        if !text.isEmpty { block?.take(page, text) }
      case .end(let tag) where tag == block?.tag:
        if let block { finish(block, end: tokens.offset) }
        block = nil
      default: break
      }
    }
    let seen = Set(attachments.compactMap(\.url))
    for file in derived where !seen.contains(file) { add(url: file, name: []) }
  }

  private mutating func finish(_ block: PartBlock, end: Int) {
    guard block.url != nil || block.isMarked && !block.name.isEmpty else { return }
    add(url: block.url, name: block.name)
    if block.isMarked { cuts.append(block.start..<end) }
  }

  private mutating func add(url: String?, name: [UInt8]) {
    attachments.append(
      Attachment(
        name: name.isEmpty ? nil : String(decoding: name.foldingWhiteSpace(), as: UTF8.self),
        type: "application/octet-stream", byteCount: nil, url: url))
  }
}

/// A paragraph or table of a body that may stand for a part.
private struct PartBlock {
  let start: Int
  let tag: HTMLTagName
  private(set) var url: String?
  private(set) var name: [UInt8] = []
  /// Whether it begins as MHonArc's own blocks do, and with no words of the post.
  private(set) var isMarked = false
  private var hasText = false

  init(start: Int, tag: HTMLTagName) {
    (self.start, self.tag) = (start, tag)
  }

  /// Takes the words before a link: MHonArc's label, in an icon's stead or as its text.
  mutating func takeLabel(_ page: Span<UInt8>, _ text: Range<Int>) {
    if page.starts(with: "Attachment:", at: text.lowerBound) { isMarked = true }
  }

  /// Takes a link, to a file that was made of a part or to anything else.
  mutating func takeLink(_ link: String, isPart: Bool) {
    if isPart, !hasText { isMarked = true }
    if isPart || isMarked { url = url ?? link }
  }

  /// Takes text: the name that is linked, a label, or the name of a part that was left out.
  mutating func take(_ page: Span<UInt8>, _ text: Range<Int>) {
    let excluded: StaticString = "&lt;&lt;attachment: "
    if url != nil {
      if name.isEmpty { name.append(decodingEntitiesOf: page, text) }
    } else if !hasText, page.starts(with: excluded, at: text.lowerBound) {
      isMarked = true
      let end = page.firstIndex(of: Self.closing, in: text) ?? text.upperBound
      let inner = page.trimmed(
        min(text.lowerBound + excluded.utf8CodeUnitCount, end)..<end)
      name.append(decodingEntitiesOf: page, inner)
    } else if !hasText {
      takeLabel(page, text)
    }
    hasText = true
  }

  private static let closing = Array("&gt;&gt;".utf8)
}

/// Finds the mails that a post carries: a quotation that begins with a small line of hyphens and slanted
/// words (`--- Begin Message ---`).
private struct CarriedMail {
  /// How much of a beginning was seen: the quotation, the small print, the hyphens.
  private var steps = 0
  private var start = 0
  /// Quotations that are open within the mail, its own counted.
  private var depth = 0

  var isInside: Bool { depth > 0 }

  /// Takes the next token, which stands in `range`; gives the mail's place where it ends with it.
  mutating func take(
    _ token: HTMLTokenizer.Token, _ page: Span<UInt8>, _ range: Range<Int>
  ) -> Range<Int>? {
    switch token {
    case .start(.blockquote, _):
      if isInside { depth += 1 } else { (steps, start) = (1, range.lowerBound) }
      return nil
    case .end(.blockquote) where isInside:
      depth -= 1
      return isInside ? nil : start..<range.upperBound
    case .start(.small, _): steps = steps == 1 ? 2 : 0
    case .text(let text):
      let text = page.trimmed(text)
      guard !text.isEmpty else { return nil }
      steps = steps == 2 && page.starts(with: "---", at: text.lowerBound) ? 3 : 0
    case .start(.i, _):
      if steps == 3, !isInside { depth = 1 }
      steps = 0
    default: steps = 0
    }
    return nil
  }
}
