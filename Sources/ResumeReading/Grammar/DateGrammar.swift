/// Finds the dates in one line by descending over its pieces; every way of writing one is a case here.
struct DateGrammar {
  private let tokens: [DateToken]

  /// Prepares a line.
  init(_ content: String) { tokens = DateToken.all(in: content) }

  /// One date and where the reading goes on after it.
  private struct Point {
    var first: PartialDate
    /// The end of what the words mean, for a quarter or half of a year; else the same date.
    var last: PartialDate
    var next: Int
    init(_ date: PartialDate, _ next: Int) { (first, last, self.next) = (date, date, next) }
  }

  private enum Bound {
    case date(Point)
    case present(next: Int)
    var next: Int {
      switch self {
      case .date(let point): point.next
      case .present(let next): next
      }
    }
  }

  /// Every date or pair of dates, from the left.
  func spans() -> [DateSpan] {
    var spans: [DateSpan] = []
    var index = 0
    while index < tokens.count {
      if let (span, next) = span(at: index) {
        spans.append(span)
        index = max(next, index + 1)
      } else {
        index += 1
      }
    }
    return spans
  }

  private func span(at index: Int) -> (DateSpan, next: Int)? {
    if let word = word(at: index), CalendarWord.isSince(word) || CalendarWord.isFrom(word),
      case .date(let point)? = bound(at: index + 1)
    {
      if let closed = closed(from: point, at: index) { return closed }
      guard CalendarWord.isSince(word) else { return nil }
      return (made(point.first, nil, current: true, index, point.next), point.next)
    }
    if let word = word(at: index), word == "until" || word == "till" || word == "bis",
      case .date(let point)? = bound(at: index + 1)
    {
      return (made(nil, point.last, current: false, index, point.next), point.next)
    }
    if let shared = sharedYear(at: index) { return shared }
    guard case .date(let point)? = bound(at: index) else { return nil }
    if let closed = closed(from: point, at: index) { return closed }
    if let open = open(after: point, at: index) { return open }
    var span = made(point.first, point.last, current: false, index, point.next)
    span.isRange = false
    if point.first == point.last { span.end = nil }
    return (span, point.next)
  }

  /// A second date or "present" after the first.
  private func closed(from point: Point, at index: Int) -> (DateSpan, next: Int)? {
    var next = point.next
    guard let token = token(next) else { return nil }
    var isSeparated = false
    if token.kind == .dash {
      isSeparated = true
      next += 1
      if let word = word(at: next), CalendarWord.isUntil(word) { next += 1 }
    } else if case .word(let word) = token.kind, CalendarWord.isUntil(word) || word == "and" {
      isSeparated = true
      next += 1
      if let second = self.word(at: next), ["au", "a", "al", "la"].contains(second) { next += 1 }
    } else if isSign(",", at: next), case .present(let end)? = bound(at: next + 1) {
      return (made(point.first, nil, current: true, index, end), end)
    } else if case .present(let end)? = bound(at: next) {
      return (made(point.first, nil, current: true, index, end), end)
    }
    guard isSeparated else { return nil }
    switch bound(at: next) {
    case .present(let end): return (made(point.first, nil, current: true, index, end), end)
    case .date(let last):
      return (made(point.first, last.last, current: false, index, last.next), last.next)
    case nil: return shortYear(after: point, at: next, from: index)
    }
  }

  /// The last two digits of a year after a whole one: `2014–16`.
  private func shortYear(after point: Point, at next: Int, from index: Int) -> (
    DateSpan, next: Int
  )? {
    guard case .number(let value, digits: 2)? = token(next)?.kind, point.first.month == nil,
      value > point.first.year % 100, !isSign("/", at: next + 1)
    else { return nil }
    let end = PartialDate(year: point.first.year / 100 * 100 + value)
    return (made(point.first, end, current: false, index, next + 1), next + 1)
  }

  /// A dash with nothing behind it: `2014 –`.
  private func open(after point: Point, at index: Int) -> (DateSpan, next: Int)? {
    guard token(point.next)?.kind == .dash else { return nil }
    let next = point.next + 1
    guard
      token(next).map(\.isColumn) ?? true || isSign(")", at: next) || isSign("]", at: next)
        || isSign("?", at: next)
    else { return nil }
    return (made(point.first, nil, current: true, index, next), next)
  }

  /// Two months of one year: `Jan – Mar 2015`, `May to August 2011`.
  private func sharedYear(at index: Int) -> (DateSpan, next: Int)? {
    guard let word = word(at: index), let month = CalendarWord.month(word) else { return nil }
    var next = index + 1
    if isSign(".", at: next) { next += 1 }
    guard let separator = token(next) else { return nil }
    if case .word(let word) = separator.kind {
      guard CalendarWord.isUntil(word) else { return nil }
    } else if separator.kind != .dash && separator.kind != .sign("/") {
      return nil
    }
    guard case .date(let last)? = bound(at: next + 1), let lastMonth = last.first.month else {
      return nil
    }
    let first = PartialDate(year: last.first.year - (month > lastMonth ? 1 : 0), month: month)
    return (made(first, last.last, current: false, index, last.next), last.next)
  }

  private func made(
    _ start: PartialDate?, _ end: PartialDate?, current: Bool, _ first: Int, _ next: Int
  ) -> DateSpan {
    DateSpan(
      start: start, end: end, isCurrent: current, isRange: true,
      range: tokens[first].range.lowerBound..<tokens[next - 1].range.upperBound)
  }

  // MARK: One date

  private func bound(at index: Int) -> Bound? {
    guard let token = token(index) else { return nil }
    switch token.kind {
    case .word(let word):
      if CalendarWord.isPresent(word) { return .present(next: index + 1) }
      // "the present", "zum heutigen Tag", "в настоящее время": a small word before the one that says it.
      if ["the", "zu", "zum", "le", "la", "ce", "in", "en", "em", "в", "настоящее"].contains(word),
        let second = self.word(at: index + 1), CalendarWord.isPresent(second)
      {
        return .present(next: index + (self.word(at: index + 2) == "время" ? 3 : 2))
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

  /// A date that begins with a word: a month, a season, a quarter, "early".
  private func dateAfterWord(_ word: String, at index: Int) -> Point? {
    if CalendarWord.isVague(word), let next = token(index + 1) {
      let skip = next.kind == .dash ? 2 : 1
      if case .date(let point)? = bound(at: index + skip), point.first.month == nil || word == "of"
      {
        return point
      }
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

  private static let years = 1930...2100

  private func year(at index: Int) -> (Int, next: Int)? {
    guard case .number(let value, digits: 4)? = token(index)?.kind, Self.years.contains(value)
    else { return nil }
    return (value, index + 1)
  }

  /// The century that two digits most likely mean: up to 30 this one, else the last.
  private func fullYear(_ twoDigits: Int) -> Int {
    twoDigits <= 30 ? 2000 + twoDigits : 1900 + twoDigits
  }

  // MARK: Pieces

  private func token(_ index: Int) -> DateToken? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  private func word(at index: Int) -> String? {
    if case .word(let word)? = token(index)?.kind { word } else { nil }
  }

  private func isWord(_ word: String, at index: Int) -> Bool { self.word(at: index) == word }

  private func isSign(_ sign: Character, at index: Int) -> Bool {
    token(index)?.kind == .sign(sign)
  }
}
