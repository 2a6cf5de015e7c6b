/// Tells a page set in two columns, which are read one after the other, from one whose lines have
/// something at their right end.
enum PageColumns {
  /// True where text laid out in lines has a second column beside a first: words that begin at one
  /// place in many lines, long ones, with words to their left. Cost: linear.
  static func stand(sideBySideIn layout: String) -> Bool {
    var lineCount = 0
    var starts: [Int: (count: Int, width: Int)] = [:]
    for line in layout.split(whereSeparator: \.isNewline) {
      guard let split = gap(in: line) else {
        if line.contains(where: { !$0.isWhitespace }) { lineCount += 1 }
        continue
      }
      lineCount += 1
      let place = starts[split.start / 2] ?? (0, 0)
      starts[split.start / 2] = (place.count + 1, place.width + split.width)
    }
    if let start = starts.filter({ $0.value.count >= 3 }).keys.min(),
      isSidebar(leftOf: start * 2, in: layout)
    {
      return true
    }
    // Neighbouring places count as one, since a page's letters have no even width.
    return starts.contains { start, place in
      let beside = starts[start + 1] ?? (0, 0)
      let count = place.count + beside.count
      return count >= 8 && count * 3 >= lineCount && place.width + beside.width >= count * 18
    }
  }

  /// True where short lines without dates stand left of a column in which most others begin: a side
  /// column next to few lines of the first, since the lines of the two need not meet.
  private static func isSidebar(leftOf start: Int, in layout: String) -> Bool {
    guard start >= 12 else { return false }
    var (left, right, across, dated) = (0, 0, 0, 0)
    for line in layout.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
      let indent = line.prefix { $0 == " " }.count
      if indent >= start - 1 {
        right += 1
        continue
      }
      let head = line.prefix(start)
      if !DateSpan.all(in: String(head)).isEmpty { dated += 1 }
      if line.count < start {
        left += 1
      } else if head.suffix(2).allSatisfy({ $0 == " " }) {
        right += 1
      } else {
        across += 1
      }
    }
    let all = left + right + across
    return left >= 3 && right >= 8 && dated * 4 <= left && across * 8 <= all
  }

  /// Where the words behind the first wide gap of a line begin, and how wide they are.
  private static func gap(in line: Substring) -> (start: Int, width: Int)? {
    var column = 0
    var spaces = 0
    var hasWords = false
    var start: Int?
    for character in line {
      if character == " " {
        spaces += 1
      } else {
        if hasWords, spaces >= 3, start == nil { start = column }
        hasWords = true
        spaces = 0
      }
      column += 1
    }
    return start.map { ($0, column - spaces - $0) }
  }
}
