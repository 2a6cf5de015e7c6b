/// Carries through libxml2 what it would drop or read otherwise than this package does.
///
/// libxml2 leaves out control characters, which mails hold (terminal escapes, a bell before a help
/// text), and reads `&#146;` as a control where every browser reads an apostrophe. Both are put into
/// characters of their own before the page is parsed, and taken back after.
enum ControlShield {
  /// Where control characters go: U+F700 and the 32 after it, of the private use area (EF 9C 80…9F).
  private static let lead: [UInt8] = [0xEF, 0x9C]

  /// The page with control characters shielded and numeric references decoded; nil where there is
  /// nothing to shield.
  static func raise(_ page: Span<UInt8>) -> [UInt8]? {
    var shielded: [UInt8] = []
    var copied = 0
    for index in 0..<page.count {
      let byte = page[index]
      if byte < 0x20, !byte.isMailSpace {
        shielded.append(page, copied..<index)
        append(byte, to: &shielded)
        copied = index + 1
      } else if byte == 0x26, index >= copied, index + 1 < page.count, page[index + 1] == 0x23,
        let (scalar, end) = HTMLEntity.decode(page, at: index, limit: page.count)
      {
        shielded.append(page, copied..<index)
        switch scalar.value {
        // A reference stands where the character itself would be markup.
        case 0x22: shielded.append("&quot;")
        case 0x26: shielded.append("&amp;")
        case 0x3C: shielded.append("&lt;")
        case 0x3E: shielded.append("&gt;")
        case 0..<0x20: append(UInt8(scalar.value), to: &shielded)
        default: shielded.appendUTF8(scalar.value)
        }
        copied = end
      }
    }
    guard copied > 0 else { return nil }
    shielded.append(page, copied..<page.count)
    return shielded
  }

  private static func append(_ control: UInt8, to shielded: inout [UInt8]) {
    shielded.append(contentsOf: lead)
    shielded.append(0x80 + control)
  }

  /// The markup with what ``raise(_:)`` shielded put back.
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
