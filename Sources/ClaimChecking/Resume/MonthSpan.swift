import ArchiveStorage
import MailParsing
import ResumeReading

/// A stretch of months, first and last included, counted from year 0.
///
/// Partial dates are read as widely as their writer may have meant them: `2008 – 2010` is January
/// 2008 to December 2010.
struct MonthSpan: Sendable, Hashable {
  var start: Int
  /// nil where it goes on.
  var end: Int?

  /// A span of an entry that has a start.
  init?(_ entry: Resume.Entry) {
    guard let start = entry.startDate else { return nil }
    self.start = start.firstMonth
    if let end = entry.endDate {
      self.end = max(end.lastMonth, self.start)
    } else {
      // An entry with a start, no end and no "Present" is a point in time, such as a degree's year.
      self.end = entry.isCurrent ? nil : start.lastMonth
    }
  }

  /// A span of two months.
  init(start: Int, end: Int?) {
    self.start = start
    self.end = end
  }

  /// Months from start to `month` at most, both end months included; 0 where it begins later.
  func months(until month: Int) -> Int { max(0, min(end ?? month, month) - start + 1) }

  /// `July 2010`.
  static func name(ofMonth month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(names[month % 12]) \(month / 12)"
  }
}

extension PartialDate {
  /// The first month it may mean, counted from year 0.
  var firstMonth: Int { year * 12 + (month ?? 1) - 1 }
  /// The last month it may mean.
  var lastMonth: Int { year * 12 + (month ?? 12) - 1 }

  /// `2010-07`, or as far as it is known.
  var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)" + (month.map { "-" + two($0) } ?? "") + (day.map { "-" + two($0) } ?? "")
  }
}

extension MailDate {
  /// The month it falls in, in its own zone, counted from year 0.
  var month: Int {
    let local = secondsSinceEpoch + Int64(zoneOffsetMinutes ?? 0) * 60
    let (days, rest) = local.quotientAndRemainder(dividingBy: 86_400)
    let civil = MailDate.civil(fromDays: rest < 0 ? days - 1 : days)
    return civil.year * 12 + civil.month - 1
  }
}
