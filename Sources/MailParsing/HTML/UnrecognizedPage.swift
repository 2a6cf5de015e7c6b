/// A page that no reader knows: its text, under the defect that says so.
enum UnrecognizedPage {
  /// Fills `message` with the page's visible text, and its title as the subject.
  static func fill(_ message: inout FlatMessage, from utf8: Span<UInt8>, byteCount: Int) {
    message.subject = message.add(title(utf8))
    message.text = message.add(HTMLText.text(utf8))
    message.defects.append(Defect(.unrecognizedPage, .error, at: 0..<byteCount))
    message.defects.append(Defect(.missingMessageID, .warning, at: 0..<byteCount))
    message.sortDefects()
  }

  private static func title(_ utf8: Span<UInt8>) -> String {
    var tokens = HTMLTokenizer(0..<utf8.count)
    var title: [UInt8] = []
    var isInside = false
    while let token = tokens.next(utf8) {
      switch token {
      case .start(.title, _): isInside = true
      case .end(.title): return String(decoding: title.foldingWhiteSpace(), as: UTF8.self)
      case .text(let range) where isInside: title.append(decodingEntitiesOf: utf8, range)
      default: break
      }
    }
    return ""
  }
}
