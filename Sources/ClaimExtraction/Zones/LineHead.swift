/// The looked-at part of a line's content, and the questions about its spelling.
///
/// No question reads more than the head, and none keeps the bytes: they are handed in.
struct LineHead {
  /// Where the head lies in the body's bytes; never empty.
  let range: Range<Int>
  /// Whether the line holds no more than the head.
  let isWhole: Bool

  /// A field's name before its colon.
  struct FieldName {
    /// Bytes before the colon.
    let length: Int
    /// Whether it holds no blank.
    let isOneWord: Bool
  }

  func starts(_ prefix: StaticString, in bytes: Span<UInt8>) -> Bool {
    prefix.isPrefix(of: range, in: bytes)
  }

  func ends(_ suffix: StaticString, in bytes: Span<UInt8>) -> Bool {
    isWhole && range.count >= suffix.utf8CodeUnitCount
      && suffix.isPrefix(
        of: (range.upperBound - suffix.utf8CodeUnitCount)..<range.upperBound, in: bytes)
  }

  func equals(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
    isWhole && range.count == text.utf8CodeUnitCount && starts(text, in: bytes)
  }

  func contains(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
    let last = range.upperBound - text.utf8CodeUnitCount
    var position = range.lowerBound
    while position <= last {
      if text.isPrefix(of: position..<range.upperBound, in: bytes) { return true }
      position += 1
    }
    return false
  }

  /// `Key:` before a blank or the end: up to 30 bytes of letters, digits, dashes, slashes and single
  /// blanks.
  func fieldName(in bytes: Span<UInt8>) -> FieldName? {
    var position = range.lowerBound
    var isOneWord = true
    // GNATS writes `>Key:`.
    if bytes[position] == 0x3E { position += 1 }
    let start = position
    while position < range.upperBound, position - start <= 30 {
      let byte = bytes[position]
      if byte == 0x3A {
        guard position > start else { return nil }
        let next = position + 1
        guard next == range.upperBound || Body.isBlank(bytes[next]) else { return nil }
        return FieldName(length: position - start, isOneWord: isOneWord)
      }
      switch ByteKind.of(byte) {
      case .letter, .digit, .high: break
      case .blank: isOneWord = false
      case .mark:
        guard byte == 0x2D || byte == 0x2F || byte == 0x5F || byte == 0x2E else { return nil }
      }
      position += 1
    }
    return nil
  }

  /// Three and more of one mark at both ends.
  func isRuledTitle(in bytes: Span<UInt8>) -> Bool {
    guard range.count > 8, isWhole else { return false }
    let mark = bytes[range.lowerBound]
    guard [0x2D, 0x3D, 0x2A, 0x23, 0x5F, 0x7E].contains(mark) else { return false }
    let ends = [range.lowerBound + 1, range.lowerBound + 2, range.upperBound - 3]
    return ends.allSatisfy { bytes[$0] == mark }
  }

  /// `:-)`, `;)`, `:/`.
  func isSmile(in bytes: Span<UInt8>) -> Bool {
    (range.lowerBound..<range.upperBound - 1).contains { position in
      (bytes[position] == 0x3A || bytes[position] == 0x3B)
        && [0x29, 0x28, 0x2D, 0x2F, 0x7C, 0x5D].contains(bytes[position + 1])
    }
  }

  /// The prepositions and articles that attributions open with in the languages of mail programs.
  func opensAttribution(in bytes: Span<UInt8>) -> Bool {
    Self.attributionOpenings.open(range, in: bytes)
  }

  private static let attributionOpenings: Openings = [
    "On ", "Am ", "Le ", "El ", "Il ", "Em ", "Op ", "Den ", "Dnia ", "Dne ", "W dniu ", "På ",
    "At ", "In ", "Quoting ", "Na ", "Pe ",
  ]

  /// The head of a commit's record in git, Mercurial and Subversion mails.
  func isCommit(in bytes: Span<UInt8>) -> Bool {
    Self.commitOpenings.open(range, in: bytes)
      && range.contains { ByteKind.of(bytes[$0]) == .digit || bytes[$0] == 0x40 }
  }

  private static let commitOpenings: Openings = [
    "commit ", "changeset:", "Revision: ", "New Revision: ", "Author: ",
  ]

  /// `Signed-off-by: `, `Reviewed-by: `, `Change-Id: `: words joined by dashes before the colon.
  func isTrailer(in bytes: Span<UInt8>) -> Bool {
    var position = range.lowerBound
    var dashes = 0
    while position < range.upperBound, bytes[position] != 0x3A {
      if bytes[position] == 0x2D {
        dashes += 1
      } else if ByteKind.of(bytes[position]) != .letter {
        return false
      }
      position += 1
    }
    return dashes > 0 && contains("-by:", in: bytes) || dashes > 0 && contains("-Id:", in: bytes)
  }

  /// `5c5`, `12,14d11`, `3a4,9`: a hunk of the oldest diffs.
  func isNormalDiffRange(in bytes: Span<UInt8>) -> Bool {
    guard isWhole, range.count <= 24 else { return false }
    var letters = 0
    for position in range {
      let byte = bytes[position]
      if byte == 0x61 || byte == 0x63 || byte == 0x64 {
        letters += 1
        guard position > range.lowerBound, position + 1 < range.upperBound else { return false }
      } else if ByteKind.of(byte) != .digit && byte != 0x2C {
        return false
      }
    }
    return letters == 1
  }

