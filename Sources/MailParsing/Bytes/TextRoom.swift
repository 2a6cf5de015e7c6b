/// Where the next byte goes in room that was made for a text beforehand.
///
/// Appending to an array asks each time whether it is shared and has room; for the half-lines that
/// markup cuts a post into, that costs more than copying them.
struct TextRoom {
  /// Room to be made beyond the longest text, since bytes are copied by sixteens.
  static let slack = 16

  /// The place after the last byte written.
  private(set) var end = 0

  /// Adds a byte.
  @inline(__always)
  mutating func write(_ byte: UInt8, to output: inout MutableSpan<UInt8>) {
    output[end] = byte
    end += 1
  }

  /// Adds the bytes of `markup` from `start` to the first `<` or `&`, or to its end, and gives that place.
  @inline(__always)
  mutating func copy(
    _ markup: Span<UInt8>, from start: Int, to output: inout MutableSpan<UInt8>
  ) -> Int {
    precondition(
      start >= 0 && start <= markup.count && end >= 0
        && output.count - end >= markup.count - start)
    let count = unsafe markup.withUnsafeBytes { markup in
      unsafe output.withUnsafeMutableBytes { output in
        var count = 0
        let (open, reference) = (SIMD16<UInt8>(repeating: 0x3C), SIMD16<UInt8>(repeating: 0x26))
        while start + count + 16 <= markup.count {
          let block = unsafe markup.loadUnaligned(
            fromByteOffset: start + count, as: SIMD16<UInt8>.self)
          unsafe output.storeBytes(of: block, toByteOffset: end + count, as: SIMD16<UInt8>.self)
          if let lane = ((block .== open) .| (block .== reference)).firstSet { return count + lane }
          count += 16
        }
        while start + count < markup.count {
          let byte = unsafe markup[start + count]
          if byte == 0x3C || byte == 0x26 { break }
          unsafe output[end + count] = byte
          count += 1
        }
        return count
      }
    }
    end += count
    return start + count
  }
}
