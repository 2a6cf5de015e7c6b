/// A date as far as its writer gave it: a year, a month of a year, or a day.
///
/// `2008` is not 1 January 2008, and ``iso8601`` writes no more of it than there is.
public struct PartialDate: Sendable, Hashable, Codable {
  /// The Gregorian year.
  public var year: Int
  /// 1…12; nil where only the year is known.
  public var month: Int?
  /// 1…31; nil where only the month is known.
  public var day: Int?

  /// Makes a date of what is known of it.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }
}
