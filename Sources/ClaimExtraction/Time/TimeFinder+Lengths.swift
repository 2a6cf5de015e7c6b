import ArchiveStorage

extension TimeFinder {
  /// "(a little) over 15 years", "about 2 years now", "3 years ago", "around ~four~ years"
  func length(at start: Int, in tokens: [Token]) -> TimeExpression? {
    var index = start
    var measure = Period.Measure.about
    var hasMeasure = false
    if word(index, tokens) == "a",
      word(index + 1, tokens) == "little" || word(index + 1, tokens) == "bit"
    {
      index += 2
    }
    if let found = TimeWords.measures.first(where: { starts(with: $0.words, at: index, in: tokens) }
    ) {
      (measure, hasMeasure) = (found.measure, true)
      index += found.words.count
    }
    let mark = ["~", "*"].contains(word(index, tokens)) ? word(index, tokens) : nil
    if mark != nil { index += 1 }
    let digits = word(index, tokens).prefix { $0.isNumber }
    var count = digits.isEmpty ? nil : Int(digits)
    if count == nil { count = TimeWords.numbers[word(index, tokens)] }
    guard let number = count, number < 200 else { return nil }
    let isArticle = ["a", "an"].contains(word(index, tokens))
    index += 1
    if word(index, tokens) == "+" || word(index - 1, tokens).hasSuffix("+") {
      measure = .over
      if word(index, tokens) == "+" { index += 1 }
    }
    if let mark, word(index, tokens) == mark { index += 1 }
    if word(index, tokens) == "of" { index += 1 }
    if ["full", "whole", "consecutive", "last", "past", "more"].contains(word(index, tokens)) {
      index += 1
    }
    if TimeWords.cycleUnits.contains(word(index, tokens)),
      TimeWords.units[word(index + 1, tokens)] != nil
    {
      index += 1
    }
    guard let unit = TimeWords.units[word(index, tokens)], unit > 0 else { return nil }
    index += 1
    var months = number * unit
    if word(index, tokens) == "and", word(index + 1, tokens) == "a",
      word(index + 2, tokens) == "half"
    {
      index += 3
      months += unit / 2
    }
    // "a release" is no length, "a year ago" is.
    guard
      !isArticle || hasMeasure || months > unit
        || ["ago", "back", "now"].contains(word(index, tokens))
    else { return nil }
    if ["ago", "back"].contains(word(index, tokens)) {
      return TimeExpression(
        tokens: start..<(index + 1), meaning: .ago(months: months), isSince: false)
    }
    if word(index, tokens) == "now" { index += 1 }
    return TimeExpression(
      tokens: start..<index, meaning: .length(months: months, measure), isSince: false)
  }
}
