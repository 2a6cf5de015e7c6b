/// Carries through libxml2 what it would drop or read otherwise than this package does.
///
/// libxml2 leaves out control characters, which mails hold (terminal escapes, a bell before a help
/// text), and decodes character references that pipermail's readers have to see as they are written.
/// So every `&` is escaped once more, and control characters go to places of their own, before the page
/// is parsed; after, both come back.
enum MarkupShield {
  /// Where control characters go: U+F700 and the 31 after it, of the private use area (EF 9C 80…9F).
  private static let lead: [UInt8] = [0xEF, 0x9C]

  /// The page with its `&` and control characters shielded.
  static func raise(_ page: Span<UInt8>) -> [UInt8] {
    var shielded: [UInt8] = []
    shielded.reserveCapacity(page.count + page.count / 8)
    var copied = 0
    for index in 0..<page.count {
      let byte = page[index]
      guard byte == 0x26 || byte < 0x20 && !byte.isMailSpace else { continue }
      shielded.append(page, copied..<index)
      copied = index + 1
      if byte == 0x26 {
        shielded.append("&amp;")
      } else {
        shielded.append(contentsOf: lead)
        shielded.append(0x80 + byte)
      }
    }
    shielded.append(page, copied..<page.count)
    return shielded
  }

  /// Markup, its `&` bare already, with the control characters that ``raise(_:)`` shielded put back.
  static func lower(_ markup: [UInt8]) -> [UInt8] {
    let span = markup.span
    var lowered: [UInt8] = []
    lowered.reserveCapacity(markup.count)
    var (copied, index) = (0, 0)
    while let hit = span.firstIndex(of: 0xEF, in: index..<markup.count) {
      index = hit + 1
      guard hit + 2 < markup.count, span[hit + 1] == 0x9C, (0x80..<0xA0).contains(span[hit + 2])
      else { continue }
      lowered.append(span, copied..<hit)
      lowered.append(span[hit + 2] - 0x80)
      copied = hit + 3
      index = copied
    }
    lowered.append(span, copied..<markup.count)
    return lowered
  }
}
