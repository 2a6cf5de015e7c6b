import MailParsing

/// HTML as archivers write it: message pages, and the index pages beside them.
enum PageFormat {
  /// Whether `bytes` begin with markup, blanks aside: what no mail and no mbox does.
  static func looksLikeMarkup(_ bytes: Span<UInt8>) -> Bool {
    var index = bytes.begins(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < min(bytes.count, 1024), bytes[index].isMailSpace { index += 1 }
    return index < bytes.count && bytes[index] == 0x3C
  }

  /// Tells message pages from index pages and from other HTML; nil for what is no HTML.
  static func recognize(_ bytes: Span<UInt8>) -> Recognition? {
    switch PageKind.of(bytes) {
    case .pipermailMessage: .whole(.pipermailHTML)
    case .mhonarcMessage: .whole(.mhonarcHTML)
    case .hypermailMessage: .whole(.hypermailHTML)
    case .pipermailIndex(let order): .none(because: "pipermail's index by \(order.rawValue)")
    case .otherIndex: .none(because: "an index page")
    case .otherHTML: .none(because: "an HTML page that is no archiver's message page")
    case .notHTML: nil
    }
  }
}
