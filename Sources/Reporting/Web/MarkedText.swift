/// Text with ranges of it marked.
enum MarkedText {
  /// How a range stands out.
  enum Mark { case highlighted, quoted }

  /// `text` escaped, each range of Unicode scalars in an element of its mark. Ranges are in order and
  /// do not overlap; one that does is left unmarked from where it would. Linear in the text.
  static func html(_ text: String, _ marks: [(range: Range<Int>, mark: Mark)]) -> HTML {
    let scalars = text.unicodeScalars
    var parts: [HTML] = []
    var (place, index) = (0, scalars.startIndex)
    func take(upTo end: Int) -> String {
      let stop =
        scalars.index(index, offsetBy: max(0, end - place), limitedBy: scalars.endIndex)
        ?? scalars.endIndex
      defer { (place, index) = (max(place, end), stop) }
      return String(scalars[index..<stop])
    }
    for (range, mark) in marks {
      parts.append(.text(take(upTo: range.lowerBound)))
      let words = take(upTo: range.upperBound)
      guard !words.isEmpty else { continue }
      switch mark {
      case .highlighted: parts.append("<mark>\(words)</mark>")
      case .quoted: parts.append("<span class=\"quoted\">\(words)</span>")
      }
    }
    parts.append(.text(take(upTo: .max)))
    return HTML.join(parts, separator: "")
  }
}
