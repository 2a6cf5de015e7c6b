import ArchiveStorage

extension LabelledStatement {
  /// Reads a statement whose claims are marked in place: `[[contribution self led:I founded the team]]`.
  /// A mark that names no kind or actor stays in the text as it is.
  package init(name: String, marked text: String) {
    var plain = String.UnicodeScalarView()
    var labels: [Label] = []
    var ranges: [Range<Int>?] = []
    var count = 0
    func take(_ words: Substring) {
      plain.append(contentsOf: words.unicodeScalars)
      count += words.unicodeScalars.count
    }
    var rest = Substring(text)
    while let opening = rest.firstRange(of: "[[") {
      take(rest[..<opening.lowerBound])
      let inner = rest[opening.upperBound...]
      guard let closing = inner.firstRange(of: "]]"), let colon = inner.firstIndex(of: ":"),
        colon < closing.lowerBound,
        let label = Self.label(
          inner[..<colon], quote: inner[inner.index(after: colon)..<closing.lowerBound])
      else {
        take(rest[opening])
        rest = inner
        continue
      }
      let start = count
      take(inner[inner.index(after: colon)..<closing.lowerBound])
      labels.append(label)
      ranges.append(start..<count)
      rest = inner[closing.upperBound...]
    }
    take(rest)
    self.init(name: name, text: ScalarText(String(plain)), labels: labels, ranges: ranges)
  }

  private static func label(_ head: Substring, quote: Substring) -> Label? {
    let words = head.split(separator: " ").map(String.init)
    guard words.count >= 2, let kind = Claim.Kind(rawValue: words[0]),
      let actor = Claim.Actor(rawValue: words[1])
    else { return nil }
    return Label(
      quote: String(quote), kind: kind, actor: actor,
      strength: words.count > 2 ? Claim.Strength(rawValue: words[2]) : nil, topics: [], time: nil)
  }
}

extension Substring {
  /// The first place where `words` stand; nil where they do not.
  fileprivate func firstRange(of words: String) -> Range<Index>? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(words) { return place..<index(place, offsetBy: words.count) }
      place = index(after: place)
    }
    return nil
  }
}
