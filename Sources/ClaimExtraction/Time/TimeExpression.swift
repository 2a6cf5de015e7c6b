import ArchiveStorage

/// A stretch of words that dates something: "since the Liberty cycle", "over 15 years", "last cycle".
struct TimeExpression {
  /// Indices of the tokens.
  let tokens: Range<Int>
  /// What the words count from or in.
  enum Meaning {
    /// "over 15 years": months, and how they are meant.
    case length(months: Int, Period.Measure)
    /// "3 years ago"
    case ago(months: Int)
    /// A named cycle.
    case cycle(String)
    /// "last cycle", "next cycle": cycles before or after the one of the day it was written.
    case cycleOffset(Int)
    case year(Int, month: Int?)
    /// "now", "currently"
    case present
    /// Words that date without saying when: "from the beginning".
    case open
  }
  let meaning: Meaning
  /// Whether it says where something began and goes on.
  let isSince: Bool
}

/// Finds time expressions in tokens.
struct TimeFinder {
  let calendar: ReleaseCalendar

  /// The expressions, in order, none overlapping; linear.
  func expressions(in tokens: [Token]) -> [TimeExpression] {
    var found: [TimeExpression] = []
    var index = 0
    while index < tokens.count {
      if let expression = expression(at: index, in: tokens) {
        found.append(expression)
        index = expression.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

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
    "previously", "formerly", "originally", "initially",
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

  private func expression(at start: Int, in tokens: [Token]) -> TimeExpression? {
    length(at: start, in: tokens) ?? point(at: start, in: tokens)
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
    let measures: [(String, Period.Measure)] = [
      ("over", .over), ("almost", .under), ("nearly", .under), ("about", .about),
      ("around", .about),
      ("approximately", .about), ("roughly", .about), ("past", .over), ("exceeding", .over),
    ]
    if let (_, found) = measures.first(where: { $0.0 == word(index, tokens) }) {
      (measure, hasMeasure) = (found, true)
      index += 1
    } else if ["more", "less"].contains(word(index, tokens)), word(index + 1, tokens) == "than" {
      (measure, hasMeasure) = (word(index, tokens) == "more" ? .over : .under, true)
      index += 2
    } else if word(index, tokens) == "at", word(index + 1, tokens) == "least" {
      (measure, hasMeasure) = (.over, true)
      index += 2
    }
    let digits = word(index, tokens).prefix { $0.isNumber }
    var count = digits.isEmpty ? nil : Int(digits)
    if count == nil { count = Self.numbers[word(index, tokens)] }
    guard let number = count, number < 200, hasMeasure || word(index, tokens) != "a" else {
      return nil
    }
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
    if word(index, tokens) == "ago" {
      return TimeExpression(
        tokens: start..<(index + 1), meaning: .ago(months: number * unit), isSince: false)
    }
    if word(index, tokens) == "now" { index += 1 }
    return TimeExpression(
      tokens: start..<index, meaning: .length(months: number * unit, measure), isSince: false)
  }

  /// "since the Liberty cycle", "in 2014", "during the last cycle", "now"
  private func point(at start: Int, in tokens: [Token]) -> TimeExpression? {
    var index = start
    let first = word(index, tokens)
    if Self.presents.contains(first) {
      return TimeExpression(tokens: start..<(start + 1), meaning: .present, isSince: false)
    }
    if first == "most", word(index + 1, tokens) == "recently" {
      return TimeExpression(tokens: start..<(start + 2), meaning: .present, isSince: false)
    }
    if first == "since", word(index + 1, tokens) == "then" {
      return TimeExpression(tokens: start..<(start + 2), meaning: .open, isSince: true)
    }
    let hasPreposition = Self.prepositions.contains(first)
    let isSince = first == "since" || first == "from"
    if hasPreposition { index += 1 }
    var offset: Int?
    var sawUnit = false
    var sawBeginning = false
    while index < tokens.count, index - start < 7, Self.fillers.contains(word(index, tokens)) {
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
      {
        named = .cycle(text)
        index += 1
        if word(index, tokens) == "(" || word(index, tokens) == "/" {
          // "2023.2 (Bobcat)", "Liberty/Mitaka"
          if calendar.cycle(named: word(index + 1, tokens)) != nil {
            index += word(index, tokens) == "(" ? 3 : 2
          }
        }
        if Self.units[word(index, tokens)] != nil { index += 1 }
        if word(index, tokens) == "cycle" { index += 1 }
      } else if let year = DateWords.year(text) {
        named = .year(year, month: nil)
        index += 1
      } else if let month = DateWords.month(text),
        hasPreposition || DateWords.year(word(index + 1, tokens)) != nil
      {
        var next = index + 1
        if !tokens[index].isCapitalised { return nil }
        if let day = Int(word(next, tokens).prefix { $0.isNumber }), day <= 31 { next += 1 }
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
      let isCycle = (start..<min(index, tokens.count)).contains {
        word($0, tokens).hasPrefix("cycle") || word($0, tokens).hasPrefix("release")
      }
      return TimeExpression(
        tokens: start..<min(index, tokens.count), meaning: isCycle ? .cycleOffset(offset) : .open,
        isSince: isSince)
    }
    if sawBeginning, hasPreposition, isSince || first == "at" {
      return TimeExpression(
        tokens: start..<end(ofPhraseFrom: index, in: tokens), meaning: .open, isSince: isSince)
    }
    return nil
  }

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
