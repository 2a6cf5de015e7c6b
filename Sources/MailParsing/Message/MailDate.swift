/// An instant as a Date field gives it: seconds, and the zone it was written in.
///
/// Two dates are equal when instant and zone are; compare ``secondsSinceEpoch`` for the same instant.
public struct MailDate: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public var secondsSinceEpoch: Int64
  /// Minutes east of UTC of the zone the date was written in; nil where none was written or
  /// RFC 5322's `-0000` says that none is known.
  public var zoneOffsetMinutes: Int?

  /// Makes a date of an instant and its zone.
  public init(secondsSinceEpoch: Int64, zoneOffsetMinutes: Int?) {
    self.secondsSinceEpoch = secondsSinceEpoch
    self.zoneOffsetMinutes = zoneOffsetMinutes
  }
}

extension MailDate {
  /// The instant in its own zone as RFC 3339 (`2013-10-09T23:05:32+00:00`); in UTC where no zone is known.
  public var rfc3339: String {
    var text: [UInt8] = []
    appendRFC3339(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds ``rfc3339`` to `output`.
  func appendRFC3339(to output: inout [UInt8]) {
    let offset = zoneOffsetMinutes ?? 0
    let local = secondsSinceEpoch + Int64(offset) * 60
    let days = local.flooredDivision(by: 86_400)
    let second = Int(local - days * 86_400)
    let (year, month, day) = Self.civil(fromDays: days)
    func two(_ value: Int) {
      if value > 99 { return JSONBuffer.append(value, to: &output) }
      output.append(0x30 + UInt8(value / 10))
      output.append(0x30 + UInt8(value % 10))
    }
    if (1000...9999).contains(year) {
      two(year / 100)
      two(year % 100)
    } else {
      output.append(contentsOf: repeatElement(0x30, count: max(0, 4 - "\(year)".count)))
      JSONBuffer.append(year, to: &output)
    }
    func two(after mark: UInt8, _ value: Int) {
      output.append(mark)
      two(value)
    }
    two(after: 0x2D, month)
    two(after: 0x2D, day)
    two(after: 0x54, second / 3600)
    two(after: 0x3A, second / 60 % 60)
    two(after: 0x3A, second % 60)
    two(after: offset < 0 ? 0x2D : 0x2B, abs(offset) / 60)
    two(after: 0x3A, abs(offset) % 60)
  }

  /// The Gregorian date of a day counted from 1970-01-01 (H. Hinnant, "chrono-compatible low-level
  /// date algorithms"); exact for every `Int64` day that a mail can name.
  public static func civil(fromDays days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted.flooredDivision(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day counted from 1970-01-01 of a Gregorian date; `month` is 1…12.
  public static func days(fromYear year: Int, month: Int, day: Int) -> Int64 {
    let year = Int64(month <= 2 ? year - 1 : year)
    let era = year.flooredDivision(by: 400)
    let yearOfEra = year - era * 400
    let shiftedMonth = Int64(month > 2 ? month - 3 : month + 9)
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Int64 {
  /// Division that rounds towards negative infinity.
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
  }
}
