/// The `>` that an mbox writes before body lines that begin `From `.
enum MboxEscape {
  /// Whether the line at `start` stands next to a line quoted with `>`: then a `>From ` is more likely
  /// a quotation than an escape, since mboxo quotes a `From ` once and leaves `>From ` alone.
  static func isInQuotation(_ bytes: Span<UInt8>, lineAt start: Int, within range: Range<Int>)
    -> Bool
  {
    let after = bytes.endOfLine(from: start, limit: range.upperBound)
    if after < range.upperBound, bytes[after] == 0x3E, !isEscaped(bytes, lineAt: after) {
      return true
    }
    guard start > range.lowerBound + 1 else { return false }
    var before = start - 1
    while before > range.lowerBound, bytes[before - 1] != 0x0A { before -= 1 }
    return bytes[before] == 0x3E && !isEscaped(bytes, lineAt: before)
  }

  /// Whether the line at `start` is `>`s and `From `.
  static func isEscaped(_ bytes: Span<UInt8>, lineAt start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == 0x3E { index += 1 }
    return index > start && bytes.starts(with: "From ", at: index)
  }

  /// Whether one `>` of the escaped line at `start` was written by the mbox of `dialect`.
  static func isArchivers(
    _ bytes: Span<UInt8>, lineAt start: Int, within range: Range<Int>, dialect: MboxDialect
  ) -> Bool {
    switch dialect {
    case .mboxrd: true
    case .mboxcl2, .mmdf, .babyl: false
    case .mboxo, .mboxcl, .pipermailText:
      start + 1 < range.upperBound && bytes[start + 1] == 0x46
        && !isInQuotation(bytes, lineAt: start, within: range)
    }
  }

  /// Takes the mbox's `>` from each escaped line of the text that begins at `start`, in place.
  static func undo(_ bytes: inout [UInt8], from start: Int, dialect: MboxDialect) {
    guard dialect.escapes else { return }
    var escapes: [Int] = []
    let end = bytes.count
    var index = start
    while let hit = bytes.span.firstIndex(of: 0x46, in: index..<end) {
      index = hit + 1
      guard hit > start, bytes[hit - 1] == 0x3E, bytes.span.starts(with: "From ", at: hit) else {
        continue
      }
      var line = hit
      while line > start, bytes[line - 1] == 0x3E { line -= 1 }
      guard line == start || bytes[line - 1] == 0x0A,
        isArchivers(bytes.span, lineAt: line, within: start..<end, dialect: dialect)
      else { continue }
      escapes.append(line)
    }
    guard let first = escapes.first else { return }
    var kept = first
    for (number, escape) in escapes.enumerated() {
      let next = number + 1 < escapes.count ? escapes[number + 1] : end
      bytes.move((escape + 1)..<next, to: kept)
      kept += next - escape - 1
    }
    bytes.removeLast(end - kept)
  }
}
