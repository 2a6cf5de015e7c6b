/// The time that the sentences of a section share: "Looking back at Newton", said once, dates all that
/// is told until another time is named.
struct SectionTimes {
  private var back: [TimeReader.Place?] = []
  private var ahead: [TimeReader.Place?] = []

  /// Reads a statement's sentences in order, given the time expressions of each; linear.
  init(_ layout: StatementLayout, _ contexts: [UnitContext], _ expressions: [[TimeExpression]]) {
    var (lastBack, lastAhead): (TimeReader.Place?, TimeReader.Place?)
    for (index, (unit, context)) in zip(layout.units, contexts).enumerated() {
      if context.isHeading { (lastBack, lastAhead) = (nil, nil) }
      back.append(lastBack)
      ahead.append(lastAhead)
      let opens = context.isHeading || unit.tokens.last?.word.text == ":"
      for expression in expressions[index] where expression.isOfSection {
        guard opens || Self.opensClause(expression, in: unit.tokens) else { continue }
        let place = TimeReader.Place(expression: expression, tokens: unit.tokens)
        let direction = Self.direction(of: expression, in: unit, ownCycle: context.ownCycle)
        if direction <= 0 { lastBack = place }
        if direction >= 0 { lastAhead = place }
      }
    }
  }

  /// The time that dates a sentence from before it.
  func time(before index: Int, looksBack: Bool) -> TimeReader.Place? {
    looksBack ? back[index] : ahead[index]
  }

  /// Whether an expression stands where it dates a sentence: at its head, or after a clause before the
  /// main one ("As you know, over the past year, …"). A time in mid-sentence dates its own clause.
  private static func opensClause(_ expression: TimeExpression, in tokens: [Token]) -> Bool {
    let start = expression.tokens.lowerBound
    return start <= 3 || start <= 14 && tokens[start - 1].word.text == ","
  }

  /// Below 0 for a time gone by, above 0 for one to come, 0 where the words do not tell.
  private static func direction(
    of expression: TimeExpression, in unit: SentenceUnit, ownCycle: Int?
  ) -> Int {
    switch expression.meaning {
    case .cycleOffset(let offset), .yearOffset(let offset): offset.signum()
    case .past: -1
    case .future: 1
    case .cycles, .cycleLetter:
      if let named = unit.tokens[expression.tokens].compactMap(\.cycle).max(), let ownCycle {
        named < ownCycle ? -1 : 1
      } else {
        0
      }
    case .length, .ago, .dates, .open, .own, .present: 0
    }
  }
}
