/// Follows a patch through a body by the line counts its hunks announce.
///
/// `@@ -10,3 +10,7 @@` says that three lines of the old file and seven of the new follow, so a hunk
/// ends where it says it does and what stands after it (a signature, a list's footer, further prose)
/// is told apart from context lines. Hunks without counts (context and plain diffs) end at the first
/// line that cannot belong to them.
struct PatchTracker {
  /// Where a line stands with regard to patches.
  enum Place: UInt8, CaseIterable {
    case outside, header, hunkHead, hunkBody
    /// Right after a hunk that is complete.
    case afterHunk
  }

  private var place = Place.outside
  private var oldLines = 0
  private var newLines = 0
  private var isCounted = false

  /// Gives the place of the next line.
  mutating func advance(to line: BodyLine, in bytes: Span<UInt8>) -> Place {
    guard !line.isQuoted else {
      place = .outside
      return place
    }
    skipBlankContext(line.blankLinesBefore)
    place = next(line, bytes)
    return place
  }

  /// Mailers strip the blank of an empty context line, so a blank line counts as one.
  private mutating func skipBlankContext(_ count: Int) {
    guard isInHunk, isCounted else { return }
    oldLines = max(0, oldLines - count)
    newLines = max(0, newLines - count)
  }

  private var isInHunk: Bool { place == .hunkHead || place == .hunkBody }

  private mutating func next(_ line: BodyLine, _ bytes: Span<UInt8>) -> Place {
    let first = bytes[line.bytes.lowerBound]
    if isInHunk, isCounted, oldLines > 0 || newLines > 0 {
      switch first {
      case 0x20, 0x09:
        oldLines -= 1
        newLines -= 1
      case 0x2D: oldLines -= 1
      case 0x2B: newLines -= 1
      // `\ No newline at end of file`, or the rest of a line that a mailer wrapped.
      default: break
      }
      return .hunkBody
    }
    if line.look == .hunk {
      readCounts(line, bytes)
      return .hunkHead
    }
    if line.look == .diffHeader {
      return place == .outside && !opensPatch(line, bytes) ? .outside : .header
    }
    switch place {
    case .header:
      return line.look == .rule || line.look == .decoration ? .header : .outside
    case .hunkHead where !isCounted, .hunkBody where !isCounted:
      return [0x20, 0x09, 0x2B, 0x2D, 0x21, 0x3C, 0x3E, 0x5C].contains(first)
        ? .hunkBody : .afterHunk
    case .hunkHead, .hunkBody: return .afterHunk
    case .afterHunk, .outside: return .outside
    }
  }

  /// Whether a line that looks like a diff's header is one even where no patch has begun: `--- ` and
  /// `index ` begin too many other lines.
  private func opensPatch(_ line: BodyLine, _ bytes: Span<UInt8>) -> Bool {
    Self.openings.open(line.content, in: bytes) && (line.hasPath || line.digits > 0)
  }

  private static let openings: Openings = ["diff ", "Index: ", "RCS file: ", "--- ", "+++ "]

  /// Reads `-10,3 +10,7`; a missing count is 1, a hunk of another form has none.
  private mutating func readCounts(_ line: BodyLine, _ bytes: Span<UInt8>) {
    isCounted = ("@@ -" as StaticString).isPrefix(of: line.content, in: bytes)
    guard isCounted else { return }
    var position = line.content.lowerBound + 4
    oldLines = Self.count(at: &position, line.content, bytes)
    while position < line.content.upperBound, bytes[position] == 0x20 || bytes[position] == 0x2B {
      position += 1
    }
    newLines = Self.count(at: &position, line.content, bytes)
  }

  /// Reads `10,3` as 3 and `10` as 1. Numbers stop at nine digits, so none overflows.
  private static func count(
    at position: inout Int, _ range: Range<Int>, _ bytes: Span<UInt8>
  ) -> Int {
    _ = number(at: &position, range, bytes)
    guard position < range.upperBound, bytes[position] == 0x2C else { return 1 }
    position += 1
    return number(at: &position, range, bytes)
  }

  private static func number(
    at position: inout Int, _ range: Range<Int>, _ bytes: Span<UInt8>
  ) -> Int {
    let start = position
    var value = 0
    while position < range.upperBound, ByteKind.of(bytes[position]) == .digit {
      if position - start < 9 { value = value * 10 + Int(bytes[position] - 0x30) }
      position += 1
    }
    return value
  }
}
