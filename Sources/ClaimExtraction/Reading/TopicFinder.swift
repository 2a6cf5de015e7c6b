/// Finds what a contribution was worked on: one to three short noun phrases, verbatim.
enum TopicFinder {
  /// The topics of a claim's tokens, in text order; empty where nothing is named.
  static func topics(in tokens: ArraySlice<Token>, of text: ScalarText) -> [String] {
    if tokens.count == 1, let link = tokens.first, link.lemma == .someLink {
      return LinkName.range(in: link.range, of: text).map { [text.string($0)] } ?? []
    }
    let predicate = Predicate(tokens)
    let start = (predicate.governed ?? predicate.verb).flatMap { verb in
      tokens.firstIndex { $0.range == verb.range }
    }
    // What is done to a thing is done to the subject: "the API was reworked".
    var phrases =
      predicate.subject == .thing
      ? phrases(in: tokens) : phrases(in: tokens[(start.map { $0 + 1 } ?? tokens.startIndex)...])
    if phrases.isEmpty { phrases = self.phrases(in: tokens) }
    for index in phrases.indices where standsAside(phrases[index], in: tokens) {
      phrases[index].worth -= 2
    }
    // Names tell more than common nouns; the object tells most.
    let ranked = phrases.enumerated().sorted {
      ($0.element.worth - $0.offset, -$0.offset) > ($1.element.worth - $1.offset, -$1.offset)
    }
    guard let first = ranked.first else { return [] }
    var chosen = [first]
    // What is coordinated with the first is as much worked on: "release notes, docs and gates".
    for next in phrases.enumerated().dropFirst(first.offset + 1).prefix(2)
    where chosen.last?.offset == next.offset - 1
      && areCoordinated(phrases[next.offset - 1], next.element, in: tokens)
    { chosen.append(next) }
    // Another topic is a name, or hangs on a preposition: "the cache for thumbnails".
    if chosen.count == 1,
      let second = ranked.dropFirst().first(where: { isWorkedOn($0.element, in: tokens) })
    {
      chosen.append(second)
    }
    return chosen.sorted { $0.offset < $1.offset }.map { phrase in
      let words = phrase.element.tokens
      return text.string(
        tokens[words.lowerBound].range.lowerBound..<tokens[words.upperBound - 1].range.upperBound
      ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private static func areCoordinated(
    _ left: Phrase, _ right: Phrase, in tokens: ArraySlice<Token>
  ) -> Bool {
    let between = tokens[left.tokens.upperBound..<right.tokens.lowerBound]
    return between.count <= 3
      && between.allSatisfy { [",", "and", "or", "&", "/", "the"].contains($0.word.text) }
  }

  /// Whether a phrase names something worked on.
  private static func isWorkedOn(_ phrase: Phrase, in tokens: ArraySlice<Token>) -> Bool {
    guard let before = tokenBefore(phrase, in: tokens) else { return phrase.worth > 1 }
    return !standsAside(phrase, in: tokens)
      && (phrase.worth > 0 || before.classes.contains(.preposition))
  }

  /// Whether a phrase names with whom, where or by what means something was worked on.
  private static func standsAside(_ phrase: Phrase, in tokens: ArraySlice<Token>) -> Bool {
    guard let before = tokenBefore(phrase, in: tokens) else { return false }
    return ["with", "in", "at", "by", "from", "within", "as", "like", "during"]
      .contains(before.word.text)
  }

  /// What stands before a phrase, articles and their like aside.
  private static func tokenBefore(_ phrase: Phrase, in tokens: ArraySlice<Token>) -> Token? {
    tokens[..<phrase.tokens.lowerBound].last { !$0.classes.contains(.determiner) }
  }

  private struct Phrase {
    var tokens: Range<Int>
    var worth: Int
  }

  private static let light: Set<String> = [
    "number", "lot", "main", "there", "most", "award", "very", "lots", "part", "way",
    "work", "time", "version", "set", "kind", "people",
    "things", "thing",
    "many", "much", "bit", "cycle", "release", "year", "years", "months", "years", "place", "order",
    "addition", "following", "new", "various", "initial", "first", "good", "own", "little",
    "couple", "well", "able", "great",
    "improvements", "improvement", "process", "effort", "efforts", "progress", "role", "better",
    "easier", "it", "this", "that", "them", "these", "those", "hard", "significant", "several",
    "different", "everything", "something", "nothing", "anything", "fellow", "such", "more", "less",
    "possible", "ones", "sure", "forth", "etc", "past", "back", "huge", "big", "major",
    "one", "today", "now", "perfect", "actual", "entire", "whole", "overall", "than", "ago",
    "last", "next", "previous", "prior", "subsequent", "recent", "forward", "willing", "proud",
    "happy", "real", "ton", "tons", "plenty", "countless", "numerous", "multiple", "half", "week",
    "weeks", "day", "days", "month", "e.g", "i.e", "active", "successful",
  ]

  /// What a thing was made or found, behind its name: "made the gate stable".
  private static let trailing: Set<String> = [
    "stable", "usable", "available", "compatible", "consistent", "independent", "necessary",
    "alive", "constant", "here", "everywhere", "together", "instead", "too", "yet",
  ]

  private static let vague: Set<String> = [
    "improvement", "improvements", "progress", "effort", "efforts", "work", "things", "way",
  ]

  /// Nouns of doing that pass their topic on: "the design and implementation of X".
  private static let deeds: Set<String> = [
    "design", "development", "implementation", "creation", "addition", "introduction",
    "integration", "work",
    "maintenance", "support", "improvement", "contribution", "involvement", "effort", "focus",
    "experience",
    "migration", "review", "discussion", "refactoring", "initial", "main", "week", "name",
    "ability", "part", "piece", "facet", "adoption", "majority", "range", "series", "aspect", "use",
    "functionality", "task", "bunch", "subset", "bit",
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
      while high > low,
        light.contains(tokens[high - 1].word.text) || trailing.contains(tokens[high - 1].word.text)
      { high -= 1 }
      guard high > low else { return }
      // Who works is not what is worked on.
      let head = tokens[high - 1]
      guard head.isCapitalised || head.classes.isDisjoint(with: [.office, .occupation]) else {
        return
      }
      // What is left of "significant improvements" names nothing, unless it is a name.
      guard
        high == end || !vague.contains(tokens[end - 1].word.text)
          || tokens[low..<high].contains(where: isName)
      else { return }
      let cut = max(low, high - 5)..<high
      let passesOn =
        tokens[cut].allSatisfy { deeds.contains($0.lemma.text) && !$0.isCapitalised }
        && high < tokens.endIndex
        && ["of", "and", "for", "on", "that", "there", "to"].contains(tokens[high].word.text)
      guard !passesOn else { return }
      let names = tokens[cut].count(where: isName)
      phrases.append(Phrase(tokens: cut, worth: (names > 0 ? 2 : 0) + (cut.count > 1 ? 1 : 0)))
    }
    for index in tokens.indices {
      let token = tokens[index]
      if endsPhrase(at: index, isFirst: start == nil, in: tokens)
        || isInfinitive(at: index, in: tokens)
      {
        close(at: index)
      } else if start == nil, !light.contains(token.word.text), !isNumber(token) {
        start = index
      }
      // "OpenStack's mentoring programmes", "various drivers": what follows is what is meant.
      if start != nil, token.word.text.hasSuffix("'s") || between.contains(token.word.text) {
        start = nil
      }
    }
    close(at: tokens.endIndex)
    return phrases
  }

  private static let between: Set<String> = ["various", "different", "several", "many"]

  /// Whether a word after "to", adverbs aside, is a verb: one by the lexicon, or a small word that goes
  /// on with its object ("to mitigate slow queries", but "moved to pytest").
  private static func isInfinitive(at index: Int, in tokens: ArraySlice<Token>) -> Bool {
    var before = index - 1
    while tokens.indices.contains(before),
      tokens[before].classes.contains(.manner) || tokens[before].word.text.hasSuffix("ly")
    { before -= 1 }
    let token = tokens[index]
    guard tokens.indices.contains(before), tokens[before].word.text == "to",
      !token.isCapitalised
    else { return false }
    if token.forms.contains(.base) { return true }
    guard index + 1 < tokens.endIndex, token.classes.isEmpty, token.forms.isEmpty else {
      return false
    }
    let next = tokens[index + 1]
    return next.isWord
      && next.classes.isDisjoint(with: [.conjunction, .subordinator, .relative, .preposition])
  }

  private static func isNumber(_ token: Token) -> Bool {
    token.lemma == .someNumber && token.word.text.utf8.allSatisfy { (46...57).contains($0) }
  }

  private static func isName(_ token: Token) -> Bool {
    token.isCapitalised || token.word.text.contains { "-_./0123456789".contains($0) }
  }

  /// Whether a token is grammar, a verb or an adverb and so stands between phrases.
  private static func endsPhrase(at index: Int, isFirst: Bool, in tokens: ArraySlice<Token>) -> Bool
  {
    let token = tokens[index]
    guard token.isWord, token.classes.isDisjoint(with: grammar), token.cycle == nil else {
      return true
    }
    let isNoun = !token.classes.isDisjoint(with: [.change, .gathering, .office])
    if isNoun || token.isCapitalised { return false }
    if token.classes.contains(.manner) || token.word.text.hasSuffix("ly") { return true }
    let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
    let goesOn = next.map { $0.isWord && $0.classes.isDisjoint(with: grammar) } ?? false
    // "the logging API", "our supported drivers": a determiner before and a noun behind make it an adjective.
    let isDetermined =
      tokens.indices.contains(index - 1)
      && !tokens[index - 1].classes.isDisjoint(with: [.determiner, .author, .group])
    // "code reviews", "bug fixes": behind a noun, and before no object, an ending like a verb's is a plural.
    if token.forms.contains(.third), !isFirst, index + 1 == tokens.endIndex || !takesObject(next) {
      return false
    }
    if !token.forms.isDisjoint(with: [.past, .participle, .third]) {
      if isDetermined, goesOn { return false }
      return !token.forms.contains(.guessed) || isFirst
    }
    if token.forms.contains(.gerund) {
      // "the hosting platform" goes on, "the platform hosting it" does not.
      let leadsOn = goesOn && next?.forms.isEmpty ?? false
      return isFirst || !token.forms.contains(.guessed) && !leadsOn
    }
    // Behind another noun it is one itself: "feature set", "bug triage".
    return isFirst && token.forms == .base
      && !token.classes.isDisjoint(with: [.making, .helping, .improving, .going])
  }

  /// Whether a word begins the object of a verb before it.
  private static func takesObject(_ next: Token?) -> Bool {
    guard let next, next.isWord else { return false }
    return next.classes.isDisjoint(with: [.conjunction, .preposition, .subordinator, .relative])
  }

  private static let grammar: LexicalClass = [
    .determiner, .preposition, .conjunction, .subordinator, .relative, .author, .group, .third, .be,
    .have,
    .do, .future, .duty, .ability, .negation,
  ]
}
