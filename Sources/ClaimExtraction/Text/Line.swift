/// One line as a list, a heading or a paragraph would have it.
struct Line {
  /// The longest line that can be a heading, in scalars.
  static let headingLimit = 80

  /// The words, without list marker and the white space around them.
  let words: Range<Int>
  /// The words without the marks that make them a heading ("# …", "- … -", "*…*", "…:").
  let heading: Range<Int>
  /// Columns before the marker or the first word; a tab goes to the next multiple of eight.
  let indent: Int
  /// The list marker; nil where there is none.
  let marker: String?
  let isBlank: Bool
  /// A line of dashes, equals signs or the like.
  let isRule: Bool
  /// Whether marks alone say that this is a heading.
  let isHeadingMark: Bool
  /// A short line that does not end as a sentence does.
  let looksLikeHeading: Bool
  /// A short line of capitalised words.
  let looksLikeTitle: Bool
  /// "Name: value", all on one line.
  let isField: Bool

  static func blank(at place: Int) -> Line { Line(place..<place, in: ScalarText("")) }

  init(_ range: Range<Int>, in text: ScalarText) {
    var start = range.lowerBound
    var column = 0
    while start < range.upperBound, text[start].isSpace {
      column = text[start] == "\t" ? (column / 8 + 1) * 8 : column + 1
      start += 1
    }
    indent = column
    let whole = text.trimmed(range)
    isBlank = whole.isEmpty
    guard !whole.isEmpty else {
      (words, heading) = (whole, whole)
      marker = nil
      (isRule, isHeadingMark, looksLikeHeading, looksLikeTitle) = (false, false, false, false)
      isField = false
      return
    }
    isRule =
      whole.count >= 3 && text.scalars[whole].allSatisfy { "-=~_*#+^".unicodeScalars.contains($0) }
    let last = text[whole.upperBound - 1]
    var inner = whole
    var hasHeadingMarks = false
    let isShort = whole.count <= Self.headingLimit
    if text[inner.lowerBound] == "#" {
      while inner.lowerBound < inner.upperBound, text[inner.lowerBound] == "#" {
        inner = (inner.lowerBound + 1)..<inner.upperBound
      }
      hasHeadingMarks = !inner.isEmpty && text[inner.lowerBound].isSpace
    } else if isShort, whole.count > 4, "-=*_".unicodeScalars.contains(text[whole.lowerBound]),
      last == text[whole.lowerBound]
    {
      // "- General background -", "== Plans ==", "*Plans*"
      while inner.count > 2, text[inner.lowerBound] == last {
        inner = (inner.lowerBound + 1)..<inner.upperBound
      }
      while inner.count > 2, text[inner.upperBound - 1] == last {
        inner = inner.lowerBound..<(inner.upperBound - 1)
      }
      hasHeadingMarks = !text.scalars[inner].contains(last) || last == "-"
    }
    isHeadingMark = hasHeadingMarks
    let bullet = hasHeadingMarks ? nil : Self.marker(at: whole, in: text)
    marker = bullet.map { text.string($0) }
    words = bullet.map { text.trimmed($0.upperBound..<whole.upperBound) } ?? whole
    var title = text.trimmed(hasHeadingMarks ? inner : words)
    while !title.isEmpty, text[title.upperBound - 1] == ":" {
      title = title.lowerBound..<(title.upperBound - 1)
    }
    heading = title
    let wordCount = title.count { text[$0] == " " } + 1
    let endsOpen = !".,;!)".unicodeScalars.contains(last)
    looksLikeHeading =
      marker == nil && isShort && wordCount <= 9 && endsOpen && !title.isEmpty
      && (text[title.lowerBound].isCapital || last == ":")
    looksLikeTitle =
      looksLikeHeading && last != ":" && column == 0 && (2...6).contains(wordCount)
      && title.count { text[$0].isCapital && ($0 == title.lowerBound || text[$0 - 1] == " ") }
        == wordCount
    isField = marker == nil && Self.isField(whole, in: text)
  }

  /// Whether up to three words, a colon and a space begin a line.
  private static func isField(_ line: Range<Int>, in text: ScalarText) -> Bool {
    var spaces = 0
    for place in line.prefix(32) {
      let scalar = text[place]
      if scalar == ":" {
        return place > line.lowerBound + 1 && place + 1 < line.upperBound && text[place + 1].isSpace
      }
      if scalar == " " { spaces += 1 }
      if spaces > 2 || !(scalar.isWordPart || " -/*".unicodeScalars.contains(scalar)) {
        return false
      }
    }
    return false
  }

  /// The list marker at the start of a line: "-", "*", "1.", "a)", "(2)", "[3]", with a space after it.
  private static func marker(at line: Range<Int>, in text: ScalarText) -> Range<Int>? {
    let start = line.lowerBound
    var end = start
    let first = text[start]
    if "-*+\u{2022}\u{2023}\u{25E6}\u{25CF}\u{2013}\u{2014}\u{B7}>o".unicodeScalars.contains(first)
    {
      end = start + 1
      while end < line.upperBound, text[end] == first, end - start < 3, first != "o" { end += 1 }
      // "*Bold* text" is no item, "-text" is one.
      guard end < line.upperBound else { return nil }
      if !text[end].isSpace, first == "o" || first == "*" || !text[end].isWordPart { return nil }
    } else {
      let opens = first == "(" || first == "["
      if opens { end += 1 }
      let digits = end
      while end < line.upperBound, text[end].isDigit, end - digits < 3 { end += 1 }
      if end == digits {
        guard end < line.upperBound, text[end].isWordPart, text[end].value < 128 else { return nil }
        end += 1
        // Roman numbers of up to four letters.
        while end < line.upperBound, end - digits < 4, "ivx".unicodeScalars.contains(text[end]),
          "ivx".unicodeScalars.contains(text[digits])
        {
          end += 1
        }
      }
      guard end < line.upperBound, ").]:".unicodeScalars.contains(text[end]) else { return nil }
      if text[end] == ":" || (text[end] == "." && !text[digits].isDigit) { return nil }
      end += 1
      // "1.Update the guide" is an item too; "1.2 was released" is none.
      guard end < line.upperBound,
        text[end].isSpace || text[digits].isDigit && text[end].isCapital
      else { return nil }
    }
    return start..<end
  }
}
