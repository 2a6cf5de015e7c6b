import ArchiveStorage

/// What the words of a chosen claim say of who acted and how much was done.
struct ClaimReading {
  private let tokens: ArraySlice<Token>
  private let predicate: Predicate
  private let context: UnitContext
  private let before: ArraySlice<Token>
  private let after: ArraySlice<Token>

  init(candidate: Candidate, unit: SentenceUnit, context: UnitContext) {
    self.tokens = unit.tokens[candidate.tokens]
    self.predicate = Predicate(unit.tokens[candidate.tokens])
    self.before = unit.tokens[..<candidate.tokens.lowerBound]
    self.after = unit.tokens[candidate.tokens.upperBound...]
    self.context = context
  }

  /// What bears on actor and strength: the verdicts of the rules, and the words they rest on.
  func features(of kind: Claim.Kind, into sink: inout some FeatureSink) {
    let place: Name = context.isItem ? .item : context.isHeading ? .heading : .paragraph
    let kindName = Name(kind.rawValue)
    let subject = Name.subjects[predicate.subject]
    let form = Name.forms[predicate.form]
    sink.add(.ruleActor, Name(actor(of: kind).rawValue), kindName)
    if kind == .contribution { sink.add(.ruleStrength, Name(strength.rawValue)) }
    sink.add(.predicate, kindName, subject)
    sink.add(.formInPlace, form, subject)
    sink.add(.bias, kindName, place)
    if let verb = predicate.verb {
      sink.add(.verb, verb.lemma)
      sink.add(.verbSubject, verb.lemma, subject)
      for (kind, name) in LexicalClass.doing where verb.classes.contains(kind) {
        sink.add(.verbClassSubject, name, subject)
      }
      if let governed = predicate.governed { sink.add(.verbs, verb.lemma, governed.lemma) }
    }
    for token in tokens.prefix(12) where token.isWord { sink.add(.word, token.lemma) }
    if let first = tokens.first { sink.add(.first, first.word) }
    if let nearest = before.last(where: { Self.actor(ofToken: $0) != nil }) {
      sink.add(.before, nearest.word, subject)
    }
    for (governing, pattern) in [
      (context.governor, Name.governorWord), (context.heading, .headingWord),
    ] {
      if let token = governing.last(where: { Self.actor(ofToken: $0) != nil }) {
        sink.add(pattern, token.word, place)
        sink.add(pattern, token.word, subject)
      }
      if governing.contains(where: { $0.classes.contains(.team) }) {
        sink.add(pattern, kindName, place)
      }
    }
    for token in context.previous?.tokens ?? [] where Self.actor(ofToken: token) != nil {
      sink.add(.previousWord, token.word, subject)
    }
  }

  // MARK: Who acts

  /// The actor: the clause's own subject, else that of the clause it continues, else that of the
  /// lead-in, else the one its kind has as a rule.
  func actor(of kind: Claim.Kind) -> Claim.Actor {
    if kind == .candidacy { return predicate.subject == .third ? .other : .author }
    if let actor = Self.actor(of: predicate.subject) { return actor }
    if predicate.subject == .none || kind == .role || kind == .tenure {
      for token in before.reversed() {
        if let actor = Self.actor(ofToken: token) { return actor }
      }
    }
    if kind == .role || kind == .tenure || kind == .event || kind == .credential { return .author }
    for token in tokens {
      if let actor = Self.actor(ofToken: token), actor != .other { return actor }
    }
    if context.isItem || predicate.subject == .none {
      for governing in [context.governor, context.heading] {
        for token in governing.reversed() {
          if let actor = Self.actor(ofToken: token), actor != .other { return actor }
        }
        if governing.contains(where: { $0.classes.contains(.team) }), kind == .contribution {
          return .group
        }
      }
    }
    return kind == .contribution ? .group : .author
  }