  /// `path/file.c | 12 ++--` or `| Bin 0 -> 12 bytes`.
  func isDiffStat(in bytes: Span<UInt8>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound, bytes[position] != 0x7C { position += 1 }
    guard position < range.upperBound, position > range.lowerBound else { return false }
    let bar = position
    position += 1
    while position < range.upperBound, bytes[position] == 0x20 { position += 1 }
    let number = position
    while position < range.upperBound, ByteKind.of(bytes[position]) == .digit { position += 1 }
    if position == number {
      return ("Bin " as StaticString).isPrefix(of: position..<range.upperBound, in: bytes)
    }
    let hasPath = (range.lowerBound..<bar).contains { bytes[$0] == 0x2E || bytes[$0] == 0x2F }
    while position < range.upperBound {
      guard [0x20, 0x2B, 0x2D].contains(bytes[position]) else { return false }
      position += 1
    }
    return hasPath || bytes[range.upperBound - 1] != 0x20
  }

  func isURL(in bytes: Span<UInt8>) -> Bool {
    guard Self.urls.open(range, in: bytes) else { return false }
    return range.dropFirst(2).dropLast(2).allSatisfy { !Body.isBlank(bytes[$0]) }
  }

  private static let urls: Openings = ["http://", "https://", "ftp://", "<http", "[http", "[ http"]

  func bars(in bytes: Span<UInt8>) -> Int {
    range.reduce(0) { $0 + (bytes[$1] == 0x7C ? 1 : 0) }
  }

  /// A time, a level in brackets, or a stack frame at the head.
  func isLog(_ line: BodyLine, in bytes: Span<UInt8>) -> Bool {
    if starts("at ", in: bytes), line.holds(0x28), line.holds(0x2E) { return true }
    if Self.logOpenings.open(range, in: bytes) { return true }
    if line.holds(0x3A), line.digits >= 6, clockDigits(in: bytes) { return true }
    return bytes[range.lowerBound] == 0x5B && bracketedNumber(in: bytes)
  }

  private static let logOpenings: Openings = [
    "[INFO", "[WARN", "[ERROR", "[DEBUG", "INFO:", "WARNING:", "ERROR:", "DEBUG:", "Traceback (",
    "Caused by:", "make[", "make: ", "[junit", "[exec", "gcc ", "g++ ", "checking ",
  ]

  /// `12:34:56` within the first 24 bytes, with no word of prose before it.
  private func clockDigits(in bytes: Span<UInt8>) -> Bool {
    let window = range.prefix(28)
    guard window.count >= 8 else { return false }
    var position = window.lowerBound
    while position + 8 <= window.upperBound {
      if bytes[position + 2] == 0x3A, bytes[position + 5] == 0x3A,
        [0, 1, 3, 4, 6, 7].allSatisfy({ ByteKind.of(bytes[position + $0]) == .digit })
      {
        return true
      }
      position += 1
    }
    return false
  }

  /// `[   12.345678]`, as a kernel stamps its messages.
  private func bracketedNumber(in bytes: Span<UInt8>) -> Bool {
    var position = range.lowerBound + 1
    var digits = 0
    while position < range.upperBound, bytes[position] != 0x5D {
      let kind = ByteKind.of(bytes[position])
      if kind == .digit {
        digits += 1
      } else if bytes[position] != 0x2E && bytes[position] != 0x20 {
        return false
      }
      position += 1
    }
    return digits >= 3 && position < range.upperBound
  }

  func isPrompt(_ line: BodyLine, in bytes: Span<UInt8>) -> Bool {
    if Self.prompts.open(range, in: bytes) { return true }
    return line.holds(0x24) && line.holds(0x40) && line.holds(0x3A) && contains("$ ", in: bytes)
  }

  private static let prompts: Openings = [
    "$ ", "# ", "% ", ">>> ", "C:\\", "~$ ", "sql> ", "mysql> ", "(gdb) ",
  ]

  /// Whether the line ends or begins as statements do.
  func isCode(_ line: BodyLine, in bytes: Span<UInt8>) -> Bool {
    let last = bytes[range.upperBound - 1]
    if last == 0x3B || last == 0x7B || last == 0x7D { return line.words.count <= 16 }
    if last == 0x5C, line.marks > 1 { return true }
    return line.indent % 2 == 0 && Self.codeOpenings.open(range, in: bytes)
      && (line.marks > 1 || !line.tally.classes.contains(.grammar))
  }

  private static let codeOpenings: Openings = [
    "#include", "#define", "#if", "#endif", "import ", "def ", "class ", "<?", "</", "/*", "*/",
    "//", "<xs", "<div", "public ", "private ", "static ", "void ", "int ", "return ",
  ]

  func isBullet(in bytes: Span<UInt8>) -> Bool {
    let first = bytes[range.lowerBound]
    let next = range.lowerBound + 1
    guard next < range.upperBound else { return false }
    if [0x2A, 0x2D, 0x2B, 0x6F].contains(first), bytes[next] == 0x20 { return true }
    var position = range.lowerBound
    while position < range.upperBound, position - range.lowerBound < 4,
      [.letter, .digit].contains(ByteKind.of(bytes[position]))
    {
      position += 1
    }
    let isNumber = ByteKind.of(first) == .digit || position == next
    return isNumber && position > range.lowerBound && position + 1 < range.upperBound
      && (bytes[position] == 0x2E || bytes[position] == 0x29) && bytes[position + 1] == 0x20
  }
}

extension StaticString {
  /// Whether the bytes at the start of `range` are this ASCII text.
  func isPrefix(of range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard range.count >= utf8CodeUnitCount else { return false }
    return withUTF8Buffer { text in
      for offset in 0..<text.count where unsafe text[offset] != bytes[range.lowerBound + offset] {
        return false
      }
      return true
    }
  }
}
