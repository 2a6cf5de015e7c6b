/// What an entry's heading says: who, as what, where, when.
struct EntryHeading: Sendable {
  var name = ""
  var position: String?
  var place: String?
  var url: String?
  var date: DateSpan?
  /// Words in brackets that are none of these.
  var notes: [String] = []
  /// True where the words told title and organisation apart, rather than their order.
  var isDecided = false
  /// True where the title stood before the organisation.
  var titleIsFirst = false
  /// The whole of one phrase that was parted at a comma on no better ground than its title.
  var undividedTitle: String?

  /// Reads a heading. `titleFirst` says which stands first in the section's headings that are sure.
  init(_ lines: [HeadingLine], section: Resume.Entry.Section, titleFirst: Bool?) {
    date = lines.lazy.compactMap(\.date).first
    var phrases = lines.enumerated().flatMap { Phrase.all(in: $0.element, line: $0.offset) }
    if phrases.count > 1 { phrases.removeAll { HeadingWord.gathersOnly($0.text) } }
    phrases = phrases.compactMap { Self.withoutLabel(Self.withoutPreposition($0)) }.filter {
      !Self.isFiller($0.text)
    }
    takeLabelled(&phrases)
    takeSurroundings(&phrases)
    phrases = phrases.flatMap { Self.partedByWord($0, section) }
    takePlace(among: &phrases)
    if !name.isEmpty || position != nil {
      fillBeside(phrases)
    } else {
      assign(phrases, section, titleFirst)
    }
  }

  /// Fields that a label names ("Employer: Acme").
  private mutating func takeLabelled(_ phrases: inout [Phrase]) {
    phrases.removeAll { phrase in
      switch phrase.role {
      case .organisation: setName(phrase.text)
      case .title: position = phrase.text
      case .place: place = phrase.text
      case .date: return true
      case nil: return false
      }
      return true
    }
  }

  /// Addresses of pages and notes in brackets.
  private mutating func takeSurroundings(_ phrases: inout [Phrase]) {
    for phrase in phrases {
      if let link = phrase.link, url == nil, link.contains("://") { url = link }
    }
    let others = phrases.contains { !$0.isInBrackets && !Self.isAddress($0.text) }
    phrases.removeAll { phrase in
      if Self.isAddress(phrase.text), others {
        if url == nil { url = phrase.text }
        return true
      }
      guard phrase.isInBrackets, others else { return false }
      if place == nil, Place.isPlace(phrase.text) {
        place = phrase.text
      } else {
        notes.append(phrase.text)
      }
      return true
    }
  }

  /// The first phrase that is a place; "Acme, Ireland" beside a title alone is the employer.
  private mutating func takePlace(among phrases: inout [Phrase]) {
    guard place == nil, phrases.count > 1 || position != nil || !name.isEmpty else { return }
    let places = phrases.indices.filter { Place.isPlace(phrases[$0].text) }
    let others = phrases.indices.filter { !places.contains($0) }
    // "Acme" beside "Smalltown, OH" has no title in it.
    let needsAll =
      name.isEmpty && position == nil && others.count < 2
      && others.allSatisfy { HeadingWord.titleScore(phrases[$0].text, in: .work) > 0 }
    guard let found = places.first(where: { !needsAll || Place.isKnown(phrases[$0].text) }) else {
      return
    }
    place = phrases.remove(at: found).text.trimmed(of: ",.")
  }

