#if canImport(MailParsing)
  import MailParsing
#endif

extension MboxReader {
  /// The entries of `bytes` offered in pieces of `size`, what is left of one before the next; ranges are
  /// offsets into `bytes`.
  func ranges(in bytes: Span<UInt8>, piecesOf size: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, end) = (0, 0)
    repeat {
      end = min(end + size, bytes.count)
      let taken = split(bytes.extracting(start..<end), isWhole: end == bytes.count) { entry in
        ranges.append(start + entry.range.lowerBound..<start + entry.range.upperBound)
      }
      start += taken
    } while end < bytes.count
    return ranges
  }
}
