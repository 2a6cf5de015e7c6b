/// Undoes what pipermail writes over a post, for its monthly text and its pages alike.
///
/// Both show the same rewriting of the same mail, so both come through here, and their texts come out
/// equal up to white space.
package enum PipermailUndo {
  /// Adds a body in UTF-8 to `output` as its author wrote it: without the scrubber's notices, with
  /// addresses and From_ lines restored. Gives the parts that the scrubber took out and the files that were
  /// written into the text. `separator` is the word that stood for `@` in its header. Linear in the body.
  package static func append(
    _ body: Span<UInt8>, separator: String?, to output: inout [UInt8]
  ) -> [Attachment] {
    let lines = TellingLines(body)
    var (attachments, cuts) = ScrubbedPart.find(in: body, hyphenLines: lines.hyphens)
    if !lines.fromEscapes.isEmpty {
      cuts = (cuts + lines.fromEscapes).sorted { $0.lowerBound < $1.lowerBound }
    }
    let begin = output.count
    var start = 0
    for cut in cuts where cut.lowerBound >= start {
      ObscuredText.append(body, start..<cut.lowerBound, separator: separator, to: &output)
      start = cut.upperBound
    }
    ObscuredText.append(body, start..<body.count, separator: separator, to: &output)
    if lines.mayHoldFiles {
      attachments += EncodedBlock.cut(from: &output, start: begin).map(\.attachment)
    }
    return attachments
  }

  /// Adds a subject with its white space folded to `output` and gives its place there. The words that
  /// pipermail puts in place of a missing subject are no subject.
  static func appendSubject(
    _ bytes: Span<UInt8>, _ subject: Range<Int>, to output: inout [UInt8]
  ) -> Range<Int> {
    let place = output.append(foldingWhiteSpaceOf: bytes, subject)
    let isPlaceholder =
      place.count == 10 && output.span.starts(with: "No subject", at: place.lowerBound)
      || place.count == 12 && output.span.starts(with: "(no subject)", at: place.lowerBound)
    return isPlaceholder ? place.lowerBound..<place.lowerBound : place
  }
}

/// The lines of a body that begin as pipermail's rewriting does, found in one walk over all of them.
private struct TellingLines {
  /// The `>` of each line that begins `>From `: the mbox that pipermail read had it so. One `>` only, as
  /// Mailman itself writes mboxo.
  private(set) var fromEscapes: [Range<Int>] = []
  /// Where lines begin that begin with hyphens, as the scrubber's do.
  private(set) var hyphens: [Int] = []
  /// Whether a line may begin a file that was written into the text.
  private(set) var mayHoldFiles = false

  init(_ body: Span<UInt8>) {
    var index = 0
    while index < body.count {
      switch body[index] {
      case 0x3E:
        if body.starts(with: ">From ", at: index) { fromEscapes.append(index..<(index + 1)) }
      case 0x2D: if body.starts(with: "----", at: index) { hyphens.append(index) }
      case 0x62: if body.starts(with: "begin ", at: index) { mayHoldFiles = true }
      case 0x3D: if body.starts(with: "=ybegin ", at: index) { mayHoldFiles = true }
      default: break
      }
      index = body.endOfLine(from: index, limit: body.count)
    }
  }
}
