package import ArchiveStorage

/// A statement and the claims that a person marked in it.
package struct LabelledStatement: Sendable {
  /// One label: the words, and what they are.
  package struct Label: Sendable, Codable {
    package var quote: String
    package var kind: Claim.Kind
    package var actor: Claim.Actor
    package var strength: Claim.Strength?
    package var topics: [String]
    package var time: String?
  }

  package let name: String
  package let text: ScalarText
  package let labels: [Label]
  /// Scalars of the text for each label; nil where the words are not found.
  package let ranges: [Range<Int>?]

  package init(name: String, text: String, labels: [Label]) {
    self.name = name
    self.text = ScalarText(text)
    self.labels = labels
    var finder = QuoteFinder(self.text)
    self.ranges = labels.map { finder.find($0.quote) }
  }
}

extension LabelledStatement {
  init(name: String, text: ScalarText, labels: [Label], ranges: [Range<Int>?]) {
    self.name = name
    self.text = text
    self.labels = labels
    self.ranges = ranges
  }
}

extension LabelledStatement.Label {
  /// The label that would ask for exactly this claim.
  package init(_ claim: Claim) {
    self.init(
      quote: claim.quote, kind: claim.kind, actor: claim.actor, strength: claim.strength,
      topics: claim.topics, time: claim.time)
  }
}

/// Finds quotes in a text with white space folded, repeated quotes one after the other.
package struct QuoteFinder {
  private let folded: [Unicode.Scalar]
  private let places: [Int]
  private var used: [String: Int] = [:]

  package init(_ text: ScalarText) {
    var folded: [Unicode.Scalar] = []
    var places: [Int] = []
    for place in 0..<text.count {
      if text[place].isSpace {
        if let last = folded.last, last != " " {
          folded.append(" ")
          places.append(place)
        }
      } else {
        folded.append(text[place])
        places.append(place)
      }
    }
    self.folded = folded
    self.places = places
  }

  /// Scalars of the next place where `quote` stands, else of its first; nil where it does not.
  package mutating func find(_ quote: String) -> Range<Int>? {
    let words = quote.unicodeScalars.split(whereSeparator: \.isSpace)
    let needle = Array(words.joined(separator: [" "]))
    guard !needle.isEmpty else { return nil }
    let key = String(String.UnicodeScalarView(needle))
    guard let at = search(needle, from: used[key] ?? 0) ?? search(needle, from: 0) else {
      return nil
    }
    used[key] = at + 1
    return places[at]..<(places[at + needle.count - 1] + 1)
  }

  private func search(_ needle: [Unicode.Scalar], from start: Int) -> Int? {
    guard folded.count >= needle.count else { return nil }
    for at in start..<max(start, folded.count - needle.count + 1)
    where folded[at] == needle[0] && folded[at..<(at + needle.count)].elementsEqual(needle) {
      return at
    }
    return nil
  }
}