  /// What is left when labels named the name or the title already.
  private mutating func fillBeside(_ phrases: [Phrase]) {
    var phrases = phrases
    if position == nil,
      let title = phrases.firstIndex(where: { HeadingWord.titleScore($0.text, in: .work) > 0 })
    {
      position = phrases.remove(at: title).text
    }
    for phrase in phrases {
      if name.isEmpty {
        name = phrase.text
      } else if position == nil {
        position = phrase.text
      } else {
        notes.append(phrase.text)
      }
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    (text.contains("://") || text.lowercased().hasPrefix("www.")) && !text.contains(" ")
  }

  /// Words that say how much or how long and name nothing: "Full-time", "2 yrs 3 mos".
  static func isFiller(_ text: String) -> Bool {
    let words = PlainLetters.words(text)
    if fillers.contains(words.joined(separator: " ")) { return true }
    // Marks: "78%", "3.8/4.0", "GPA 3.9".
    if !text.contains(where: \.isLetter) || words.contains("gpa") || words.contains("cgpa") {
      return true
    }
    let isLength = words.allSatisfy {
      $0.allSatisfy(\.isNumber) || lengths.contains($0) || $0 == "and"
    }
    return isLength && words.contains { lengths.contains($0) }
  }

  private static let lengths: Set<String> = [
    "yr", "yrs", "year", "years", "mo", "mos", "month", "months", "jahr", "jahre", "monat",
    "monate",
    "an", "ans", "mois", "ano", "anos", "mes", "meses", "anni", "anno", "mesi", "mese", "jaar",
    "maanden", "maand", "weeks", "week", "лет", "года", "год", "месяцев", "месяц", "месяца",
  ]
  private static let fillers: Set<String> = [
    "full time", "part time", "fulltime", "parttime", "permanent", "permanent full time",
    "contract",
    "self employed", "vollzeit", "teilzeit", "cdi", "cdd", "temps plein", "tiempo completo",
    "cursando", "en curso", "in progress", "ongoing", "laufend",
    "current", "present", "expected", "graduated", "anticipated", "contractor full time",
  ]

  /// Where a title and its employer differ in style, either may hold the word that joins them: "**Chief**
  /// at Acme", "Chief at *Acme*".
  private static func withoutPreposition(_ phrase: Phrase) -> Phrase {
    for word in [" at", " bei", " chez", " presso"] where phrase.text.hasSuffix(word) {
      var phrase = phrase
      phrase.text = phrase.text.dropLast(word.count).trimmed
      phrase.role = .title
      return phrase
    }
    for word in ["at ", "@ ", "bei ", "chez ", "presso "] where phrase.text.hasPrefix(word) {
      var phrase = phrase
      phrase.text = phrase.text.dropFirst(word.count).trimmed
      phrase.role = .organisation
      return phrase
    }
    return phrase
  }

  private static func withoutLabel(_ phrase: Phrase) -> Phrase? {
    guard let colon = phrase.text.firstIndex(of: ":") else {
      // What a date leaves of ":Dates: 2012".
      return labels[PlainLetters.words(phrase.text).joined(separator: " ")] == .date ? nil : phrase
    }
    let label = PlainLetters.words(String(phrase.text[..<colon])).joined(separator: " ")
    let rest = phrase.text[phrase.text.index(after: colon)...].trimmed
    guard let role = labels[label] else { return phrase }
    guard !rest.isEmpty, role != .date else { return nil }
    var phrase = phrase
    phrase.text = rest
    phrase.role = role
    return phrase
  }

  /// True for a folded word that says which field of a heading follows: "employer".
  static func isLabel(_ word: String) -> Bool { labels[word] != nil }

  private static let labels: [String: Phrase.Role] = [
    "company": .organisation, "employer": .organisation, "organization": .organisation,
    "organisation": .organisation, "client": .organisation, "institution": .organisation,
    "school": .organisation, "firma": .organisation, "arbeitgeber": .organisation,
    "entreprise": .organisation, "empresa": .organisation, "azienda": .organisation,
    "title": .title, "job title": .title, "position": .title, "role": .title, "degree": .title,
    "designation": .title, "rolle": .title, "tatigkeit": .title, "poste": .title, "puesto": .title,
    "cargo": .title, "ruolo": .title, "функция": .title, "должность": .title,
    "компания": .organisation,
    "location": .place, "place": .place, "ort": .place, "lieu": .place, "lugar": .place,
    "date": .date, "dates": .date, "period": .date, "duration": .date, "zeitraum": .date,
    "from": .date, "periode": .date, "periodo": .date, "dauer": .date, "период": .date,
  ]
}
