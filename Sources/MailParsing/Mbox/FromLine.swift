/// A From_ line (the separator of an mbox): where its sender and its date stand.
///
/// Every style seen in archives is read: `From x@y Tue Dec  8 14:39:51 2009`, the obscured
/// `From x at y  Tue …` of newer pipermail, `From x@y Mon, 2 Aug 1999 18:55:09 -0400 (EDT)` of
/// Mailman 1, zones before or after the year, `From - Tue …` of Mozilla.
public struct FromLine: Sendable, Hashable {
  /// The sender as it stands; empty where there is none.
  public var sender: Range<Int>
  /// The date with all that follows it; nil where the line names no date.
  public var date: Range<Int>?

  init(sender: Range<Int>, date: Range<Int>?) {
    self.sender = sender
    self.date = date
  }

  /// Reads the line of `bytes` from `start` to `end`; nil where it does not begin with `From `.
  public init?(_ bytes: Span<UInt8>, line: Range<Int>) {
    guard bytes.starts(with: "From ", at: line.lowerBound), line.count >= 5 else { return nil }
    let end = bytes.endOfText(ofLineFrom: line.lowerBound, to: line.upperBound)
    let body = (line.lowerBound + 5)..<max(line.lowerBound + 5, end)
    if let date = CommonDate.systemDate(bytes, atEndOf: body) {
      self.sender = bytes.trimmed(body.lowerBound..<date.lowerBound)
      self.date = date
      return
    }
    // The date begins at the weekday or, where there is none, at the first word that can begin one:
    // only what follows is looked at, so that a sender `may@example.org` is no date.
    var words = WordCursor(body)
    var dateStart: Int?
    var hasTime = false
    var hasYear = false
    var isHost = false
    while let word = words.next(in: bytes) {
      if dateStart == nil, !isHost,
        word.lowerBound > body.lowerBound || bytes[body.lowerBound] == 0x20,
        Self.canBeginDate(bytes, word)
      {
        dateStart = word.lowerBound
      }
      // The host of `ada at mail` begins like a month of some language.
      isHost = bytes.equalsIgnoringCase("at", in: word)
      if dateStart != nil {
        hasTime = hasTime || Self.isTime(bytes, word)
        hasYear = hasYear || Self.isYear(bytes, word)
      }
    }
    if let dateStart, hasTime, hasYear {
      self.sender = bytes.trimmed(body.lowerBound..<dateStart)
      self.date = bytes.trimmed(dateStart..<body.upperBound)
    } else {
      self.sender = bytes.trimmed(body)
      self.date = nil
    }
  }

  /// A weekday or month by its first three letters, without `@` and a dot before its end (`mail.example.org`
  /// begins like a French month), or a day's number.
  private static func canBeginDate(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let first = bytes[word.lowerBound]
    if first.isDigit {
      return word.count <= 2 || (word.count >= 8 && bytes[word.lowerBound + 4] == 0x2D)
    }
    guard word.count >= 3, word.count <= 12, bytes.firstIndex(of: 0x40, in: word) == nil,
      bytes.firstIndex(of: 0x2E, in: word) ?? word.upperBound >= word.upperBound - 1
    else { return false }
    return CalendarNames.weekday(bytes, word) || CalendarNames.month(bytes, word) != nil
  }

  /// `14:39` or `14:39:51`.
  private static func isTime(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count >= 4, let colon = bytes.firstIndex(of: 0x3A, in: word) else { return false }
    return colon > word.lowerBound && colon - word.lowerBound <= 2
      && bytes[word.lowerBound].isDigit && colon + 1 < word.upperBound && bytes[colon + 1].isDigit
  }

  /// Two to four digits, so that the years `99` and `102` of old software count.
  private static func isYear(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var digits = 0
    while digits < word.count, bytes[word.lowerBound + digits].isDigit { digits += 1 }
    return (2...4).contains(digits)
      && (digits == word.count || bytes[word.lowerBound + digits] == 0x2D)
  }
}

/// Words of a line, cut at spaces and tabs.
struct WordCursor {
  private var index: Int
  private let end: Int

  init(_ range: Range<Int>) {
    self.index = range.lowerBound
    self.end = range.upperBound
  }

  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    while index < end, bytes[index].isMailSpace { index += 1 }
    guard index < end else { return nil }
    let start = index
    while index < end, !bytes[index].isMailSpace { index += 1 }
    return start..<index
  }
}
