/// What sort of word a word is, for telling claims apart. A word may belong to several.
package struct LexicalClass: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { self.rawValue = 1 << bit }

  // Who acts.
  static let author = LexicalClass(bit: 0)
  static let group = LexicalClass(bit: 1)
  static let third = LexicalClass(bit: 2)
  static let team = LexicalClass(bit: 3)

  // Whether it happened.
  static let be = LexicalClass(bit: 4)
  static let have = LexicalClass(bit: 5)
  static let `do` = LexicalClass(bit: 6)
  static let future = LexicalClass(bit: 7)
  static let wish = LexicalClass(bit: 8)
  static let duty = LexicalClass(bit: 9)
  static let ability = LexicalClass(bit: 10)
  static let negation = LexicalClass(bit: 11)
  static let opinion = LexicalClass(bit: 12)
  static let manner = LexicalClass(bit: 13)

  // What is done.
  static let leading = LexicalClass(bit: 14)
  static let making = LexicalClass(bit: 15)
  static let helping = LexicalClass(bit: 16)
  static let improving = LexicalClass(bit: 17)
  static let going = LexicalClass(bit: 18)
  static let attending = LexicalClass(bit: 19)
  static let serving = LexicalClass(bit: 20)
  static let standing = LexicalClass(bit: 21)

  // What it is about.
  static let office = LexicalClass(bit: 22)
  static let candidacy = LexicalClass(bit: 23)
  static let occupation = LexicalClass(bit: 24)
  static let gathering = LexicalClass(bit: 25)
  static let award = LexicalClass(bit: 26)
  static let goal = LexicalClass(bit: 27)
  static let achievement = LexicalClass(bit: 28)
  static let experience = LexicalClass(bit: 29)
  static let trouble = LexicalClass(bit: 30)
  static let change = LexicalClass(bit: 31)

  // When.
  static let span = LexicalClass(bit: 32)
  static let month = LexicalClass(bit: 33)
  static let past = LexicalClass(bit: 34)
  static let coming = LexicalClass(bit: 35)
  static let present = LexicalClass(bit: 36)
  static let cycle = LexicalClass(bit: 37)

  // Grammar.
  static let conjunction = LexicalClass(bit: 38)
  static let subordinator = LexicalClass(bit: 39)
  static let relative = LexicalClass(bit: 40)
  static let preposition = LexicalClass(bit: 41)
  static let determiner = LexicalClass(bit: 42)
  static let thanks = LexicalClass(bit: 43)
  /// The name of a release cycle.
  static let cycleName = LexicalClass(bit: 44)

  /// Every class with its name, in bit order.
  static let all: [(class: LexicalClass, name: Name)] = named.map { ($0.0, Name($0.1)) }

  /// The names of the classes it holds, in bit order.
  var names: some Sequence<Name> {
    sequence(state: rawValue) { rest in
      guard rest != 0 else { return nil }
      defer { rest &= rest - 1 }
      return Self.all[rest.trailingZeroBitCount].name
    }
  }

  private static let named: [(LexicalClass, String)] = [
    (.author, "author"), (.group, "group"), (.third, "third"), (.team, "team"), (.be, "be"),
    (.have, "have"), (.do, "do"), (.future, "future"), (.wish, "wish"), (.duty, "duty"),
    (.ability, "ability"), (.negation, "negation"), (.opinion, "opinion"), (.manner, "manner"),
    (.leading, "leading"), (.making, "making"), (.helping, "helping"),
    (.improving, "improving"), (.going, "going"), (.attending, "attending"),
    (.serving, "serving"), (.standing, "standing"), (.office, "office"),
    (.candidacy, "candidacy"), (.occupation, "occupation"), (.gathering, "gathering"),
    (.award, "award"), (.goal, "goal"), (.achievement, "achievement"),
    (.experience, "experience"), (.trouble, "trouble"), (.change, "change"), (.span, "span"),
    (.month, "month"), (.past, "past"), (.coming, "coming"), (.present, "present"),
    (.cycle, "cycle"), (.conjunction, "conjunction"), (.subordinator, "subordinator"),
    (.relative, "relative"), (.preposition, "preposition"), (.determiner, "determiner"),
    (.thanks, "thanks"), (.cycleName, "cycle name"),
  ]
}

/// The forms of a verb that a word may be.
package struct VerbForm: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// "implement"
  static let base = VerbForm(rawValue: 1)
  /// "implements"
  static let third = VerbForm(rawValue: 2)
  /// "implemented", "wrote"
  static let past = VerbForm(rawValue: 4)
  /// "implemented", "written"
  static let participle = VerbForm(rawValue: 8)
  /// "implementing"
  static let gerund = VerbForm(rawValue: 16)
  /// The word is a verb by its ending alone; it may be none.
  static let guessed = VerbForm(rawValue: 32)
}
