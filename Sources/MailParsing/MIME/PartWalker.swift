/// Finds the leaves of a mail's part structure (RFC 2046 §5.1) in one pass over its lines.
///
/// Nesting is a stack, never recursion. A boundary of any open multipart ends all those inside it, so a
/// part that lost its own end costs nothing but itself. A multipart whose boundary is missing or never
/// comes takes the first line before a part's header for it; one without any part is text.
struct PartWalker {
  private struct Open {
    /// What its boundaries are after the hyphens; empty where the header gave none.
    var boundary: [UInt8]
    var isDigest: Bool
    var alternative: Int
    /// Where its body begins.
    var start: Int
    /// Whether a part of it was found.
    var hasParts = false
    /// Whether its boundary is certain: it was seen further on, or taken from the body.
    var isBoundaryKnown = false
  }

  private(set) var parts: [MessagePart] = []
  private(set) var defects: [Defect] = []
  private var stack: [Open] = []
  private var alternativeCount = 0
  private var current: MessagePart?
  private let origin: Int
  private let limits: MessageParser.Limits

  init(origin: Int, limits: MessageParser.Limits) {
    self.origin = origin
    self.limits = limits
  }

  /// Walks the body of a multipart. Linear in `body` times the open multiparts that a line beginning
  /// `--` is held against, at most ``MessageParser/Limits/maximumNesting``.
  mutating func walk(_ bytes: Span<UInt8>, _ body: Range<Int>, _ type: ContentType) {
    guard open(type, at: body.lowerBound) else { return parts = [MessagePart(body: body)] }
    var index = body.lowerBound
    let end = body.upperBound
    while let hyphen = lineOfHyphen(bytes, from: index, to: end) {
      index = hyphen
      let lineEnd = bytes.endOfLine(from: index, limit: end)
      guard lineEnd - index > 2, bytes[index + 1] == 0x2D else {
        index = lineEnd
        continue
      }
      guard let (depth, isClose) = match(bytes, index, lineEnd) else {
        // With a boundary that was taken the multipart is read again.
        index = adopt(bytes, index..<lineEnd, end) ? stack[stack.count - 1].start : lineEnd
        continue
      }
      if depth < stack.count - 1 { takeWithoutParts(bytes, to: index) }
      closeLeaf(bytes, at: index)
      if stack.count > depth + 1 {
        note(.unclosedMultipart, index..<index, .warning)
      }
      stack.removeSubrange((isClose ? depth : depth + 1)...)
      index = lineEnd
      if isClose {
        if stack.isEmpty { return }
      } else {
        index = beginPart(bytes, lineEnd, end)
      }
    }
    takeWithoutParts(bytes, to: end)
    if current != nil || !stack.isEmpty {
      current?.isUnclosed = true
      closeLeaf(bytes, at: end)
      note(.unclosedMultipart, end..<end, .warning)
    }
    if parts.isEmpty {
      note(.missingBoundary, body, .error)
      parts = [MessagePart(body: body)]
    }
  }

  /// Makes the body of the innermost multipart up to `end` a leaf, where no part of it was found.
  private mutating func takeWithoutParts(_ bytes: Span<UInt8>, to end: Int) {
    guard let innermost = stack.last, !innermost.hasParts,
      !bytes.trimmed(innermost.start..<end).isEmpty
    else { return }
    note(.missingBoundary, innermost.start..<end, .error)
    current = MessagePart(body: innermost.start..<innermost.start)
    current?.alternative = stack.dropLast().last?.alternative ?? 0
  }

  /// Takes a line of hyphens and a word for a boundary of the innermost multipart, if a part's header
  /// follows, no part was found before and its own boundary is not near; says whether it did.
  private mutating func adopt(_ bytes: Span<UInt8>, _ line: Range<Int>, _ end: Int) -> Bool {
    guard let innermost = stack.last, !innermost.hasParts, !innermost.isBoundaryKnown,
      bytes.startsIgnoringCase(with: "content-", at: line.upperBound)
    else { return false }
    let word = bytes.trimmed((line.lowerBound + 2)..<line.upperBound)
    guard !word.isEmpty, word.count <= Self.longestAdopted,
      !word.contains(where: { bytes[$0].isMailSpace })
    else { return false }
    stack[stack.count - 1].isBoundaryKnown = true
    let near = line.upperBound..<min(end, line.upperBound + Self.nearByteCount)
    let declared = Array("--".utf8) + innermost.boundary
    if declared.count > 2, bytes.firstIndex(of: declared, in: near) != nil { return false }
    stack[stack.count - 1].boundary = word.map { bytes[$0] }
    note(.missingBoundary, line, .warning)
    return true
  }

