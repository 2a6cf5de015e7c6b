/// The body of a post on an archiver's page.
enum RenderedBody {
  /// Adds the text of `body` to `message` as its text. What stands in `cuts`, which rise, is no text of
  /// the post; a `>` before a line's `From ` is the mbox's that the archiver read. Linear in `body`.
  static func fill(
    _ message: inout FlatMessage, from page: Span<UInt8>, _ body: Range<Int>,
    without cuts: [Range<Int>]
  ) {
    let start = message.bytes.count
    var place = body.lowerBound
    for cut in cuts where cut.lowerBound >= place {
      append(page, place..<cut.lowerBound, to: &message.bytes)
      place = min(cut.upperBound, body.upperBound)
    }
    append(page, place..<body.upperBound, to: &message.bytes)
    message.text = start..<message.bytes.count
  }

  private static func append(_ page: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
    let text = Array(HTMLText.text(page, in: range).utf8)
    var copied = 0
    for escape in TellingMarks(text.span).fromEscapes {
      bytes.append(text.span, copied..<escape.lowerBound)
      copied = escape.upperBound
    }
    bytes.append(text.span, copied..<text.count)
  }
}
