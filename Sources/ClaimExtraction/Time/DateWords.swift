import MailParsing
import ResumeReading

/// Dates as mail and people write them, read without a calendar of the system.
enum DateWords {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// 1…12 for a month's English name or its first three letters or more.
  static func month(_ word: some StringProtocol) -> Int? {
    guard (3...9).contains(word.utf8.count) else { return nil }
    let word = word.lowercased()
    guard word.utf8.allSatisfy({ (97...122).contains($0) }) else {
      return nil
    }
    guard let index = months.firstIndex(where: { word.hasPrefix($0) }) else { return nil }
    let full = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    return full[index].hasPrefix(word) || word == "sept" ? index + 1 : nil
  }

  /// A year that a living person may name.
  static func year(_ word: some StringProtocol) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1950...2100).contains(year) else {
      return nil
    }
    return year
  }

  /// The instant of a line such as "Wed Oct 9 23:05:32 UTC 2013", "Wed, 9 Oct 2013 23:05:32 +0000" or
  /// "2013-10-09"; nil where day, month and year are not all there. A missing time is midnight.
  static func date(in line: String) -> MailDate? {
    guard line.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    var (year, month, day): (Int?, Int?, Int?)
    var seconds: Int64 = 0
    var zone: Int? = 0
    let words = line.split { ", ()".contains($0) }
    for word in words {
      if let day0 = PartialDate(day: String(word.prefix(10))) {
        (year, month, day) = (day0.year, day0.month, day0.day)
      } else if let found = Self.month(word) {
        month = month ?? found
      } else if let found = Self.year(word) {
        year = year ?? found
      } else if word.contains(":") {
        let parts = word.prefix(8).split(separator: ":").map { Int64($0) ?? 0 }
        seconds = parts.reduce(0) { $0 * 60 + min($1, 60) } * (parts.count == 2 ? 60 : 1)
      } else if let first = word.first, "+-".contains(first), word.utf8.count == 5,
        let digits = Int(word.dropFirst())
      {
        let minutes = digits / 100 * 60 + digits % 100
        zone = first == "-" ? -minutes : minutes
      } else if let number = Int(word), (1...31).contains(number), day == nil {
        day = number
      } else if !["mon", "tue", "wed", "thu", "fri", "sat", "sun", "utc", "gmt", "at", "on"]
        .contains(word.prefix(3).lowercased())
      {
        // Prose that mentions a date is no date line.
        return nil
      }
    }
    guard let year, let month, let day else { return nil }
    let days = MailDate.days(fromYear: year, month: month, day: day)
    return MailDate(
      secondsSinceEpoch: days * 86_400 + seconds - Int64(zone ?? 0) * 60, zoneOffsetMinutes: zone)
  }
}

extension MailDate {
  /// The day in the zone it was written in.
  var day: PartialDate {
    let local = secondsSinceEpoch + Int64(zoneOffsetMinutes ?? 0) * 60
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let (year, month, day) = MailDate.civil(fromDays: days)
    return PartialDate(year: year, month: month, day: day)
  }
}