  /// RFC 2046 §5.1.1 allows 70 characters; some mailers write more.
  private static let longestAdopted = 200
  /// So far a boundary is looked for that may yet come: nobody writes a longer preamble.
  private static let nearByteCount = 8192

  /// The first line at or after the one at `start` that begins with a hyphen; nil where none does.
  private func lineOfHyphen(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard start < end, bytes[start] != 0x2D else { return start < end ? start : nil }
    return bytes.firstIndex(of: 0x2D, after: 0x0A, or: 0x0A, in: (start + 1)..<end)
  }

  private mutating func beginPart(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard parts.count < limits.maximumPartCount else {
      if defects.last?.kind != .tooManyParts { note(.tooManyParts, start..<end, .error) }
      // The rest stays one leaf that nothing is made of.
      stack.removeAll()
      return end
    }
    if !stack.isEmpty { stack[stack.count - 1].hasParts = true }
    var header = HeaderBlock()
    var headerDefects: [Defect] = []
    // A part's header is looked for only up to the next boundary.
    header.read(
      bytes, in: start..<end, origin: origin, limits: limits, defects: &headerDefects)
    let bodyStart = header.bodyStart
    let isCut =
      bytes.starts(with: "--", at: bodyStart)
      && match(bytes, bodyStart, bytes.endOfLine(from: bodyStart, limit: end)) != nil
    if isCut { headerDefects.removeAll { $0.kind == .missingHeaderBodySeparator } }
    defects += headerDefects
    var part = MessagePart(body: bodyStart..<bodyStart)
    part.alternative = stack.last?.alternative ?? 0
    part.read(
      header, bytes, isInDigest: stack.last?.isDigest ?? false, origin: origin, into: &defects)
    if part.contentType.isMultipart, open(part.contentType, at: bodyStart) { return bodyStart }
    current = part
    return bodyStart
  }

  /// Opens a multipart; false where nesting is at its limit.
  private mutating func open(_ type: ContentType, at place: Int) -> Bool {
    guard stack.count < limits.maximumNesting else {
      if !defects.contains(where: { $0.kind == .nestingTooDeep }) {
        note(.nestingTooDeep, place..<place, .error)
      }
      return false
    }
    var alternative = stack.last?.alternative ?? 0
    if type.type == "multipart/alternative" {
      alternativeCount += 1
      alternative = alternativeCount
    }
    var boundary = type.parameters.raw("boundary") ?? []
    while boundary.last == 0x20 { boundary.removeLast() }
    stack.append(
      Open(
        boundary: boundary, isDigest: type.type == "multipart/digest", alternative: alternative,
        start: place))
    return true
  }

  /// Which open multipart the line is a boundary of, innermost first, and whether it closes it. What
  /// follows the boundary after a space does not count (RFC 2046 §5.1.1).
  private func match(_ bytes: Span<UInt8>, _ start: Int, _ lineEnd: Int) -> (Int, Bool)? {
    let textEnd = bytes.endOfText(ofLineFrom: start, to: lineEnd)
    func ends(_ index: Int) -> Bool { index == textEnd || bytes[index].isMailSpace }
    var depth = stack.count
    while depth > 0 {
      depth -= 1
      let boundary = stack[depth].boundary
      let end = start + 2 + boundary.count
      guard end <= textEnd, !boundary.isEmpty else { continue }
      let isClose =
        end + 2 <= textEnd && bytes[end] == 0x2D && bytes[end + 1] == 0x2D && ends(end + 2)
      if isClose || ends(end), bytes.equals(boundary, at: start + 2) { return (depth, isClose) }
    }
    return nil
  }

  private mutating func closeLeaf(_ bytes: Span<UInt8>, at boundary: Int) {
    guard var part = current else { return }
    // The line end before a boundary is the boundary's.
    var end = boundary
    if !part.isUnclosed {
      if end > part.body.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
      if end > part.body.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    }
    part.body = part.body.lowerBound..<max(part.body.lowerBound, end)
    parts.append(part)
    current = nil
  }

  private mutating func note(
    _ kind: Defect.Kind, _ range: Range<Int>, _ severity: Defect.Severity
  ) {
    defects.append(
      Defect(kind, severity, at: (range.lowerBound - origin)..<(range.upperBound - origin)))
  }
}
