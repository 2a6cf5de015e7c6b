/// The two forms that nearly every date has, read in one go: RFC 5322's
/// `Wed, 19 May 1999 18:55:09 -0400`, and asctime's `Wed May 19 18:55:09 1999` of From_ lines.
struct CommonDate {
  private var index: Int
  private let end: Int

  private init(_ range: Range<Int>) {
    index = range.lowerBound
    end = range.upperBound
  }

  /// What ``DateReader`` makes of `range`; nil where the date is written otherwise or is none that a
  /// calendar holds.
  static func read(_ bytes: Span<UInt8>, in range: Range<Int>) -> DateReader.Reading? {
    var cursor = CommonDate(range)
    guard cursor.index < cursor.end else { return nil }
    if bytes[cursor.index].isDigit { return cursor.mailDate(bytes) }
    guard cursor.end - cursor.index > 4,
      let weekday = CalendarNames.englishLetters(bytes, at: cursor.index),
      CalendarNames.isEnglishWeekday(weekday)
    else { return nil }
    cursor.index += 3
    if bytes[cursor.index] == 0x2C {
      cursor.index += 1
      return cursor.blanks(bytes) ? cursor.mailDate(bytes) : nil
    }
    return cursor.blanks(bytes) ? cursor.systemDate(bytes) : nil
  }

  /// Where asctime's 24 characters stand at the end of `range`, after a space; nil where the line ends
  /// otherwise.
  static func systemDate(_ bytes: Span<UInt8>, atEndOf range: Range<Int>) -> Range<Int>? {
    let start = range.upperBound - 24
    guard start > range.lowerBound, bytes[start - 1] == 0x20,
      read(bytes, in: start..<range.upperBound) != nil
    else { return nil }
    return start..<range.upperBound
  }

  /// `19 May 1999 18:55:09 -0400`, a comment after it or none.
  private mutating func mailDate(_ bytes: Span<UInt8>) -> DateReader.Reading? {
    guard let day = number(bytes, 1...2), blanks(bytes), let month = month(bytes), blanks(bytes),
      let year = number(bytes, 4...4), blanks(bytes), let second = clock(bytes), blanks(bytes),
      end - index >= 5, bytes[index] == 0x2B || bytes[index] == 0x2D
    else { return nil }
    let isNegative = bytes[index] == 0x2D
    index += 1
    guard let zone = number(bytes, 4...4), zone % 100 < 60, zone <= 2400, !isNegative || zone > 0,
      isDone(bytes)
    else { return nil }
    let minutes = zone / 100 * 60 + zone % 100
    return Self.reading(year, month, day, second, zone: isNegative ? -minutes : minutes)
  }

  /// `May 19 18:55:09 1999`, which names no zone, or pipermail's `May 19 18:55:09 EDT 1999`.
  private mutating func systemDate(_ bytes: Span<UInt8>) -> DateReader.Reading? {
    guard let month = month(bytes), blanks(bytes), let day = number(bytes, 1...2), blanks(bytes),
      let second = clock(bytes), blanks(bytes)
    else { return nil }
    var zone: Int?
    let name = capitals(bytes)
    if !name.isEmpty {
      zone = ZoneNames.offset(bytes, name)
      guard zone != nil, blanks(bytes) else { return nil }
    }
    guard let year = number(bytes, 4...4), index == end else { return nil }
    return Self.reading(year, month, day, second, zone: zone)
  }

  /// The run of capitals at the cursor, which may be empty.
  private mutating func capitals(_ bytes: Span<UInt8>) -> Range<Int> {
    let start = index
    while index < end, bytes[index] &- 0x41 < 26 { index += 1 }
    return start..<index
  }

  private static func reading(
    _ year: Int, _ month: Int, _ day: Int, _ second: Int, zone: Int?
  ) -> DateReader.Reading? {
    guard day >= 1, day <= DateFields.dayCount(ofMonth: month, year: year), year >= 1900 else {
      return nil
    }
    let local = MailDate.days(fromYear: year, month: month, day: day) * 86_400 + Int64(second)
    return DateReader.Reading(
      date: MailDate(
        secondsSinceEpoch: local - Int64(zone ?? 0) * 60, zoneOffsetMinutes: zone),
      defect: zone == nil ? .repairedDate : nil)
  }

  /// `18:55:09` in seconds.
  private mutating func clock(_ bytes: Span<UInt8>) -> Int? {
    guard let hour = number(bytes, 2...2), colon(bytes), let minute = number(bytes, 2...2),
      colon(bytes), let second = number(bytes, 2...2), hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  @inline(__always)
  private mutating func colon(_ bytes: Span<UInt8>) -> Bool {
    guard index < end, bytes[index] == 0x3A else { return false }
    index += 1
    return true
  }

  /// Three letters of an English month, and no fourth.
  private mutating func month(_ bytes: Span<UInt8>) -> Int? {
    guard end - index > 3, let letters = CalendarNames.englishLetters(bytes, at: index) else {
      return nil
    }
    index += 3
    return CalendarNames.englishMonth(letters)
  }

  @inline(__always)
  private mutating func number(_ bytes: Span<UInt8>, _ digits: ClosedRange<Int>) -> Int? {
    let start = index
    var value = 0
    while index < end, index - start < digits.upperBound, bytes[index].isDigit {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return index - start >= digits.lowerBound ? value : nil
  }

  /// Passes over spaces; false where there is none.
  @inline(__always)
  private mutating func blanks(_ bytes: Span<UInt8>) -> Bool {
    let start = index
    while index < end, bytes[index] == 0x20 { index += 1 }
    return index > start
  }

  /// Whether nothing follows but one comment.
  private mutating func isDone(_ bytes: Span<UInt8>) -> Bool {
    if index == end { return true }
    guard blanks(bytes), index < end, bytes[index] == 0x28 else { return false }
    return bytes.firstIndex(of: 0x29, in: index..<end) == end - 1
  }
}
