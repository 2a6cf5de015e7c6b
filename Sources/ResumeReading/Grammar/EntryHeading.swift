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
    phrases = phrases.compactMap { Self.withoutLabel($0) }.filter { !Self.isFiller($0.text) }
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

  // MARK: What stands out

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
    let needsAll = name.isEmpty && position == nil && phrases.count - places.count < 2
    guard let found = places.first(where: { !needsAll || Place.isKnown(phrases[$0].text) }) else {
      return
    }
    place = phrases.remove(at: found).text.trimmed(of: ",.")
  }

  /// What is left when labels named the name or the title already.
  private mutating func fillBeside(_ phrases: [Phrase]) {
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
  private static func isFiller(_ text: String) -> Bool {
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
    "current", "present", "expected", "graduated", "anticipated", "contractor full time",
  ]

  private static func withoutLabel(_ phrase: Phrase) -> Phrase? {
    guard let colon = phrase.text.firstIndex(of: ":") else { return phrase }
    let label = PlainLetters.words(String(phrase.text[..<colon])).joined(separator: " ")
    let rest = phrase.text[phrase.text.index(after: colon)...].trimmed
    guard let role = labels[label] else { return phrase }
    guard !rest.isEmpty, role != .date else { return nil }
    var phrase = phrase
    phrase.text = rest
    phrase.role = role
    return phrase
  }

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

  // MARK: Who and as what

  /// "Engineer at Acme" is two phrases, and so is "Acme: Engineer".
  private static func partedByWord(_ phrase: Phrase, _ section: Resume.Entry.Section) -> [Phrase] {
    for word in [" at ", " @ ", " bei ", " bei der ", " chez ", " for ", " presso ", " hos "] {
      guard let range = phrase.text.lastRange(of: word) else { continue }
      let (left, right) = (
        phrase.text[..<range.lowerBound].trimmed, phrase.text[range.upperBound...].trimmed
      )
      // "Vice President for Research" is one title.
      let isTitle = HeadingWord.titleScore(left, in: section) > 0
      if word == " for ", HeadingWord.organisationScore(right, in: section) == 0 { continue }
      guard isTitle, !right.isEmpty, !left.isEmpty else { continue }
      return [phrase.with(left, role: .title), phrase.with(right, role: .organisation)]
    }
    let parts = phrase.text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    guard parts.count == 2, !parts[1].hasPrefix("//"),
      parts.allSatisfy({ !$0.isEmpty && $0.count <= 60 })
    else {
      return [phrase]
    }
    return parts.map { phrase.with($0, role: nil) }
  }

  private mutating func assign(
    _ phrases: [Phrase], _ section: Resume.Entry.Section, _ titleFirst: Bool?
  ) {
    if let title = phrases.firstIndex(where: { $0.role == .title }),
      let organisation = phrases.firstIndex(where: { $0.role == .organisation })
    {
      position = phrases[title].text
      setName(phrases[organisation].text)
      (isDecided, titleIsFirst) = (true, true)
      notes += phrases.indices.filter { $0 != title && $0 != organisation }.map { phrases[$0].text }
      return
    }
    guard section != .projects else { return assignProject(phrases) }
    if let whole = phrases.firstIndex(where: { Self.namesBoth($0.text, section) }),
      phrases.indices.allSatisfy({
        $0 == whole || HeadingWord.organisationScore(phrases[$0].text, in: section) == 0
      })
    {
      assignSingle(phrases[whole].text, section, titleFirst)
      notes += phrases.indices.filter { $0 != whole }.map { phrases[$0].text }
      return
    }
    if phrases.count == 1 { return assignSingle(phrases[0].text, section, titleFirst) }
    guard phrases.count >= 2 else { return }
    let scores = phrases.map {
      HeadingWord.titleScore($0.text, in: section)
        - HeadingWord.organisationScore($0.text, in: section)
    }
    let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
    var title = best
    let others = scores.indices.filter { $0 != best }
    isDecided = scores[best] > 0 && others.allSatisfy { scores[$0] < scores[best] }
    if !isDecided {
      if let worst = scores.indices.min(by: { (scores[$0], $0) < (scores[$1], $1) }),
        scores[worst] < 0,
        scores.filter({ $0 == scores[worst] }).count == 1
      {
        // One is surely an organisation; the nearest other is the title.
        title = worst == 0 ? 1 : 0
        isDecided = true
      } else {
        title = titleFirst ?? false ? 0 : 1
      }
    }
    let organisation = Self.organisation(beside: title, phrases, scores)
    titleIsFirst = title < organisation
    position = phrases[title].text
    setName(phrases[organisation].text)
    for index in phrases.indices where index != title && index != organisation {
      let text = phrases[index].text
      // Two titles on one line ("Lead; Architect") belong together.
      if scores[index] > 0, phrases[index].line == phrases[title].line, abs(index - title) == 1 {
        position = index > title ? "\(position ?? ""), \(text)" : "\(text), \(position ?? "")"
      } else if place == nil, text.count <= 40, index > organisation,
        phrases[index].line == phrases[organisation].line, Self.isCapitalised(text)
      {
        place = text
      } else {
        notes.append(text)
      }
    }
  }

  /// True for a phrase whose parts between commas are a title and an organisation by their words.
  private static func namesBoth(_ text: String, _ section: Resume.Entry.Section) -> Bool {
    let parts = commaParts(text)
    return parts.count >= 2
      && parts.contains {
        HeadingWord.titleScore($0, in: section) > 0
          && HeadingWord.organisationScore($0, in: section) == 0
      }
      && parts.contains {
        HeadingWord.organisationScore($0, in: section) > 0
          && HeadingWord.titleScore($0, in: section) == 0
      }
  }

  /// The phrase that is most like an organisation, the nearest to the title of several.
  private static func organisation(beside title: Int, _ phrases: [Phrase], _ scores: [Int]) -> Int {
    let others = phrases.indices.filter { $0 != title }
    return others.min { one, other in
      (scores[one], phrases[one].isStrong ? 0 : 1, abs(one - title), one)
        < (scores[other], phrases[other].isStrong ? 0 : 1, abs(other - title), other)
    } ?? title
  }

  /// One phrase alone: a name, a title, or both with a comma between.
  private mutating func assignSingle(
    _ text: String, _ section: Resume.Entry.Section, _ titleFirst: Bool?
  ) {
    var parts = Self.commaParts(text)
    let score = { (part: String) in
      HeadingWord.titleScore(part, in: section) - HeadingWord.organisationScore(part, in: section)
    }
    // A title alone is not left without its employer for the sake of a place.
    takePlace(from: &parts, leaving: score(parts.first ?? "") > 0 ? 2 : 1)
    let scores = parts.map(score)
    if parts.count >= 2 {
      let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
      if scores[best] > 0 || section == .education && scores.contains(where: { $0 < 0 }) {
        isDecided = true
        if best == 0 {
          assignTitleFirst(parts, scores)
        } else {
          name = parts[..<best].joined(separator: ", ")
          position = parts[best...].joined(separator: ", ")
        }
        return
      }
    }
    if let titleFirst, (2...3).contains(parts.count), scores.allSatisfy({ $0 == 0 }) {
      (position, name) = titleFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
      if parts.count == 3, place == nil { place = parts[2] }
      return
    }
    let whole = parts.joined(separator: ", ")
    if scores.contains(where: { $0 > 0 }) {
      position = whole
      isDecided = true
    } else {
      name = whole
    }
  }

  /// "Director, Platform, Acme Inc." and "Developer, Acme, Smalltown": what follows a title is a part of
  /// it, the organisation, a town.
  private mutating func assignTitleFirst(_ parts: [String], _ scores: [Int]) {
    titleIsFirst = true
    let behind = Array(parts.indices.dropFirst())
    let whole = behind.filter { !Self.isUnit(parts[$0]) }
    let candidates = whole.isEmpty ? behind : whole
    let organisation = candidates.min { (scores[$0], $0) < (scores[$1], $1) } ?? parts.count - 1
    if scores[organisation] > -2 { undividedTitle = parts.joined(separator: ", ") }
    name = parts[organisation]
    position = parts[..<organisation].joined(separator: ", ")
    let rest = parts[(organisation + 1)...].joined(separator: ", ")
    guard !rest.isEmpty else { return }
    if place == nil, Self.isCapitalised(rest) { place = rest } else { notes.append(rest) }
  }

  /// True for a part of an organisation, which belongs to the title in front of it.
  private static func isUnit(_ text: String) -> Bool {
    let units: Set<String> = [
      "department", "dept", "team", "division", "unit", "faculty", "abteilung", "fachbereich",
      "departement", "departamento", "dipartimento", "office", "practice", "program", "programme",
    ]
    return PlainLetters.words(text).contains { units.contains($0) }
  }

  private mutating func assignProject(_ phrases: [Phrase]) {
    guard let first = phrases.first else { return }
    name = first.text
    for phrase in phrases.dropFirst() {
      if position == nil, HeadingWord.titleScore(phrase.text, in: .work) > 0,
        phrase.text.count <= 60
      {
        position = phrase.text
      } else {
        notes.append(phrase.text)
      }
    }
  }

  /// Sets the organisation, a place behind it taken off ("Acme Corp, Berlin").
  private mutating func setName(_ text: String) {
    var parts = Self.commaParts(text)
    takePlace(from: &parts)
    name = parts.joined(separator: ", ")
  }

  private mutating func takePlace(from parts: inout [String], leaving: Int = 1) {
    // "Acme, Ireland (remote)" has a place besides.
    guard place.map(Place.isAway) ?? true, parts.count >= 2 else { return }
    for count in [2, 1] where parts.count >= count + leaving {
      let tail = parts.suffix(count).joined(separator: ", ")
      // A state or country alone wants its town in front of it.
      if Place.isPlace(tail), count == 2 ? Place.isRegion(parts[parts.count - 1]) : true {
        if count == 2,
          HeadingWord.organisationScore(parts[parts.count - 2], in: .work) > 0
            || HeadingWord.titleScore(parts[parts.count - 2], in: .work) > 0
        {
          continue
        }
        place = place.map { "\(tail) (\($0))" } ?? tail
        parts.removeLast(count)
        return
      }
    }
  }

  /// The parts of a phrase between commas; a legal form stays with its firm.
  private static func commaParts(_ text: String) -> [String] {
    var parts: [String] = []
    for part in text.split(separator: ",").map(\.trimmed) where !part.isEmpty {
      if HeadingWord.isLegalForm(part), let last = parts.popLast() {
        parts.append("\(last), \(part)")
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private static func isCapitalised(_ text: String) -> Bool {
    text.first?.isUppercase ?? false && !text.contains { $0.isNumber }
  }
}

extension Phrase {
  fileprivate func with(_ text: String, role: Role?) -> Phrase {
    var phrase = self
    phrase.text = text
    phrase.role = role
    return phrase
  }
}

extension String {
  /// Where `word` stands last.
  func lastRange(of word: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self[startIndex...]
    while let range = rest.firstRange(of: word) {
      found = range
      rest = rest[range.upperBound...]
    }
    return found
  }
}
