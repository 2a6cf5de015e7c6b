package import ArchiveStorage

/// Tells events and credentials from deeds, posts and times by rule.
///
/// Labelled text has too few of either to learn their words from: the model knows that something is
/// claimed, and takes "I participated in the summit" for work. What makes a claim one of the two is a short
/// list of verbs that take part, and of what is held, won or ranked.
package struct RareKind {
  private let tokens: ArraySlice<Token>
  private let predicate: Predicate

  private init(_ tokens: ArraySlice<Token>) {
    self.tokens = tokens
    self.predicate = Predicate(tokens)
  }

  /// Whether a sentence holds a word that may make a claim one of the two; most hold none.
  static func isPossible(in tokens: [Token]) -> Bool {
    tokens.contains { token in
      !token.signs.isDisjoint(with: [.gathering, .gatheringName, .honour, .ranking])
        || attendances.contains(token.lemma.text) || token.word.text == "highest"
    }
  }

  /// The kind that the words of a claim make it; nil where they do not tell.
  package static func verdict(on tokens: ArraySlice<Token>) -> Claim.Kind? {
    let words = RareKind(tokens)
    guard !words.predicate.isNegated, !words.looksAhead else { return nil }
    if words.isRanked || words.isHonoured { return .credential }
    return words.isPresence ? .event : nil
  }

  private var looksAhead: Bool {
    switch predicate.form {
    case .future, .wish, .duty, .conditional, .infinitive, .bare: true
    default: false
    }
  }

  // MARK: Events

  /// "attended the second leadership training", "gave a talk at the conference".
  private var isPresence: Bool {
    guard let verb = presenceVerb else { return false }
    let name = tokens[verb].lemma.text
    if Self.attendances.contains(name) { return true }
    let isVisit = Self.visits.contains(name)
    var place: Token?
    for token in tokens[(verb + 1)...].prefix(12) {
      if !token.classes.isDisjoint(with: [.relative, .subordinator]) { return false }
      if token.classes.contains(.preposition) { place = token }
      let isPlace = place?.word.text == "in" || place?.word.text == "at"
      if Self.isGathering(token), isVisit || isPlace { return true }
      if token.word.text == "day", isPlace { return true }
    }
    return false
  }

  /// Where the verb stands that says how one took part: the clause's own, the one it governs, or, where all it
  /// has is a form of "be", the next ("I'm fortunate enough to have *attended*").
  private var presenceVerb: Int? {
    let verbs = [predicate.verb, predicate.governed].compactMap(\.self)
      .filter { !$0.forms.contains(.guessed) }
    return tokens.indices.first { index in
      let token = tokens[index]
      guard Self.takesPart(token.lemma.text), !token.forms.isEmpty else { return false }
      return verbs.isEmpty || verbs.contains { $0.range == token.range }
    }
  }

  private static func takesPart(_ verb: String) -> Bool {
    attendances.contains(verb) || visits.contains(verb) || stays.contains(verb)
  }

  private static func isGathering(_ token: Token) -> Bool {
    token.signs.contains(.gathering) || token.isCapitalised && token.signs.contains(.gatheringName)
  }

  /// Verbs that tell all by themselves.
  private static let attendances: Set<String> = ["attend", "keynote"]
  /// Verbs of which a gathering or a talk is the object, or the place.
  private static let visits: Set<String> = [
    "participate", "speak", "present", "go", "travel", "visit", "talk", "join", "give", "deliver",
  ]
  /// Verbs of what one does there; a gathering must follow as the place.
  private static let stays: Set<String> = [
    "run", "sit", "take", "spend", "show", "represent", "meet", "moderate", "explain", "discuss",
    "volunteer",
  ]

  // MARK: Credentials

  /// "a top 0.5% contributor", "ranked as the third", "the highest number of reviews".
  private var isRanked: Bool {
    zip(tokens, tokens.dropFirst()).contains { token, next in
      switch token.word.text {
      case "top":
        next.signs.contains(.amount) || next.lemma == .someNumber
          || Self.ranked.contains(next.lemma.text)
      case "ranked": true
      case "highest", "largest", "most":
        predicate.subject != .thing && (next.word.text == "number" || next.word.text == "active")
      default: false
      }
    }
  }

  /// "a master's degree in …", "holds two patents", "won the prize".
  private var isHonoured: Bool {
    if let verb = predicate.verb, !verb.classes.contains(.be),
      !Self.holdings.contains(verb.lemma.text)
    {
      return false
    }
    return tokens.indices.contains { index in
      let name = tokens[index].lemma.text
      let before = index > tokens.startIndex ? tokens[index - 1].word.text : ""
      let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
      let after = next?.word.text
      if before == "of" || before == "for" { return false }
      // "award winning" describes something else.
      if Self.honours.contains(name) { return next?.forms.contains(.gerund) != true }
      if Self.degrees.contains(name) { return after == "in" || after == "from" }
      return Self.authors.contains(name) && after == "of"
        && tokens[index...].prefix(5).contains { $0.lemma.text == "book" }
    }
  }

  private static let ranked: Set<String> = ["contributor", "committer", "reviewer", "author"]
  private static let authors: Set<String> = ["author", "authors", "co-author", "co-authors"]
  private static let honours: Set<String> = [
    "patent", "award", "prize", "medal", "fellowship", "scholarship", "phd", "ph.d", "msc", "m.sc",
    "bsc", "b.sc", "mba", "doctorate", "diploma", "bachelor's", "master's", "laureate",
  ]
  private static let degrees: Set<String> = [
    "degree", "certificate", "certification", "bachelor", "master", "bachelors", "masters",
    "graduate", "graduated",
  ]
  private static let holdings: Set<String> = [
    "have", "hold", "author", "receive", "earn", "win", "get", "obtain", "complete", "include",
    "award",
    "grant", "graduate", "achieve", "finish", "file", "study",
  ]
}
