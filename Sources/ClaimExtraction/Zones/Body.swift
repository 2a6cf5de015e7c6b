/// A body cut into lines, each measured once.
struct Body {
  /// The body's UTF-8.
  let bytes: [UInt8]
  /// The lines that are not blank, in order.
  private(set) var lines: [BodyLine] = []
  /// Hashes of the lines' words, line after line; see ``BodyLine/words``.
  private(set) var words: [UInt32] = []

  /// How many words at a line's head are kept; the last word is always one of them.
  static let wordLimit = 14

  private let wordIndex = WordClass.index

  /// Cuts a body at line feeds; the carriage return before one belongs to it. Linear in the text.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    lines.reserveCapacity(bytes.count / 36)
    words.reserveCapacity(bytes.count / 8)
    let all = bytes.span
    var start = 0
    var scalar = 0
    var blankLines = 0
    while start < all.count {
      var end = start
      // A scalar is counted at each byte that is no continuation of one.
      var scalarCount = 0
      while end < all.count, all[end] != 0x0A {
        if all[end] & 0xC0 != 0x80 { scalarCount += 1 }
        end += 1
      }
      let hasReturn = end > start && all[end - 1] == 0x0D
      let line = BodyLine(
        bytes: start..<(hasReturn ? end - 1 : end),
        scalars: scalar..<(scalar + scalarCount - (hasReturn ? 1 : 0)),
        content: start..<start, blankLinesBefore: blankLines)
      blankLines = append(line, of: all) ? 0 : blankLines + 1
      scalar += scalarCount + 1
      start = end + 1
    }
  }

  /// Measures a line and keeps it if it is not blank.
  private mutating func append(_ line: BodyLine, of all: Span<UInt8>) -> Bool {
    var line = line
    let end = Self.trimmedEnd(of: line.bytes, in: all)
    guard let first = Self.firstInk(in: line.bytes.lowerBound..<end, of: all) else { return false }
    let prefix =
      isEscapedFrom(line, in: all)
      ? QuotePrefix(noneBefore: first) : QuotePrefix(of: first..<end, in: all)
    line.quoteDepth = prefix.depth
    line.hasOnlyBars = prefix.hasOnlyBars
    line.indent = prefix.depth == 0 ? Self.columns(line.bytes.lowerBound..<first, in: all) : 0
    line.content = prefix.end..<max(prefix.end, end)
    line.words = words.count..<words.count
    // A quoted line is a quotation whatever its words are.
    if prefix.depth == 0 {
      measure(&line, of: all)
      readShape(&line, of: all)
      line.look = LineLook(of: line, in: all)
    }
    lines.append(line)
    return true
  }

  /// Whether a line is one that an mbox writer escaped: `>From ` with no quotation above or below it.
  private func isEscapedFrom(_ line: BodyLine, in all: Span<UInt8>) -> Bool {
    guard (">From " as StaticString).isPrefix(of: line.bytes, in: all) else { return false }
    if line.blankLinesBefore == 0, lines.last?.isQuoted == true { return false }
    var next = line.bytes.upperBound
    while next < all.count, all[next] == 0x0D || all[next] == 0x0A { next += 1 }
    return next == all.count || all[next] != 0x3E
  }

  /// Counts what the head of the content is made of and hashes its words. Counts are kept apart from
  /// the line until the end: this loop sees every byte, and fields of a struct are slow to count in.
  private mutating func measure(_ line: inout BodyLine, of all: Span<UInt8>) {
    let head = line.content.prefix(BodyLine.headLimit)
    var letters = 0
    var capitals = 0
    var digits = 0
    var marks = 0
    var beyondASCII = 0
    var columnGaps = 0
    var lowMarks: UInt64 = 0
    var highMarks: UInt64 = 0
    var hash = WordHash()
    var inWord = false
    var tally = WordTally()
    var blanks = 0
    var previous: UInt8 = 0
    for position in head {
      let byte = all[position]
      let kind = ByteKind.of(byte)
      if kind == .letter || kind == .digit || kind == .high {
        hash.add(byte)
        inWord = true
        blanks = 0
        switch kind {
        case .letter:
          letters += 1
          if byte & 0x20 == 0 { capitals += 1 }
        case .digit: digits += 1
        default: beyondASCII += 1
        }
      } else if kind == .blank {
        if inWord {
          keepWord(hash, in: &tally)
          hash = WordHash()
          inWord = false
        }
        blanks += 1
        if byte == 0x09 || blanks == 2 { columnGaps += 1 }
      } else {
        if inWord, byte == 0x27 || byte == 0x2D {
          hash.add(byte)
        } else if inWord {
          keepWord(hash, in: &tally)
          hash = WordHash()
          inWord = false
        }
        blanks = 0
        marks += 1
        let bit = UInt64(1) << UInt64(byte & 63)
        if byte < 64 { lowMarks |= bit } else { highMarks |= bit }
        if byte == 0x40, previous != 0x20 { line.hasAddress = true }
        if byte == 0x2F || byte == 0x2E, previous != 0x20 { line.hasPath = true }
        if byte == 0x2F, previous == 0x2F, position > head.lowerBound + 2,
          all[position - 2] == 0x3A
        {
          line.hasURL = true
        }
      }
      previous = byte
    }
    if inWord { keepWord(hash, in: &tally) }
    line.letters = letters
    line.capitals = capitals
    line.digits = digits
    line.marks = marks
    line.beyondASCII = beyondASCII
    line.columnGaps = columnGaps
    line.marksSeen = (lowMarks, highMarks)
    line.distinctMarks = lowMarks.nonzeroBitCount + highMarks.nonzeroBitCount
    line.words = (words.count - min(tally.count, Self.wordLimit))..<words.count
    line.tally = tally
  }

  /// Notes a word of a line; beyond ``wordLimit`` each takes the place of the last.
  @inline(__always)
  private mutating func keepWord(_ hash: WordHash, in tally: inout WordTally) {
    let word = hash.value == 0 ? 1 : hash.value
    if tally.count < Self.wordLimit {
      words.append(word)
    } else {
      words[words.count - 1] = word
    }
    tally.add(wordIndex.classes(of: word))
  }

  /// Hashes the line's head with each run of one kind of byte as that kind, marks as themselves.
  private func readShape(_ line: inout BodyLine, of all: Span<UInt8>) {
    var hash = WordHash()
    var last: UInt8 = 0
    var count = 0
    for position in line.content.prefix(64) {
      let byte = all[position].folded
      if byte == last { continue }
      hash.add(byte)
      last = byte
      count += 1
      switch count {
      case ...6: line.shapes = (hash.value, hash.value, hash.value)
      case ...8: line.shapes = (line.shapes.0, hash.value, hash.value)
      case ...16: line.shapes.2 = hash.value
      default: return
      }
    }
  }

  /// The first byte that is no white space; a no-break space is white space too.
  private static func firstInk(in range: Range<Int>, of all: Span<UInt8>) -> Int? {
    var position = range.lowerBound
    while position < range.upperBound {
      if isBlank(all[position]) {
        position += 1
      } else if position + 1 < range.upperBound, all[position] == 0xC2,
        all[position + 1] == 0xA0 || all[position + 1] == 0x85
      {
        position += 2
      } else if position + 2 < range.upperBound, all[position] == 0xE3,
        all[position + 1] == 0x80, all[position + 2] == 0x80
      {
        position += 3
      } else {
        return position
      }
    }
    return nil
  }

  private static func trimmedEnd(of range: Range<Int>, in all: Span<UInt8>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(all[end - 1]) { end -= 1 }
    return end
  }

  private static func columns(_ range: Range<Int>, in all: Span<UInt8>) -> Int {
    var columns = 0
    for position in range.prefix(BodyLine.headLimit) {
      columns = all[position] == 0x09 ? (columns / 8 + 1) * 8 : columns + 1
    }
    return columns
  }

  /// White space of ASCII, the separators U+001C…U+001F among it.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5 || byte &- 0x1C < 4
  }
}

/// What a byte of UTF-8 counts as.
enum ByteKind {
  case letter, digit, blank, mark, high

  @inline(__always)
  static func of(_ byte: UInt8) -> ByteKind {
    if byte >= 0x80 { return .high }
    if (byte | 0x20) &- 0x61 < 26 { return .letter }
    if byte &- 0x30 < 10 { return .digit }
    return Body.isBlank(byte) ? .blank : .mark
  }
}

extension UInt8 {
  /// Letters as `a` or `A`, digits as `0`, bytes beyond ASCII as one; marks and blanks as they are.
  var folded: UInt8 {
    switch ByteKind.of(self) {
    case .letter: self & 0x20 == 0 ? 0x41 : 0x61
    case .digit: 0x30
    case .high: 0x80
    case .blank, .mark: self
    }
  }
}
