/// Who acts in a stretch of words, and whether it happened, is wished, or is said to be needed.
package struct Predicate: Sendable {
  /// Who the grammatical subject is.
  package enum Subject: Int, Sendable, CaseIterable {
    /// "I", "my focus"
    case author, mine
    /// "we", "our team", "the team"
    case group, ours, team
    /// "he", "they"
    case third
    /// Any other noun phrase.
    case thing
    /// No subject: a coordinated part, a list item.
    case none
  }
  /// Tense, aspect and mood together, as far as they tell what happened from what may.
  package enum Form: Int, Sendable, CaseIterable {
    case past, perfect, pluperfect, present, progressive, beingPast, being, passive, pastPassive
    case future, wish, duty, ability, conditional
    case bare, gerund, participle, infinitive
    /// No verb was found.
    case noun
  }
  package var subject: Subject = .none
  package var form: Form = .noun
  /// The first verb that is no auxiliary.
  package var verb: Token?
  /// The verb it governs: "hoping to *focus*", "want to continue *improving*".
  package var governed: Token?
  /// The first noun-like word after the verbs.
  package var object: Token?
  package var isNegated = false

  /// Reads `tokens`, which may be a sentence, a clause or a part of one; linear.
  package init(_ tokens: ArraySlice<Token>) {
    guard !Self.beginsWithVerb(tokens), let start = Self.finiteVerb(in: tokens) else {
      readBare(tokens)
      return
    }
    readSubject(tokens[tokens.startIndex..<start], verb: tokens[start])
    readChain(tokens[start...])
  }

  // MARK: Where the verb is

  /// Whether a verb without a subject begins the words, as in the later part of "I wrote X and tested Y".
  private static func beginsWithVerb(_ tokens: ArraySlice<Token>) -> Bool {
    guard
      let index = tokens.firstIndex(where: {
        $0.isWord && !($0.classes.contains(.manner) && $0.forms.isEmpty)
          && !$0.classes.contains(.conjunction)
      })
    else { return false }
    let first = tokens[index]
    guard !first.isAuxiliary, !first.forms.isDisjoint(with: [.gerund, .past, .base]) else {
      return false
    }
    let next = tokens.indices.contains(index + 1) ? tokens[index + 1] : nil
    // "Support for X was added" begins with a noun.
    if first.forms.contains(.base) {
      return next.map {
        ["the", "a", "an", "our", "on", "to", "with", "my"].contains($0.word.text)
      } ?? false
    }
    return next.map { !$0.isAuxiliary } ?? true
  }

  /// The first word that can be the finite verb of a clause; nil where there is none.
  private static func finiteVerb(in tokens: ArraySlice<Token>) -> Int? {
    var previous: Token?
    for index in tokens.indices.prefix(40) {
      let token = tokens[index]
      defer { if !token.classes.contains(.manner) { previous = token } }
      guard token.isWord else { continue }
      if token.isAuxiliary { return index }
      // A clause set inside ("the work that I did") does not hide the main verb; a comma ends the wait.
      guard !token.forms.isEmpty, let before = previous else { continue }
      if before.classes.isDisjoint(with: [.determiner, .preposition, .conjunction, .be])
        || !before.classes.isDisjoint(with: [.author, .group, .third, .relative])
          && before.word.text != "my" && before.word.text != "our" && before.word.text != "their"
          && before.word.text != "his"
      {
        let isFinite = !token.forms.isDisjoint(with: [.past, .third])
        let pronoun =
          !before.classes.isDisjoint(with: [.author, .group, .third])
          && !before.isAuxiliary
        if pronoun && !token.forms.isDisjoint(with: [.past, .third, .base]) { return index }
        if isFinite && before.isWord && before.forms.isEmpty
          && !token.forms.contains(.guessed) && before.word.text != "to"
        {
          return index
        }
      }
    }
    return nil
  }

  private mutating func readSubject(_ tokens: ArraySlice<Token>, verb: Token) {
    subject = Self.pronoun(verb) ?? Self.subject(of: tokens)
  }

  private static func pronoun(_ token: Token) -> Subject? {
    guard token.signs.contains(.person) else {
      return token.word.text == "im" || token.word.text == "ive" ? .author : nil
    }
    return switch token.word.text.utf8.first {
    case UInt8(ascii: "i"): .author
    case UInt8(ascii: "w"): .group
    default: .third
    }
  }

  private static func subject(of tokens: ArraySlice<Token>) -> Subject {
    guard !tokens.isEmpty else { return .none }
    for token in tokens.reversed() {
      if let found = pronoun(token) { return found }
      switch token.word.text {
      case "my", "mine", "myself", "me": return .mine
      case "our", "us": return .ours
      default: break
      }
      if token.classes.contains(.team), tokens.count <= 4 { return .team }
      if !token.isWord, token.word.text == "," { break }
    }
    return tokens.contains { $0.isWord && $0.classes.isDisjoint(with: [.manner, .conjunction]) }
      ? .thing : .none
  }

  // MARK: What the verb says

  private mutating func readChain(_ tokens: ArraySlice<Token>) {
    var seen: LexicalClass = []
    var wasBe = false
    var hasTo = false
    var index = tokens.startIndex
    let end = min(tokens.endIndex, index + 14)
    while index < end {
      let token = tokens[index]
      defer { index += 1 }
      if token.classes.contains(.negation) { isNegated = true }
      if token.isAuxiliary, verb == nil {
        seen.formUnion(token.classes.intersection(.modality))
        wasBe = wasBe || ["was", "were", "wasn't", "weren't"].contains(token.word.text)
        if token.word.text == "had" || token.word.text == "did" { seen.insert(.past) }
        continue
      }
      if token.word.text == "to" {
        hasTo = true
        continue
      }
      if verb == nil, token.classes.contains(.manner), token.forms.isEmpty { continue }
      if !token.forms.isEmpty {
        if verb == nil {
          verb = token
          form = Self.form(of: token, after: seen, wasBe: wasBe, hasTo: hasTo)
          hasTo = false
          continue
        }
        if governed == nil, hasTo || token.forms.contains(.gerund) {
          governed = token
          continue
        }
      }
      if token.isWord, token.classes.isDisjoint(with: [.determiner, .manner, .preposition]) {
        object = token
        if verb == nil { form = Self.form(withoutVerbAfter: seen, wasBe: wasBe) }
        break
      }
      if !token.isWord, token.word.text == "," || token.word.text == ";" { break }
    }
    if verb == nil, object == nil { form = Self.form(withoutVerbAfter: seen, wasBe: wasBe) }
    refine()
  }

  private static func form(
    of verb: Token, after seen: LexicalClass, wasBe: Bool, hasTo: Bool
  ) -> Form {
    if seen.contains(.duty) { return .duty }
    if seen.contains(.future) || seen.contains(.wish) && !seen.contains(.have) {
      return seen.contains(.future) ? .future : .wish
    }
    if seen.contains(.wish), verb.forms.isDisjoint(with: .participle) { return .wish }
    if seen.contains(.ability) { return .ability }
    if seen.contains(.have) {
      if hasTo { return .duty }
      if verb.forms.isDisjoint(with: [.participle, .gerund]), verb.forms.contains(.base) {
        return .being
      }
      return seen.contains(.past) ? .pluperfect : .perfect
    }
    if seen.contains(.be) {
      if verb.forms.contains(.gerund) { return wasBe ? .past : .progressive }
      if verb.forms.contains(.participle) { return wasBe ? .pastPassive : .passive }
      return wasBe ? .beingPast : hasTo ? .wish : .being
    }
    if seen.contains(.past) { return .past }
    if verb.forms.contains(.past), !verb.forms.contains(.base) { return .past }
    if verb.forms.contains(.gerund) { return .gerund }
    return .present
  }

  private static func form(withoutVerbAfter seen: LexicalClass, wasBe: Bool) -> Form {
    if seen.contains(.duty) { return .duty }
    if seen.contains(.future) { return .future }
    if seen.contains(.wish) { return .wish }
    if seen.contains(.ability) { return .ability }
    if seen.contains(.be) { return wasBe ? .beingPast : seen.contains(.have) ? .perfect : .being }
    if seen.contains(.have) { return seen.contains(.past) ? .past : .present }
    return .noun
  }

  /// "I plan to …", "my goal is to …" are wishes whatever their tense.
  private mutating func refine() {
    guard let verb, governed != nil, verb.classes.contains(.wish) else { return }
    if [.present, .progressive, .being].contains(form) { form = .wish }
  }

  /// A stretch without a finite verb: a list item, a coordinated part.
  private mutating func readBare(_ tokens: ArraySlice<Token>) {
    var index = tokens.startIndex
    while index < tokens.endIndex,
      !tokens[index].isWord
        || tokens[index].classes.contains(.manner) && tokens[index].forms.isEmpty
        || tokens[index].classes.contains(.conjunction)
    {
      index += 1
    }
    guard index < tokens.endIndex else { return }
    var first = tokens[index]
    if first.word.text == "to", index + 1 < tokens.endIndex, tokens[index + 1].forms.contains(.base)
    {
      index += 1
      first = tokens[index]
      form = .infinitive
      verb = first
    } else if !first.forms.isEmpty {
      verb = first
      form =
        first.forms.contains(.base)
        ? .bare
        : first.forms.contains(.gerund)
          ? .gerund : first.forms.contains(.past) ? .past : .participle
    } else {
      object = tokens[index...].first {
        $0.isWord && $0.classes.isDisjoint(with: [.determiner, .manner])
      }
      isNegated = first.classes.contains(.negation)
      return
    }
    for token in tokens[(index + 1)...].prefix(6) {
      if token.classes.contains(.negation) { isNegated = true }
      if governed == nil,
        token.forms.contains(.gerund) || token.forms.contains(.base) && object == nil
      {
        governed = token
      } else if token.isWord,
        token.classes.isDisjoint(with: [.determiner, .manner, .preposition, .conjunction])
      {
        object = token
        break
      }
    }
  }
}

extension LexicalClass {
  static let modality: LexicalClass = [.be, .have, .do, .future, .wish, .duty, .ability, .past]
}

extension Token {
  /// A word that carries tense or mood for another verb. "want", "plan" and their like are verbs.
  var isAuxiliary: Bool {
    if !classes.isDisjoint(with: [.duty, .ability]) { return true }
    if classes.contains(.future) { return true }
    if classes.contains(.be) {
      return word.text != "being" && word.text != "been" || !forms.contains(.gerund)
    }
    if classes.contains(.have) { return word.text != "having" }
    if classes.contains(.wish) {
      return forms.isEmpty && (word.text == "would" || word.text.hasSuffix("'d"))
    }
    return classes.contains(.do) && word.text != "doing" && word.text != "done"
  }
}
