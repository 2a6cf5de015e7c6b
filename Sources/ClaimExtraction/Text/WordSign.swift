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
  /// It is a small word of another language.
  static let foreign = WordSign(rawValue: 1 << 12)
  /// No claim ends on it.
  static let goesOn = WordSign(rawValue: 1 << 13)

  private static let ofLemma: WordSign = [.gathering, .visiting, .honour, .seeking]

  /// The signs of a word and its dictionary form, both in lower case.
  static func signs(of word: Name, lemma: Name) -> WordSign {
    let ofWord = table[word.number, default: []]
    let ofForm = word == lemma ? ofWord : table[lemma.number, default: []]
    var signs = ofWord.subtracting(.seeking).union(ofForm.intersection(ofLemma))
    if endsAsGathering(word.text) { signs.insert(.gatheringName) }
    if isPerson(word.text.utf8) { signs.insert(.person) }
    return signs
  }

  private static func endsAsGathering(_ word: String) -> Bool {
    guard let last = word.utf8.last, gatheringEnds.contains(last) else { return false }
    return Cue.gatheringEndings.contains { word.hasSuffix($0) && word != $0 }
  }

  private static let gatheringEnds = Set(Cue.gatheringEndings.compactMap(\.utf8.last))

  /// Whether a word is a person's pronoun, alone or contracted: "she", "she'd".
  private static func isPerson(_ word: String.UTF8View) -> Bool {
    let end = word.prefix(5).firstIndex(of: UInt8(ascii: "'")) ?? word.endIndex
    let count = word.distance(from: word.startIndex, to: end)
    return count < 5 && persons.contains { $0.utf8.count == count && word.starts(with: $0.utf8) }
  }

  private static let persons = ["i", "we", "he", "she", "they"]
  private static let reasons: Set<String> = ["because", "so", "since", "if", "but"]

  /// The signs of words by their ``Name/number``.
  private static let table: [UInt64: WordSign] = {
    var table: [UInt64: WordSign] = [:]
    for (words, sign) in Cue.words + TimeWords.openings
      + [(reasons, .reason), (ForeignLanguage.words, .foreign), (CandidateCutter.goesOn, .goesOn)]
    {
      for word in words { table[Name.digest(word), default: []].insert(sign) }
    }
    return table
  }()
}
