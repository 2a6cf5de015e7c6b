#if canImport(MailParsing)
  import MailParsing
#endif

/// One plain function for each public parser: any bytes go in, and nothing may trap, hang or grow.
///
/// The tests replay saved inputs through them; `scripts/fuzz` builds the same functions, together with
/// the parser's sources, under libFuzzer.
enum FuzzTargets {
  /// The targets by the name that `scripts/fuzz` takes.
  static let all: [(name: String, run: @Sendable ([UInt8]) -> Void)] = [
    ("mbox", mbox), ("message", message), ("stream", stream), ("date", date),
  ]

  /// Splits under every dialect, parses each entry, prints it, and checks that nothing was lost.
  static func mbox(_ input: [UInt8]) {
    let bytes = input.span
    _ = MboxRecognition(recognizing: bytes)
    for dialect in MboxDialect.allCases {
      var end = 0
      var message = FlatMessage()
      for entry in MboxReader(dialect: dialect).entries(in: bytes) {
        precondition(entry.range.lowerBound >= end && entry.range.upperBound <= input.count)
        precondition(
          input[end..<entry.range.lowerBound].allSatisfy {
            $0 == 0x0A || $0 == 0x0D
              || $0 == 0x20 || $0 == 0x09
          })
        end = entry.range.upperBound
        MessageParser().parse(bytes, entry: entry, dialect: dialect, into: &message)
        check(message, entryByteCount: entry.range.count)
      }
    }
  }

  /// Parses a mail that stands alone.
  static func message(_ input: [UInt8]) {
    var message = FlatMessage()
    let entry = MboxEntry(singleMessage: input.span)
    let parser = MessageParser()
    parser.parse(input.span, entry: entry, dialect: nil, into: &message)
    check(message, entryByteCount: input.count)
    for nested in parser.nestedEntries(of: message, in: entry) {
      _ = parser.parse(input.span, entry: nested, dialect: nil)
    }
  }

  /// Splits in pieces whose size the first byte gives; the ranges must be those of the whole.
  static func stream(_ input: [UInt8]) {
    let size = Int(input.first ?? 0) + 1
    var stream = MboxStream(dialect: .mboxrd)
    var ranges: [Range<Int>] = []
    var start = 0
    repeat {
      let piece = Array(input[start..<min(start + size, input.count)])
      start += size
      stream.take(piece.span, isLast: start >= input.count) { _, offset, entry in
        ranges.append((entry.range.lowerBound + offset)..<(entry.range.upperBound + offset))
      }
    } while start < input.count
    precondition(ranges == MboxReader(dialect: .mboxrd).entries(in: input.span).map(\.range))
  }

  /// Reads a date.
  static func date(_ input: [UInt8]) {
    _ = DateReader.read(input.span, in: 0..<input.count).date?.rfc3339
  }

  private static func check(_ message: FlatMessage, entryByteCount: Int) {
    var line = MessageLine()
    var output: [UInt8] = []
    let source = MessageLine.Source(
      path: "", member: nil, format: .rfc822, entry: 0..<entryByteCount, sha256: "")
    line.append(message, source: source, to: &output)
    precondition(
      String(validating: output, as: UTF8.self) != nil,
      "a line is UTF-8: \(String(decoding: output, as: UTF8.self))")
    for defect in message.defects {
      precondition(defect.range.lowerBound >= 0 && defect.range.upperBound <= entryByteCount)
    }
  }
}
