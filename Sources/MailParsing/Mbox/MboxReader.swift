/// Splits an mbox into entries at From_ lines; ranges are byte offsets into the source.
///
/// A From_ line separates when it stands at the head of the source or after an empty line, names a date,
/// and is followed by a header field; a body line such as `From command line maven, …` does not. Bytes
/// before the first From_ line are an entry of their own where they hold a message. Where a source has no
/// empty lines before its separators (``isUnspaced``), asctime's date and a header of mail tell them.
///
/// A source that arrives in pieces is split by offering what is left of one before the next.
public struct MboxReader: Sendable, Hashable {
  /// How bodies are kept apart from separators.
  public var dialect: MboxDialect
  /// Whether a From_ line may separate right after the text before it.
  public var isUnspaced: Bool

  /// Makes a reader of a dialect; ``MboxRecognition`` tells it from content.
  public init(dialect: MboxDialect, isUnspaced: Bool = false) {
    self.dialect = dialect
    self.isUnspaced = isUnspaced
  }

  /// All entries of a source that is whole, in order; none of an empty source. Linear, and for a mapped
  /// archive about the time of one `memchr` over it.
  public func entries(in bytes: Span<UInt8>) -> [MboxEntry] {
    entries(in: bytes, atMost: .max)
  }

  /// The first `limit` entries of a source that is whole.
  func entries(in bytes: Span<UInt8>, atMost limit: Int) -> [MboxEntry] {
    var entries: [MboxEntry] = []
    _ = split(bytes, isWhole: true, atMost: limit) { entries.append($0) }
    return entries
  }

  /// Hands over each entry that is complete in `bytes` and returns how many bytes those entries and
  /// their separators take; what follows must be offered again with more bytes after it.
  ///
  /// - Parameters:
  ///   - bytes: a piece of the source that begins where the last call stopped.
  ///   - isWhole: whether the source ends where `bytes` end; then all of it is taken.
  ///   - limit: the most entries to hand over.
  ///   - entry: receives the entries in order.
  /// - Returns: the bytes taken.
  package func split(
    _ bytes: Span<UInt8>, isWhole: Bool, atMost limit: Int = .max, entry: (MboxEntry) -> Void
  ) -> Int {
    if let lines = LoneReturns.asLineFeeds(bytes) {
      return split(lines.span, isWhole: isWhole, atMost: limit, entry: entry)
    }
    if let mailbox = MarkedMailbox(dialect) {
      return mailbox.split(bytes, isWhole: isWhole, atMost: limit, entry: entry)
    }
    var start = 0
    var count = 0
    var line: Separator? = separator(in: bytes, at: 0, isWhole: isWhole)
    if line == nil, !isWhole, bytes.count < Self.tellingByteCount { return 0 }
    while start < bytes.count, count < limit {
      var search = line?.contentStart ?? start
      var defects = line?.defects ?? []
      var next: Separator?
      if let line, dialect.trustsContentLength {
        if let length = ContentLength(bytes, fromLineAt: line.start, limit: bytes.count),
          let after = length.nextStart(in: bytes)
        {
          search = max(search, length.body.upperBound)
          if after == bytes.count, !isWhole { return start }
          next = separator(in: bytes, at: after, isWhole: isWhole)
        } else if !isWhole {
          return start
        } else {
          defects.append(Defect(.wrongContentLength, .warning, at: 0..<(search - start)))
        }
      }
      var hasEscapes = dialect.trustsContentLength
      next = next ?? nextSeparator(in: bytes, after: search, isWhole: isWhole, &hasEscapes)
      guard next != nil || isWhole else { return start }
      let end = next?.start ?? bytes.count
      if line != nil || !isBlank(bytes, start..<end) {
        if line == nil {
          defects.append(Defect(.missingFromLine, .note, at: 0..<0))
        }
        let contentStart = line?.contentStart ?? start
        let contentEnd = withoutSeparator(bytes, contentStart..<end)
        if contentEnd == contentStart {
          defects.append(Defect(.emptyEntry, .warning, at: 0..<(contentStart - start)))
        }
        count += 1
        entry(
          MboxEntry(
            range: start..<contentEnd, content: contentStart..<contentEnd,
            fromLine: line?.fromLine, mayHaveEscapes: hasEscapes, defects: defects))
      }
      start = end
      line = next
    }
    return start
  }

  /// So many bytes always tell whether the line before them begins an entry.
  package static let tellingByteCount = 1 << 16

  /// A From_ line that begins an entry.
  private struct Separator {
    var start: Int
    var contentStart: Int
    var fromLine: FromLine
    var defects: [Defect]
  }

  /// The next line after `index` that begins an entry. Each `F` after a line end or a `>` is looked at.
  private func nextSeparator(
    in bytes: Span<UInt8>, after index: Int, isWhole: Bool, _ hasEscapes: inout Bool
  ) -> Separator? {
    var index = min(max(index, 1), bytes.count)
    while let hit = bytes.firstIndex(of: 0x46, after: 0x0A, or: 0x3E, in: index..<bytes.count) {
      index = hit + 1
      if bytes[hit - 1] == 0x3E { hasEscapes = true }
      guard bytes[hit - 1] == 0x0A, bytes.starts(with: "From ", at: hit),
        followsEmptyLine(bytes, hit) || isUnspaced && isCertain(bytes, hit)
          || dialect == .pipermailText && isPipermailHead(bytes, hit)
      else { continue }
      if let separator = separator(in: bytes, at: hit, isWhole: isWhole) { return separator }
    }
    return nil
  }

