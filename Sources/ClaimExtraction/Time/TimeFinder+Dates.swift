import ResumeReading

extension TimeFinder {
  /// The years of "2014", "mid-2019", "2015-2018" or "1990s".
  func year(at index: Int, in tokens: [Token]) -> ClosedRange<Int>? {
    let word = word(index, tokens)
    guard word.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    if word.hasSuffix("s"), let first = DateWords.year(word.dropLast()), first % 10 == 0 {
      return first...(first + 9)
    }
    let parts = word.split(separator: "-")
    if parts.count == 2, ["early", "mid", "late"].contains(parts[0]) {
      return DateWords.year(parts[1]).map { $0...$0 }
    }
    let years = parts.compactMap(DateWords.year)
    guard let first = years.first, let last = years.last, years.count == parts.count,
      years.count < 3, first <= last
    else { return nil }
    return first...last
  }

  /// "March 2014", "October 5, 2013", "the Fall of 2011", "May-August 2023"
  func month(
    at index: inout Int, hasPreposition: Bool, in tokens: [Token]
  ) -> TimeExpression.Meaning? {
    if let date = Self.numericMonth(word(index, tokens)) {
      index += 1
      return .dates(date, through: date)
    }
    if let range = months(at: index, in: tokens) {
      index += 2
      return range
    }
    let isSeason = TimeWords.seasons.contains(word(index, tokens))
    let month = DateWords.month(word(index, tokens))
    guard isSeason || month != nil && tokens[index].isCapitalised else { return nil }
    var next = index + 1
    var hasDay = false
    if !isSeason, let day = Int(word(next, tokens).prefix { $0.isNumber }), day <= 31 {
      next += 1
      hasDay = true
    }
    let end = next
    if word(next, tokens) == "," || word(next, tokens) == "of" { next += 1 }
    if let year = DateWords.year(word(next, tokens)) {
      index = next + 1
      let date = PartialDate(year: year, month: month)
      return .dates(date, through: date)
    }
    if ["last", "this", "next"].contains(word(next, tokens)), word(next + 1, tokens) == "year" {
      let offset = ["last": -1, "next": 1][word(next, tokens), default: 0]
      index = next + 2
      return .yearOffset(offset)
    }
    guard hasPreposition, hasDay || month != nil && word(index - 1, tokens) == "since" else {
      return nil
    }
    index = end
    return .open
  }

  /// "May-August 2023"
  private func months(at index: Int, in tokens: [Token]) -> TimeExpression.Meaning? {
    let parts = word(index, tokens).split { $0 == "-" || $0 == "/" }
    guard parts.count == 2, let first = DateWords.month(parts[0]),
      let last = DateWords.month(parts[1]), first < last,
      let year = DateWords.year(word(index + 1, tokens))
    else { return nil }
    return .dates(
      PartialDate(year: year, month: first), through: PartialDate(year: year, month: last))
  }

  /// The month of "2016-05", "2016.05" or "2016/5".
  private static func numericMonth(_ word: String) -> PartialDate? {
    guard word.utf8.first.map({ $0 &- 0x30 < 10 }) == true else { return nil }
    let parts = word.split { "-./".contains($0) }
    guard parts.count == 2, let year = DateWords.year(parts[0]), let month = Int(parts[1]),
      (1...12).contains(month)
    else { return nil }
    return PartialDate(year: year, month: month)
  }
}
