/// What the lists of cues and of times say of a word: asked of a token once, not of every stretch of words
/// that it stands in.
struct WordSign: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  // Of the word or its dictionary form.
  static let gathering = WordSign(rawValue: 1 << 0)
  static let visiting = WordSign(rawValue: 1 << 1)
  static let honour = WordSign(rawValue: 1 << 2)
  // Of the dictionary form alone.
  static let seeking = WordSign(rawValue: 1 << 3)
  // Of the word as it stands.
  static let ranking = WordSign(rawValue: 1 << 4)
  static let amount = WordSign(rawValue: 1 << 5)
  static let since = WordSign(rawValue: 1 << 6)
  /// It ends as the names of gatherings do: "PyCon".
  static let gatheringName = WordSign(rawValue: 1 << 7)
  /// A time expression may begin with it.
  static let opensTime = WordSign(rawValue: 1 << 8)
  /// It makes a time of the name before it: "the Liberty *cycle*".
  static let cycleUnit = WordSign(rawValue: 1 << 9)
  /// "I", "we", "they" and their contractions.
  static let person = WordSign(rawValue: 1 << 10)
  /// A clause behind it may give a reason or a condition.
  static let reason = WordSign(rawValue: 1 << 11)

  private static let ofLemma: WordSign = [.gathering, .visiting, .honour, .seeking]

  /// The signs of a word and its dictionary form, both in lower case.
  static func signs(of word: String, lemma: String) -> WordSign {
    var signs = table[word, default: []].subtracting(.seeking)
    if let ofForm = table[lemma] { signs.formUnion(ofForm.intersection(ofLemma)) }
    if Cue.gatheringEndings.contains(where: { word.hasSuffix($0) && word != $0 }) {
      signs.insert(.gatheringName)
    }
    if persons.contains(word.prefix { $0 != "'" }) { signs.insert(.person) }
    return signs
  }

  private static let persons: Set<Substring> = ["i", "we", "he", "she", "they"]
  private static let reasons: Set<String> = ["because", "so", "since", "if", "but"]

  private static let table: [String: WordSign] = {
    var table: [String: WordSign] = [:]
    for (words, sign) in Cue.words + TimeWords.openings + [(reasons, .reason)] {
      for word in words { table[word, default: []].insert(sign) }
    }
    return table
  }()
}
