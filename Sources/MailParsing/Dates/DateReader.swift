/// Reads the dates that real mail holds.
///
/// RFC 5322 §3.3 with its obsolete forms, RFC 822's two-digit years, the `102` of programs that
/// printed years since 1900, `asctime`, ISO 8601, localized names of months and days, zones before
/// the year, after it, in words, in comments or missing.
public enum DateReader {
  /// What a date field says: the date where it names one, and what had to be repaired.
  public struct Reading: Sendable, Hashable {
    /// The instant; nil where the field names none, or one that no calendar holds.
    public var date: MailDate?
    /// What is wrong with the field; nil where it is written as RFC 5322 has it.
    public var defect: Defect.Kind?
  }

  /// Reads the date in `range`. A field that is empty or names no date gives no date and
  /// ``Defect/Kind/malformedDate``; one that names a day or hour that does not exist gives no date and
  /// ``Defect/Kind/impossibleDate``; one whose meaning had to be guessed gives the date and
  /// ``Defect/Kind/repairedDate``. Linear in `range`, of which at most 256 bytes are looked at.
  public static func read(_ bytes: Span<UInt8>, in range: Range<Int>) -> Reading {
    let range = range.lowerBound..<min(range.upperBound, range.lowerBound + 256)
    if let common = CommonDate.read(bytes, in: range) { return common }
    var fields = DateFields()
    fields.scan(bytes, range)
    return fields.reading
  }

  /// Reads the date that `text` is.
  public static func read(_ text: String) -> Reading {
    let bytes = Array(text.utf8)
    return read(bytes.span, in: 0..<bytes.count)
  }
}

/// The parts of a date as they are found, in whatever order they come.
struct DateFields {
  private var day: Int?
  private var month: Int?
  private var isMonthBeforeDay = false
  private var year: Int?
  private var yearDigits = 0
  private var time: (hour: Int, minute: Int, second: Int)?
  private var zone: Int?
  private var isZoneUnknown = false
  private var meridiem: Int?
  private var isRepaired = false

