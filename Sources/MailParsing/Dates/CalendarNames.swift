/// Names of months and weekdays as mail software wrote them, English first, then the languages whose
/// programs put their own names into Date fields.
enum CalendarNames {
  /// The month 1…12 that the word names by its beginning; nil where it names none.
  static func month(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int? {
    guard let key = key(bytes, word) else { return nil }
    switch key {
    case 0x6A616E: return 1
    case 0x666562: return 2
    case 0x6D6172: return 3
    case 0x617072: return 4
    case 0x6D6179: return 5
    case 0x6A756E: return 6
    case 0x6A756C: return 7
    case 0x617567: return 8
    case 0x736570: return 9
    case 0x6F6374: return 10
    case 0x6E6F76: return 11
    case 0x646563: return 12
    // English weekdays, so that the common date never takes the slow way below.
    case 0x6D6F6E, 0x747565, 0x776564, 0x746875, 0x667269, 0x736174, 0x73756E: return nil
    default: break
    }
    let name = folded(bytes, word)
    return foreignMonths.first { name.hasPrefix($0.prefix) }?.month
  }

  /// Whether the word names a weekday.
  static func weekday(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard let key = key(bytes, word) else { return false }
    switch key {
    case 0x6D6F6E, 0x747565, 0x776564, 0x746875, 0x667269, 0x736174, 0x73756E: return true
    default: break
    }
    let name = folded(bytes, word)
    return foreignWeekdays.contains { name.hasPrefix($0) }
  }

  /// Whether the word is a weekday by a name longer than the month's it begins like: `Mardi`, `Marte`.
  static func isOnlyWeekday(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count > 3 else { return false }
    let name = folded(bytes, word)
    return ["mardi", "marted", "martes", "mar."].contains { name.hasPrefix($0) }
  }

  /// The first three letters, lower-cased, as one number; nil for a shorter word.
  private static func key(_ bytes: Span<UInt8>, _ word: Range<Int>) -> UInt32? {
    guard word.count >= 3 else { return nil }
    let start = word.lowerBound
    return UInt32(bytes[start].lowercasedASCII) << 16
      | UInt32(bytes[start + 1].lowercasedASCII) << 8
      | UInt32(bytes[start + 2].lowercasedASCII)
  }

  /// The word lower-cased and without accents, from UTF-8 or, where it is not that, Latin-1.
  private static func folded(_ bytes: Span<UInt8>, _ word: Range<Int>) -> String {
    let raw = word.prefix(24).map { bytes[$0] }
    let text =
      String(validating: raw, as: UTF8.self)
      ?? String(String.UnicodeScalarView(raw.map { Unicode.Scalar($0) }))
    return String(text.lowercased().map { accents[$0] ?? $0 })
  }

  private static let accents: [Character: Character] = [
    "ä": "a", "á": "a", "à": "a", "â": "a", "ą": "a", "é": "e", "è": "e", "ê": "e", "ě": "e",
    "í": "i", "î": "i", "ı": "i", "ó": "o", "ö": "o", "ú": "u", "û": "u", "ů": "u", "ü": "u",
    "ş": "s", "ś": "s", "š": "s", "č": "c", "ç": "c", "ř": "r", "ź": "z", "ž": "z", "ğ": "g",
  ]

  /// Beginnings of names, longer ones before the shorter they contain. A beginning that means
  /// different months in two languages is left out.
  private static let foreignMonths: [(prefix: String, month: Int)] = [
    // German, Dutch, the Scandinavian languages
    // "Mär", "déc": English by their letters once the accents are gone.
    ("janner", 1), ("mar", 3), ("dec", 12), ("mrt", 3), ("maart", 3), ("mai", 5), ("maj", 5),
    ("mei", 5), ("okt", 10),
    ("dez", 12), ("des", 12),
    // French, Spanish, Portuguese, Italian, Catalan, Romanian
    ("fev", 2), ("ene", 1), ("gen", 1), ("ian", 1), ("abr", 4), ("avr", 4), ("mag", 5), ("juin", 6),
    ("giu", 6), ("iun", 6), ("juil", 7), ("lug", 7), ("iul", 7), ("aou", 8), ("ago", 8), ("agu", 8),
    ("set", 9), ("out", 10), ("ott", 10), ("dic", 12), ("des", 12),
    // Polish, Czech, Hungarian
    ("sty", 1), ("lut", 2), ("kwi", 4), ("cze", 6), ("lip", 7), ("sie", 8), ("wrz", 9), ("paz", 10),
    ("gru", 12), ("led", 1), ("uno", 2), ("bre", 3), ("dub", 4), ("kve", 5), ("cervenec", 7),
    ("cervn", 6), ("cerven", 6), ("srp", 8), ("zar", 9), ("rij", 10), ("szep", 9),
    // Finnish, Turkish
    ("tammi", 1), ("helmi", 2), ("maalis", 3), ("huhti", 4), ("touko", 5), ("kesa", 6),
    ("heina", 7), ("elo", 8), ("syys", 9), ("loka", 10), ("marras", 11), ("joulu", 12),
    ("oca", 1), ("sub", 2), ("nis", 4), ("haz", 6), ("tem", 7), ("eyl", 9), ("eki", 10),
    ("kas", 11), ("ara", 12),
    // Russian
    ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("май", 5), ("мая", 5), ("июн", 6), ("июл", 7),
    ("авг", 8), ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12),
  ]

  private static let foreignWeekdays: [String] = [
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    "die", "mit", "don", "fre", "sam", "son", "maandag", "dinsdag", "woensdag", "donderdag",
    "vrijdag", "zaterdag", "zondag", "lun", "mar", "mer", "jeu", "ven", "dim", "mie", "mié", "jue",
    "vie", "sab", "dom", "gio", "seg", "ter", "qua", "qui", "sex", "lör", "lor", "man", "tir",
    "ons",
    "tor", "pon", "wto", "sro", "czw", "pia", "sob", "nie", "пон", "вто", "сре", "чет", "пят",
    "суб",
    "вос",
  ]
}
