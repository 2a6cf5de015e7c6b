/// The list that Hypermail writes where a part was that it stored as a file of its own:
/// `<ul><li>image/png attachment: <a href="att-0001/pump.png">pump.png</a></li></ul>`, and after it the comment
/// `<!-- attachment="pump.png" -->`.
struct HypermailPart {
  /// Where the list begins; nil where none did.
  private var start: Int?
  private var type: String?
  private var name: [UInt8] = []
  var url: String? {
    didSet { name = [] }
  }

  init(from start: Int? = nil) {
    self.start = start
  }

  /// Takes a text of the list: first the media type, then the link's words.
  mutating func take(_ page: Span<UInt8>, _ text: Range<Int>) {
    guard start != nil, !text.isEmpty else { return }
    if type == nil {
      let end = page.firstIndex(of: 0x20, in: text) ?? text.upperBound
      type = page.string(in: text.lowerBound..<end).lowercased()
    } else if url != nil, name.isEmpty {
      name.append(decodingEntitiesOf: page, text)
    }
  }

  /// The part and where its list begins; nil where the list is none of Hypermail's. Hypermail links a part
  /// without a name under the word *stored*.
  var linked: (Attachment, start: Int)? {
    guard let start, let url, let type, type.contains("/") else { return nil }
    let isNamed = name != Array("stored".utf8) && !name.isEmpty
    let attachment = Attachment(
      name: isNamed ? String(decoding: name, as: UTF8.self) : nil, type: type, byteCount: nil,
      url: url)
    return (attachment, start)
  }

  /// The part that a comment names and no list links to.
  static func unlinked(_ name: [UInt8]) -> Attachment {
    Attachment(
      name: name.isEmpty ? nil : String(decoding: name, as: UTF8.self),
      type: "application/octet-stream", byteCount: nil)
  }
}
