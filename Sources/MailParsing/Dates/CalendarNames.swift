/// Names of months and weekdays as mail software wrote them, English first, then the languages whose
/// programs put their own names into Date fields.
enum CalendarNames {
  /// The month 1…12 that the word names by its beginning; nil where it names none.
  static func month(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int? {
    guard word.count >= 3, let letters = englishLetters(bytes, at: word.lowerBound) else {
      return nil
    }
    if let month = englishMonth(letters) { return month }
    // English weekdays, so that the common date never takes the slow way below.
    guard !isEnglishWeekday(letters), mayBeForeign(bytes, word) else { return nil }
    // The full stop ends the names that count only whole.
    let name = folded(bytes, word) + "."
    return foreignMonths.first { name.hasPrefix($0.prefix) }?.month
  }

  /// Whether the word names a weekday.
  static func weekday(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count >= 3, let letters = englishLetters(bytes, at: word.lowerBound) else {
      return false
    }
    if isEnglishWeekday(letters) { return true }
    guard mayBeForeign(bytes, word) else { return false }
    let name = folded(bytes, word)
    return foreignWeekdays.contains { name.hasPrefix($0) }
  }

  /// Whether the word is a weekday by a name longer than the month's it begins like: `Mardi`, `Marte`.
  static func isOnlyWeekday(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count > 3 else { return false }
    let name = folded(bytes, word)
    return ["mardi", "marted", "martes", "mar."].contains { name.hasPrefix($0) }
  }

  /// Three bytes at `index`, lower-cased, as one number; nil where there are fewer.
  static func englishLetters(_ bytes: Span<UInt8>, at index: Int) -> UInt32? {
    guard index >= 0, index + 3 <= bytes.count else { return nil }
    return UInt32(bytes[index].lowercasedASCII) << 16
      | UInt32(bytes[index + 1].lowercasedASCII) << 8
      | UInt32(bytes[index + 2].lowercasedASCII)
  }

  /// The month 1…12 whose English name begins with the letters.
  static func englishMonth(_ letters: UInt32) -> Int? {
    switch letters {
    case 0x6A616E: 1
    case 0x666562: 2
    case 0x6D6172: 3
    case 0x617072: 4
    case 0x6D6179: 5
    case 0x6A756E: 6
    case 0x6A756C: 7
    case 0x617567: 8
    case 0x736570: 9
    case 0x6F6374: 10
    case 0x6E6F76: 11
    case 0x646563: 12
    default: nil
    }
  }

  /// Whether the letters begin the English name of a weekday.
  static func isEnglishWeekday(_ letters: UInt32) -> Bool {
    switch letters {
    case 0x6D6F6E, 0x747565, 0x776564, 0x746875, 0x667269, 0x736174, 0x73756E: true
    default: false
    }
  }

  /// Whether the word's first three letters are those of a name below, or not all ASCII: most words that
  /// stand where a name may are none, and need not be folded.
  private static func mayBeForeign(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var beginning = 0
    for index in word.prefix(3) {
      let byte = bytes[index]
      guard byte < 0x80 else { return true }
      guard byte.isLetter else { return false }
      beginning = beginning << 5 | Int(byte & 31)
    }
    return foreignBeginnings[beginning]
  }

  /// Whether a name below begins so, for each three letters of five bits.
  private static let foreignBeginnings: [Bool] = {
    var beginnings = [Bool](repeating: false, count: 1 << 15)
    for name in foreignMonths.map(\.prefix) + foreignWeekdays {
      let letters = name.utf8.prefix(3)
      guard letters.allSatisfy(\.isLetter) else { continue }
      beginnings[letters.reduce(0) { $0 << 5 | Int($1 & 31) }] = true
    }
    return beginnings
  }()

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
    "ā": "a", "ī": "i", "ū": "u", "ά": "α", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ύ": "υ",
  ]

