/// Undoes what pipermail writes over a post, for its monthly text and its pages alike.
///
/// Both show the same rewriting of the same mail, so both come through here, and their texts come out
/// equal up to white space.
package enum PipermailUndo {
  /// Adds a body in UTF-8 to `output` as its author wrote it: without the scrubber's notices, with
  /// addresses and From_ lines restored. Gives the parts that the scrubber took out and the files that were
  /// written into the text. `separator` is the word that stood for `@` in its header, `addressesAt` are the
  /// places of ` at ` that are known to have been one. Linear in the body.
  package static func append(
    _ body: Span<UInt8>, separator: String?, addressesAt known: [Int] = [],
    to output: inout [UInt8]
  ) -> [Attachment] {
    let marks = TellingMarks(body)
    var (attachments, cuts) = ScrubbedPart.find(in: body, marks)
    if !marks.fromEscapes.isEmpty {
      cuts = (cuts + marks.fromEscapes).sorted { $0.lowerBound < $1.lowerBound }
    }
    let begin = output.count
    var start = 0
    let words = ObscuredText(separator: separator, ats: marks.ats, known: known)
    for cut in cuts where cut.lowerBound >= start {
      words.append(body, start..<cut.lowerBound, to: &output)
      start = cut.upperBound
    }
    words.append(body, start..<body.count, to: &output)
    if marks.mayHoldFiles {
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
