/// The character references in a post on a pipermail page.
///
/// Pipermail escapes `<`, `>`, `&` and `"`, and writes numbers for characters that its charset lacks. It does
/// *not* escape an `&` that already begins a reference (Mailman 2.1's `websafe`), so that a post which quotes
/// HTML shows it changed: `&nbsp;` on the page was `&nbsp;` in the mail, and `&amp;` may have been
/// either `&` or `&amp;`.
enum PipermailEntity {
  /// Writes what stood in the mail where the page has the `&` at `index`, in a link or outside of any; gives
  /// the place after.
  @inline(__always)
  static func write(
    _ page: Span<UInt8>, at index: Int, in link: inout PipermailLink?,
    to output: inout MutableSpan<UInt8>, _ text: inout TextRoom
  ) -> Int {
    let isKept = link?.keepsNextReference(page)
    if page.starts(with: "&gt;", at: index) {
      text.write(0x3E, to: &output)
      return index + 4
    }
    if page.starts(with: "&lt;", at: index) {
      text.write(0x3C, to: &output)
      return index + 4
    }
    if page.starts(with: "&quot;", at: index) {
      text.write(0x22, to: &output)
      return index + 6
    }
    return rare(page, at: index, isKept, to: &output, &text)
  }

  /// The same for all but the three most common; `isKept` tells of one in a link whether the mail had it.
  private static func rare(
    _ page: Span<UInt8>, at index: Int, _ isKept: Bool?, to output: inout MutableSpan<UInt8>,
    _ text: inout TextRoom
  ) -> Int {
    // What Mailman's port to Python 3 writes for an apostrophe.
    if page.starts(with: "&#x27;", at: index) {
      text.write(0x27, to: &output)
      return index + 6
    }
    // A number below 128 is a character that no charset lacks: the author's own spelling.
    if page.starts(with: "&#", at: index),
      let (scalar, end) = HTMLEntity.decode(page, at: index, limit: page.count),
      scalar.value >= 0x80
    {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        text.write(byte, to: &output)
      }
      return end
    }
    text.write(0x26, to: &output)
    guard page.starts(with: "&amp;", at: index) else { return index + 1 }
    if isKept ?? isInsideQuotedTag(output, end: text.end) {
      for byte in "amp;".utf8 { text.write(byte, to: &output) }
    }
    return index + 5
  }

  /// Whether the `&` that `output` ends with stands in the quoted value of a tag's attribute
  /// (`<a href="x?a=1&`): HTML that somebody pasted, where 174 of 178 such `&` in the imagej archives are
  /// written `&amp;`. Looks back 512 bytes at most.
  private static func isInsideQuotedTag(_ output: borrowing MutableSpan<UInt8>, end: Int) -> Bool {
    let start = max(0, end - 512)
    var index = end - 2
    while index > start, output[index] != 0x22, output[index] > 0x20 { index -= 1 }
    guard index > start + 1, output[index] == 0x22, output[index - 1] == 0x3D,
      output[index - 2].isLetter
    else { return false }
    while index > start, output[index] != 0x3C, output[index] != 0x3E { index -= 1 }
    return output[index] == 0x3C && (output[index + 1].isLetter || output[index + 1] == 0x2F)
  }
}
