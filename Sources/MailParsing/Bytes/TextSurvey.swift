/// What one pass over a text tells of it, so that what is rare has to be looked for only where it is.
struct TextSurvey {
  /// Whether it is printable ASCII, tabs and LFs alone.
  var isPlain: Bool
  /// Whether a line may begin a file in the text, `begin ` or `=ybegin `.
  var mayHaveBlocks: Bool

  /// Looks at all of `range`, 16 bytes a step.
  init(_ bytes: Span<UInt8>, in range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    self = unsafe bytes.withUnsafeBytes { bytes in
      func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
      var index = range.lowerBound
      // Of all places: every bit that was set, and the least that stood there, tabs and LFs left out.
      var (bits, least) = (all(0), all(0xFF))
      var opening = SIMDMask<SIMD16<Int8>>(repeating: false)
      // A step looks at three neighbouring bytes of each of 16 places.
      while index + 18 <= range.upperBound {
        let one = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        let two = unsafe bytes.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
        let three = unsafe bytes.loadUnaligned(fromByteOffset: index + 2, as: SIMD16<UInt8>.self)
        let isLineEnd = one .== all(0x0A)
        bits |= one
        let text = one.replacing(with: all(0xFF), where: isLineEnd .| (one .== all(0x09)))
        least = least.replacing(with: text, where: text .< least)
        let isBlock =
          ((two .== all(0x62)) .& (three .== all(0x65)))
          .| ((two .== all(0x3D)) .& (three .== all(0x79)))
        opening = opening .| (isLineEnd .& isBlock)
        index += 16
      }
      let odd = (least .< all(0x20)) .| (bits .> all(0x7F))
      var isPlain = !odd.isAnySet
      var mayHaveBlocks =
        unsafe Self.beginsBlock(bytes, range.lowerBound, range.upperBound) || opening.isAnySet
      while index < range.upperBound {
        let byte = unsafe bytes[index]
        if byte &- 0x20 > 0x5F, byte != 0x0A, byte != 0x09 { isPlain = false }
        if byte == 0x0A, unsafe Self.beginsBlock(bytes, index + 1, range.upperBound) {
          mayHaveBlocks = true
        }
        index += 1
      }
      return TextSurvey(isPlain: isPlain, mayHaveBlocks: mayHaveBlocks)
    }
  }

  private init(isPlain: Bool, mayHaveBlocks: Bool) {
    self.isPlain = isPlain
    self.mayHaveBlocks = mayHaveBlocks
  }

  private static func beginsBlock(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
  ) -> Bool {
    guard start + 1 < end else { return false }
    let (one, two) = unsafe (bytes[start], bytes[start + 1])
    return one == 0x62 && two == 0x65 || one == 0x3D && two == 0x79
  }
}
