/// Tells text that is not English, of which nothing is read: "will" and "in" of a German sentence look like
/// English words, and make plans of it.
enum ForeignLanguage {
  /// Whether a text as a whole is in another language: by its small words, or because most of its letters are
  /// none of the Latin alphabet's. Linear.
  static func isLanguage(of layout: StatementLayout) -> Bool {
    var whole = Tally()
    var letters = (latin: 0, other: 0)
    for token in layout.units.lazy.flatMap(\.tokens) {
      whole.add(token)
      for scalar in layout.text.scalars[token.range] where scalar.properties.isAlphabetic {
        if scalar.value < Self.afterLatin { letters.latin += 1 } else { letters.other += 1 }
      }
    }
    return whole.isTelling && whole.isForeign || letters.other > letters.latin
  }

  /// The first scalar after the blocks of Latin letters that European languages are written in.
  private static let afterLatin: UInt32 = 0x250

  /// For each block of a statement whether it is in another language. A block with few words, such as a list
  /// item, is in the language of the whole. Linear.
  static func blocks(of layout: StatementLayout) -> [Bool] {
    var tallies = [Tally](repeating: Tally(), count: layout.outline.blocks.count)
    var whole = Tally()
    for unit in layout.units {
      for token in unit.tokens {
        tallies[unit.block].add(token)
        whole.add(token)
      }
    }
    return tallies.map { $0.isTelling ? $0.isForeign : whole.isTelling && whole.isForeign }
  }

  /// The small words of a text: those that are English, and those of other languages.
  private struct Tally {
    private var english = 0
    private var foreign = 0

    mutating func add(_ token: Token) {
      if token.lemma == .someLink { return }
      if token.isWord, let first = token.word.text.utf8.first, first >= Self.greek {
        // Where no blanks part words, one token is a clause.
        foreign += 1 + token.range.count / 8
      } else if token.signs.contains(.foreign) {
        foreign += 1
      } else if !token.classes.isDisjoint(with: ForeignLanguage.small) {
        english += 1
      }
    }

    /// The first byte of letters beyond the Latin ones, from Greek on.
    private static let greek: UInt8 = 0xCE

    var isTelling: Bool { english + foreign > 3 }
    var isForeign: Bool { foreign > 2 && foreign > english }
  }

  /// The classes of small words; those of other languages fall into them by chance ("in", "a", "was").
  private static let small: LexicalClass = [
    .author, .group, .third, .be, .have, .conjunction, .subordinator, .relative, .preposition,
    .determiner,
  ]

  /// Small words of languages that are often written on lists, as far as they are no English words and no
  /// parts of names.
  static let words: Set<String> = [
    // German
    "und", "ich", "ist", "nicht", "auch", "für", "auf", "eine", "einen", "wir", "habe", "haben",
    "wird", "werden", "oder", "wenn", "über", "zur", "zum", "bei", "nach", "aus", "sich",
    // French
    "et", "je", "les", "une", "pour", "dans", "qui", "avec", "nous", "pas", "sont", "suis", "cette",
    "aux", "mais", "leur",
    // Spanish and Portuguese
    "los", "las", "una", "por", "para", "que", "como", "pero", "soy", "está", "um", "uma",
    "não", "dos", "sou", "mais",
    // Italian
    "il", "che", "gli", "della", "sono", "nel", "anche",
    // Dutch
    "het", "een", "voor", "niet", "dat", "ik", "wij", "aan", "zijn", "ook",
    // Scandinavian
    "och", "att", "jag", "är", "inte", "ett", "og", "jeg", "ikke", "på", "det",
    // Polish
    "się", "jest", "jestem", "oraz", "że", "nie",
  ]
}
