// One date, in every way it is written; pairs of them are put together in `DateGrammar.swift`.

extension DateGrammar {
  func bound(at index: Int) -> Bound? {
    guard let token = token(index) else { return nil }
    switch token.kind {
    case .word(let word):
      // "the present", "zum heutigen Tag", "в настоящее время".
      let isLed = CalendarWord.leadsToPresent(word)
      if let present = isLed ? self.word(at: index + 1) : word, CalendarWord.isPresent(present) {
        let next = index + (isLed ? 2 : 1)
        return .present(next: CalendarWord.followsPresent(self.word(at: next)) ? next + 1 : next)
      }
      if let next = CalendarWord.presentPhrases.lazy.compactMap({ self.end(of: $0, at: index) })
        .first
      {
        return .present(next: next)
      }
      return dateAfterWord(word, at: index).map(Bound.date)
    case .number(let value, let digits):
      return dateAfterNumber(value, digits, at: index).map(Bound.date)
    case .sign("'"):
      guard case .number(let value, digits: 2)? = self.token(index + 1)?.kind else { return nil }
      return .date(Point(PartialDate(year: fullYear(value)), index + 2))
    case .sign("("):
      // "(2008)" inside a pair stands for the year.
      return nil
    default: return nil
    }
  }

  /// Where a phrase ends that begins here; nil where other words stand.
  private func end(of phrase: [String], at index: Int) -> Int? {
    let isThere = phrase.indices.allSatisfy { isWord(phrase[$0], at: index + $0) }
    return isThere ? index + phrase.count : nil
  }

  /// A date that begins with a word: a month, a season, a quarter, "early".
  private func dateAfterWord(_ word: String, at index: Int) -> Point? {
    if CalendarWord.isVague(word), let next = token(index + 1) {
      let skip = next.kind == .dash ? 2 : 1
      if case .date(let point)? = bound(at: index + skip) { return point }
      if CalendarWord.month(word) == nil { return nil }
    }
    if CalendarWord.isSeason(word) {
      var next = index + 1
      if isSign(",", at: next) || isWord("of", at: next) { next += 1 }
      guard let (year, end) = year(at: next) else { return nil }
      // 2011/12 names the winter that begins in 2011.
      if isSign("/", at: end), case .number? = token(end + 1)?.kind {
        return Point(PartialDate(year: year), end + 2)
      }
      return Point(PartialDate(year: year), end)
    }
    if word == "q" || word == "h", case .number(let part, digits: 1)? = token(index + 1)?.kind {
      return partOfYear(word, part, at: index + 2)
    }
    guard let month = CalendarWord.month(word) else { return nil }
    var next = index + 1
    if isSign(".", at: next) { next += 1 }
    // "October 1, 2014" names the day before the year.
    var day: Int?
    if case .number(let value, let digits)? = token(next)?.kind, digits <= 2,
      (1...31).contains(value)
    {
      var after = next + 1
      if let ordinal = self.word(at: after), ["st", "nd", "rd", "th"].contains(ordinal) {
        after += 1
      }
      if isSign(",", at: after) { after += 1 }
      if let (year, end) = year(at: after), after > next {
        day = value
        return Point(PartialDate(year: year, month: month, day: day), end)
      }
    }
    if isSign(",", at: next) || isSign("/", at: next) || token(next)?.kind == .dash
      || isWord("of", at: next) || isWord("de", at: next) || isWord("del", at: next)
    {
      next += 1
    }
    if let (year, end) = year(at: next) { return Point(PartialDate(year: year, month: month), end) }
    if case .number(let value, digits: 2)? = token(next)?.kind {
      return Point(PartialDate(year: fullYear(value), month: month), next + 1)
    }
    if isSign("'", at: next), case .number(let value, digits: 2)? = token(next + 1)?.kind {
      return Point(PartialDate(year: fullYear(value), month: month), next + 2)
    }
    return nil
  }

  /// A quarter or half of a year, whose months are certain.
  private func partOfYear(_ word: String, _ part: Int, at index: Int) -> Point? {
    let length = word == "q" ? 3 : 6
    guard (1...(12 / length)).contains(part) else { return nil }
    var next = index
    if isSign("/", at: next) || isSign(",", at: next) || token(next)?.kind == .dash { next += 1 }
    guard let (year, end) = year(at: next) else { return nil }
    var point = Point(PartialDate(year: year, month: (part - 1) * length + 1), end)
    point.last = PartialDate(year: year, month: part * length)
    return point
  }

