/// A post cut as results are read: items of lists and tables by themselves, prose by its sentences.
struct ResultLine {
  var text: String
  /// Unicode scalars of the post's text.
  var range: Range<Int>
  var isItem: Bool
  /// The number of a numbered item.
  var rank: Int?

  /// A heading says so with a colon at its end.
  var opensList: Bool { !isItem && text.hasSuffix(":") }

  /// A name over what belongs to it.
  var isShort: Bool { text.utf8.count < 40 && !text.hasSuffix(".") }

  /// The lines of a post that are its author's own, in order. Linear.
  static func all(in text: String) -> [ResultLine] {
    let scalars = Array(text.unicodeScalars)
    var lines: [ResultLine] = []
    var paragraph: Range<Int>?
    func close() {
      guard let range = paragraph else { return }
      lines += OwnWords.sentences(in: range, of: scalars).map {
        ResultLine(text: $0.text, range: $0.range, isItem: false, rank: nil)
      }
      paragraph = nil
    }
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      let line = OwnWords.text(scalars[start..<end])
      if line == "-- " { break }
      if let rank = Self.marker(of: line) {
        close()
        var first = start
        while first < end, scalars[first].properties.isWhitespace { first += 1 }
        lines.append(
          ResultLine(
            text: OwnWords.text(scalars[first..<end]), range: first..<end, isItem: true,
            rank: rank > 0 ? rank : nil))
      } else if OwnWords.isOwn(line) {
        paragraph = (paragraph?.lowerBound ?? start)..<end
      } else {
        close()
      }
      start = end + 1
    }
    close()
    return lines
  }

  /// The number of an item, 0 where it has a mark and no number; nil where the line is no item.
  private static func marker(of line: String) -> Int? {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let first = words.first else { return nil }
    if ["*", "-", "+", "•", "o"].contains(first) { return 0 }
    // A table's row; a quotation has one bar.
    if line.count(where: { $0 == "|" }) > 1 { return 0 }
    if first == "Option", Int(words[1].prefix { $0.isNumber }) != nil { return 0 }
    guard let last = first.last, ".)".contains(last) else { return nil }
    return Int(first.dropLast()).flatMap { (1...999).contains($0) ? $0 : nil }
  }
}
