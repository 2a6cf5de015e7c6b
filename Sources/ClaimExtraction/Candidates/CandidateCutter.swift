/// A sentence, a list item's sentence or a heading, with its tokens.
package struct SentenceUnit: Sendable {
  /// Index of its block in the outline.
  package let block: Int
  /// Index of the sentence within its block, and how many there are.
  package let position: Int
  package let siblings: Int
  /// Scalars of the text.
  package let range: Range<Int>
  package let tokens: [Token]
}

/// A stretch of one sentence that may be a claim: token indices.
package struct Candidate: Sendable, Hashable {
  package let tokens: Range<Int>
}

/// Cuts sentences into the stretches that can be claims: clauses, coordinated parts, whole sentences.
///
/// A candidate starts where a clause or a coordinated part can, and ends where one can. Choosing among
/// the candidates is the model's task; this must only not lose any.
package struct CandidateCutter: Sendable {
  /// Most tokens of a sentence that are looked at; a longer line is no sentence.
  package static let tokenLimit = 160
  /// Most starts, and most ends for one start.
  package static let startLimit = 40
  package static let endLimit = 24

  package init() {}

  /// The candidates of a sentence, by start, then end.
  package func candidates(in sentence: SentenceUnit) -> [Candidate] {
    let tokens = sentence.tokens.prefix(Self.tokenLimit)
    // In "maintainer of: - https://…" the address is all an item says; elsewhere it only points somewhere.
    if tokens.count == 1, tokens[0].lemma == .someLink { return [Candidate(tokens: 0..<1)] }
    let starts = tokens.indices.filter { canStart(at: $0, in: tokens) }.prefix(Self.startLimit)
    let ends = (tokens.startIndex + 1..<tokens.endIndex + 1).filter { canEnd(at: $0, in: tokens) }
    let depths = Self.bracketDepths(of: tokens)
    var candidates: [Candidate] = []
    for start in starts {
      var taken = 0
      for end in ends where end > start {
        guard hasSubstance(tokens[start..<end]), depths[start] == depths[end],
          !partsPair(tokens, start..<end)
        else { continue }
        candidates.append(Candidate(tokens: start..<end))
        taken += 1
        if taken == Self.endLimit { break }
      }
    }
    return candidates
  }

  private func canStart(at index: Int, in tokens: ArraySlice<Token>) -> Bool {
    let token = tokens[index]
    guard token.lemma != .someLink, token.isWord || "\"'`*<[".contains(token.word.text.prefix(1))
    else { return false }
    guard index > tokens.startIndex else { return true }
    let before = tokens[index - 1]
    if !before.isWord { return true }
    if sharesRelativeClause(at: index, in: tokens) { return false }
    if !before.classes.isDisjoint(with: [.conjunction, .subordinator, .relative]) { return true }
    if !token.classes.isDisjoint(with: [.author, .group]), token.word.text != "us",
      token.word.text != "me"
    {
      return true
    }
    if !token.classes.isDisjoint(with: [.relative, .third]) { return true }
    if before.word.text == "to", token.forms.contains(.base) { return true }
    if token.forms.contains(.gerund), !before.classes.isDisjoint(with: [.preposition, .be]) {
      return true
    }
    if token.word.text == "the" || token.word.text == "this", before.forms.isEmpty == false {
      return true
    }
    return false
  }

  private func canEnd(at end: Int, in tokens: ArraySlice<Token>) -> Bool {
    guard tokens[end - 1].isWord || "\"')]`*>".contains(tokens[end - 1].word.text.prefix(1)) else {
      return false
    }
    // No claim ends on "and", "the" or "of".
    let last = tokens[end - 1]
    if last.lemma == .someLink || !last.classes.isDisjoint(with: [.conjunction, .determiner])
      || last.signs.contains(.goesOn)
    {
      return false
    }
    guard end < tokens.endIndex else { return true }
    let next = tokens[end]
    // "helping to finish" and "shortly after" go on with what completes them.
    if next.word.text == "to", Self.wantsInfinitive.contains(last.word.text) { return false }
    if Self.leadsIn.contains(last.word.text), next.classes.contains(.subordinator) { return false }
    if !next.isWord || next.lemma == .someLink { return true }
    if !next.classes.isDisjoint(with: [.conjunction, .subordinator, .relative, .preposition]) {
      return true
    }
    return !next.classes.isDisjoint(with: [.author, .group, .third])
      || next.word.text == "to" || Self.opensAdjunct.contains(next.word.text)
  }

  /// How many brackets stand open at each place between tokens; one that is never closed opens nothing.
  private static func bracketDepths(of tokens: ArraySlice<Token>) -> [Int] {
    var open: [Int] = []
    var steps = [Int](repeating: 0, count: tokens.count)
    for index in tokens.indices {
      switch tokens[index].word.text {
      case "(", "[": open.append(index)
      case ")", "]":
        guard let opening = open.popLast() else { continue }
        steps[opening] = 1
        steps[index] = -1
      default: break
      }
    }
    var depths = [0]
    for step in steps { depths.append(depths[depths.count - 1] + step) }
    return depths
  }

  /// Words that no claim ends on.
  static let goesOn: Set<String> = [
    "to", "of", "for", "with", "as", "that", "which", "because", "also", "in", "on", "at", "by",
    "from", "into", "about", "than", "my", "our", "their", "its", "is", "are", "was", "were", "be",
    "very", "more", "these", "i", "we",
  ]

  /// Verbs whose sense is in the infinitive behind them.
  private static let wantsInfinitive: Set<String> = [
    "help", "helps", "helped", "helping", "hope", "hoping", "hoped", "want", "wanting", "wanted",
    "plan", "planning", "planned", "try", "trying", "tried", "continue", "continuing", "continued",
    "intend", "intending", "intended", "aim", "aiming", "like", "love", "wish", "began", "begun",
    "going", "able",
  ]

  /// Participles that add to a finished clause; before any other the clause goes on.
  private static let opensAdjunct: Set<String> = [
    "using", "aiming", "having", "allowing", "enabling", "including", "making", "leading",
    "resulting",
  ]

  /// Adverbs that open a clause of time: "shortly after".
  private static let leadsIn: Set<String> = [
    "shortly", "soon", "right", "just", "immediately", "even",
  ]

  private func hasSubstance(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.count { $0.isWord } >= 2 || tokens.count == 1
  }
}
