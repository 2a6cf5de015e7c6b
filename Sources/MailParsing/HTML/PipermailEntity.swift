/// The character references in a post on a pipermail page.
///
/// Pipermail escapes `<`, `>`, `&` and `"`, and writes numbers for characters that its charset lacks. It does
/// *not* escape an `&` that already begins a reference (Mailman 2.1's `websafe`), so that a post which quotes
/// HTML shows it changed: `&nbsp;` on the page was `&nbsp;` in the mail, and `&amp;` may have been
/// either `&` or `&amp;`.
enum PipermailEntity {
  /// Adds text of a post, its references decoded, to `bytes`, in which the post begins at `bodyStart`.
  @inline(__always)
  static func append(
    _ page: Span<UInt8>, _ range: Range<Int>, bodyStart: Int, to bytes: inout [UInt8]
  ) {
    var start = range.lowerBound
    while let hit = page.firstIndex(of: 0x26, in: start..<range.upperBound) {
      bytes.append(page, start..<hit)
      start = append(page, at: hit, limit: range.upperBound, bodyStart: bodyStart, to: &bytes)
    }
    bytes.append(page, start..<range.upperBound)
  }

  /// Adds to `body` what stood in the mail where the page has the `&` at `index`; gives the place after.
  @inline(__always)
  private static func append(
    _ page: Span<UInt8>, at index: Int, limit: Int, bodyStart: Int, to body: inout [UInt8]
  ) -> Int {
    if index + 1 < limit {
      switch page[index + 1] {
      case 0x67, 0x6C, 0x71: return body.appendEntity(page, at: index, limit: limit)  // gt lt quot
      case 0x23: break
      default: return ampersand(page, at: index, limit: limit, bodyStart: bodyStart, to: &body)
      }
    }
    // What Mailman's port to Python 3 writes for an apostrophe.
    if limit - index >= 6, page.starts(with: "&#x27;", at: index) {
      body.append(0x27)
      return index + 6
    }
    // A number below 128 is a character that no charset lacks: the author's own spelling.
    if let (scalar, end) = HTMLEntity.decode(page, at: index, limit: limit), scalar.value >= 0x80 {
      body.appendUTF8(scalar.value)
      return end
    }
    body.append(0x26)
    return index + 1
  }

  private static func ampersand(
    _ page: Span<UInt8>, at index: Int, limit: Int, bodyStart: Int, to body: inout [UInt8]
  ) -> Int {
    body.append(0x26)
    guard index + 5 <= limit, page.starts(with: "&amp;", at: index) else { return index + 1 }
    if isInsideQuotedTag(body, from: bodyStart) { body.append("amp;") }
    return index + 5
  }

  /// Whether the `&` that `body` ends with stands in the quoted value of a tag's attribute
  /// (`<a href="x?a=1&`): HTML that somebody pasted, where 174 of 178 such `&` in the imagej archives are
  /// written `&amp;`. Looks back 512 bytes at most.
  private static func isInsideQuotedTag(_ body: [UInt8], from bodyStart: Int) -> Bool {
    let start = max(bodyStart, body.count - 512)
    var index = body.count - 2
    while index > start, body[index] != 0x22, body[index] > 0x20 { index -= 1 }
    guard index > start + 1, body[index] == 0x22, body[index - 1] == 0x3D, body[index - 2].isLetter
    else { return false }
    while index > start, body[index] != 0x3C, body[index] != 0x3E { index -= 1 }
    return body[index] == 0x3C && (body[index + 1].isLetter || body[index + 1] == 0x2F)
  }
}