  /// Whether a post is said of somebody named: "I thank Renat, the current lead", "Renat is the lead".
  var isPostOfAnother: Bool {
    if let first = tokens.first, predicate.subject == .thing, Self.isName(first) {
      return !tokens.contains { Self.actor(ofToken: $0) != nil }
    }
    let sentence = before + tokens
    return sentence.indices.suffix(tokens.count + 1).contains { comma in
      sentence[comma].word.text == "," && isPost(behind: comma, in: sentence)
        && isNameOfAnother(before: comma, in: sentence)
    }
  }

  /// Whether "the current lead" follows a comma, and no post of the author's own ("…, as an engineer").
  private func isPost(behind comma: Int, in sentence: ArraySlice<Token>) -> Bool {
    let phrase = sentence[(comma + 1)...].prefix(6)
    return phrase.first?.classes.contains(.determiner) == true
      && phrase.contains { !$0.classes.isDisjoint(with: [.office, .occupation]) }
      && !sentence[comma...].contains { $0.word.text == "as" }
  }

  /// Whether a name that is not said to be the author's ends before a comma.
  private func isNameOfAnother(before comma: Int, in sentence: ArraySlice<Token>) -> Bool {
    let name = sentence[..<comma].reversed().prefix(while: Self.isName)
    guard !name.isEmpty else { return false }
    // "I am Ada, the lead of …", and a page's head without a verb, speak of the author.
    guard let governing = sentence[..<comma].dropLast(name.count).last(where: \.isWord) else {
      return after.contains { $0.isAuxiliary || !$0.forms.isDisjoint(with: [.past, .third]) }
    }
    return !governing.classes.contains(.be) && Self.actor(ofToken: governing) == nil
      && !["at", "for", "of"].contains(governing.word.text)
  }

  /// Whether a word may be a person's name: one in capitals that the lexicon and the calendar do not know.
  private static func isName(_ token: Token) -> Bool {
    token.isWord && token.isCapitalised && token.cycle == nil && token.classes.isEmpty
      && token.forms.isEmpty
  }

  private static func actor(of subject: Predicate.Subject) -> Claim.Actor? {
    switch subject {
    case .author, .mine: .author
    case .group, .ours, .team: .group
    case .third: .other
    case .thing, .none: nil
    }
  }

  private static func actor(ofToken token: Token) -> Claim.Actor? {
    if token.classes.contains(.author) { return .author }
    if token.classes.contains(.group), token.word.text != "us" { return .group }
    return nil
  }

  // MARK: How much was done

  /// How much of the work is claimed: by the verbs and by the nouns that stand for them.
  var strength: Claim.Strength {
    let words = tokens.prefix(14)
    func has(_ list: Set<String>) -> Bool {
      words.contains { list.contains($0.lemma.text) || list.contains($0.word.text) }
    }
    let verb = predicate.verb
    let isStart = verb?.lemma.text == "start" || verb?.lemma.text == "begin"
    if has(Self.helped) || (verb?.classes.contains(.helping) ?? false) && verb?.lemma.text != "take"
    {
      return .tookPart
    }
    if has(Self.led) || isStart && predicate.governed == nil { return .led }
    if let text = verb?.lemma.text, text == "create" || text == "design" && has(["implement"]) {
      return text == "create" && predicate.subject == .group ? .did : .led
    }
    if words.contains(where: { $0.lemma.text == "design" }),
      words.contains(where: { $0.lemma.text == "implement" }),
      predicate.subject != .group
    {
      return .led
    }
    return .did
  }

  private static let helped: Set<String> = [
    "help", "assist", "support", "participate", "involve", "involved", "involvement", "collaborate",
    "part",
    "participation", "assisted", "took", "collaboration",
  ]
  private static let led: Set<String> = [
    "lead", "led", "drive", "drove", "found", "founder", "co-found", "establish", "initiate",
    "spearhead", "pioneer",
    "head", "author", "launch", "leadership", "bootstrap", "leading", "organizer", "lead-author",
  ]
}
