/// One message of an mbox: which bytes it is, and which of them are the message itself.
///
/// Ranges are byte offsets into the source. Entries come in order and do not overlap; what lies
/// between two entries is the separator (an empty line), so entries and separators together give the
/// source back byte for byte.
public struct MboxEntry: Sendable, Hashable {
  /// From the From_ line to the end of the message, without the empty line that parts it from the next.
  public var range: Range<Int>
  /// The message: headers and body as the mbox holds them, after the From_ line.
  public var content: Range<Int>
  /// Where sender and date stand in the From_ line; nil where the entry begins without one.
  public var fromLine: FromLine?
  /// Whether a line of the message may be `>`s and `From `; false only where that was looked for.
  var mayHaveEscapes = true
  /// What is wrong with the separation, as offsets into the entry.
  public var defects: [Defect]

  /// The same entry in a source that begins `offset` bytes earlier.
  func moved(by offset: Int) -> MboxEntry {
    guard offset != 0 else { return self }
    func move(_ range: Range<Int>) -> Range<Int> {
      (range.lowerBound + offset)..<(range.upperBound + offset)
    }
    var entry = self
    entry.range = move(range)
    entry.content = move(content)
    if let line = fromLine {
      entry.fromLine = FromLine(sender: move(line.sender), date: line.date.map(move))
    }
    return entry
  }
}
