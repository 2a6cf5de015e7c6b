/// What program made an HTML page, and what of: told from the page's comments and anchors, never from
/// its words, since templates are translated.
public enum PageKind: Sendable, Hashable {
  /// A post as pipermail (Mailman 1.x to 2.1) renders it.
  case pipermailMessage
  /// One of the four index pages of a pipermail month.
  case pipermailIndex(PipermailIndexPage.Order)
  /// A post as MHonArc renders it.
  case mhonarcMessage
  /// A post as Hypermail renders it.
  case hypermailMessage
  /// A page that an archiver made of a list and that holds no post: an index, a table of contents.
  case otherIndex
  /// HTML of another maker.
  case otherHTML
  /// No HTML.
  case notHTML
}

extension PageKind {
  /// The kind of the page that `bytes` are. At most the first 64 KiB are looked at; linear in them.
  public static func of(_ bytes: Span<UInt8>) -> PageKind {
    let limit = min(bytes.count, 65_536)
    // A post's page is told by a comment, wherever it stands; only other pages need all their tags.
    var index = 0
    while let hit = bytes.firstIndex(ofFour: 0x2D2D_213C, in: index..<limit) {  // "<!--"
      if let kind = message(bytes, at: hit) { return kind }
      index = hit + 4
    }
    var signs = Signs()
    index = 0
    while let hit = bytes.firstIndex(of: 0x3C, in: index..<limit) {
      signs.take(bytes, at: hit)
      index = hit + 1
    }
    return signs.kind
  }

  /// The kind of post that the comment at `index` belongs to; nil for any other comment.
  private static func message(_ bytes: Span<UInt8>, at index: Int) -> PageKind? {
    if PipermailMark.begins(bytes, at: index) { return .pipermailMessage }
    if bytes.starts(with: "<!--X-Message-Id:", at: index)
      || bytes.starts(with: "<!--X-Body-of-Message-->", at: index)
      || bytes.starts(with: "<!--X-Head-End-->", at: index)
    {
      return .mhonarcMessage
    }
    if bytes.starts(with: "<!-- received=\"", at: index)
      || bytes.starts(with: "<!-- isoreceived=\"", at: index)
      || bytes.starts(with: "<!-- body=\"start\"", at: index)
    {
      return .hypermailMessage
    }
    return nil
  }
}

/// What was seen of a page so far.
private struct Signs {
  private var isHTML = false
  private var isMHonArc = false
  private var isHypermail = false
  private var isPipermail = false
  private var linksToOrders: Set<PipermailIndexPage.Order> = []
  private var hasStart = false

  /// Looks at the tag or comment at `index`.
  mutating func take(_ bytes: Span<UInt8>, at index: Int) {
    guard index + 4 < bytes.count else { return }
    switch bytes[index + 1] | 0x20 {
    case 0x21:  // "!", which the bit leaves as it is
      if bytes.startsIgnoringCase(with: "<!doctype html", at: index) { isHTML = true }
      if bytes.starts(with: "<!-- MHonArc v", at: index) { isMHonArc = true }
    case 0x61:  // a
      anchor(bytes, at: index)
    case 0x68, 0x62, 0x70, 0x74, 0x64, 0x6D:  // h, b, p, t, d, m
      isHTML = isHTML || Self.opens(bytes, at: index)
      if bytes.startsIgnoringCase(with: "<meta", at: index) { meta(bytes, at: index) }
    default: break
    }
  }

  /// What the signs come to at the end.
  var kind: PageKind {
    if hasStart, linksToOrders.count == 3,
      let order = PipermailIndexPage.Order.allCases.first(where: { !linksToOrders.contains($0) })
    {
      return .pipermailIndex(order)
    }
    if isMHonArc || isHypermail || linksToOrders.count == 4 { return .otherIndex }
    return isHTML ? .otherHTML : .notHTML
  }

  private mutating func anchor(_ bytes: Span<UInt8>, at index: Int) {
    guard bytes[index + 2] == 0x20 else { return }
    if bytes.startsIgnoringCase(with: "<a name=\"start\"", at: index) { hasStart = true }
    guard bytes.startsIgnoringCase(with: "<a href=\"", at: index) else { return }
    for order in PipermailIndexPage.Order.allCases
    where bytes.starts(with: order.link, at: index + 9) {
      linksToOrders.insert(order)
    }
  }

  private mutating func meta(_ bytes: Span<UInt8>, at index: Int) {
    let end = bytes.firstIndex(of: 0x3E, in: index..<min(bytes.count, index + 256)) ?? index
    let attributes = min(index + 5, end)..<end
    guard let name = bytes.attribute("name", in: attributes),
      bytes.equalsIgnoringCase("generator", in: name),
      let content = bytes.attribute("content", in: attributes)
    else { return }
    if bytes.startsIgnoringCase(with: "hypermail", at: content.lowerBound) { isHypermail = true }
    if bytes.startsIgnoringCase(with: "mhonarc", at: content.lowerBound) { isMHonArc = true }
  }

  private static func opens(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    bytes.startsIgnoringCase(with: "<html", at: index)
      || bytes.startsIgnoringCase(with: "<head", at: index)
      || bytes.startsIgnoringCase(with: "<body", at: index)
      || bytes.startsIgnoringCase(with: "<title", at: index)
      || bytes.startsIgnoringCase(with: "<div", at: index)
      || bytes.startsIgnoringCase(with: "<table", at: index)
      || bytes.startsIgnoringCase(with: "<p>", at: index)
  }
}
