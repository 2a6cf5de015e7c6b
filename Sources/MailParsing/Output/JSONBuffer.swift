/// Writes JSON (RFC 8259) straight into bytes.
enum JSONBuffer {
  /// Adds UTF-8 as a JSON string. Only the quote, the backslash and C0 controls are escaped.
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    output.append(0x22)
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(range.upperBound, index + pieceLength)
      appendEscaped(bytes, index..<end, to: &output)
      index = end
    }
    output.append(0x22)
  }

  /// Adds a text as a JSON string.
  static func append(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    append(bytes.span, 0..<bytes.count, to: &output)
  }

  /// Adds a number.
  static func append(_ number: Int, to output: inout [UInt8]) {
    if number < 0 { output.append(0x2D) }
    var rest = number.magnitude
    let start = output.count
    repeat {
      output.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    output[start...].reverse()
  }

  /// Adds a half-open range as `[start,end]`.
  static func append(_ range: Range<Int>, to output: inout [UInt8]) {
    output.append(0x5B)
    append(range.lowerBound, to: &output)
    output.append(0x2C)
    append(range.upperBound, to: &output)
    output.append(0x5D)
  }
}

extension JSONBuffer {
  /// So many bytes are escaped in a row into room on the stack.
  private static let pieceLength = 128

  /// Adds at most ``pieceLength`` bytes of a string. They are copied 16 at a time as they are, whatever
  /// they hold; where one is to be escaped, writing goes on from there.
  private static func appendEscaped(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    // The longest escape takes six bytes, and the last block may reach 16 bytes too far.
    unsafe withUnsafeTemporaryAllocation(byteCount: pieceLength * 6 + 16, alignment: 16) { room in
      unsafe bytes.withUnsafeBytes { bytes in
        var (index, written) = (range.lowerBound, 0)
        while index < range.upperBound {
          let lane: Int
          if index + 16 <= bytes.count {
            let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            unsafe room.storeBytes(of: block, toByteOffset: written, as: SIMD16<UInt8>.self)
            lane = firstToEscape(block) ?? 16
          } else {
            unsafe room[written] = bytes[index]
            lane = mustEscape(unsafe bytes[index]) ? 0 : 1
          }
          let plain = min(lane, range.upperBound - index)
          index += plain
          written += plain
          guard lane < 16, index < range.upperBound, mustEscape(unsafe bytes[index]) else {
            continue
          }
          written = unsafe escape(bytes[index], into: room, at: written)
          index += 1
        }
        unsafe output.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<written]))
      }
    }
  }

  @inline(__always)
  private static func firstToEscape(_ block: SIMD16<UInt8>) -> Int? {
    let quote = SIMD16<UInt8>(repeating: 0x22)
    let backslash = SIMD16<UInt8>(repeating: 0x5C)
    let space = SIMD16<UInt8>(repeating: 0x20)
    return ((block .< space) .| (block .== quote) .| (block .== backslash)).firstSet
  }

  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }

  /// Writes the escape of `byte` at `start` and gives the place after it.
  private static func escape(
    _ byte: UInt8, into room: UnsafeMutableRawBufferPointer, at start: Int
  ) -> Int {
    unsafe room[start] = 0x5C
    switch byte {
    case 0x22, 0x5C: unsafe room[start + 1] = byte
    case 0x0A: unsafe room[start + 1] = 0x6E
    case 0x0D: unsafe room[start + 1] = 0x72
    case 0x09: unsafe room[start + 1] = 0x74
    default:
      let digit = byte & 15
      for (offset, zero) in "u00".utf8.enumerated() { unsafe room[start + 1 + offset] = zero }
      unsafe room[start + 4] = 0x30 + byte >> 4
      unsafe room[start + 5] = digit < 10 ? 0x30 + digit : 0x57 + digit
      return start + 6
    }
    return start + 2
  }
}
