/// The project a text is about, as far as the words around an office name it.
enum ProjectName {
  private static let offices: Set<String> = [
    "ptl", "lead", "leader", "dpl", "team", "project", "core", "program", "programme",
  ]
  private static let others: Set<String> = [
    "the", "a", "an", "our", "my", "your", "this", "for", "of", "as", "project", "technical",
    "team", "tech",
    "dev", "all", "election", "elections", "candidacy", "non", "candidate", "open", "openstack-dev",
    "nomination", "self-nomination", "i", "ptl", "core", "to", "re", "program", "programme", "new",
    "next",
    "and", "be", "being", "serve", "by", "with", "in",
  ]

  /// The name before or after an office ("Barbican PTL", "PTL for Glance"), in lower case; nil where
  /// none is named.
  static func find(in words: String, calendar: ReleaseCalendar) -> String? {
    let text = ScalarText(words)
    guard text.count < 4000 else { return nil }
    let tokens = Tokenizer(lexicon: .english, calendar: calendar).tokens(
      of: 0..<text.count, in: text)
    func name(at index: Int) -> String? {
      guard tokens.indices.contains(index), tokens[index].isWord, tokens[index].isCapitalised else {
        return nil
      }
      let word = tokens[index].word.text
      return others.contains(word) || offices.contains(word) || calendar.cycle(named: word) != nil
        || DateWords.month(word) != nil ? nil : word
    }
    for (index, token) in tokens.enumerated() where offices.contains(token.word.text) {
      if let found = name(at: index - 1) { return found }
      var next = index + 1
      while next < tokens.count, next < index + 5, tokens[next].isWord,
        others.contains(tokens[next].word.text)
      { next += 1 }
      if next > index + 1, let found = name(at: next) { return found }
    }
    return nil
  }
}
