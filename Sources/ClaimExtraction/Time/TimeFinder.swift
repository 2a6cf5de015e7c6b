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
        index = expression.tokens.upperBound
        // "three cycles since Liberty" is one expression, and says when it began.
        if let last = found.last, last.tokens.upperBound == expression.tokens.lowerBound,
          case .length = last.meaning, expression.continues
        {
          found.removeLast()
          found.append(expression.beginning(at: last.tokens.lowerBound))
        } else {
          found.append(expression)
        }
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

  private func expression(at start: Int, in tokens: [Token]) -> TimeExpression? {
    let found: TimeExpression? =
      if let length = length(at: start, in: tokens) ?? own(at: start, in: tokens) {
        length
      } else {
        [phrase(at: start, in: tokens), point(at: start, in: tokens)].compactMap(\.self)
          .max { $0.tokens.count < $1.tokens.count }.map { withoutBareFor($0, in: tokens) }
      }
    return found.map { withNames($0, in: tokens) }
  }

  /// "the last two cycles, namely Liberty and Mitaka"
  private func withNames(_ expression: TimeExpression, in tokens: [Token]) -> TimeExpression {
    var start = expression.tokens.upperBound
    if word(start, tokens) == "," { start += 1 }
    guard word(start, tokens) == "namely", let named = point(at: start + 1, in: tokens),
      named.meaning.isRange
    else { return withBracket(expression, in: tokens) }
    return TimeExpression(
      tokens: expression.tokens.lowerBound..<named.tokens.upperBound, meaning: named.meaning,
      isSince: expression.isSince)
  }

  /// "three cycles (Liberty to Newton)", "the next cycle (2024.1)": with the bracket that names the time.
  private func withBracket(_ expression: TimeExpression, in tokens: [Token]) -> TimeExpression {
    let open = expression.tokens.upperBound
    guard word(open, tokens) == "(",
      let close = tokens[open...].prefix(12).firstIndex(where: { $0.word.text == ")" }),
      close > open + 1
    else { return expression }
    let isNamed = ((open + 1)..<close).allSatisfy { index in
      cycleName(at: index, in: tokens) != nil || year(at: index, in: tokens) != nil
        || TimeWords.joints.contains(word(index, tokens))
        || TimeWords.cycleUnits.contains(word(index, tokens))
        || DateWords.month(word(index, tokens)) != nil
    }
    guard isNamed else { return expression }
    let named = point(at: open + 1, in: tokens)
    return TimeExpression(
      tokens: expression.tokens.lowerBound..<(close + 1),
      meaning: named.map(\.meaning) ?? expression.meaning, isSince: expression.isSince)
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
    let hasOrdinal = TimeWords.ordinals.contains(word(index, tokens))
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
        tokens[end].isCapitalised, !tokens[end].classes.contains(.author)
      { end += 1 }
      if ["community", "project", "team"].contains(word(end, tokens)) { end += 1 }
      if end == name { end = index }
    }
    guard end > index || hasPreposition else { return nil }
    index = end
    return TimeExpression(tokens: start..<index, meaning: .own, isSince: false)
  }

  func starts(with words: [String], at index: Int, in tokens: [Token]) -> Bool {
    index + words.count <= tokens.count
      && zip(tokens[index...], words).allSatisfy { $0.word.text == $1 }
  }

  func word(_ index: Int, _ tokens: [Token]) -> String {
    tokens.indices.contains(index) ? tokens[index].word.text : ""
  }
}
