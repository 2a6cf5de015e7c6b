/// Lines that end in CR alone, as mailers of the old Macintosh wrote them.
package enum LoneReturns {
  /// A copy of `bytes` with LF for each CR that no LF follows, in which every place is what it was; nil
  /// where lines end otherwise, as the first two tell. CR CR at the first is no such end: gateways wrote CR
  /// CR LF, and a header has more lines than one.
  package static func asLineFeeds(_ bytes: Span<UInt8>) -> [UInt8]? {
    let head = 0..<min(bytes.count, headByteCount)
    guard bytes.firstIndex(of: 0x0A, in: head) == nil,
      let first = bytes.firstIndex(of: 0x0D, in: head),
      let second = bytes.firstIndex(of: 0x0D, in: first + 1..<head.upperBound),
      second > first + 1
    else { return nil }
    var copy: [UInt8] = []
    copy.append(bytes, 0..<bytes.count)
    var lines = copy.mutableSpan
    for index in first..<bytes.count where bytes[index] == 0x0D {
      if index + 1 == bytes.count || bytes[index + 1] != 0x0A { lines[index] = 0x0A }
    }
    return copy
  }

  /// So many bytes have a line end where a mail begins.
  private static let headByteCount = 1024
}
