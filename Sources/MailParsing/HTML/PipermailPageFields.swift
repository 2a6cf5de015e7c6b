/// What a pipermail page says, taken from its tags and not yet understood; all UTF-8, entities decoded.
struct PipermailPageFields {
  var subject: [UInt8] = []
  var author: [UInt8] = []
  var email: [UInt8] = []
  var date: [UInt8] = []
  /// The `mailto:` link that answers the post.
  var mailto: [UInt8] = []
  var body: [UInt8] = []
  var links = RenderedPage.Links()
  /// The address of the list's own page.
  var listPage: [UInt8]?
  /// Where the post stands in the bytes that were read.
  var article: Range<Int>?
  /// Whether the page ends before its post does.
  var isTruncated = false
}

/// Reads the fields of a pipermail page from its tags, in one pass.
///
/// The order of elements is that of every template of 25 years and all languages: `LINK`s, `H1` with the
/// subject, `B` with the author, `A` with the address, `I` with the date, the post between two comments,
/// and in newer ones a link to the list's page.
struct PipermailPageReader {
  /// Whether elements that pipermail does not write into a post are passed over; otherwise they make the
  /// page one that this reader does not know.
  let isLenient: Bool

  private enum Place {
    case head, subject, afterSubject, author, afterAuthor, email, afterEmail, date, links, footer
  }

  init(isLenient: Bool) {
    self.isLenient = isLenient
  }

  /// The fields of the page, which is UTF-8; nil where it follows no template of pipermail's.
  func read(_ page: Span<UInt8>) -> PipermailPageFields? {
    var fields = PipermailPageFields()
    var tokens = HTMLTokenizer(0..<page.count)
    var place = Place.head
    while let token = tokens.next(page) {
      switch token {
      case .text(let range):
        switch place {
        case .subject: fields.subject.append(decodingEntitiesOf: page, range)
        case .author: fields.author.append(decodingEntitiesOf: page, range)
        case .email: fields.email.append(decodingEntitiesOf: page, range)
        case .date: fields.date.append(decodingEntitiesOf: page, range)
        default: break
        }
      case .start(let tag, let attributes):
        place = start(tag, page, attributes, at: place, &fields)
      case .end(let tag):
        switch (place, tag) {
        case (.subject, .h1): place = .afterSubject
        case (.author, .b): place = .afterAuthor
        case (.email, .a): place = .afterEmail
        case (.date, .i): place = .links
        default: break
        }
      case .comment(let range):
        guard page.equalsIgnoringCase("beginarticle", in: range) else { continue }
        guard place == .links || isLenient && place != .head,
          article(page, &tokens, &fields)
        else { return nil }
        place = .footer
      case .declaration: break
      }
    }
    return place == .footer ? fields : nil
  }

  @inline(__always)
  private func start(
    _ tag: HTMLTagName, _ page: Span<UInt8>, _ attributes: Range<Int>, at place: Place,
    _ fields: inout PipermailPageFields
  ) -> Place {
    switch (place, tag) {
    case (.head, .link): link(page, attributes, &fields)
    case (.head, .h1): return .subject
    case (.afterSubject, .b): return .author
    case (.afterAuthor, .a):
      if fields.mailto.isEmpty, let href = page.attribute("href", in: attributes) {
        fields.mailto.append(page, href)
      }
      return .email
    case (.afterEmail, .i): return .date
    case (.footer, .a):
      if let href = page.attribute("href", in: attributes),
        page.contains("/listinfo", in: href)
      {
        fields.listPage = [UInt8](page, href)
      }
    default: break
    }
    return place
  }

  private func link(
    _ page: Span<UInt8>, _ attributes: Range<Int>, _ fields: inout PipermailPageFields
  ) {
    guard let relation = page.attribute("rel", in: attributes),
      let href = page.attribute("href", in: attributes)
    else { return }
    if page.equalsIgnoringCase("made", in: relation) {
      fields.mailto = [UInt8](page, href)
    } else if page.equalsIgnoringCase("previous", in: relation) {
      fields.links.previous = page.string(in: href)
    } else if page.equalsIgnoringCase("next", in: relation) {
      fields.links.next = page.string(in: href)
    }
  }

  /// Takes in text of the post.
  @inline(__always)
  private func text(_ page: Span<UInt8>, _ range: Range<Int>, _ fields: inout PipermailPageFields) {
    var start = range.lowerBound
    while let hit = page.firstIndex(of: 0x26, in: start..<range.upperBound) {
      fields.body.append(page, start..<hit)
      start = PipermailEntity.append(page, at: hit, limit: range.upperBound, to: &fields.body)
    }
    fields.body.append(page, start..<range.upperBound)
  }

  /// Takes in the post, up to its closing comment; false at an element that pipermail does not write.
  private func article(
    _ page: Span<UInt8>, _ tokens: inout HTMLTokenizer, _ fields: inout PipermailPageFields
  ) -> Bool {
    let start = tokens.offset
    fields.article = start..<page.count
    fields.body.reserveCapacity(page.count - start)
    while true {
      let tokenStart = tokens.offset
      guard let token = tokens.next(page) else { break }
      switch token {
      case .text(let range): text(page, range, &fields)
      case .start(let tag, _):
        if tag == .i || tag == .a || tag == .pre { continue }
        guard isLenient else { return false }
        if tag == .br || tag == .p { fields.body.append(0x0A) }
      case .end(let tag):
        guard isLenient || tag == .i || tag == .a || tag == .pre else { return false }
      case .comment(let range):
        guard page.equalsIgnoringCase("endarticle", in: range) else {
          guard isLenient else { return false }
          continue
        }
        fields.article = start..<tokenStart
        return true
      case .declaration: guard isLenient else { return false }
      }
    }
    fields.isTruncated = true
    return true
  }
}

extension Span where Element == UInt8 {
  /// Whether `literal` stands in `range`, in lower case as given; the first byte is looked for, so it
  /// should be a rare one.
  fileprivate func contains(_ literal: StaticString, in range: Range<Int>) -> Bool {
    for index in range where starts(with: literal, at: index) { return true }
    return false
  }
}

extension Array where Element == UInt8 {
  /// The bytes of `range` of `bytes`.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    self.init()
    append(bytes, range)
  }
}
