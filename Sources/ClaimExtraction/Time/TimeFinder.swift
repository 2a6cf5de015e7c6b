import ArchiveStorage

/// Finds time expressions in tokens.
struct TimeFinder {
  let calendar: ReleaseCalendar

  /// The expressions, in order, none overlapping; linear.
  func expressions(in tokens: [Token]) -> [TimeExpression] {
    var found: [TimeExpression] = []
    var index = 0
    while index < tokens.count {
      if mayOpen(at: index, in: tokens), let expression = expression(at: index, in: tokens) {
        found.append(expression)
        index = expression.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether an expression can begin here, as far as the word alone tells.
  private func mayOpen(at index: Int, in tokens: [Token]) -> Bool {
    let token = tokens[index]
    return token.signs.contains(.opensTime) || token.cycle != nil
      || !token.classes.isDisjoint(with: .month) || token.lemma == .someNumber
      || token.lemma == .someYear
      // "the liberty cycle", "U release", "'U' release"
      || tokens[index...].dropFirst().prefix(3).contains { $0.signs.contains(.cycleUnit) }
  }

  /// The words that an expression can begin with, and those that make one of a name before them.
  static let openings: [(words: Set<String>, sign: WordSign)] = [
    (prepositions, .opensTime), (fillers, .opensTime), (presents, .opensTime),
    (Set(units.keys), .opensTime), (Set(numbers.keys), .opensTime),
    (Set(measures.map(\.words[0])), .opensTime), (ownOpenings, .opensTime),
    (Set(TimePhrases.byFirstWord.keys), .opensTime),
    (Set(TimePhrases.leadsByFirstWord.keys), .opensTime), (cycleUnits, .cycleUnit),
  ]

  private static let prepositions: Set<String> = [
    "in", "during", "for", "since", "from", "over", "throughout", "within", "at", "until", "till",
    "through", "before", "after", "of", "by", "into", "as", "following", "on",
  ]
  private static let fillers: Set<String> = [
    "the", "this", "that", "these", "my", "our", "a", "an", "last", "past", "next", "upcoming",
    "coming", "current",
    "previous", "new", "few", "couple", "several", "whole", "entire", "early", "late", "mid",
    "first",
    "second", "third", "release", "openstack", "of", "end", "rest", "beginning", "start", "most",
    "all",
    "following", "same", "past", "recent", "many", "multiple", "three", "two", "four", "five",
    "six", "half",
    "part", "middle", "better", "very", "cycle", "official", "each", "every", "both", "latest",
    "as",
  ]
  private static let presents: Set<String> = [
    "now", "currently", "recently", "presently", "nowadays", "already", "today", "lately",
    "previously",
  ]
  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "last", "previous", "current", "past", "whole",
    "entire",
  ]
  private static let units: [String: Int] = [
    "year": 12, "years": 12, "yrs": 12, "month": 1, "months": 1, "decade": 120, "decades": 120,
    "cycle": 6, "cycles": 6, "release": 6, "releases": 6, "term": 12, "terms": 12, "week": 0,
    "weeks": 0, "days": 0, "semester": 6, "timeframe": 6, "summit": 0,
  ]
  private static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "couple": 2, "fourteen": 14, "thirteen": 13, "sixteen": 16, "eighteen": 18,
  ]

  private static let measures: [(words: [String], measure: Period.Measure)] = [
    (["over"], .over), (["almost"], .under), (["nearly"], .under), (["about"], .about),
    (["around"], .about), (["approximately"], .about), (["roughly"], .about), (["past"], .over),
    (["exceeding"], .over), (["more", "than"], .over), (["less", "than"], .under),
    (["at", "least"], .over),
  ]
  private static let ownOpenings: Set<String> = [
    "during", "throughout", "in", "over", "most", "much", "all", "part", "my", "our",
  ]

  private func expression(at start: Int, in tokens: [Token]) -> TimeExpression? {
    if let length = length(at: start, in: tokens) ?? own(at: start, in: tokens) { return length }
    let found = [phrase(at: start, in: tokens), point(at: start, in: tokens)].compactMap(\.self)
    return found.max { $0.tokens.count < $1.tokens.count }.map { withoutBareFor($0, in: tokens) }
  }

  /// "for the last three years" without its "for", which says no more than "the last three years".
  private func withoutBareFor(_ expression: TimeExpression, in tokens: [Token]) -> TimeExpression {
    guard expression.tokens.count > 1, word(expression.tokens.lowerBound, tokens) == "for" else {
      return expression
    }
    switch expression.meaning {
    case .length, .past, .open:
      return TimeExpression(
        tokens: expression.tokens.dropFirst(), meaning: expression.meaning, isSince: false)
    default: return expression
    }
  }

  /// Words that date as they stand: "right now", "in the near future", "a long time".
  private func phrase(at start: Int, in tokens: [Token]) -> TimeExpression? {
    guard let phrases = TimePhrases.byFirstWord[word(start, tokens)] else { return nil }
    for phrase in phrases {
      let end = start + phrase.words.count
      guard end <= tokens.count,
        zip(tokens[start..<end], phrase.words).allSatisfy({ $0.word.text == $1 })
      else { continue }
      return TimeExpression(
        tokens: start..<end, meaning: phrase.meaning, isSince: phrase.words[0] == "since")
    }
    return nil
  }

  /// "my first week at Example", "most of my time at Example", "throughout my tenure".
  private func own(at start: Int, in tokens: [Token]) -> TimeExpression? {
    var index = start
    let hasPreposition = ["during", "throughout", "in", "over"].contains(word(index, tokens))
    if hasPreposition { index += 1 }
    if ["most", "much", "all", "part"].contains(word(index, tokens)),
      word(index + 1, tokens) == "of"
    {
      index += 2
    }
    guard ["my", "our"].contains(word(index, tokens)) else { return nil }
    index += 1
    let hasOrdinal = Self.ordinals.contains(word(index, tokens))
    if hasOrdinal { index += 1 }
    let nouns = hasOrdinal ? ["week", "day", "month", "year", "term", "job"] : ["time", "tenure"]
    guard nouns.contains(word(index, tokens)) else { return nil }
    index += 1
    var end = index
    if ["at", "on", "with", "as", "in"].contains(word(index, tokens)) {
      end += 1
      if tokens.indices.contains(end), tokens[end].classes.contains(.determiner) { end += 1 }
      let name = end
      while tokens.indices.contains(end), end < name + 4, tokens[end].isWord,
        tokens[end].isCapitalised
      { end += 1 }
      if end == name { end = index }
    }
    guard end > index || hasPreposition else { return nil }
    index = end
    return TimeExpression(tokens: start..<index, meaning: .own, isSince: false)
  }

  /// "(a little) over 15 years", "about 2 years now", "3 years ago"
  private func length(at start: Int, in tokens: [Token]) -> TimeExpression? {
    var index = start
    var measure = Period.Measure.about
    var hasMeasure = false
    if word(index, tokens) == "for" { return nil }
    if word(index, tokens) == "a",
      word(index + 1, tokens) == "little" || word(index + 1, tokens) == "bit"
    {
      index += 2
    }
    if let found = Self.measures.first(where: { starts(with: $0.words, at: index, in: tokens) }) {
      (measure, hasMeasure) = (found.measure, true)
      index += found.words.count
    }
    let digits = word(index, tokens).prefix { $0.isNumber }
    var count = digits.isEmpty ? nil : Int(digits)
    if count == nil { count = Self.numbers[word(index, tokens)] }
    guard let number = count, number < 200 else { return nil }
    let isArticle = ["a", "an"].contains(word(index, tokens))
    index += 1
    if word(index, tokens) == "+" || word(index - 1, tokens).hasSuffix("+") {
      measure = .over
      if word(index, tokens) == "+" { index += 1 }
    }
    if word(index, tokens) == "of" { index += 1 }
    if ["full", "whole", "consecutive", "last", "past", "more"].contains(word(index, tokens)) {
      index += 1
    }
    guard let unit = Self.units[word(index, tokens)], unit > 0 else { return nil }
    index += 1
    var months = number * unit
    if word(index, tokens) == "and", word(index + 1, tokens) == "a",
      word(index + 2, tokens) == "half"
    {
      index += 3
      months += unit / 2
    }
    // "a release" is no length, "a year ago" is.
    guard !isArticle || hasMeasure || months > unit || ["ago", "now"].contains(word(index, tokens))
    else { return nil }
    if word(index, tokens) == "ago" {
      return TimeExpression(
        tokens: start..<(index + 1), meaning: .ago(months: months), isSince: false)
    }
    if word(index, tokens) == "now" { index += 1 }
    return TimeExpression(
      tokens: start..<index, meaning: .length(months: months, measure), isSince: false)
  }

  /// "since the Liberty cycle", "in 2014", "during the last cycle", "now"
  private func point(at start: Int, in tokens: [Token]) -> TimeExpression? {
    var index = start
    let first = word(index, tokens)
    if Self.presents.contains(first) {
      return TimeExpression(tokens: start..<(start + 1), meaning: .present, isSince: false)
    }
    var hasPreposition = Self.prepositions.contains(first)
    let isSince = first == "since" || first == "from" || first == "starting"
    if hasPreposition { index += 1 }
    if let lead = TimePhrases.leadsByFirstWord[first]?
      .first(where: { starts(with: $0, at: start, in: tokens) })
    {
      index = start + lead.count
      hasPreposition = true
    }
    var offset: Int?
    var sawUnit = false
    var sawBeginning = false
    var number: Int?
    while index < tokens.count, index - start < 9,
      Self.fillers.contains(word(index, tokens)) || isCount(index, tokens)
    {
      number = Int(word(index, tokens)) ?? Self.counts[word(index, tokens)] ?? number
      switch word(index, tokens) {
      case "last", "past", "previous": offset = -1
      case "next", "upcoming", "coming", "following", "new": offset = 1
      case "current", "this": offset = offset ?? 0
      case "beginning", "start": sawBeginning = true
      default: break
      }
      if Self.units[word(index, tokens)] != nil { sawUnit = true }
      index += 1
    }
    var named: TimeExpression.Meaning?
    if index < tokens.count {
      let text = word(index, tokens)
      if calendar.cycle(named: text) != nil,
        tokens[index].isCapitalised || text.first?.isNumber == true
          || Self.cycleUnits.contains(word(index + 1, tokens))
      {
        named = .cycle(text)
        index = end(ofCyclesFrom: index, in: tokens)
      } else if let letter = letter(at: &index, in: tokens) {
        named = .cycleLetter(letter)
      } else if let year = DateWords.year(text) {
        named = .year(year, month: nil)
        index += 1
      } else if let month = DateWords.month(text),
        hasPreposition || DateWords.year(word(index + 1, tokens)) != nil
      {
        var next = index + 1
        guard tokens[index].isCapitalised else { return nil }
        if let day = Int(word(next, tokens).prefix { $0.isNumber }), day <= 31 {
          next += 1
          named = .open
          index = next
        }
        if word(next, tokens) == "," || word(next, tokens) == "of" { next += 1 }
        if let year = DateWords.year(word(next, tokens)) {
          named = .year(year, month: month)
          index = next + 1
        }
      } else if Self.units[text] != nil {
        sawUnit = true
        index += 1
      } else if sawBeginning == false, hasPreposition, ["inception", "outset"].contains(text) {
        return TimeExpression(tokens: start..<(index + 1), meaning: .open, isSince: true)
      }
    }
    if let named {
      return TimeExpression(
        tokens: start..<min(index, tokens.count), meaning: named, isSince: isSince)
    }
    if sawUnit, let offset, index - start >= 2 {
      if word(index, tokens) == "cycle" { index += 1 }
      let end = min(index, tokens.count)
      let words = (start..<end).map { word($0, tokens) }
      let unit = words.reversed().lazy.compactMap { Self.units[$0] }.first
      let meaning: TimeExpression.Meaning =
        if let number, number > 1, let unit, unit > 0, offset < 0 {
          .length(months: number * unit, .about)
        } else if words.contains(where: { $0.hasPrefix("cycle") || $0.hasPrefix("release") }) {
          .cycleOffset(offset)
        } else if words.last == "year", !words.contains("half") {
          .yearOffset(offset)
        } else {
          offset < 0 ? .past : offset > 0 ? .future : .open
        }
      return TimeExpression(tokens: start..<end, meaning: meaning, isSince: isSince)
    }
    // "for the cycle" is the one that is spoken of.
    if sawUnit, hasPreposition, first != "of", word(index - 1, tokens) == "cycle",
      word(index - 2, tokens) == "the" || index - start == 2
    {
      return TimeExpression(tokens: start..<index, meaning: .cycleOffset(0), isSince: isSince)
    }
    if sawUnit, index > start,
      (start..<index).contains(where: { Self.manifold.contains(word($0, tokens)) })
    {
      if word(index, tokens) == "now" { index += 1 }
      return TimeExpression(tokens: start..<index, meaning: .past, isSince: isSince)
    }
    if first == "since", let end = end(ofSinceClauseFrom: start, in: tokens) {
      return TimeExpression(tokens: start..<end, meaning: .open, isSince: true)
    }
    if sawBeginning, hasPreposition, isSince || first == "at" {
      return TimeExpression(
        tokens: start..<end(ofPhraseFrom: index, in: tokens), meaning: .open, isSince: isSince)
    }
    return nil
  }

  /// The end of one or more cycles and what follows them: "2023.2 (Bobcat)", "Ocata and Pike", "the
  /// Train release cycle".
  private func end(ofCyclesFrom start: Int, in tokens: [Token]) -> Int {
    func isCycle(_ index: Int) -> Bool {
      calendar.cycle(named: word(index, tokens)) != nil
        && (tokens[index].isCapitalised || word(index, tokens).first?.isNumber == true)
    }
    func units(from index: Int) -> Int {
      var index = index
      while Self.cycleUnits.contains(word(index, tokens)) { index += 1 }
      return index
    }
    var index = start + 1
    if word(index, tokens) == "(", isCycle(index + 1), word(index + 2, tokens) == ")" { index += 3 }
    index = units(from: index)
    while ["and", "or", "to", "through", "till", "until", "/", ",", "&", "-"]
      .contains(word(index, tokens)), isCycle(index + 1)
    {
      index = units(from: index + 2)
    }
    return index
  }

  /// "U" of "the U cycle", "'Z' release"; moves `index` past the words.
  private func letter(at index: inout Int, in tokens: [Token]) -> Character? {
    let isQuoted = ["'", "\"", "\u{2018}", "\u{201C}"].contains(word(index, tokens))
    let place = isQuoted ? index + 1 : index
    guard tokens.indices.contains(place), tokens[place].isCapitalised,
      word(place, tokens).count == 1, let letter = word(place, tokens).first, letter != "i"
    else { return nil }
    var next = place + (isQuoted ? 2 : 1)
    guard Self.cycleUnits.contains(word(next, tokens)) else { return nil }
    while Self.cycleUnits.contains(word(next, tokens)) { next += 1 }
    index = next
    return letter
  }

  /// The end of "since the project began", "since its inception in 2014"; nil where "since" gives a
  /// reason.
  private func end(ofSinceClauseFrom start: Int, in tokens: [Token]) -> Int? {
    let after = word(start + 1, tokens)
    let next = word(start + 2, tokens)
    guard
      ["its", "inception", "before", "joining", "becoming", "starting", "day", "early", "just"]
        .contains(after)
        || ["the", "i", "it", "my", "we"].contains(after)
          && [
            "beginning", "start", "project", "inception", "joined", "started", "began", "became",
            "first", "was", "earliest", "early", "very",
          ].contains(next)
    else { return nil }
    var end = start + 2
    while end < tokens.count, end < start + 12, tokens[end].isWord,
      !["and", "but", "as", "when"].contains(word(end, tokens))
    { end += 1 }
    return end
  }

  private func starts(with words: [String], at index: Int, in tokens: [Token]) -> Bool {
    index + words.count <= tokens.count
      && zip(tokens[index...], words).allSatisfy { $0.word.text == $1 }
  }

  /// A number in digits before a unit: "the last 3 cycles".
  private func isCount(_ index: Int, _ tokens: [Token]) -> Bool {
    guard let number = Int(word(index, tokens)), (1..<100).contains(number) else { return false }
    return Self.units[word(index + 1, tokens)] != nil
  }

  private static let counts = numbers.filter { !["a", "an", "couple"].contains($0.key) }
  private static let cycleUnits: Set<String> = [
    "cycle", "cycles", "release", "releases", "development", "dev", "timeframe", "series",
    "timeline", "period",
  ]
  private static let manifold: Set<String> = [
    "several", "many", "multiple", "few", "couple", "numerous",
  ]

  /// "of the project" after "since the beginning".
  private func end(ofPhraseFrom index: Int, in tokens: [Token]) -> Int {
    guard word(index, tokens) == "of" else { return index }
    var end = index + 1
    if tokens.indices.contains(end), tokens[end].classes.contains(.determiner) { end += 1 }
    return tokens.indices.contains(end) && tokens[end].isWord ? end + 1 : index
  }

  private func word(_ index: Int, _ tokens: [Token]) -> String {
    tokens.indices.contains(index) ? tokens[index].word.text : ""
  }
}
