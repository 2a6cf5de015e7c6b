import ArchiveStorage
import ResumeReading

/// What of a dossier has a date, in months since year 0, ready to be drawn.
struct Timeline {
  /// A bar with a label: a position of the résumé.
  struct Bar {
    var label: String
    var months: ClosedRange<Double>
  }
  /// A claim that speaks of a stretch of time.
  struct Mark {
    var id: String
    var label: String
    var period: ClosedRange<Double>
  }
  /// Claims with a time of their own that are drawn at most, so that a drawing fits a page.
  static let mostMarks = 16

  /// Positions with a start, in the résumé's order.
  var bars: [Bar] = []
  /// Claims that speak of a time, in the report's order, the first ``mostMarks``.
  var marks: [Mark] = []
  /// Claims that speak of a time and are not drawn.
  var undrawn = 0
  /// Days on which claims were stated, each once, in order.
  var statements: [Double] = []
  /// Days of the commits that findings rest on, each once, in order.
  var commits: [Double] = []

  /// Collects the dates of a dossier. Years outside 1950…2100 are slips of a pen and are left out.
  init(_ dossier: Dossier) {
    let now = Self.months(dossier.generatedAt)
    for entry in dossier.resume?.entries ?? [] {
      guard let start = entry.startDate.flatMap(Self.first) else { continue }
      let end = entry.isCurrent ? now : entry.endDate.flatMap(Self.last)
      bars.append(Bar(label: entry.title, months: start...max(start, end ?? start + 1)))
    }
    for checked in dossier.claims {
      guard let start = checked.claim.period?.start.flatMap(Self.first) else { continue }
      let stated = checked.statedAt.flatMap(Self.months)
      let end = checked.claim.period?.end.flatMap(Self.last) ?? stated ?? start
      marks.append(
        Mark(id: checked.id, label: checked.claim.quote, period: start...max(start, end)))
    }
    undrawn = max(0, marks.count - Self.mostMarks)
    marks = Array(marks.prefix(Self.mostMarks))
    statements = Set(dossier.claims.compactMap { $0.statedAt.flatMap(Self.months) }).sorted()
    commits = Set(
      dossier.claims.flatMap(\.findings).flatMap(\.citations).compactMap { citation in
        guard case .commit(let commit) = citation else { return nil }
        return Self.months(commit.authoredAt)
      }
    ).sorted()
  }

  /// The whole years that everything lies in; nil where nothing has a date.
  var years: Range<Int>? {
    let months =
      bars.flatMap { [$0.months.lowerBound, $0.months.upperBound] } + commits + statements
      + marks.flatMap { [$0.period.lowerBound, $0.period.upperBound] }
    guard let first = months.min(), let last = months.max() else { return nil }
    return Int(first / 12)..<Int(last / 12) + 1
  }

  /// Months since year 0 of an RFC 3339 date; nil for what is none.
  private static func months(_ date: String) -> Double? {
    let parts = date.prefix(10).split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return first(PartialDate(year: year, month: month, day: day))
  }

  private static func first(_ date: PartialDate) -> Double? {
    guard (1950...2100).contains(date.year) else { return nil }
    return Double(date.year * 12 + (date.month ?? 1) - 1) + Double((date.day ?? 1) - 1) / 31
  }

  /// The end of the month or year that a date names.
  private static func last(_ date: PartialDate) -> Double? {
    guard let first = first(date) else { return nil }
    if date.day != nil { return first }
    return first + (date.month == nil ? 12 : 1)
  }
}
