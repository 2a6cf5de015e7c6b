/// A page that no reader knows: its text, under the defect that says so.
enum UnrecognizedPage {
  /// The page's visible text as a message of its own, with its title as the subject.
  static func read(
    _ utf8: Span<UInt8>, _ page: PageText, format: ArchiveFormat, byteCount: Int
  ) -> RenderedPage {
    var message = Message()
    message.text = HTMLText.text(utf8)
    message.subject = title(utf8)
    let defects =
      page.defects + [Defect(.unrecognizedPage, .error, at: 0..<byteCount)]
      + [Defect(.missingMessageID, .warning, at: 0..<byteCount)]
    return RenderedPage(
      parsed: ParsedMessage(message: message, defects: defects, fidelity: .rendered),
      format: format)
  }

  private static func title(_ utf8: Span<UInt8>) -> String {
    var tokens = HTMLTokenizer(0..<utf8.count)
    var title: [UInt8] = []
    var isInside = false
    while let token = tokens.next(utf8) {
      switch token {
      case .start(.title, _): isInside = true
      case .end(.title): return String(decoding: title, as: UTF8.self).foldingWhiteSpace()
      case .text(let range) where isInside: title.append(decodingEntitiesOf: utf8, range)
      default: break
      }
    }
    return ""
  }
}

extension String {
  /// The text with every run of white space made one space, and none at the ends.
  func foldingWhiteSpace() -> String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
