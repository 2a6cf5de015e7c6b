/// Writes JSON (RFC 8259) straight into bytes.
enum JSONBuffer {
  /// Adds UTF-8 as a JSON string. Only the quote, the backslash and C0 controls are escaped.
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    output.append(0x22)
    var run = range.lowerBound
    var index = run
    let end = range.upperBound
    while index < end {
      index = bytes.firstIndexToEscape(in: index..<end)
      output.append(bytes, run..<index)
      guard index < end else { break }
      escape(bytes[index], to: &output)
      index += 1
      run = index
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

  private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(0x5C)
    switch byte {
    case 0x22, 0x5C: output.append(byte)
    case 0x0A: output.append(0x6E)
    case 0x0D: output.append(0x72)
    case 0x09: output.append(0x74)
    default:
      output.append("u00")
      output.append(byte >> 4 + 0x30)
      output.append(byte & 15 < 10 ? byte & 15 + 0x30 : byte & 15 + 0x57)
    }
  }
}
