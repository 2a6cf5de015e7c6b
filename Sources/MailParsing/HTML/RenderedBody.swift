/// The body of a post on an archiver's page.
enum RenderedBody {
  /// Adds the text of `body` to `message` as its text. What stands in `cuts`, which rise, is no text of
  /// the post; a `>` before a line's `From ` is the mbox's that the archiver read; `mark` is what the archiver
  /// wrote for the `@` of the author's address, and of those in the text with it. Linear in `body`.
  static func fill(
    _ message: inout FlatMessage, from page: Span<UInt8>, _ body: Range<Int>,
    without cuts: [Range<Int>], mark: [UInt8]?
  ) {
    let start = message.bytes.count
    let words = mark.map { ObscuredText(mark: $0) }
    var place = body.lowerBound
    for cut in cuts where cut.lowerBound >= place {
      append(page, place..<cut.lowerBound, words, to: &message.bytes)
      place = min(cut.upperBound, body.upperBound)
    }
    append(page, place..<body.upperBound, words, to: &message.bytes)
    message.text = start..<message.bytes.count
  }

  private static func append(
    _ page: Span<UInt8>, _ range: Range<Int>, _ words: ObscuredText?, to bytes: inout [UInt8]
  ) {
    let text = Array(HTMLText.text(page, in: range).utf8)
    func append(_ range: Range<Int>) {
      if let words {
        words.append(text.span, range, to: &bytes)
      } else {
        bytes.append(text.span, range)
      }
    }
    var copied = 0
    for escape in TellingMarks(text.span).fromEscapes {
      append(copied..<escape.lowerBound)
      copied = escape.upperBound
    }
    append(copied..<text.count)
  }
}
