extension Span where Element == UInt8 {
  /// The first place in `range` of the four bytes of `pattern`, the first of them in its lowest byte;
  /// nil where they are absent. Sixteen places a step.
  package func firstIndex(ofFour pattern: UInt32, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let first = SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: pattern))
      let second = SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: pattern >> 8))
      let third = SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: pattern >> 16))
      let fourth = SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: pattern >> 24))
      var index = range.lowerBound
      // A step reads 16 bytes from each of four neighbouring places.
      while index + 19 <= range.upperBound {
        let one = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        let two = unsafe bytes.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
        let three = unsafe bytes.loadUnaligned(fromByteOffset: index + 2, as: SIMD16<UInt8>.self)
        let four = unsafe bytes.loadUnaligned(fromByteOffset: index + 3, as: SIMD16<UInt8>.self)
        let hits = (one .== first) .& (two .== second) .& (three .== third) .& (four .== fourth)
        // A lane that hit is all ones: the first one is found by the trailing zeros of its half.
        let halves = unsafe unsafeBitCast(hits, to: SIMD2<UInt64>.self)
        if halves[0] != 0 {
          return index + UInt64(littleEndian: halves[0]).trailingZeroBitCount / 8
        }
        if halves[1] != 0 {
          return index + 8 + UInt64(littleEndian: halves[1]).trailingZeroBitCount / 8
        }
        index += 16
      }
      while index + 4 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)
        if UInt32(littleEndian: word) == pattern { return index }
        index += 1
      }
      return nil
    }
  }

  /// The first place in `range` of the bytes of `pattern`; nil where they are absent or `pattern` is
  /// empty. Meant for short patterns: the cost is that of `range` times the pattern's length at worst.
  package func firstIndex(of pattern: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = pattern.first else { return nil }
    var index = range.lowerBound
    while let hit = firstIndex(of: first, in: index..<range.upperBound) {
      guard hit + pattern.count <= range.upperBound else { return nil }
      var length = 1
      while length < pattern.count, self[hit + length] == pattern[length] { length += 1 }
      if length == pattern.count { return hit }
      index = hit + 1
    }
    return nil
  }
}

extension Array where Element == UInt8 {
  /// The bytes of `range` of `bytes`.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    self.init()
    append(bytes, range)
  }
}
