/// The quote marks before a line's content: `>`, `> >`, `|`, `Ab>`, and mixtures of them.
struct QuotePrefix {
  /// How many marks there are; 0 where the line is no quotation.
  private(set) var depth = 0
  /// Whether all marks are bars.
  private(set) var hasOnlyBars = true
  /// Where the content begins: past the marks and the blanks after them.
  private(set) var end: Int

  /// No marks before content at `start`.
  init(noneBefore start: Int) { end = start }

  /// Reads the marks at the head of a line. Linear in their number.
  ///
  /// Initials before a mark are those of SuperCite and its followers (`AB> `, up to three letters).
  /// A bar counts beside `>` only, or before a blank and text that holds no other bar: a line of bars
  /// is a table.
  init(of line: Range<Int>, in bytes: Span<UInt8>) {
    end = line.lowerBound
    var position = line.lowerBound
    while position < line.upperBound {
      let mark = Self.afterInitials(position, line, bytes) ?? position
      guard mark < line.upperBound else { break }
      if bytes[mark] == 0x3E {
        if depth == 0, Self.isReportField(mark + 1, line, bytes) { break }
        depth += 1
        hasOnlyBars = false
        position = mark + 1
      } else if bytes[mark] == 0x7C, mark == position,
        depth > 0 || Self.isBarQuote(mark, line, bytes)
      {
        depth += 1
        position = mark + 1
      } else {
        break
      }
      end = position
      while position < line.upperBound, bytes[position] == 0x20 || bytes[position] == 0x09 {
        position += 1
      }
    }
    end = min(max(end, depth > 0 ? position : end), line.upperBound)
  }

  /// The place of a `>` that up to three letters stand before, if there is one.
  private static func afterInitials(
    _ start: Int, _ line: Range<Int>, _ bytes: Span<UInt8>
  ) -> Int? {
    var position = start
    while position < line.upperBound, position - start < 3,
      ByteKind.of(bytes[position]) == .letter, bytes[position] & 0x20 == 0 || position > start
    {
      position += 1
    }
    guard position > start, position < line.upperBound, bytes[position] == 0x3E else { return nil }
    return position
  }

  /// Whether a `>` begins a field of a problem report as GNATS mails it (`>Number: 123`).
  private static func isReportField(
    _ start: Int, _ line: Range<Int>, _ bytes: Span<UInt8>
  ) -> Bool {
    guard start < line.upperBound, bytes[start] &- 0x41 < 26 else { return false }
    return reportFields.contains { name in
      let end = start + name.utf8.count
      guard end <= line.upperBound else { return false }
      return zip(start..<end, name.utf8).allSatisfy { bytes[$0] == $1 }
    }
  }

  private static let reportFields = [
    "Number:", "Category:", "Synopsis:", "Confidential:", "Severity:", "Priority:", "Responsible:",
    "State:", "Class:", "Submitter-Id:", "Arrival-Date:", "Closed-Date:", "Last-Modified:",
    "Originator:", "Release:", "Organization:", "Environment:", "Description:", "How-To-Repeat:",
    "Fix:", "Release-Note:", "Audit-Trail:", "Unformatted:", "Quarter:", "Keywords:",
    "Date-Required:",
  ]

  private static func isBarQuote(_ bar: Int, _ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard bar + 1 < line.upperBound else { return true }
    guard bytes[bar + 1] == 0x20 else { return false }
    return !(bar + 1..<line.upperBound).prefix(BodyLine.headLimit).contains { bytes[$0] == 0x7C }
  }
}