  /// Whether the line before the one at `start` is empty; `start` is after a LF.
  private func followsEmptyLine(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let line = bytes.endOfText(ofLineFrom: 0, to: start)
    return line == 0 || bytes[line - 1] == 0x0A
  }

  /// Whether the line at `start` separates whatever stands before it: it ends in asctime's date, two fields
  /// follow of which one is common in mail, and the text before does not lead to a quoted mail by a colon.
  private func isCertain(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let end = bytes.endOfLine(from: start, limit: bytes.count)
    let line = start..<bytes.endOfText(ofLineFrom: start, to: end)
    let before = bytes.trimmed(0..<start)
    guard CommonDate.systemDate(bytes, atEndOf: line) != nil,
      before.isEmpty || bytes[before.upperBound - 1] != 0x3A,
      let following = HeaderLines(bytes, from: end, isWhole: true, isAnyEnough: false)
    else { return false }
    return following.fieldCount > 1 && following.hasMailField
  }

  /// Whether the From_ line at `start` separates without an empty line before it.
  func separatesUnspaced(in bytes: Span<UInt8>, at start: Int) -> Bool {
    !followsEmptyLine(bytes, start) && isCertain(bytes, start)
  }

  /// Whether the line at `start` is followed by the two lines with which pipermail begins every entry,
  /// `From:` and `Date:` in either order. It leaves no empty line before the From_ line of an entry where
  /// the post before it ends in a scrubber's notice.
  private func isPipermailHead(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let first = bytes.endOfLine(from: start, limit: bytes.count)
    let second = bytes.endOfLine(from: first, limit: bytes.count)
    return bytes.starts(with: "From: ", at: first) && bytes.starts(with: "Date: ", at: second)
      || bytes.starts(with: "Date: ", at: first) && bytes.starts(with: "From: ", at: second)
  }

  /// Reads the line at `start` as one that begins an entry; nil where it is not one or, in a piece of a
  /// source, where too little follows to tell.
  private func separator(in bytes: Span<UInt8>, at start: Int, isWhole: Bool) -> Separator? {
    // Windows editors mark UTF-8 where a file begins.
    let text = start == 0 && bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : start
    guard bytes.starts(with: "From ", at: text) else { return nil }
    let end = bytes.endOfLine(from: start, limit: bytes.count)
    guard isWhole || end < bytes.count, let line = FromLine(bytes, line: text..<end) else {
      return nil
    }
    let isTold = isWhole || bytes.count - start > Self.tellingByteCount
    let isDated = line.date != nil
    guard
      let following = HeaderLines(bytes, from: end, isWhole: isTold, isAnyEnough: isDated)
    else { return nil }
    if isDated {
      guard following.fieldCount > 0 || following.isEmpty else { return nil }
      return Separator(start: start, contentStart: end, fromLine: line, defects: [])
    }
    guard following.fieldCount >= 2, following.hasMailField else { return nil }
    let defect = Defect(.malformedFromLine, .note, at: 0..<(end - start))
    return Separator(start: start, contentStart: end, fromLine: line, defects: [defect])
  }

  private func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.trimmed(range).isEmpty
  }

  /// The end of the message in `range`: without the one empty line that parts it from the next.
  private func withoutSeparator(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    guard end > range.lowerBound, bytes[end - 1] == 0x0A else { return end }
    let line = bytes.endOfText(ofLineFrom: range.lowerBound, to: end)
    return line == range.lowerBound || bytes[line - 1] == 0x0A ? line : end
  }
}

/// The first lines after a From_ line, looked at to see whether they are a header.
private struct HeaderLines {
  var fieldCount = 0
  var hasMailField = false
  /// Whether no line follows, or an empty one.
  var isEmpty = false

  /// Looks at up to eight lines at `start`, until one field is found or, where that is not enough, two
  /// with one of mail among them; nil where a piece of a source ends too early to tell.
  init?(_ bytes: Span<UInt8>, from start: Int, isWhole: Bool, isAnyEnough: Bool) {
    var index = start
    for _ in 0..<8 {
      if index == bytes.count {
        guard isWhole || fieldCount >= 2 else { return nil }
        isEmpty = isEmpty || fieldCount == 0
        return
      }
      let end = bytes.endOfLine(from: index, limit: bytes.count)
      guard isWhole || end < bytes.count || fieldCount >= 2 else { return nil }
      let textEnd = bytes.endOfText(ofLineFrom: index, to: end)
      if textEnd == index {
        isEmpty = fieldCount == 0
        return
      }
      let isContinuation = fieldCount > 0 && (bytes[index] == 0x20 || bytes[index] == 0x09)
      // Some stores write the envelope sender of a relay as a second, escaped From_ line.
      let isEnvelope = bytes.starts(with: ">From ", at: index)
      if !isContinuation, !isEnvelope {
        guard let name = HeaderName.end(bytes, lineFrom: index, to: textEnd) else { return }
        fieldCount += 1
        if isAnyEnough { return }
        hasMailField = hasMailField || HeaderName.isCommon(bytes, index..<name)
        if hasMailField, fieldCount >= 2 { return }
      }
      index = end
    }
  }
}
