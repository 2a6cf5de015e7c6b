/// Header text: unfolds, decodes encoded-words, marks bytes beyond ASCII that nothing declares.
struct HeaderText {
  /// Defects found, at offsets from `origin`.
  private(set) var defects: [Defect] = []
  let origin: Int
  /// Decoded bytes of adjacent encoded-words of one set, which may share a character.
  private var pending: [UInt8] = []
  private var pendingCharset: Charset?

  init(origin: Int) {
    self.origin = origin
  }

  /// Records a defect found by a reader of structured fields.
  mutating func add(_ defect: Defect) {
    defects.append(defect)
  }

  /// Adds the text of `range` to `output` as UTF-8 and returns where it stands. Line ends of folds go,
  /// the space after them stays; NUL and other controls become spaces.
  mutating func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) -> Range<Int> {
    let start = output.count
    if isPlain(bytes, range) {
      output.append(bytes, range)
      return start..<output.count
    }
    var index = range.lowerBound
    var literal = index
    var isAfterWord = false
    while index < range.upperBound {
      guard let mark = bytes.firstIndex(of: 0x3D, in: index..<range.upperBound) else { break }
      guard let word = EncodedWord(bytes, at: mark, limit: range.upperBound) else {
        if mark + 1 < range.upperBound, bytes[mark + 1] == 0x3F {
          note(.malformedEncodedWord, mark..<(mark + 2))
        }
        index = mark + 1
        continue
      }
      // Space between two encoded-words is no text (RFC 2047 §6.2).
      if !isAfterWord || !bytes.trimmed(literal..<mark).isEmpty {
        flush(into: &output, at: literal..<mark)
        appendLiteral(bytes, literal..<mark, into: &output)
      }
      take(word, bytes, into: &output)
      isAfterWord = true
      index = word.end
      literal = index
    }
    flush(into: &output, at: literal..<literal)
    appendLiteral(bytes, literal..<range.upperBound, into: &output)
    return start..<output.count
  }

  private func isPlain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if bytes.isLiteralText(in: range) { return true }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x20 || byte > 0x7E { return false }
      if byte == 0x3D, index + 1 < range.upperBound, bytes[index + 1] == 0x3F { return false }
      index += 1
    }
    return true
  }

  private mutating func take(_ word: EncodedWord, _ bytes: Span<UInt8>, into output: inout [UInt8])
  {
    let charset = Charset(bytes, word.charset)
    if charset == nil { note(.unknownCharset, word.charset, .warning) }
    if !pending.isEmpty, pendingCharset != charset { flush(into: &output, at: word.text) }
    pendingCharset = charset
    let strays =
      word.isBase64
      ? Base64.decode(bytes, word.text, into: &pending)
      : QuotedPrintable.decodeWord(bytes, word.text, into: &pending)
    if strays > 0 { note(.malformedEncodedWord, word.text, .warning) }
    // A set with shift states begins each word anew and cannot be joined.
    if case .named(let name) = charset, name.hasPrefix("ISO-2022") || name == "UTF-7" {
      flush(into: &output, at: word.text)
    }
  }

  private mutating func flush(into output: inout [UInt8], at place: Range<Int>) {
    guard !pending.isEmpty else { return }
    var decoded: [UInt8] = []
    let outcome = TextDecoder.decode(
      pending.span, 0..<pending.count, as: pendingCharset, into: &decoded)
    if let defect = outcome.defect { note(defect.kind, place, defect.severity) }
    for index in decoded.indices where decoded[index] < 0x20 || decoded[index] == 0x7F {
      decoded[index] = 0x20
    }
    output.append(contentsOf: decoded)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func appendLiteral(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) {
    guard !range.isEmpty else { return }
    let start = output.count
    if bytes.hasEightBit(in: range) || bytes.firstIndex(of: 0x1B, in: range) != nil {
      let outcome = TextDecoder.decode(bytes, range, as: nil, into: &output)
      if outcome.charset == .utf8 {
        // RFC 6532 allows it; whether the mail was sent under it is not told.
        note(.undeclaredEightBit, range, .note)
      } else if let defect = outcome.defect {
        note(defect.kind, range, defect.severity, outcome.charset.name)
      }
    } else {
      output.append(bytes, range)
    }
    unfold(&output, from: start)
  }

  private func unfold(_ output: inout [UInt8], from start: Int) {
    var kept = start
    for index in start..<output.count {
      let byte = output[index]
      if byte == 0x0A || byte == 0x0D { continue }
      output[kept] = byte < 0x20 || byte == 0x7F ? 0x20 : byte
      kept += 1
    }
    output.removeLast(output.count - kept)
  }

  private mutating func note(
    _ kind: Defect.Kind, _ range: Range<Int>, _ severity: Defect.Severity = .note,
    _ detail: String = ""
  ) {
    // One of a kind tells what a field is like.
    guard !defects.contains(where: { $0.kind == kind }) else { return }
    defects.append(
      Defect(
        kind, severity, at: (range.lowerBound - origin)..<(range.upperBound - origin),
        detail: detail)
    )
  }
}
