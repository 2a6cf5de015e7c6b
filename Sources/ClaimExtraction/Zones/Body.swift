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
    let prefix = QuotePrefix(of: first..<end, in: all)
    line.quoteDepth = prefix.depth
    line.hasOnlyBars = prefix.hasOnlyBars
    line.indent = prefix.depth == 0 ? Self.columns(line.bytes.lowerBound..<first, in: all) : 0
    line.content = prefix.end..<max(prefix.end, end)
    measure(&line, of: all)
    line.look = LineLook(of: line, in: all)
    lines.append(line)
    return true
  }

  /// Counts what the head of the content is made of and hashes its words.
  private mutating func measure(_ line: inout BodyLine, of all: Span<UInt8>) {
    let head = line.content.prefix(BodyLine.headLimit)
    line.words = words.count..<words.count
    guard let first = head.first.map({ all[$0] }) else { return }
    var hash = WordHash()
    var inWord = false
    var wordCount = 0
    var blanks = 0
    var seenMarks: (UInt64, UInt64) = (0, 0)
    var previous: UInt8 = 0
    for position in head.lowerBound...head.upperBound {
      let byte: UInt8 = position < head.upperBound ? all[position] : 0x20
      let kind = ByteKind.of(byte)
      let continuesWord =
        kind == .letter || kind == .digit || kind == .high
        || (inWord && (byte == 0x27 || byte == 0x2D))
      if continuesWord {
        hash.add(byte)
        inWord = true
      } else if inWord {
        let word = hash.value == 0 ? 1 : hash.value
        let classes = WordClass.classes(of: word)
        line.wordClasses.formUnion(classes)
        if wordCount == 0 { line.firstWordClass = classes }
        line.lastWordClass = classes
        if wordCount < Self.wordLimit {
          words.append(word)
        } else {
          words[words.count - 1] = word
        }
        wordCount += 1
        hash = WordHash()
        inWord = false
      }
      guard position < head.upperBound else { break }
      switch kind {
      case .letter:
        line.letters += 1
        if byte & 0x20 == 0 { line.capitals += 1 }
      case .digit: line.digits += 1
      case .high: line.beyondASCII += 1
      case .mark:
        line.marks += 1
        let bit = UInt64(1) << UInt64(byte & 63)
        if byte < 64 { seenMarks.0 |= bit } else { seenMarks.1 |= bit }
        if byte == 0x40, previous != 0x20 { line.hasAddress = true }
        if byte == 0x2F || byte == 0x2E, previous != 0x20 { line.hasPath = true }
        if byte == 0x2F, previous == 0x2F, position > head.lowerBound + 2,
          all[position - 2] == 0x3A
        {
          line.hasURL = true
        }
      case .blank: break
      }
      if kind == .blank {
        blanks += 1
        if byte == 0x09 || blanks == 2 { line.columnGaps += 1 }
      } else {
        blanks = 0
      }
      if byte == first { line.firstRepeated += 1 }
      previous = byte
    }
    line.distinctMarks = seenMarks.0.nonzeroBitCount + seenMarks.1.nonzeroBitCount
    line.words = line.words.lowerBound..<words.count
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
