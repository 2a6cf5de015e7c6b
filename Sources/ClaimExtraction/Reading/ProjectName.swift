/// The project a text is about, as far as the words around an office name it.
enum ProjectName {
  /// The name before or after an office ("Barbican PTL", "PTL for the App Catalog project"), or in a
  /// tag of a subject beside one ("[PTL][Nova]"), in lower case; nil where none is named.
  static func find(in words: String, calendar: ReleaseCalendar) -> String? {
    let text = ScalarText(words)
    guard text.count < 4000 else { return nil }
    return find(
      in: Tokenizer(lexicon: .english, calendar: calendar).tokens(of: 0..<text.count, in: text))
  }

  /// The same for words that are cut already.
  static func find(in tokens: [Token]) -> String? {
    for (index, token) in tokens.enumerated() where offices.contains(token.word.text) {
      if let found = name(before: index, in: tokens) ?? name(after: index, in: tokens) {
        return found
      }
    }
    guard tokens.contains(where: { offices.contains($0.word.text) }) else { return nil }
    return tag(in: tokens)
  }

  /// "OpenStack Charms PTL", "keystone PTL".
  private static func name(before office: Int, in tokens: [Token]) -> String? {
    var office = office
    // "I18n Ocata PTL"
    while office > 0, tokens[office - 1].cycle != nil { office -= 1 }
    var first = office
    while first > 0, office - first < 4, isName(tokens[first - 1]) { first -= 1 }
    if first < office {
      // "Nova and Placement PTL" is named by the first.
      guard first > 1, tokens[first - 1].word.text == "and", isName(tokens[first - 2]) else {
        return name(tokens[first..<office])
      }
      return name(tokens[first - 2..<first - 1])
    }
    guard office > 0, isBareName(tokens[office - 1]) else { return nil }
    return name(tokens[office - 1..<office])
  }

  /// "PTL for the Freezer project", "PTL role of Solum", "PTL of the docs team".
  private static func name(after office: Int, in tokens: [Token]) -> String? {
    var next = office + 1
    while next < tokens.count, next < office + 8,
      others.contains(tokens[next].word.text)
        || tokens[next].word.text == ")" || tokens[next].word.text == "("
    { next += 1 }
    guard next > office + 1, next < tokens.count else { return nil }
    var last = next
    while last < tokens.count, last < next + 4, isName(tokens[last]) { last += 1 }
    if last > next { return name(tokens[next..<last]) }
    guard isBareName(tokens[next]) else { return nil }
    let isOf = tokens[next - 1].word.text == "of" || tokens[next - 1].word.text == "for"
    let isProject =
      next + 1 < tokens.count
      && ["project", "team", "program", "programme"].contains(tokens[next + 1].word.text)
    return isOf || isProject ? name(tokens[next..<next + 1]) : nil
  }

  /// "[Nova]"
  private static func tag(in tokens: [Token]) -> String? {
    for index in tokens.indices.dropFirst().dropLast()
    where tokens[index - 1].word.text.hasSuffix("[") && tokens[index + 1].word.text.hasPrefix("]")
      || tokens[index + 1].word.text.hasPrefix("][")
    {
      let token = tokens[index]
      let word = token.word.text
      if token.isWord, token.cycle == nil, !others.contains(word), !offices.contains(word),
        !word.contains("-dev"), !word.contains("-discuss"), !word.contains("-list")
      {
        return word
      }
    }
    return nil
  }

  private static func name(_ tokens: ArraySlice<Token>) -> String? {
    var words = tokens.map {
      $0.word.text.hasSuffix("'s") ? String($0.word.text.dropLast(2)) : $0.word.text
    }
    // The foundation's name before a project's is no part of it.
    if words.first == "openstack" { words.removeFirst() }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// A capitalised word that is no part of an office, a date or a sentence's grammar.
  private static func isName(_ token: Token) -> Bool {
    token.isWord && token.isCapitalised && token.cycle == nil && !others.contains(token.word.text)
      && !offices.contains(token.word.text) && DateWords.month(token.word.text) == nil
      && token.classes.isDisjoint(with: [.author, .group, .third, .be, .have, .preposition])
  }

  /// A small word that no lexicon knows, as projects write their names.
  private static func isBareName(_ token: Token) -> Bool {
    token.isWord && token.classes.isEmpty && token.forms.isEmpty && token.cycle == nil
      && token.word.text.utf8.count > 2 && token.word.text.first?.isLetter == true
      && !others.contains(token.word.text) && !offices.contains(token.word.text)
  }

  private static let offices: Set<String> = [
    "ptl", "lead", "leader", "dpl", "team", "project", "core", "program", "programme",
  ]
  private static let others: Set<String> = [
    "the", "a", "an", "our", "my", "your", "this", "for", "of", "as", "project", "technical",
    "team", "tech", "dev", "all", "election", "elections", "candidacy", "non", "candidate", "open",
    "openstack-dev", "nomination", "self-nomination", "i", "ptl", "core", "to", "re", "program",
    "programme", "new", "next", "and", "be", "being", "serve", "by", "with", "in", "role",
    "position", "post", "current", "previous", "former", "cycle", "release", "announce", "tc",
    "self", "nominate", "nominating", "nominated", "here", "hello", "hi", "hey", "please",
    "running", "becoming", "become", "continue", "continuing", "another", "again", "candidature",
    "lead", "leader", "his", "her", "their", "its",
    "whole", "entire", "same", "small", "large", "good", "great", "rest", "seat",
    "that", "would", "should", "will", "can", "has", "have", "was", "is", "are", "at", "on",
  ]
}
