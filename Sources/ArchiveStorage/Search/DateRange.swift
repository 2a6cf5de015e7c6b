internal import MailParsing

extension SearchQuery.DateRange {
  /// Reads `2008`, `2008-03`, `2008-03-05`, or two of them around `..` of which one may be missing; nil
  /// for anything else. The later date counts to its end.
  init?(_ text: String) {
    if let dots = text.firstRange(of: "..") {
      let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
      guard !first.isEmpty || !last.isEmpty else { return nil }
      if !first.isEmpty {
        guard let bounds = Self.bounds(of: first) else { return nil }
        from = bounds.lowerBound
      }
      if !last.isEmpty {
        guard let bounds = Self.bounds(of: last) else { return nil }
        until = bounds.upperBound
      }
      if let from, let until, from >= until { return nil }
    } else {
      guard let bounds = Self.bounds(of: text[...]) else { return nil }
      from = bounds.lowerBound
      until = bounds.upperBound
    }
  }

  private static func bounds(of date: Substring) -> Range<Int64>? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] > 0 else { return nil }
    let (year, month, day) = (
      numbers[0], numbers.count > 1 ? numbers[1] : 1, numbers.count > 2 ? numbers[2] : 1
    )
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let start = MailDate.days(fromYear: year, month: month, day: day)
    guard MailDate.civil(fromDays: start) == (year, month, day) else { return nil }
    let end =
      switch numbers.count {
      case 1: MailDate.days(fromYear: year + 1, month: 1, day: 1)
      case 2: MailDate.days(fromYear: year + month / 12, month: month % 12 + 1, day: 1)
      default: start + 1
      }
    return start * 86_400..<end * 86_400
  }
}
