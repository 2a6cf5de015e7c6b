package import ArchiveStorage
package import MailParsing
import ResumeReading

/// Finds the words that date a claim and says what they mean on the day the statement was written.
package struct TimeReader {
  private let calendar: ReleaseCalendar
  private let writtenAt: MailDate?
  private let layout: StatementLayout
  private let contexts: [UnitContext]
  /// The expressions of each sentence.
  private lazy var expressions = layout.units.map { finder.expressions(in: $0.tokens) }
  private lazy var sections = SectionTimes(layout, contexts, expressions)
  private var finder: TimeFinder { TimeFinder(calendar: calendar) }

  /// Makes a reader of a statement's claims, given the context of each of its sentences.
  init(
    calendar: ReleaseCalendar, writtenAt: MailDate?, layout: StatementLayout,
    contexts: [UnitContext]
  ) {
    self.calendar = calendar
    self.writtenAt = writtenAt
    self.layout = layout
    self.contexts = contexts
  }

  /// Makes a reader of a statement.
  package init(calendar: ReleaseCalendar, writtenAt: MailDate?, layout: StatementLayout) {
    self.init(
      calendar: calendar, writtenAt: writtenAt, layout: layout, contexts: layout.contexts())
  }

  /// The words that date the sentence at an index, all of it read as one claim.
  package mutating func time(
    ofSentence index: Int, kind: Claim.Kind
  ) -> (words: String, period: Period?)? {
    time(
      of: Candidate(tokens: layout.units[index].tokens.indices), kind: kind, inUnit: index)
  }

  /// Where an expression stands: tokens of a sentence, a heading or a lead-in.
  struct Place {
    var expression: TimeExpression
    var tokens: [Token]
  }

  /// The words that date a candidate of the sentence at an index, and what they mean; nil where nothing
  /// does.
  mutating func time(
    of candidate: Candidate, kind: Claim.Kind, inUnit index: Int
  ) -> (words: String, period: Period?)? {
    place(of: candidate, kind: kind, inUnit: index).map { place in
      // A post is held for a time, a candidacy is for one.
      let isHeld = kind == .role || kind == .tenure
      let range =
        isHeld && place.tokens[place.expression.tokens.lowerBound].word.text == "for"
          && place.expression.tokens.count > 1
        ? place.expression.tokens.dropFirst() : place.expression.tokens
      let words = layout.text.string(
        place.tokens[range.lowerBound].range
          .lowerBound..<place.tokens[range.upperBound - 1].range
          .upperBound)
      return (
        words.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        period(of: place.expression)
      )
    }
  }

  /// The expression that dates a candidate: one inside it, else one that its clause hangs on, else the
  /// one of the lead-in, heading or section that governs it: of times around, what was done takes one gone
  /// by and what is planned one to come.
  private mutating func place(
    of candidate: Candidate, kind: Claim.Kind, inUnit index: Int
  ) -> Place? {
    let unit = layout.units[index]
    let context = contexts[index]
    let inSentence = expressions[index]
    let inside = inSentence.filter { candidate.tokens.overlaps($0.tokens) }
      .max { $0.weight < $1.weight }
    let isWork = kind == .contribution || kind == .intent
    let looksBack = kind != .intent
    // "now" and, in a plan, "as in past cycles" date only what nothing else does.
    let isFirm = inside.map { $0.weight > 1 && (looksBack || !$0.isPast) || !isWork } ?? false
    if isFirm { return inside.map { Place(expression: $0, tokens: unit.tokens) } }
    // An adverbial that opens the sentence, or follows at once, dates the clause beside it.
    let near =
      inSentence.last {
        $0.tokens.upperBound <= candidate.tokens.lowerBound
          && ($0.weight > 1 || $0.tokens.lowerBound <= 1)
      }
      ?? inSentence.first {
        $0.tokens.lowerBound >= candidate.tokens.upperBound
          && $0.tokens.lowerBound - candidate.tokens.upperBound <= 2
      }
    if let near, near.weight > 1 || inside == nil, kind != .candidacy || !near.isSince,
      looksBack || !near.isPast
    {
      return Place(expression: near, tokens: unit.tokens)
    }
    if let behind = afterthought(toSentence: index) { return behind }
    for governing in [context.isItem ? context.governor : [], context.heading] {
      if let found = finder.expressions(in: governing).max(by: { $0.weight < $1.weight }),
        found.weight > 1, isWork || !found.isOfSection,
        looksBack ? !found.isFuture : !found.isPast
      {
        return Place(expression: found, tokens: governing)
      }
    }
    if isWork, inside == nil, let section = sections.time(before: index, looksBack: looksBack) {
      return section
    }
    return inside.map { Place(expression: $0, tokens: unit.tokens) }
  }

  /// The time that the next sentence gives and nothing else: "I maintain it. I have done so since 2011."
  private mutating func afterthought(toSentence index: Int) -> Place? {
    let next = index + 1
    guard next < layout.units.count, layout.units[next].block == layout.units[index].block,
      expressions[next].count == 1, let expression = expressions[next].first, expression.weight > 3
    else { return nil }
    let tokens = layout.units[next].tokens
    let others = tokens.indices.filter { tokens[$0].isWord && !expression.tokens.contains($0) }
    guard others.count < 6,
      others.allSatisfy({
        !tokens[$0].classes.isDisjoint(with: [.author, .be, .have, .do, .manner])
          || ["this", "that", "it", "so", "and", "all"].contains(tokens[$0].word.text)
      })
    else { return nil }
    return Place(expression: expression, tokens: tokens)
  }

  /// What an expression means; nil where it cannot be resolved.
  private func period(of expression: TimeExpression) -> Period? {
    let today = writtenAt?.day
    switch expression.meaning {
    case .length(let months, let measure):
      return Period(months: months, measure: measure)
    case .ago(let months):
      return today.map { Period(start: $0.moved(byMonths: -months)) }
    case .cycles(let first, let last):
      guard let first = calendar.cycle(named: first), let last = calendar.cycle(named: last) else {
        return nil
      }
      // "Pike and Ocata" are named in any order.
      let (early, late) = first.start < last.start ? (first, last) : (last, first)
      return Period(start: early.start, end: expression.isSince ? nil : late.end)
    case .cycleLetter(let letter):
      guard let today, let cycle = calendar.cycle(withInitial: letter, near: today) else {
        return nil
      }
      return period(of: cycle, isSince: expression.isSince)
    case .cycleOffset(let offset):
      guard let today, let cycle = calendar.cycle(at: today, offset: offset) else { return nil }
      return period(of: cycle, isSince: expression.isSince)
    case .dates(let first, let last):
      return Period(start: first, end: expression.isSince ? nil : last)
    case .yearOffset(let offset):
      return today.map {
        period(of: PartialDate(year: $0.year + offset), isSince: expression.isSince)
      }
    case .present:
      return today.map { Period(end: $0) }
    case .open, .own, .past, .future:
      return nil
    }
  }

  private func period(of date: PartialDate, isSince: Bool) -> Period {
    isSince ? Period(start: date) : Period(start: date, end: date)
  }

  private func period(of cycle: ReleaseCalendar.Cycle, isSince: Bool) -> Period {
    Period(start: cycle.start, end: isSince ? nil : cycle.end)
  }
}

