import MailParsing

/// HTML as archivers write it: message pages, and the index pages beside them.
///
/// The marks looked for are comments and metadata that an archiver's program writes itself; texts and
/// layout are a matter of language and template.
enum PageFormat {
  private static let openings: [StaticString] = [
    "<!doctype", "<html", "<head", "<title", "<!--", "<body", "<?xml",
  ]

  /// A mark of a kind of page.
  private enum Mark: CaseIterable {
    case pipermailArticle, mhonarcHead, mhonarcMessage, hypermailReceived, hypermailBody
    case hypermailGenerator, pipermailIndex

    /// Its bytes, lower-case.
    var literal: StaticString {
      switch self {
      case .pipermailArticle: "<!--beginarticle-->"
      case .mhonarcHead: "<!-- mhonarc v"
      case .mhonarcMessage: "<!--x-message-id:"
      case .hypermailReceived: "<!-- received=\""
      case .hypermailBody: "<!-- body=\"start\" -->"
      case .hypermailGenerator: "content=\"hypermail"
      case .pipermailIndex: "<a name=\"start\"></a>"
      }
    }
  }

  /// Whether `bytes` begin like an HTML document, comments before it included.
  static func looksLikeHTML(_ bytes: Span<UInt8>) -> Bool {
    var index = bytes.begins(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < min(bytes.count, 1024), bytes[index].isMailSpace { index += 1 }
    guard index < bytes.count, bytes[index] == 0x3C else { return false }
    for opening in openings where bytes.startsIgnoringCase(with: opening, at: index) { return true }
    return false
  }

  /// Tells message pages from index pages and from other HTML. Linear in the head of `bytes`; most
  /// pages tell within their first two thousand bytes.
  static func recognize(_ bytes: Span<UInt8>) -> Recognition {
    var found: Set<Mark> = []
    let limit = min(bytes.count, Recognition.headCount)
    var index = 0
    while let hit = bytes.firstIndex(of: 0x3C, in: index..<limit) {
      if let mark = mark(in: bytes, at: hit) {
        if mark == .pipermailArticle { return .whole(.pipermailHTML) }
        if mark == .mhonarcMessage { return .whole(.mhonarcHTML) }
        if mark == .hypermailReceived || mark == .hypermailBody { return .whole(.hypermailHTML) }
        found.insert(mark)
      }
      index = hit + 1
    }
    if found.contains(.pipermailIndex) { return .none(because: "an index page of pipermail") }
    if found.contains(.mhonarcHead) { return .none(because: "an index page of MHonArc") }
    if found.contains(.hypermailGenerator) { return .none(because: "an index page of Hypermail") }
    return .none(because: "an HTML page that is no archiver's message page")
  }

  private static func mark(in bytes: Span<UInt8>, at index: Int) -> Mark? {
    if bytes.startsIgnoringCase(with: "<meta", at: index) {
      let end = bytes.firstIndex(of: 0x3E, in: index..<bytes.count) ?? bytes.count
      var place = index
      while let hit = bytes.firstIndex(of: 0x3D, in: place..<end) {
        if bytes.startsIgnoringCase(with: "=\"hypermail", at: hit) { return .hypermailGenerator }
        place = hit + 1
      }
      return nil
    }
    return Mark.allCases.first { bytes.startsIgnoringCase(with: $0.literal, at: index) }
  }
}
