/// Mailboxes whose mails lie between lines of a mark, where mbox has From_ lines: MMDF (four Control-A) and
/// Babyl, which Emacs's Rmail kept until version 23 (Control-Underscore).
///
/// Whatever lies between two marks and is not blank is an entry; marks, Babyl's options at the head of the
/// file and the line of labels before each mail are none of it. Both programs break a mark that stands in
/// a mail.
struct MarkedMailbox {
  private let isBabyl: Bool
  /// What the line consists of that separates.
  private let mark: StaticString

  /// The layout of a dialect; nil where From_ lines separate.
  init?(_ dialect: MboxDialect) {
    switch dialect {
    case .babyl: (isBabyl, mark) = (true, "\u{1F}")
    case .mmdf: (isBabyl, mark) = (false, Self.mmdfMark)
    default: return nil
    }
  }

  fileprivate static let options: StaticString = "BABYL OPTIONS:"
  fileprivate static let mmdfMark: StaticString = "\u{1}\u{1}\u{1}\u{1}"

  /// Hands over the entries that are complete in `bytes`; see ``MboxReader/split(_:isWhole:atMost:entry:)``.
  func split(
    _ bytes: Span<UInt8>, isWhole: Bool, atMost limit: Int, entry: (MboxEntry) -> Void
  ) -> Int {
    var start = 0
    var count = 0
    while start < bytes.count, count < limit {
      let mark = nextMark(in: bytes, from: start, isWhole: isWhole)
      guard mark != nil || isWhole else { return start }
      let block = start..<(mark?.lowerBound ?? bytes.count)
      start = mark?.upperBound ?? bytes.count
      guard !bytes.trimmed(block).isEmpty, !bytes.starts(with: Self.options, at: block.lowerBound)
      else { continue }
      count += 1
      entry(self.entry(in: bytes, block))
    }
    return start
  }

  /// The next line that is a mark, with its end; in a piece of a source only one that is seen to end.
  private func nextMark(in bytes: Span<UInt8>, from start: Int, isWhole: Bool) -> Range<Int>? {
    var index = start
    while let hit = bytes.firstIndex(of: isBabyl ? 0x1F : 0x01, in: index..<bytes.count) {
      index = hit + 1
      guard hit == start || bytes[hit - 1] == 0x0A, bytes.starts(with: mark, at: hit) else {
        continue
      }
      let end = bytes.endOfLine(from: hit, limit: bytes.count)
      guard isWhole || bytes[end - 1] == 0x0A else { return nil }
      // Babyl sets a form feed behind its mark.
      let rest = hit + mark.utf8CodeUnitCount..<end
      if rest.allSatisfy({ bytes[$0].isMailSpace || bytes[$0] == 0x0C }) { return hit..<end }
    }
    return nil
  }

  private func entry(in bytes: Span<UInt8>, _ block: Range<Int>) -> MboxEntry {
    let line = block.lowerBound..<bytes.endOfLine(from: block.lowerBound, limit: block.upperBound)
    var content = block
    var fromLine: FromLine?
    if isBabyl {
      // `1, answered,, work,` and, where the mail was shown with its whole header, the mark of the end of
      // what is not shown at once.
      if bytes[line.lowerBound] & 0xFE == 0x30, bytes.starts(with: ",", at: line.lowerBound + 1) {
        content = line.upperBound..<block.upperBound
      }
      content = Self.afterHiddenHeader(bytes, content)
    } else if let found = FromLine(bytes, line: line) {
      fromLine = found
      content = line.upperBound..<block.upperBound
    }
    let isEmpty = bytes.trimmed(content).isEmpty
    return MboxEntry(
      range: block, content: content, fromLine: fromLine,
      defects: isEmpty ? [Defect(.emptyEntry, .warning, at: 0..<block.count)] : [])
  }

  private static let endOfHiddenHeader: StaticString = "*** EOOH ***"

  /// `range` without the line by which Babyl ends the header that is not shown, if it begins with it.
  private static func afterHiddenHeader(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard bytes.starts(with: endOfHiddenHeader, at: range.lowerBound) else { return range }
    return bytes.endOfLine(from: range.lowerBound, limit: range.upperBound)..<range.upperBound
  }

  /// The body of a Babyl mail in what follows its header: where the header is not the one that was shown,
  /// an extract of it is, up to an empty line.
  static func body(_ bytes: Span<UInt8>, after header: Range<Int>) -> Range<Int> {
    let shown = afterHiddenHeader(bytes, header)
    guard shown != header else { return header }
    var index = shown.lowerBound
    while index < shown.upperBound {
      let end = bytes.endOfLine(from: index, limit: shown.upperBound)
      if bytes.endOfText(ofLineFrom: index, to: end) == index { return end..<shown.upperBound }
      index = end
    }
    return shown.upperBound..<shown.upperBound
  }
}

extension MboxRecognition {
  /// Tells a mailbox with marks by how `bytes` begin; nil for any other source.
  package init?(recognizingMark bytes: Span<UInt8>) {
    if bytes.starts(with: MarkedMailbox.options, at: 0) {
      self.init(dialect: .babyl, reason: "it begins with Babyl's options")
    } else if bytes.starts(with: MarkedMailbox.mmdfMark, at: 0) {
      self.init(dialect: .mmdf, reason: "it begins with a line of four Control-A")
    } else {
      return nil
    }
  }
}
