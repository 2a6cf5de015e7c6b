/// Finds the dates in one line by descending over its pieces; every way of writing one is a case here.
struct DateGrammar {
  let tokens: [DateToken]

  /// Prepares a line.
  init(_ content: String) { tokens = DateToken.all(in: content) }

  /// One date and where the reading goes on after it.
  struct Point {
    var first: PartialDate
    /// The end of what the words mean, for a quarter or half of a year; else the same date.
    var last: PartialDate
    var next: Int
    init(_ date: PartialDate, _ next: Int) { (first, last, self.next) = (date, date, next) }
  }

  enum Bound {
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
    // "2002, 2003 and 2004": from the first to the last.
    while point.first.month == nil, isSign(",", at: next),
      case .number(_, digits: 4)? = self.token(next + 1)?.kind
    {
      next += 2
    }
    if next > point.next, !isWord("and", at: next) { next = point.next }
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
    } else if isSign("/", at: next), point.first.month == nil,
      case .number(_, digits: 4)? = self.token(next + 1)?.kind
    {
      // 2010/2011 is an academic year.
      isSeparated = true
      next += 1
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

  func token(_ index: Int) -> DateToken? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  func word(at index: Int) -> String? {
    if case .word(let word)? = token(index)?.kind { word } else { nil }
  }

  func isWord(_ word: String, at index: Int) -> Bool { self.word(at: index) == word }

  func isSign(_ sign: Character, at index: Int) -> Bool {
    token(index)?.kind == .sign(sign)
  }
}