  /// Takes in every token of `range`; comments are looked at only for a zone that stands nowhere else.
  mutating func scan(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x28 {
        let close = endOfComment(bytes, index, range.upperBound)
        if zone == nil, !isZoneUnknown, time != nil {
          word(bytes, (index + 1)..<close)
        }
        index = min(close + 1, range.upperBound)
      } else if byte.isMailSpace || byte == 0x2C || byte == 0x22 || byte == 0x3B || byte == 0x29 {
        index += 1
      } else {
        let start = index
        while index < range.upperBound, !bytes[index].isMailSpace, bytes[index] != 0x2C,
          bytes[index] != 0x28, bytes[index] != 0x22, bytes[index] != 0x3B
        {
          index += 1
        }
        token(bytes, start..<index)
      }
    }
  }

  /// The `)` of the comment that begins at `start`, nested ones included; the end where it is not closed.
  private func endOfComment(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var depth = 0
    for index in start..<end {
      if bytes[index] == 0x28 { depth += 1 }
      if bytes[index] == 0x29 { depth -= 1 }
      if depth == 0 { return index }
    }
    return end
  }

  /// What the parts come to.
  var reading: DateReader.Reading {
    guard let day, let month, let year else {
      return DateReader.Reading(date: nil, defect: .malformedDate)
    }
    var isRepaired = isRepaired || time == nil || yearDigits != 4
    var fullYear = year
    if yearDigits <= 2 {
      fullYear += year < 50 ? 2000 : 1900
    } else if yearDigits == 3 {
      fullYear += 1900
    } else if (19_100..<19_200).contains(year) {
      // `19` and the years since 1900.
      fullYear -= 17_100
    }
    var (hour, minute, second) = time ?? (0, 0, 0)
    if let meridiem, (1...12).contains(hour) { hour = hour % 12 + meridiem }
    guard (1...12).contains(month), day >= 1, day <= Self.dayCount(ofMonth: month, year: fullYear),
      hour <= 24, minute <= 59, second <= 60, hour < 24 || minute + second == 0,
      (1900...9999).contains(fullYear)
    else { return DateReader.Reading(date: nil, defect: .impossibleDate) }
    let offset = zone
    if offset == nil, !isZoneUnknown { isRepaired = true }
    let days = MailDate.days(fromYear: fullYear, month: month, day: day)
    let local = days * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    let date = MailDate(
      secondsSinceEpoch: local - Int64(offset ?? 0) * 60, zoneOffsetMinutes: offset)
    return DateReader.Reading(date: date, defect: isRepaired ? .repairedDate : nil)
  }

  static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private mutating func token(_ bytes: Span<UInt8>, _ token: Range<Int>) {
    let first = bytes[token.lowerBound]
    if first.isDigit {
      number(bytes, token)
    } else if first == 0x2B || first == 0x2D, token.count > 1, bytes[token.lowerBound + 1].isDigit {
      if time != nil { numericZone(bytes, token) }
    } else {
      word(bytes, token)
    }
  }

  private mutating func number(_ bytes: Span<UInt8>, _ token: Range<Int>) {
    var index = token.lowerBound
    let value = digits(bytes, &index, token.upperBound)
    let count = index - token.lowerBound
    let next = index < token.upperBound ? bytes[index] : 0
    switch next {
    case 0x3A where time == nil:
      clock(bytes, token)
    case 0x2D, 0x2F, 0x2E:
      if index + 1 == token.upperBound {
        calendarNumber(value, count)
      } else if time == nil, day != nil, month != nil, next == 0x2E, count <= 2 {
        clock(bytes, token)
      } else {
        joinedDate(bytes, token, first: value, firstDigits: count, separator: next)
      }
    case 0xE5, 0xE6, 0xEB, 0xEC:
      numbersWithUnits(bytes, token)
    case 0:
      if time != nil, day != nil, year != nil, zone == nil, count == 4 {
        setZone(hours: value / 100, minutes: value % 100, sign: 1)
        isRepaired = true
      } else {
        calendarNumber(value, count)
      }
    default:
      // `1st`, `13Jun2002`
      calendarNumber(value, count)
      if bytes[index].isLetter {
        let letters = index..<token.upperBound
        if CalendarNames.month(bytes, letters) != nil { word(bytes, letters) }
      }
    }
  }

  /// A number on its own: the day until there is one, then the year.
  private mutating func calendarNumber(_ value: Int, _ count: Int) {
    if day == nil, count <= 2 {
      day = value
    } else if year == nil {
      year = value
      yearDigits = count
    } else if month == nil, let second = year, yearDigits <= 2, (1...12).contains(second) {
      // `20 11 79`: three numbers are day, month and year.
      (month, year, yearDigits) = (second, value, count)
      isRepaired = true
    }
  }

  /// `2002-06-13`, `2002-06-13T10:00:00Z`, `13-Jun-02`, `13.06.2002`, `06/13/2002`.
  private mutating func joinedDate(
    _ bytes: Span<UInt8>, _ token: Range<Int>, first: Int, firstDigits: Int, separator: UInt8
  ) {
    var index = token.lowerBound + firstDigits + 1
    let secondStart = index
    while index < token.upperBound, bytes[index] != separator { index += 1 }
    let secondRange = secondStart..<index
    guard !secondRange.isEmpty else { return calendarNumber(first, firstDigits) }
    var cursor = secondStart
    let isNumeric = bytes[secondStart].isDigit
    let second =
      isNumeric
      ? digits(bytes, &cursor, index) : CalendarNames.month(bytes, secondRange) ?? 0
    let third = min(index + 1, token.upperBound)
    cursor = third
    let last = digits(bytes, &cursor, token.upperBound)
    let lastDigits = cursor - third
    if firstDigits == 4 {
      (year, yearDigits, month, day) = (first, 4, second, last)
      if cursor < token.upperBound, bytes[cursor] | 0x20 == 0x74 {
        clock(bytes, (cursor + 1)..<token.upperBound)
      }
    } else if separator == 0x2F, isNumeric {
      // The slash is American: month first, unless only the other order gives a month.
      (month, day) = first > 12 ? (second, first) : (first, second)
      (year, yearDigits) = (last, lastDigits)
    } else {
      (day, month) = (first, second)
      if lastDigits > 0 { (year, yearDigits) = (last, lastDigits) }
      // `13/Sep/2001:08:15:00`, as web servers log.
      if cursor + 1 < token.upperBound, bytes[cursor] == 0x3A, time == nil {
        clock(bytes, (cursor + 1)..<token.upperBound)
      }
    }
    isRepaired = true
  }

  /// `2002年6月13日` and its parts, `7月`, `2002년`.
  private mutating func numbersWithUnits(_ bytes: Span<UInt8>, _ token: Range<Int>) {
    var index = token.lowerBound
    while index < token.upperBound, bytes[index].isDigit {
      let start = index
      let value = digits(bytes, &index, token.upperBound)
      func isUnit(_ han: StaticString, _ hangul: StaticString) -> Bool {
        bytes.starts(with: han, at: index) || bytes.starts(with: hangul, at: index)
      }
      if isUnit("年", "년") {
        (year, yearDigits, isRepaired) = (value, index - start, true)
      } else if isUnit("月", "월") {
        month = month ?? value
      } else if isUnit("日", "일") {
        day = day ?? value
      } else {
        return
      }
      index += 3
    }
  }

  /// `10:52`, `10:52:37`, `10:52:37.5`, `10.52.37`, with `pm`, `Z` or `+02:00` straight after it.
  private mutating func clock(_ bytes: Span<UInt8>, _ token: Range<Int>) {
    var index = token.lowerBound
    var parts = (0, 0, 0)
    parts.0 = digits(bytes, &index, token.upperBound)
    if index + 1 < token.upperBound, bytes[index] == 0x3A || bytes[index] == 0x2E {
      let separator = bytes[index]
      index += 1
      parts.1 = digits(bytes, &index, token.upperBound)
      if index + 1 < token.upperBound, bytes[index] == separator {
        index += 1
        parts.2 = digits(bytes, &index, token.upperBound)
      }
    }
    if index < token.upperBound, bytes[index] == 0x2E {
      index += 1
      _ = digits(bytes, &index, token.upperBound)
    }
    time = parts
    guard index < token.upperBound else { return }
    let rest = index..<token.upperBound
    if bytes[index] == 0x2B || bytes[index] == 0x2D {
      numericZone(bytes, rest)
    } else if bytes[index].isLetter {
      word(bytes, rest)
    }
  }

  private mutating func numericZone(_ bytes: Span<UInt8>, _ token: Range<Int>) {
    guard zone == nil, !isZoneUnknown else { return }
    var index = token.lowerBound + 1
    let isNegative = bytes[token.lowerBound] == 0x2D
    let start = index
    let value = digits(bytes, &index, token.upperBound)
    let count = index - start
    if index < token.upperBound, bytes[index] == 0x3A, count <= 2 {
      index += 1
      let minutes = digits(bytes, &index, token.upperBound)
      setZone(hours: value, minutes: minutes, sign: isNegative ? -1 : 1)
    } else if count <= 2 {
      setZone(hours: value, minutes: 0, sign: isNegative ? -1 : 1)
      isRepaired = true
    } else if isNegative, value == 0 {
      isZoneUnknown = true
    } else {
      setZone(hours: value / 100, minutes: value % 100, sign: isNegative ? -1 : 1)
      if count != 4 { isRepaired = true }
    }
  }

  /// Takes a zone of at most a day; what is beyond is none, and a comment may yet name the true one.
  private mutating func setZone(hours: Int, minutes: Int, sign: Int) {
    guard hours < 24 || (hours == 24 && minutes == 0) else {
      isRepaired = true
      return
    }
    zone = sign * (min(hours, 99) * 60 + min(minutes, 99))
    if minutes > 59 { isRepaired = true }
  }

  private mutating func word(_ bytes: Span<UInt8>, _ word: Range<Int>) {
    if month == nil, let name = CalendarNames.month(bytes, word),
      !(day == nil && year == nil && CalendarNames.isOnlyWeekday(bytes, word))
    {
      month = name
      isMonthBeforeDay = day == nil
      return
    }
    // The zone before an `asctime` year is no month's name, and known sooner than that it is none.
    if isMonthBeforeDay, day != nil, year == nil, ZoneNames.offset(bytes, word) == nil,
      let name = CalendarNames.month(bytes, word)
    {
      // `Mar 8 Dez`: what came first was a weekday in another language.
      month = name
      isMonthBeforeDay = false
      return
    }
    if bytes.equalsIgnoringCase("am", in: word) {
      meridiem = 0
    } else if bytes.equalsIgnoringCase("pm", in: word) {
      meridiem = 12
    } else if time != nil, bytes.equalsIgnoringCase("dst", in: word) {
      if let standard = zone { zone = standard + 60 }
    } else if time != nil, zone == nil, !isZoneUnknown {
      namedZone(bytes, word)
    }
  }

  private mutating func namedZone(_ bytes: Span<UInt8>, _ word: Range<Int>) {
    var letters = word.lowerBound
    while letters < word.upperBound, bytes[letters].isLetter { letters += 1 }
    let name = word.lowerBound..<letters
    guard !name.isEmpty else { return }
    // A zone in capitals is the common case, and settled before weekdays of all languages are tried.
    let isCapital = !name.contains { bytes[$0] & 0x20 != 0 }
    if letters == word.upperBound, isCapital, let minutes = ZoneNames.offset(bytes, name) {
      zone = minutes
      return
    }
    guard !CalendarNames.weekday(bytes, name) else { return }
    if let minutes = ZoneNames.offset(bytes, name), minutes != 0 {
      // `MET-1` counts as POSIX does; the name alone is sure.
      zone = minutes
      if letters < word.upperBound { isRepaired = true }
    } else if letters + 1 < word.upperBound, bytes[letters] == 0x2B || bytes[letters] == 0x2D,
      bytes[letters + 1].isDigit
    {
      // `GMT+2`: written as east of Greenwich by every mailer that writes it.
      numericZone(bytes, letters..<word.upperBound)
      isRepaired = true
    } else if let minutes = ZoneNames.offset(bytes, name) {
      zone = minutes
    } else {
      // RFC 5322 §4.3: an unknown name is `-0000`.
      isRepaired = true
    }
  }

  /// Reads digits; more than nine are taken in but count as 999,999,999.
  private func digits(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Int {
    var value = 0
    while index < end, bytes[index].isDigit {
      value = min(value * 10 + Int(bytes[index] - 0x30), 999_999_999)
      index += 1
    }
    return value
  }
}
