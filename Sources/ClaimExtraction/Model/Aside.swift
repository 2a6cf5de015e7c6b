/// Tells words that only point to what was said elsewhere: "as I have mentioned before".
enum Aside {
  /// Whether a claim would be such words, perhaps behind an adverb ("seriously, as I said").
  static func isOpened(by tokens: ArraySlice<Token>) -> Bool {
    let rest = tokens.drop { $0.word.text.hasSuffix("ly") || $0.word.text == "," }.prefix(5)
    guard rest.first?.word.text == "as", rest.dropFirst().first?.signs.contains(.person) == true
    else { return false }
    return rest.dropFirst(2).contains { sayings.contains($0.lemma.text) }
  }

  /// Whether a sentence may hold one; most do not.
  static func isPossible(in tokens: [Token]) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { $0.word.text == "as" && $1.signs.contains(.person) }
  }

  private static let sayings: Set<String> = [
    "say", "mention", "write", "tell", "note", "explain", "describe", "promise", "state",
  ]
}
