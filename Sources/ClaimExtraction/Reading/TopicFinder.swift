/// Finds what a contribution was worked on: one to three short noun phrases, verbatim.
enum TopicFinder {
  /// The topics of a claim's tokens, in text order; empty where nothing is named.
  static func topics(in tokens: ArraySlice<Token>, of text: ScalarText) -> [String] {
    let predicate = Predicate(tokens)
    let start = (predicate.governed ?? predicate.verb).flatMap { verb in
      tokens.firstIndex { $0.range == verb.range }
    }
    var phrases = phrases(in: tokens[(start.map { $0 + 1 } ?? tokens.startIndex)...])
    if phrases.isEmpty { phrases = self.phrases(in: tokens) }
    // Names tell more than common nouns; the object tells most.
    let ranked = phrases.enumerated().sorted {
      ($0.element.worth - $0.offset, -$0.offset) > ($1.element.worth - $1.offset, -$1.offset)
    }
    return ranked.prefix(2).sorted { $0.offset < $1.offset }.map { phrase in
      let words = phrase.element.tokens
      return text.string(
        tokens[words.lowerBound].range.lowerBound..<tokens[words.upperBound - 1].range.upperBound)
    }
  }

  private struct Phrase {
    var tokens: Range<Int>
    var worth: Int
  }

  private static let light: Set<String> = [
    "number", "lot", "lots", "part", "way", "work", "time", "version", "set", "kind", "people",
    "things", "thing",
    "many", "much", "bit", "cycle", "release", "year", "years", "months", "years", "place", "order",
    "addition", "following", "new", "various", "initial", "first", "good", "own", "little",
    "couple", "well", "able", "great",
    "improvements", "improvement", "process", "effort", "efforts", "progress", "role", "better",
    "easier",
  ]

  /// Runs of words that are neither grammar nor verbs.
  private static func phrases(in tokens: ArraySlice<Token>) -> [Phrase] {
    var phrases: [Phrase] = []
    var start: Int?
    func close(at end: Int) {
      defer { start = nil }
      guard var low = start else { return }
      while low < end, light.contains(tokens[low].word.text) { low += 1 }
      var high = end
      while high > low, light.contains(tokens[high - 1].word.text) { high -= 1 }
      guard high > low else { return }
      let cut = max(low, high - 4)..<high
      let names = tokens[cut].count {
        $0.isCapitalised || $0.word.text.contains(where: { "-_./0123456789".contains($0) })
      }
      phrases.append(Phrase(tokens: cut, worth: (names > 0 ? 2 : 0) + (cut.count > 1 ? 1 : 0)))
    }
    for index in tokens.indices {
      let token = tokens[index]
      let isGrammar =
        !token.isWord
        || !token.classes.isDisjoint(with: [
          .determiner, .preposition, .conjunction, .subordinator, .relative, .author, .group,
          .third,
          .be, .have, .do, .future, .duty, .ability, .negation,
        ])
        || !token.classes.isDisjoint(with: .manner)
          && token.classes.isDisjoint(with: [.change, .office])
      let isVerb =
        !token.forms.isDisjoint(with: [.past, .participle, .third])
        && token.classes.isDisjoint(with: [.change, .gathering])
        || token.forms.contains(.gerund) && start == nil && !token.isCapitalised
          && token.classes.isDisjoint(with: .change)
      if isGrammar || isVerb { close(at: index) } else if start == nil { start = index }
    }
    close(at: tokens.endIndex)
    return phrases
  }
}