  /// A date that begins with digits: `08/1996`, `2014-10`, `1 Oct 2014`, `2008`, `2014年10月`.
  private func dateAfterNumber(_ value: Int, _ digits: Int, at index: Int) -> Point? {
    if digits == 4, Self.years.contains(value) { return dateAfterYear(value, at: index) }
    guard digits <= 2, value >= 1 else { return nil }
    if let numeric = numericDate(value, at: index) { return numeric }
    // 1 October 2014, 1. Oktober 2014, 1er octobre 2014.
    guard value <= 31 else { return nil }
    var next = index + 1
    if isSign(".", at: next) { next += 1 }
    if let ordinal = word(at: next), ["st", "nd", "rd", "th", "er", "de", "of"].contains(ordinal) {
      next += 1
    }
    guard let word = word(at: next), CalendarWord.month(word) != nil,
      var point = dateAfterWord(word, at: next), point.first.day == nil
    else { return nil }
    point.first.day = value
    point.last = point.first
    return point
  }

  private func dateAfterYear(_ year: Int, at index: Int) -> Point? {
    let next = index + 1
    if case .word(let sign)? = token(next)?.kind, sign == "年" || sign == "년" {
      if case .number(let month, let digits)? = token(next + 1)?.kind, digits <= 2,
        (1...12).contains(month)
      {
        let hasSign = isWord("月", at: next + 2) || isWord("월", at: next + 2)
        return Point(PartialDate(year: year, month: month), next + (hasSign ? 3 : 2))
      }
      return Point(PartialDate(year: year), next + 1)
    }
    guard let separator = token(next), !separator.isSpaced, let month = token(next + 1),
      !month.isSpaced,
      case .number(let value, digits: 2) = month.kind, (1...12).contains(value)
    else {
      // 2015 Q3, 2014 Oct.
      if let word = word(at: next), word == "q",
        case .number(let part, digits: 1)? = token(next + 1)?.kind,
        (1...4).contains(part)
      {
        var point = Point(PartialDate(year: year, month: part * 3 - 2), next + 2)
        point.last = PartialDate(year: year, month: part * 3)
        return point
      }
      return Point(PartialDate(year: year), next)
    }
    switch separator.kind {
    case .dash:
      // 2010–12 with a true dash is two years; with a hyphen it is ISO 8601's month, unless the
      // number can only be a later year.
      guard separator.isHyphen else { return Point(PartialDate(year: year), next) }
    case .sign("/"), .sign("."): break
    default: return Point(PartialDate(year: year), next)
    }
    var date = PartialDate(year: year, month: value)
    var end = next + 2
    if let second = token(end), second.kind == separator.kind, !second.isSpaced,
      case .number(let day, digits: 2)? = token(end + 1)?.kind, (1...31).contains(day),
      token(end + 1)?.isSpaced == false
    {
      date.day = day
      end += 2
    }
    return Point(date, end)
  }

  /// `08/1996`, `31.12.2010`, `12/31/2010`.
  private func numericDate(_ value: Int, at index: Int) -> Point? {
    guard let separator = token(index + 1), let second = token(index + 2),
      case .number(let secondValue, let secondDigits) = second.kind
    else { return nil }
    let isSlash = separator.kind == .sign("/")
    guard isSlash || separator.kind == .sign(".") || separator.kind == .dash && !separator.isSpaced
    else {
      return nil
    }
    if secondDigits == 4 {
      guard (1...12).contains(value), Self.years.contains(secondValue) else { return nil }
      return Point(PartialDate(year: secondValue, month: value), index + 3)
    }
    if secondDigits == 2, isSlash, value <= 12,
      token(index + 3)?.kind == .dash || token(index - 1)?.kind == .dash,
      Self.years.contains(fullYear(secondValue)), secondValue > 12 || secondValue == 0
    {
      // 08/96 – 06/99.
      return Point(PartialDate(year: fullYear(secondValue), month: value), index + 3)
    }
    guard secondDigits <= 2, token(index + 3)?.kind == separator.kind,
      case .number(let year, digits: 4)? = token(index + 4)?.kind, Self.years.contains(year)
    else { return nil }
    // With slashes the day may stand first or second; only a number above 12 tells.
    let (day, month) = isSlash && value <= 12 ? (secondValue, value) : (value, secondValue)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let isCertain = !isSlash || value > 12 || secondValue > 12
    return Point(PartialDate(year: year, month: month, day: isCertain ? day : nil), index + 5)
  }

  static let years = 1930...2100

  private func year(at index: Int) -> (Int, next: Int)? {
    guard case .number(let value, digits: 4)? = token(index)?.kind, Self.years.contains(value)
    else { return nil }
    return (value, index + 1)
  }

  /// The century that two digits most likely mean: up to 30 this one, else the last.
  private func fullYear(_ twoDigits: Int) -> Int {
    twoDigits <= 30 ? 2000 + twoDigits : 1900 + twoDigits
  }
}
