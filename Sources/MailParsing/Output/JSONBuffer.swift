/// Writes JSON (RFC 8259) straight into bytes.
enum JSONBuffer {
  /// Adds UTF-8 as a JSON string. Only the quote, the backslash and C0 controls are escaped.
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    output.append(0x22)
    var index = range.lowerBound
    while index < range.upperBound {
      let piece = index..<min(range.upperBound, index + pieceLength)
      // The longest escape takes six bytes, and the last block may reach 16 bytes too far.
      output.append(addingCapacity: piece.count * 6 + 16) { room in
        appendEscaped(bytes, piece, to: &room)
      }
      index = piece.upperBound
    }
    output.append(0x22)
  }

  /// Adds a text as a JSON string.
  static func append(_ text: String, to output: inout [UInt8]) {
    let bytes = text.utf8.span
    append(bytes, 0..<bytes.count, to: &output)
  }

  /// Adds a number.
  static func append(_ number: Int, to output: inout [UInt8]) {
    if number < 0 { output.append(0x2D) }
    let number = number.magnitude
    var unit: UInt = 1
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      output.append(0x30 + UInt8(number / unit % 10))
      unit /= 10
    }
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
  /// Room is made for so many bytes at a time, all of which might have to be escaped.
  private static let pieceLength = 4096

  /// Adds a piece of a string. Its bytes are copied 16 at a time as they are, whatever they hold; where
  /// one is to be escaped, writing goes on from there.
  private static func appendEscaped(
    _ bytes: Span<UInt8>, _ piece: Range<Int>, to output: inout OutputSpan<UInt8>
  ) {
    precondition(
      piece.lowerBound >= 0 && piece.upperBound <= bytes.count
        && output.freeCapacity >= piece.count * 6 + 16)
    unsafe output.withUnsafeMutableBufferPointer { output, count in
      let room = UnsafeMutableRawBufferPointer(output)
      unsafe bytes.withUnsafeBytes { bytes in
        var index = piece.lowerBound
        while index < piece.upperBound {
          if index &+ 16 <= bytes.count {
            let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            unsafe room.storeBytes(of: block, toByteOffset: count, as: SIMD16<UInt8>.self)
            let lane = firstToEscape(block) ?? 16
            let plain = min(lane, piece.upperBound &- index)
            index &+= plain
            count &+= plain
            if plain < lane || lane == 16 { continue }
          } else if !mustEscape(unsafe bytes[index]) {
            unsafe room[count] = bytes[index]
            index &+= 1
            count &+= 1
            continue
          }
          if index == piece.upperBound { return }
          count = unsafe escape(bytes[index], into: room, at: count)
          index &+= 1
        }
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
  @inline(__always)
  private static func escape(
    _ byte: UInt8, into room: UnsafeMutableRawBufferPointer, at start: Int
  ) -> Int {
    unsafe room[start] = 0x5C
    // Most of all that is escaped.
    if byte == 0x0A {
      unsafe room[start + 1] = 0x6E
      return start + 2
    }
    switch byte {
    case 0x22, 0x5C: unsafe room[start + 1] = byte
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