extension TimeExpression {
  /// How much it tells: a length or a named time more than "now".
  var weight: Int {
    switch meaning {
    case .length, .own: 5
    case .ago, .cycles, .cycleLetter, .dates: isSince ? 6 : 4
    case .cycleOffset, .yearOffset: 3
    case .open, .past, .future: isSince ? 4 : 2
    case .present: 1
    }
  }

  /// Whether it says by itself that its time has gone by.
  var isPast: Bool {
    switch meaning {
    case .cycleOffset(let offset), .yearOffset(let offset): offset < 0
    case .past, .ago: true
    case .length, .own, .cycles, .cycleLetter, .dates, .present, .open, .future: isSince
    }
  }

  /// Whether it says by itself that its time is to come.
  var isFuture: Bool {
    switch meaning {
    case .cycleOffset(let offset), .yearOffset(let offset): offset > 0
    case .future: true
    case .length, .own, .ago, .cycles, .cycleLetter, .dates, .present, .open, .past: false
    }
  }

  /// Whether it dates what is told around it, rather than one fact alone.
  var isOfSection: Bool {
    switch meaning {
    case .cycles, .cycleLetter, .cycleOffset, .yearOffset, .past, .future: !isSince
    case .length, .ago, .dates, .open, .own, .present: false
    }
  }
}
