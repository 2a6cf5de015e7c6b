/// Reads the pages that one archiver makes of posts.
public protocol PageReader {
  /// The format as `byline.message/1` names it.
  static var format: ArchiveFormat { get }

  /// Reads a page into a message whose room is used again, and gives its neighbours.
  ///
  /// Never fails: a page of another kind gives what could be found in it and
  /// ``Defect/Kind/unrecognizedPage``. Linear in the page.
  @discardableResult
  static func parse(_ bytes: Span<UInt8>, into message: inout FlatMessage) -> RenderedPage.Links
}

extension PageReader {
  /// The message on the page; see ``parse(_:into:)``.
  public static func parse(_ bytes: Span<UInt8>) -> ParsedMessage {
    read(bytes).parsed
  }

  /// The message on the page, and its neighbours; see ``parse(_:into:)``.
  public static func read(_ bytes: Span<UInt8>) -> RenderedPage {
    var message = FlatMessage()
    let links = parse(bytes, into: &message)
    return RenderedPage(parsed: message.parsed, format: format, links: links)
  }
}

/// What an archiver says of a post in comments of its own, which stand on its pages whatever their layout,
/// since it needs them to add to the archive.
protocol PageMarks {
  /// Looks through a page, UTF-8.
  init(_ page: Span<UInt8>)

  /// Whether the page is the archiver's at all.
  var isPresent: Bool { get }
  /// The page's neighbours.
  var links: RenderedPage.Links { get }

  /// Makes the message of what the marks say and of what stands between them.
  func fill(_ message: inout FlatMessage, from page: Span<UInt8>, byteCount: Int)
}

extension PageMarks {
  /// Reads a page by its marks; see ``PageReader/parse(_:into:)``.
  static func read(_ bytes: Span<UInt8>, into message: inout FlatMessage) -> RenderedPage.Links {
    message.removeAll()
    message.fidelity = .rendered
    let page = PageText(bytes)
    message.defects = page.defects
    return page.withUTF8(bytes) { utf8 in
      let marks = Self(utf8)
      guard marks.isPresent else {
        UnrecognizedPage.fill(&message, from: utf8, byteCount: bytes.count)
        return RenderedPage.Links()
      }
      marks.fill(&message, from: utf8, byteCount: bytes.count)
      return marks.links
    }
  }
}
