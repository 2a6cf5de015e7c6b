/// A display-name taken apart for comparing: words folded, order and decoration set aside.
///
/// `"Thuleau, Édouard (ACME)"`, `Edouard Thuleau` and `edouard.thuleau` have the same ``key``.
struct PersonName: Sendable, Hashable {
  /// The words of two letters or more, folded, in the order a Western reader says them.
  var words: [String]
  /// The single letters among the words: middle initials, shortened given names.
  var initials: [String]
  /// The words sorted and joined: equal for the same name in any order; empty for no name.
  var key: String
  /// The words with short forms of given names written out, sorted and joined: equal for Matt and Matthew.
  var formalKey: String
  /// The ``formalKey`` with `ä`, `æ` and `å` written in two letters; nil for a name without them.
  var digraphKey: String?
  /// Logins told beside the name, as in `Jane Doe (zbigwheel)` or `Jane "Zbigwheel" Doe`; folded.
  var nicknames: [String]
  /// The name as shown to people, without decoration.
  var shown: String

  /// Two words or more, as a given name and a surname are, or a name in Han or Hangul without spaces.
  var isFull: Bool { words.count >= 2 || isUnspacedFullName }

  /// A name such as 山田太郎 that is whole without a space.
  private var isUnspacedFullName: Bool {
    guard words.count == 1 else { return false }
    let scalars = words[0].unicodeScalars
    return (2...5).contains(scalars.count)
      && scalars.allSatisfy {
        (0x3400...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
      }
  }

  /// The first and the last word as a name of its own.
  var withoutMiddle: PersonName {
    PersonName([words.first, words.last].compactMap(\.self).joined(separator: " "))
  }

  /// Takes a display-name apart; an empty one, or one that is only an address, gives no words.
  init(_ displayName: String) {
    let bare = Self.withoutDecoration(displayName)
    shown = bare
    nicknames = Self.nicknames(in: displayName)
    digraphKey = LatinFolding.digraphs(bare).map { PersonName($0).formalKey }
    var words: [String] = []
    var initials: [String] = []
    for word in Self.words(of: bare) {
      let folded = String(String.UnicodeScalarView(LatinFolding.fold(word)))
      if Self.honorifics.contains(folded) { continue }
      if folded.unicodeScalars.count == 1, folded.unicodeScalars.allSatisfy(\.isASCII) {
        initials.append(folded)
      } else {
        words.append(folded)
      }
    }
    self.words = words
    self.initials = initials
    key = words.sorted().joined(separator: " ")
    formalKey = words.map { GivenName.formal[$0] ?? $0 }.sorted().joined(separator: " ")
  }

  /// Single words in round brackets, which begin small unless they are a company's, or in double quotes.
  private static func nicknames(in name: String) -> [String] {
    var found: [String] = []
    for (open, close) in [("(", ")"), ("\"", "\""), ("“", "”")] as [(Character, Character)] {
      guard let start = name.firstIndex(of: open) else { continue }
      let word = name[name.index(after: start)...].prefix { $0 != close }
      guard word.endIndex != name.endIndex, (5...64).contains(word.utf8.count),
        word.utf8.count < name.utf8.count - 2,
        word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }),
        open != "(" || word.first?.isLowercase == true
      else { continue }
      found.append(Login.normal(String(String.UnicodeScalarView(LatinFolding.fold(String(word))))))
    }
    return found
  }

  /// Words that stand beside a name and are none.
  private static let honorifics: Set<String> = [
    "dr", "prof", "mr", "mrs", "ms", "phd", "jr", "sr", "ii", "iii", "dipl", "ing",
  ]

  /// The name without parts in brackets, quotes, an address written into it, and with
  /// `Surname, Given` turned round.
  private static func withoutDecoration(_ name: String) -> String {
    var kept: [Character] = []
    var depth = 0
    for character in name {
      switch character {
      case "(", "[", "<", "{": depth += 1
      case ")", "]", ">", "}": depth = max(0, depth - 1)
      case "\"", "'", "“", "”", "‘", "’":
        // An apostrophe inside a word (O'Brien) joins; quotes around a nickname part.
        if depth == 0, let last = kept.last, last != " " { continue }
        if depth == 0 { kept.append(" ") }
      default: if depth == 0 { kept.append(character) }
      }
    }
    // A name wholly in brackets is better than none.
    if !kept.contains(where: \.isLetter) { kept = Array(name) }
    let words = String(kept).split(separator: " ").filter { !$0.contains("@") }
    let parts = words.joined(separator: " ").split(separator: ",", maxSplits: 1)
    guard parts.count == 2 else { return words.joined(separator: " ") }
    return "\(parts[1]) \(parts[0])"
  }

  /// Cuts at spaces and punctuation, and inside `CamelCase`.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previous: Character = " "
    for character in name {
      if character.isLetter || character.isNumber {
        if character.isUppercase, previous.isLowercase, !word.isEmpty, !Self.joinsCamel(word) {
          words.append(word)
          word = ""
        }
        word.append(character)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
      previous = character
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// True for beginnings of one surname that are written with a capital inside (McDonald, DeVries).
  private static func joinsCamel(_ beginning: String) -> Bool {
    ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "O", "Fitz"].contains(beginning)
  }
}
