/// What is known of words: their class, their dictionary form, and which verb forms they may be.
///
/// A word that is in no table is guessed by its ending, so that new verbs are read as verbs.
package struct Lexicon: Sendable {
  /// What is known of one word.
  struct Entry: Sendable {
    var word: Name
    var lemma: Name
    var classes: LexicalClass
    var forms: VerbForm
    var signs: WordSign

    init(word: Name, lemma: Name, classes: LexicalClass, forms: VerbForm) {
      self.word = word
      self.lemma = lemma
      self.classes = classes
      self.forms = forms
      self.signs = WordSign.signs(of: word, lemma: lemma)
    }

    init(punctuation: String) {
      let name = Name(punctuation)
      self.init(word: name, lemma: name, classes: punctuation == "&" ? .conjunction : [], forms: [])
    }
  }

  /// What is known of words, by their ``Name/number``.
  private let entries: [UInt64: Entry]

  /// The lexicon that ships.
  package static let english = Lexicon()

  private init() {
    var entries: [UInt64: Entry] = [:]
    func add(_ word: String, lemma: String, classes: LexicalClass, forms: VerbForm) {
      let word = Name(word)
      let lemma = Name(lemma)
      if let known = entries[word.number] {
        entries[word.number] = Entry(
          word: word, lemma: forms.isEmpty ? known.lemma : lemma,
          classes: known.classes.union(classes), forms: known.forms.union(forms))
      } else {
        entries[word.number] = Entry(word: word, lemma: lemma, classes: classes, forms: forms)
      }
    }
    var irregular: [String: (past: String, participle: String)] = [:]
    for line in LexiconTables.irregular.split(separator: "|") {
      let parts = line.split(separator: " ").map(String.init)
      irregular[parts[0]] = (parts[1], parts[2])
    }
    for (classes, list) in LexiconTables.verbs {
      for base in list.split(separator: " ").map(String.init) {
        let regular = VerbEndings.past(of: base)
        let (past, participle) = irregular[base] ?? (regular, regular)
        add(base, lemma: base, classes: classes, forms: .base)
        add(VerbEndings.third(of: base), lemma: base, classes: classes, forms: .third)
        add(past, lemma: base, classes: classes, forms: .past)
        add(participle, lemma: base, classes: classes, forms: .participle)
        add(VerbEndings.gerund(of: base), lemma: base, classes: classes, forms: .gerund)
      }
    }
    for (classes, list) in LexiconTables.words {
      for word in list.split(separator: " ").map(String.init) {
        add(word, lemma: VerbEndings.noun(of: word), classes: classes, forms: [])
      }
    }
    for word in LexiconTables.notVerbs { add(word, lemma: word, classes: [], forms: []) }
    self.entries = entries
  }

  /// What is known of `word`, which is in lower case.
  func entry(for word: String) -> Entry {
    let name = Name(word)
    if let known = entries[name.number] { return known }
    if word.utf8.contains(0x2F) { return compound(word) }
    let (base, forms) = VerbEndings.guess(word)
    if base == word { return Entry(word: name, lemma: name, classes: [], forms: forms) }
    // The class of a guessed form is that of its base: "re-implemented" is none, "implementing" is.
    let lemma = Name(base)
    return Entry(
      word: name, lemma: lemma, classes: entries[lemma.number]?.classes ?? [], forms: forms)
  }

  /// "created/maintained" is a verb as its first part is, and of the sorts that its parts are.
  private func compound(_ word: String) -> Entry {
    let parts = word.split(separator: "/", maxSplits: 5).map { entry(for: String($0)) }
    var whole = Entry(word: Name(word), lemma: Name(word), classes: [], forms: [])
    for part in parts { whole.classes.formUnion(part.classes) }
    if let first = parts.first, !first.forms.isEmpty {
      whole.lemma = first.lemma
      whole.forms = first.forms
    }
    return whole
  }
}

/// The regular endings of English verbs and nouns, made and undone.
enum VerbEndings {
  static func third(of base: String) -> String {
    if base.hasSuffix("s") || base.hasSuffix("sh") || base.hasSuffix("ch") || base.hasSuffix("x")
      || base.hasSuffix("z") || base.hasSuffix("o")
    {
      return base + "es"
    }
    return endsInConsonantY(base) ? base.dropLast() + "ies" : base + "s"
  }

  static func past(of base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantY(base) { return base.dropLast() + "ied" }
    return doubled(base) + "ed"
  }

  static func gerund(of base: String) -> String {
    if base == "be" { return "being" }
    if base.hasSuffix("e"), !base.hasSuffix("ee") { return base.dropLast() + "ing" }
    return doubled(base) + "ing"
  }

  /// The singular of a regular plural.
  static func noun(of word: String) -> String {
    let bytes = word.utf8
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s"), !word.hasSuffix("ss"),
      !word.hasSuffix("us"), !word.hasSuffix("is"), !bytes.contains(UInt8(ascii: "'"))
    else { return word }
    return word.hasSuffix("ies") ? word.dropLast(3) + "y" : String(word.dropLast())
  }

  /// The dictionary form and verb forms a word's ending suggests.
  static func guess(_ word: String) -> (lemma: String, forms: VerbForm) {
    let count = word.utf8.count
    guard count > 4, word.utf8.allSatisfy({ (97...122).contains($0) || $0 == 0x2D }) else {
      return (noun(of: word), [])
    }
    switch word.utf8.last {
    case UInt8(ascii: "g"):
      if word.hasSuffix("ing") { return (undoubled(word.dropLast(3)), [.gerund, .guessed]) }
    case UInt8(ascii: "d"):
      if word.hasSuffix("ied") { return (word.dropLast(3) + "y", [.past, .participle, .guessed]) }
      if word.hasSuffix("ed"), !word.hasSuffix("eed") {
        return (undoubled(word.dropLast(2)), [.past, .participle, .guessed])
      }
    case UInt8(ascii: "e"), UInt8(ascii: "y"):
      for ending in ["ise", "ize", "ate", "ify"] where word.hasSuffix(ending) {
        return (word, [.base, .guessed])
      }
    default: break
    }
    return (noun(of: word), [])
  }

  private static let vowels = Set("aeiou")

  private static func endsInConsonantY(_ base: String) -> Bool {
    guard base.hasSuffix("y"), let before = base.dropLast().last else { return false }
    return !vowels.contains(before)
  }

  /// Short verbs of one vowel double their last letter: "plan", "planned".
  private static func doubled(_ base: String) -> String {
    let letters = Array(base)
    guard letters.count >= 3, letters.count <= 5, let last = letters.last,
      !"aeiouwxy".contains(last), vowels.contains(letters[letters.count - 2]),
      !vowels.contains(letters[letters.count - 3]),
      letters.filter({ vowels.contains($0) }).count == 1
    else { return base == "commit" || base == "submit" ? base + "t" : base }
    return base + String(last)
  }

  /// The base of a form whose ending was cut off: "migrat" is "migrate", "plann" is "plan".
  private static func undoubled(_ stem: Substring) -> String {
    let letters = Array(stem)
    guard letters.count > 2 else { return String(stem) }
    let (last, before) = (letters[letters.count - 1], letters[letters.count - 2])
    if last == before, !"lsz".contains(last) { return String(stem.dropLast()) }
    let endings = [
      "at", "iz", "is", "uc", "ur", "ov", "iv", "ag", "us", "as", "ur", "ir", "ak", "rg", "in",
    ]
    if letters.count > 3, endings.contains(where: { stem.hasSuffix($0) }), !stem.hasSuffix("ain") {
      return stem + "e"
    }
    return String(stem)
  }
}
