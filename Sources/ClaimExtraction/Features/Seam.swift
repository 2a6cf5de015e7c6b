/// Where the parts of a coordination meet: "wrote the parser and tested it" has a seam at "tested".
struct Seam {
  /// The first token of the later part.
  let start: Int
  /// The first token of what joins it: a comma or a conjunction.
  let joint: Int
  /// Whether the part before has an object of its own; "designing and testing X" shares one.
  let isAfterObject: Bool

  /// How far back the verb that a part answers to is looked for.
  private static let reach = 40

  /// The seams of a sentence, in order; linear.
  static func seams(in tokens: ArraySlice<Token>) -> [Seam] {
    tokens.indices.dropFirst().compactMap { seam(at: $0, in: tokens) }
  }

  /// The seam before a verb that a joint, and perhaps an adverb, stands before.
  private static func seam(at verb: Int, in tokens: ArraySlice<Token>) -> Seam? {
    let forms = tokens[verb].forms.subtracting(.guessed)
    guard !forms.isEmpty, !tokens[verb].isAuxiliary else { return nil }
    var start = verb
    while start > 0, isAdverb(tokens[start - 1]) { start -= 1 }
    var joint = start
    while joint > 0, start - joint < 4, joins(tokens[joint - 1]) { joint -= 1 }
    guard joint < start, joint > 0 else { return nil }
    var hasObject = false
    for place in (max(0, joint - reach)..<joint).reversed() {
      let token = tokens[place]
      let isVerbAlike =
        !token.forms.subtracting(.guessed).isDisjoint(with: forms) && !token.isAuxiliary
      if isVerbAlike, place == 0 || !tokens[place - 1].classes.contains(.determiner) {
        return Seam(start: start, joint: joint, isAfterObject: hasObject)
      }
      if token.isWord, token.classes.isDisjoint(with: [.determiner, .manner, .conjunction]) {
        hasObject = true
      }
      if token.word.text == "." || token.word.text == ";" { return nil }
    }
    return nil
  }

  private static func isAdverb(_ token: Token) -> Bool {
    token.classes.contains(.manner) && token.forms.isEmpty && !token.classes.contains(.conjunction)
  }

  private static func joins(_ token: Token) -> Bool {
    switch token.word.text {
    case ",", ";", "and", "or", "but", "&", "plus", "then", "to", "/": true
    default: false
    }
  }
}
