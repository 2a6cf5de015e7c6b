/// The header of a message or part: its fields in order, and where the body begins.
///
/// RFC 5322 §2.2 with what mail does to it: folded lines, spaces before the colon, stray From_ lines,
/// lines that are no field, a body without the empty line before it.
struct HeaderBlock {
  private(set) var fields: [HeaderField] = []
  private(set) var bodyStart = 0

  /// Reads the header of `range`, adding what is wrong with it to `defects` as offsets from `origin`.
  /// At most `limits.maximumFieldCount` fields and `limits.maximumHeaderByteCount` bytes of each are
  /// kept. Linear in the header.
  mutating func read(
    _ bytes: Span<UInt8>, in range: Range<Int>, origin: Int, limits: MessageParser.Limits,
    defects: inout [Defect]
  ) {
    fields.removeAll(keepingCapacity: true)
    let end = range.upperBound
    var index = startOfFirstField(bytes, range)
    if index > range.lowerBound {
      defects.append(
        Defect(
          .malformedHeaderLine, .note, at: (range.lowerBound - origin)..<(index - origin)))
    }
    bodyStart = end
    while index < end {
      let lineEnd = bytes.endOfLine(from: index, limit: end)
      if bytes[lineEnd - 1] == 0x0A, bytes.endOfText(ofLineFrom: index, to: lineEnd) == index {
        bodyStart = lineEnd
        return
      }
      let fieldEnd = endOfFolding(bytes, lineEnd, limit: end)
      if let nameEnd = HeaderName.end(bytes, lineFrom: index, to: lineEnd) {
        add(
          bytes, index..<nameEnd, fieldEnd: fieldEnd, origin: origin, limits: limits,
          defects: &defects)
        index = fieldEnd
      } else if isSkippable(bytes, index, lineEnd, limit: end) {
        if !bytes.starts(with: "From ", at: index), !bytes.starts(with: ">From ", at: index) {
          defects.append(
            Defect(.malformedHeaderLine, .warning, at: (index - origin)..<(lineEnd - origin)))
        }
        index = fieldEnd
      } else {
        defects.append(
          Defect(.missingHeaderBodySeparator, .warning, at: (index - origin)..<(index - origin)))
        bodyStart = index
        return
      }
    }
  }

  /// After the blanks by which the first field slipped to the right, if it did, or the mark that Windows
  /// editors set where a file begins.
  private func startOfFirstField(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    if bytes.starts(with: "\u{FEFF}", at: index), range.count >= 3 { index += 3 }
    while index < range.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index > range.lowerBound, index < range.upperBound,
      HeaderName.end(
        bytes, lineFrom: index, to: bytes.endOfLine(from: index, limit: range.upperBound)) != nil
    else { return range.lowerBound }
    return index
  }

  private mutating func add(
    _ bytes: Span<UInt8>, _ name: Range<Int>, fieldEnd: Int, origin: Int,
    limits: MessageParser.Limits, defects: inout [Defect]
  ) {
    let kind = HeaderField.kind(bytes, name)
    let isOversized = fieldEnd - name.lowerBound > limits.maximumHeaderByteCount
    guard kind != .other || isOversized else { return }
    var valueStart = name.upperBound
    while bytes[valueStart] != 0x3A { valueStart += 1 }
    var value = bytes.trimmed((valueStart + 1)..<fieldEnd)
    if isOversized, value.count > limits.maximumHeaderByteCount {
      value = value.lowerBound..<(value.lowerBound + limits.maximumHeaderByteCount)
      defects.append(
        Defect(
          .oversizedHeader, .error, at: (value.upperBound - origin)..<(fieldEnd - origin),
          detail: "only the first \(limits.maximumHeaderByteCount) bytes were read"))
    }
    guard kind != .other else { return }
    guard fields.count < limits.maximumFieldCount else {
      if defects.last?.kind != .oversizedHeader {
        defects.append(
          Defect(
            .oversizedHeader, .error, at: (name.lowerBound - origin)..<(fieldEnd - origin),
            detail: "only the first \(limits.maximumFieldCount) fields were read"))
      }
      return
    }
    fields.append(HeaderField(kind: kind, field: name.lowerBound..<fieldEnd, value: value))
  }

  /// Where the field whose first line ends at `lineEnd` ends with its folded lines. A line of nothing
  /// but spaces is a fold only where a further folded line follows (RFC 5322 §4.2).
  private func endOfFolding(_ bytes: Span<UInt8>, _ lineEnd: Int, limit: Int) -> Int {
    var end = lineEnd
    while end < limit, bytes[end] == 0x20 || bytes[end] == 0x09 {
      let next = bytes.endOfLine(from: end, limit: limit)
      var text = end
      while text < next, bytes[text].isMailSpace { text += 1 }
      if text == next {
        guard next < limit, bytes[next] == 0x20 || bytes[next] == 0x09 else { return end }
      }
      end = next
    }
    return end
  }

  /// Whether a line that is no field stands among fields: a From_ line, one with a name that may not be,
  /// or one after which the header visibly goes on.
  private func isSkippable(_ bytes: Span<UInt8>, _ start: Int, _ lineEnd: Int, limit: Int) -> Bool {
    if bytes.starts(with: "From ", at: start) || bytes.starts(with: ">From ", at: start) {
      return true
    }
    let next = endOfFolding(bytes, lineEnd, limit: limit)
    guard next < limit else { return false }
    // A name with bytes beyond ASCII is a name all the same.
    if !fields.isEmpty, let colon = bytes.firstIndex(of: 0x3A, in: start..<lineEnd),
      colon > start, !(start..<colon).contains(where: { bytes[$0] <= 0x20 })
    {
      return true
    }
    let nextEnd = bytes.endOfLine(from: next, limit: limit)
    guard let name = HeaderName.end(bytes, lineFrom: next, to: nextEnd) else { return false }
    return !fields.isEmpty
      && (HeaderField.kind(bytes, next..<name) != .other
        || HeaderName.isCommon(bytes, next..<name)
        || bytes.startsIgnoringCase(with: "x-", at: next))
  }

  /// The first field of `kind`; nil where there is none.
  func first(_ kind: HeaderField.Kind) -> HeaderField? {
    for field in fields where field.kind == kind { return field }
    return nil
  }
}
