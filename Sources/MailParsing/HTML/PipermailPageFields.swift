/// What a pipermail page says, taken from its tags and not yet understood.
struct PipermailPageFields: Sendable {
  /// The texts of the page's elements but the post in UTF-8, entities decoded, one after the other.
  var bytes: [UInt8] = []
  /// Ranges of ``bytes``.
  var subject = 0..<0
  var author = 0..<0
  var email = 0..<0
  var date = 0..<0
  /// The post's text in UTF-8 as the page shows it, a range of ``postRoom``.
  var post = 0..<0
  /// Where in the post ` at ` stands in a link that shows nothing but an address.
  fileprivate(set) var linkedAts: [Int] = []
  /// Room for the post; never made smaller, so that it is filled with zeros once.
  fileprivate(set) var postRoom: [UInt8] = []
  /// The `mailto:` link that answers the post, a range of the page.
  var mailto = 0..<0
  /// The address of the list's own page, a range of the page.
  var listPage: Range<Int>?
  var links = RenderedPage.Links()
  /// Where the post stands in the page; nil where the page is not what was read.
  var article: Range<Int>?
  /// Whether the page ends before its post does.
  var isTruncated = false

  /// Forgets the page and keeps the room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (subject, author, email, date) = (0..<0, 0..<0, 0..<0, 0..<0)
    (post, mailto) = (0..<0, 0..<0)
    linkedAts.removeAll(keepingCapacity: true)
    (listPage, article) = (nil, nil)
    links = RenderedPage.Links()
    isTruncated = false
  }
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
    case head, subject, label, afterSubject, author, afterAuthor, email, afterEmail, date, links
  }

  init(isLenient: Bool) {
    self.isLenient = isLenient
  }

  /// Reads the fields of the page, which is UTF-8; false where it follows no template of pipermail's.
  func read(_ page: Span<UInt8>, into fields: inout PipermailPageFields) -> Bool {
    fields.removeAll()
    var tokens = HTMLTokenizer(0..<page.count)
    guard head(page, &tokens, &fields), article(page, &tokens, &fields) else { return false }
    fields.listPage = listPage(page, &tokens)
    return true
  }

  /// Takes in what stands before the post; false where no post begins after it.
  private func head(
    _ page: Span<UInt8>, _ tokens: inout HTMLTokenizer, _ fields: inout PipermailPageFields
  ) -> Bool {
    var place = Place.head
    while let token = tokens.next(page) {
      switch token {
      case .text(let range):
        switch place {
        case .subject: Self.take(page, range, &fields.bytes, &fields.subject)
        case .author: Self.take(page, range, &fields.bytes, &fields.author)
        case .email: Self.take(page, range, &fields.bytes, &fields.email)
        case .date: Self.take(page, range, &fields.bytes, &fields.date)
        default: break
        }
      case .start(let tag, let attributes):
        place = start(tag, page, attributes, at: place, &fields)
      case .end(let tag):
        switch (place, tag) {
        case (.subject, .h1): place = .afterSubject
        case (.author, .b): place = .afterAuthor
        case (.email, .a): place = .afterEmail
        case (.label, .i): place = .subject
        case (.date, .i) where Self.isLabel(fields.bytes, fields.date):
          fields.date = 0..<0
          place = .afterEmail
        case (.date, .i):
          place = .links
          // What is left before the post are links to other pages, half of all the tags there are.
          if let begin = Self.beginning(of: page, from: tokens.offset) { tokens.skip(to: begin) }
        default: break
        }
      case .comment(let range):
        guard PipermailMark.isBeginning(page, range) else { continue }
        return place == .links || isLenient && place != .head
      case .declaration: break
      }
    }
    return false
  }

  private static func beginning(of page: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let hit = page.firstIndex(ofFour: 0x2D2D_213C, in: index..<page.count) {  // "<!--"
      if PipermailMark.begins(page, at: hit) { return hit }
      index = hit + 4
    }
    return nil
  }

  /// Whether an element in the date's place says only what follows, as in the Dutch `<I>Datum :</I>`.
  private static func isLabel(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    bytes.span.trimmed(text).last.map { bytes[$0] == 0x3A } ?? false
  }

  /// Adds text of an element to what it has, which is the last that was added to `bytes`.
  private static func take(
    _ page: Span<UInt8>, _ range: Range<Int>, _ bytes: inout [UInt8], _ field: inout Range<Int>
  ) {
    let start = field.isEmpty ? bytes.count : field.lowerBound
    bytes.append(decodingEntitiesOf: page, range)
    field = start..<bytes.count
  }

  @inline(__always)
  private func start(
    _ tag: HTMLTagName, _ page: Span<UInt8>, _ attributes: Range<Int>, at place: Place,
    _ fields: inout PipermailPageFields
  ) -> Place {
    switch (place, tag) {
    case (.head, .link): link(page, attributes, &fields)
    case (.head, .h1): return .subject
    // What stands in italics before the subject says that it is one (`<i>Onderwerp : </i>`).
    case (.subject, .i): return .label
    case (.afterSubject, .b): return .author
    case (.afterAuthor, .a):
      if fields.mailto.isEmpty, let href = page.attribute("href", in: attributes) {
        fields.mailto = href
      }
      return .email
    case (.afterEmail, .i): return .date
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
      // The Korean template of 2.1.40 closes the attribute before the id.
      let id = page.attribute("in-reply-to", in: attributes)
      fields.mailto = href.lowerBound..<max(href.upperBound, id?.upperBound ?? 0)
    } else if page.equalsIgnoringCase("previous", in: relation) {
      fields.links.previous = page.string(in: href)
    } else if page.equalsIgnoringCase("next", in: relation) {
      fields.links.next = page.string(in: href)
    }
  }

  /// Takes in the post, up to its closing comment; false at an element that pipermail does not write.
  private func article(
    _ page: Span<UInt8>, _ tokens: inout HTMLTokenizer, _ fields: inout PipermailPageFields
  ) -> Bool {
    let start = tokens.offset
    // A text is never longer than its markup.
    let missing = page.count - start + TextRoom.slack - fields.postRoom.count
    if missing > 0 { fields.postRoom.append(contentsOf: repeatElement(0, count: missing)) }
    var text = TextRoom()
    let ending = post(page, &tokens, &fields.postRoom, &text, &fields.linkedAts)
    fields.post = 0..<text.end
    switch ending {
    case .foreign: return false
    case .closed(let end): fields.article = start..<end
    case .pageEnd:
      fields.article = start..<page.count
      fields.isTruncated = true
    }
    return true
  }

  /// How a post ends.
  private enum Ending {
    /// At its closing comment, which begins here.
    case closed(Int)
    /// Where the page does.
    case pageEnd
    /// At an element that pipermail does not write.
    case foreign
  }

  /// Writes the post's text into its room.
  private func post(
    _ page: Span<UInt8>, _ tokens: inout HTMLTokenizer, _ room: inout [UInt8],
    _ text: inout TextRoom, _ linkedAts: inout [Int]
  ) -> Ending {
    var output = room.mutableSpan
    var index = tokens.offset
    var link: PipermailLink?
    while true {
      index = text.copy(page, from: index, to: &output)
      guard index < page.count else { return .pageEnd }
      if page[index] == 0x26 {
        index = PipermailEntity.write(page, at: index, in: &link, to: &output, &text)
        continue
      }
      if let length = Self.italicsLength(page, at: index) {
        index += length
        continue
      }
      tokens.skip(to: index)
      switch tokens.next(page) {
      case .start(let tag, let attributes)?:
        if tag == .a { link = PipermailLink(page, attributes, from: text.end) }
        if tag == .a || tag == .i || tag == .pre { break }
        guard isLenient else { return .foreign }
        if tag == .br || tag == .p { text.write(0x0A, to: &output) }
      case .end(let tag)?:
        if tag == .a {
          if let at = link?.at(output, end: text.end) { linkedAts.append(at) }
          link = nil
        }
        guard isLenient || tag == .a || tag == .i || tag == .pre else { return .foreign }
      case .comment(let range)?:
        if PipermailMark.isEnd(page, range) { return .closed(index) }
        guard isLenient else { return .foreign }
      case .declaration?: guard isLenient else { return .foreign }
      case .text?, nil:
        // A `<` that opens nothing is a character.
        text.write(0x3C, to: &output)
        index += 1
        continue
      }
      index = tokens.offset
    }
  }

  /// The length of the tag at `index` where it is one that pipermail sets around quoted lines, as most tags
  /// in a post are; nil where it is another.
  @inline(__always)
  private static func italicsLength(_ page: Span<UInt8>, at index: Int) -> Int? {
    guard index + 4 <= page.count else { return nil }
    let word = page.loweredWord(at: index, count: 4)
    if word == UInt64(letters: "</i>") { return 4 }
    return word & 0xFF_FFFF == UInt64(letters: "<i>") ? 3 : nil
  }

  /// The last link to the list's own page behind the post.
  private func listPage(_ page: Span<UInt8>, _ tokens: inout HTMLTokenizer) -> Range<Int>? {
    var found: Range<Int>?
    let pattern: UInt32 = 0x7369_6C2F  // "/lis"
    while let hit = page.firstIndex(ofFour: pattern, in: tokens.offset..<page.count) {
      let open = page.lastIndex(of: 0x3C, in: tokens.offset..<hit)
      tokens.skip(to: open ?? hit + 4)
      guard open != nil, let tag = tokens.next(page) else { continue }
      if case .start(.a, let attributes) = tag, page.starts(with: "/listinfo", at: hit),
        let href = page.attribute("href", in: attributes), href.contains(hit)
      {
        found = href
      }
    }
    return found
  }
}