  /// Beginnings of names, longer ones before the shorter they contain; a name with a full stop counts only
  /// whole, since words begin like it. What means different months in two languages is left out, or taken
  /// in the language with more speakers.
  private static let foreignMonths: [(prefix: String, month: Int)] = [
    // German, Dutch, the Scandinavian languages
    // "Mär", "déc", "nóv": English by their letters once the accents are gone.
    ("janner", 1), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("nov", 11), ("dec", 12),
    ("mrz", 3), ("mrt", 3), ("maart", 3), ("mai", 5),
    ("maj", 5),
    ("mei", 5), ("okt", 10),
    ("dez", 12), ("des", 12),
    // French, Spanish, Portuguese, Italian, Catalan, Romanian
    ("fev", 2), ("ene", 1), ("gen", 1), ("ian", 1), ("abr", 4), ("avr", 4), ("mag", 5), ("juin", 6),
    ("giu", 6), ("iun", 6), ("juil", 7), ("lug", 7), ("iul", 7), ("aou", 8), ("ago", 8), ("agu", 8),
    ("set", 9), ("out", 10), ("ott", 10), ("dic", 12), ("des", 12),
    // Polish, Czech, Hungarian
    ("sty", 1), ("lut", 2), ("kwi", 4), ("cze", 6), ("lip", 7), ("sie", 8), ("wrz", 9), ("paz", 10),
    ("gru", 12), ("led", 1), ("uno", 2), ("bre", 3), ("dub", 4), ("kve", 5), ("cervenec", 7),
    ("cervn", 6), ("cerven", 6), ("srp", 8), ("zar", 9), ("rij", 10), ("szep", 9), ("lis.", 11),
    ("listopad", 11), ("pro.", 12), ("prosin", 12),
    // Croatian, where it has its own names, Estonian, Lithuanian
    ("sij", 1), ("velj", 2), ("ozu", 3), ("svi", 5), ("kol.", 8), ("kolovoz", 8), ("ruj", 9),
    ("stu.", 11), ("studen", 11), ("veeb", 2), ("juun", 6), ("juul", 7), ("dets", 12), ("saus", 1),
    ("vas.", 2), ("vasar", 2), ("kov.", 3), ("kovo", 3), ("bal.", 4), ("baland", 4), ("geg", 5),
    ("birz", 6), ("lie.", 7), ("liep", 7), ("rgp", 8), ("rugp", 8), ("rgs", 9), ("rugs", 9),
    ("spal", 10), ("lapkr", 11), ("grd", 12),
    // Finnish, Turkish
    ("tammi", 1), ("helmi", 2), ("maalis", 3), ("huhti", 4), ("touko", 5), ("kesa", 6),
    ("heina", 7), ("elo", 8), ("syys", 9), ("loka", 10), ("marras", 11), ("joulu", 12),
    ("oca", 1), ("sub", 2), ("nis", 4), ("haz", 6), ("tem", 7), ("eyl", 9), ("eki", 10),
    ("kas", 11), ("ara", 12),
    // Russian, Bulgarian, Serbian; Ukrainian, Belarusian
    ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("май", 5), ("мая", 5), ("июн", 6), ("июл", 7),
    ("авг", 8), ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12), ("яну", 1), ("јан", 1),
    ("мај", 5), ("юни", 6), ("јун", 6), ("юли", 7), ("јул", 7), ("сеп", 9), ("ное", 11),
    ("нов", 11),
    ("дец", 12), ("січ", 1), ("лют", 2), ("бер", 3), ("кві", 4), ("тра", 5), ("чер", 6), ("лип", 7),
    ("сер", 8), ("вер", 9), ("жов", 10), ("лис", 11), ("гру", 12), ("сту", 1), ("сак", 3),
    ("кра", 4), ("чэр", 6), ("ліп", 7), ("жні", 8), ("кас", 10), ("ліс", 11), ("сне", 12),
    // Greek, Hebrew, Arabic of the Gulf and Egypt, Chinese
    ("ιαν", 1), ("φεβ", 2), ("μαρ", 3), ("απρ", 4), ("μαι", 5), ("ιουν", 6), ("ιουλ", 7),
    ("αυγ", 8),
    ("σεπ", 9), ("οκτ", 10), ("νοε", 11), ("δεκ", 12), ("ינו", 1), ("פבר", 2), ("מרץ", 3),
    ("אפר", 4),
    ("מאי", 5), ("יונ", 6), ("יול", 7), ("אוג", 8), ("ספט", 9), ("אוק", 10), ("נוב", 11),
    ("דצמ", 12),
    ("يناير", 1), ("فبراير", 2), ("مارس", 3), ("أبريل", 4), ("مايو", 5), ("يونيو", 6), ("يوليو", 7),
    ("أغسطس", 8), ("سبتمبر", 9), ("أكتوبر", 10), ("نوفمبر", 11), ("ديسمبر", 12), ("一月", 1),
    ("二月", 2), ("三月", 3), ("四月", 4), ("五月", 5), ("六月", 6), ("七月", 7), ("八月", 8),
    ("九月", 9), ("十月", 10), ("十一月", 11), ("十二月", 12),
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
