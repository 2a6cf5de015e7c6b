import ArchiveStorage
import MailParsing
import ResumeReading

/// Finds the words that date a claim and says what they mean on the day the statement was written.
struct TimeReader {
  let calendar: ReleaseCalendar
  let writtenAt: MailDate?

  /// The expression that dates a candidate: one inside it, else one that its clause hangs on, else the
  /// one of the lead-in or heading that governs it.
  func expression(
    for candidate: Candidate, unit: SentenceUnit, context: UnitContext, in text: ScalarText
  ) -> (words: String, period: Period?)? {
    let finder = TimeFinder(calendar: calendar)
    func result(_ expression: TimeExpression, _ tokens: [Token]) -> (String, Period?) {
      let first = tokens[expression.tokens.lowerBound].range.lowerBound
      let last = tokens[expression.tokens.upperBound - 1].range.upperBound
      let words = text.string(first..<last).split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      return (words, period(of: expression))
    }
    let inSentence = finder.expressions(in: unit.tokens)
    let inside = inSentence.filter { candidate.tokens.overlaps($0.tokens) }
    if let best = inside.max(by: { weight($0) < weight($1) }) { return result(best, unit.tokens) }
    // An adverbial that opens the sentence, or follows at once, dates the clause beside it.
    if let near = inSentence.last(where: {
      $0.tokens.upperBound <= candidate.tokens.lowerBound && weight($0) > 1
    })
      ?? inSentence.first(where: {
        $0.tokens.lowerBound >= candidate.tokens.upperBound
          && $0.tokens.lowerBound - candidate.tokens.upperBound <= 2
      })
    {
      return result(near, unit.tokens)
    }
    for governing in [context.isItem ? context.governor : [], context.heading] {
      if let found = finder.expressions(in: governing).max(by: { weight($0) < weight($1) }),
        weight(found) > 1
      {
        return result(found, governing)
      }
    }
    return nil
  }

  /// How much an expression tells: a length or a named time more than "now".
  private func weight(_ expression: TimeExpression) -> Int {
    switch expression.meaning {
    case .length: 5
    case .ago, .cycle, .year: expression.isSince ? 6 : 4
    case .cycleOffset: 3
    case .open: expression.isSince ? 4 : 2
    case .present: 1
    }
  }

  /// What an expression means; nil where it cannot be resolved.
  func period(of expression: TimeExpression) -> Period? {
    let today = writtenAt?.day
    switch expression.meaning {
    case .length(let months, let measure):
      return Period(months: months, measure: measure)
    case .ago(let months):
      return today.map { Period(start: $0.moved(byMonths: -months)) }
    case .cycle(let name):
      return calendar.cycle(named: name).map { period(of: $0, isSince: expression.isSince) }
    case .cycleOffset(let offset):
      guard let today, let cycle = calendar.cycle(at: today, offset: offset) else { return nil }
      return period(of: cycle, isSince: expression.isSince)
    case .year(let year, let month):
      let day = PartialDate(year: year, month: month)
      return expression.isSince ? Period(start: day) : Period(start: day, end: day)
    case .present:
      return today.map { Period(end: $0) }
    case .open:
      return nil
    }
  }

  private func period(of cycle: ReleaseCalendar.Cycle, isSince: Bool) -> Period {
    Period(start: cycle.start, end: isSince ? nil : cycle.end)
  }
}
