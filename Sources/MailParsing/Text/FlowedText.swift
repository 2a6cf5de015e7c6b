/// Paragraphs of format=flowed (RFC 3676).
enum FlowedText {
  /// Joins the flowed lines of unquoted paragraphs in place from `start` on and undoes space-stuffing.
  ///
  /// Quoted lines stay as they are: an archiver that knows nothing of format=flowed shows each with its
  /// own `>`, and every form of a post is to have the same text up to white space.
  static func join(_ bytes: inout [UInt8], from start: Int, deletesSpace: Bool) {
    let end = bytes.count
    var (kept, index) = (start, start)
    while index < end {
      let lineEnd = bytes.span.endOfLine(from: index, limit: end)
      var textStart = index
      let isQuoted = bytes[index] == 0x3E
      if !isQuoted, bytes[index] == 0x20 { textStart += 1 }
      let textEnd = lineEnd - (bytes[lineEnd - 1] == 0x0A ? 1 : 0)
      let isSignature = bytes.span.starts(with: "-- ", at: index) && textEnd == index + 3
      let isFlowed =
        !isQuoted && !isSignature && textEnd > textStart && bytes[textEnd - 1] == 0x20
        && lineEnd < end && bytes[lineEnd] != 0x3E && bytes[lineEnd] != 0x0A
        && !bytes.span.starts(with: "-- \n", at: lineEnd)
      let copyEnd = isFlowed ? (deletesSpace ? textEnd - 1 : textEnd) : lineEnd
      let line = textStart..<max(textStart, copyEnd)
      bytes.move(line, to: kept)
      kept += line.count
      index = lineEnd
    }
    bytes.removeLast(end - kept)
  }
}
