/// The time that the sentences of a section share: "Looking back at Newton", said once, dates all that
/// is told until another time is named.
struct SectionTimes {
  private var back: [TimeReader.Place?] = []
  private var ahead: [TimeReader.Place?] = []

  /// Reads a statement's sentences in order; linear.
  init(_ layout: StatementLayout, _ contexts: [UnitContext], finder: TimeFinder) {
    var (lastBack, lastAhead): (TimeReader.Place?, TimeReader.Place?)
    for (unit, context) in zip(layout.units, contexts) {
      if context.isHeading { (lastBack, lastAhead) = (nil, nil) }
      back.append(lastBack)
      ahead.append(lastAhead)
      let opens = context.isHeading || unit.tokens.last?.word.text == ":"
      for expression in finder.expressions(in: unit.tokens) where expression.isOfSection {
        // A time in mid-sentence dates its own clause.
        guard opens || expression.tokens.lowerBound <= 3 else { continue }
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

  /// Below 0 for a time gone by, above 0 for one to come, 0 where the words do not tell.
  private static func direction(
    of expression: TimeExpression, in unit: SentenceUnit, ownCycle: Int?
  ) -> Int {
    switch expression.meaning {
    case .cycleOffset(let offset), .yearOffset(let offset): offset.signum()
    case .past: -1
    case .future: 1
    case .cycle, .cycleLetter:
      if let named = unit.tokens[expression.tokens].compactMap(\.cycle).max(), let ownCycle {
        named < ownCycle ? -1 : 1
      } else {
        0
      }
    case .length, .ago, .year, .open, .own, .present: 0
    }
  }
}
