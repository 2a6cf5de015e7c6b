// Which phrase of a heading is the title and which the organisation: by words first, then by order.

extension EntryHeading {
  /// "Engineer at Acme" is two phrases, and so is "Acme: Engineer".
  static func partedByWord(_ phrase: Phrase, _ section: Resume.Entry.Section) -> [Phrase] {
    for word in [" at ", " @ ", " bei ", " bei der ", " chez ", " for ", " presso ", " hos "] {
      guard let range = phrase.text.lastRange(of: word) else { continue }
      let (left, right) = (
        phrase.text[..<range.lowerBound].trimmed, phrase.text[range.upperBound...].trimmed
      )
      // "Vice President for Research" is one title.
      let isTitle =
        HeadingWord.titleScore(left, in: section) > 0
        || section == .work && word != " for " && couldBeTitle(left) && isCapitalised(right)
      if word == " for ", HeadingWord.organisationScore(right, in: section) == 0 { continue }
      guard isTitle, !right.isEmpty, !left.isEmpty else { continue }
      let name = right.hasPrefix("the ") ? right.dropFirst(4).trimmed : right
      return [phrase.with(left, role: .title), phrase.with(name, role: .organisation)]
    }
    if let range = phrase.text.firstRange(of: " / ") {
      let sides = [
        phrase.text[..<range.lowerBound].trimmed, phrase.text[range.upperBound...].trimmed,
      ]
      // "Acme / Engineer", but "Manager / Engineer" are both titles.
      if sides.count(where: { HeadingWord.titleScore($0, in: section) > 0 }) == 1 {
        return sides.filter { !$0.isEmpty }.map { phrase.with($0, role: nil) }
      }
    }
    let parts = phrase.text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    guard parts.count == 2, !parts[1].hasPrefix("//"),
      parts.allSatisfy({ !$0.isEmpty && $0.count <= 60 })
    else {
      return [phrase]
    }
    return parts.map { phrase.with($0, role: nil) }
  }

  /// True for a few words that begin as titles do and name no organisation: "Captain of Front Ends".
  private static func couldBeTitle(_ text: String) -> Bool {
    isCapitalised(text) && text.split(separator: " ").count <= 6 && !text.contains(",")
      && HeadingWord.organisationScore(text, in: .work) == 0
  }

  /// Gives each phrase its part. `titleFirst` is the order of the section's sure headings, nil without any.
  mutating func assign(
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
      }), !Self.standsInFront(of: phrases[whole], phrases[0])
    {
      assignSingle(phrases[whole].text, section, titleFirst)
      notes += phrases.indices.filter { $0 != whole }.map { phrases[$0].text }
      return
    }
    if phrases.count == 1 { return assignSingle(phrases[0].text, section, titleFirst) }
    guard phrases.count >= 2 else { return }
    let scores = Self.scores(of: phrases.map(\.text), section)
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
    let organisation = Self.organisation(beside: title, phrases, scores, titleFirst)
    titleIsFirst = title < organisation
    position = phrases[title].text
    setName(phrases[organisation].text)
    for index in phrases.indices where index != title && index != organisation {
      let text = phrases[index].text
      // Two titles on one line ("Lead; Architect") belong together.
      if scores[index] > 0, phrases[index].line == phrases[title].line, abs(index - title) == 1 {
        position = index > title ? "\(position ?? ""), \(text)" : "\(text), \(position ?? "")"
      } else if place == nil, text.count <= 40, index > organisation,
        phrases[index].line == phrases[organisation].line, Self.isCapitalised(text),
        HeadingWord.organisationScore(text, in: .work) == 0
      {
        place = text
      } else {
        notes.append(text)
      }
    }
  }

  /// How much each text is like a title, less how much it is like an organisation.
  ///
  /// An apprenticeship is a study without a degree or a school; the words of work tell of it.
  private static func scores(of texts: [String], _ section: Resume.Entry.Section) -> [Int] {
    let scores = texts.map {
      HeadingWord.titleScore($0, in: section) - HeadingWord.organisationScore($0, in: section)
    }
    guard section == .education, scores.allSatisfy({ $0 == 0 }) else { return scores }
    return Self.scores(of: texts, .work)
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

  /// True for a phrase before a title on its line: in "Acme | Engineer, Cloud" it is the organisation, and
  /// what follows the title is a part of it.
  private static func standsInFront(of whole: Phrase, _ first: Phrase) -> Bool {
    first != whole && first.line == whole.line
      && HeadingWord.titleScore(first.text, in: .work) == 0
  }

  /// The phrase that is most like an organisation, the nearest to the title of several.
  ///
  /// Where none is one by its own words ("Professional Services"), it is sought on the side of the title
  /// on which the section's sure headings have theirs.
  private static func organisation(
    beside title: Int, _ phrases: [Phrase], _ scores: [Int], _ titleFirst: Bool?
  ) -> Int {
    var others = phrases.indices.filter { $0 != title }
    if let titleFirst, scores.allSatisfy({ $0 > -2 }) {
      let sides = others.filter { titleFirst ? $0 > title : $0 < title }
      if !sides.isEmpty { others = sides }
    }
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
    // A title alone is not left without its employer for the sake of a place.
    takePlace(from: &parts, leaving: Self.scores(of: parts, section).first ?? 0 > 0 ? 2 : 1)
    let scores = Self.scores(of: parts, section)
    if section == .education, assignStudy(parts, scores) { return }
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
      setName(whole)
    }
  }

  /// "B.S., Physics, Sample University" and "Sample University, BSc Physics": the school begins or ends
  /// where its own words stand.
  private mutating func assignStudy(_ parts: [String], _ scores: [Int]) -> Bool {
    // "School of Business, Sample University" is all name.
    if parts.count >= 2, scores.allSatisfy({ $0 < 0 }) {
      setName(parts.joined(separator: ", "))
      return true
    }
    guard parts.count >= 2,
      let school = scores.indices.min(by: { (scores[$0], $0) < (scores[$1], $1) }),
      scores[school] < 0, let degree = scores.firstIndex(where: { $0 > 0 })
    else { return false }
    isDecided = true
    titleIsFirst = degree < school
    let border = titleIsFirst ? school : degree
    let (left, right) = (Array(parts[..<border]), Array(parts[border...]))
    position = (titleIsFirst ? left : right).joined(separator: ", ")
    setName((titleIsFirst ? right : left).joined(separator: ", "))
    return true
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

  static func isCapitalised(_ text: String) -> Bool {
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
