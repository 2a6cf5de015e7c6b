// Scans that look at many bytes a step, by SIMD lanes, where a scan for one byte would stop too often.
// Each function checks its range before a byte is loaded. Lanes are compared with vectors, never with a
// scalar: the standard library's mixed operators go lane by lane.

extension Span where Element == UInt8 {
  /// The first place in `range` where `byte` stands right after `first` or `second`; nil where there is
  /// none. The byte before `range` counts. 64 places a step.
  package func firstIndex(
    of byte: UInt8, after first: UInt8, or second: UInt8, in range: Range<Int>
  ) -> Int? {
    precondition(range.lowerBound > 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (letter, one, other) = (
        SIMD64<UInt8>(repeating: byte), SIMD64<UInt8>(repeating: first),
        SIMD64<UInt8>(repeating: second)
      )
      var index = range.lowerBound
      while index + 64 <= range.upperBound {
        let here = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD64<UInt8>.self)
        let before = unsafe bytes.loadUnaligned(fromByteOffset: index - 1, as: SIMD64<UInt8>.self)
        let hits = (here .== letter) .& ((before .== one) .| (before .== other))
        if hits.isAnySet { break }
        index += 64
      }
      while index < range.upperBound {
        if unsafe bytes[index] == byte {
          let before = unsafe bytes[index - 1]
          if before == first || before == second { return index }
        }
        index += 1
      }
      return nil
    }
  }

  /// The first place in `range` of either byte; nil where there is none. 16 places a step.
  package func firstIndex(of one: UInt8, or other: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (first, second) = (SIMD16<UInt8>(repeating: one), SIMD16<UInt8>(repeating: other))
      var index = range.lowerBound
      while index + 16 <= range.upperBound {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        if let lane = ((block .== first) .| (block .== second)).firstSet { return index + lane }
        index += 16
      }
      while index < range.upperBound {
        if unsafe bytes[index] == one || bytes[index] == other { return index }
        index += 1
      }
      return nil
    }
  }

  /// The first `>`, `"` or `'` in `range`; nil where there is none.
  @inline(__always)
  package func firstIndexOfTagEndOrQuote(in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (close, double, single) = (
        SIMD16<UInt8>(repeating: 0x3E), SIMD16<UInt8>(repeating: 0x22),
        SIMD16<UInt8>(repeating: 0x27)
      )
      var index = range.lowerBound
      while index + 16 <= range.upperBound {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        if let lane = ((block .== close) .| (block .== double) .| (block .== single)).firstSet {
          return index + lane
        }
        index += 16
      }
      while index < range.upperBound {
        let byte = unsafe bytes[index]
        if byte == 0x3E || byte == 0x22 || byte == 0x27 { return index }
        index += 1
      }
      return nil
    }
  }

  /// Whether `range` holds a byte with its high bit set or an escape character, as text does that is
  /// no plain ASCII. 64 bytes a step.
  package func hasEightBitOrEscape(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (high, escape) = (SIMD64<UInt8>(repeating: 0x7F), SIMD64<UInt8>(repeating: 0x1B))
      var index = range.lowerBound
      while index + 64 <= range.upperBound {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD64<UInt8>.self)
        if ((block .> high) .| (block .== escape)).isAnySet { return true }
        index += 64
      }
      while index < range.upperBound {
        let byte = unsafe bytes[index]
        if byte > 0x7F || byte == 0x1B { return true }
        index += 1
      }
      return false
    }
  }

  /// Where the run of printable ASCII without spaces and colons that begins at `start` ends, as the name
  /// of a header field does; `end` at most.
  package func endOfFieldName(from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count)
    return unsafe withUnsafeBytes { bytes in
      let (low, high) = (SIMD16<UInt8>(repeating: 0x21), SIMD16<UInt8>(repeating: 0x7E))
      let colon = SIMD16<UInt8>(repeating: 0x3A)
      var index = start
      while index + 16 <= end {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        if let lane = ((block .< low) .| (block .> high) .| (block .== colon)).firstSet {
          return index + lane
        }
        index += 16
      }
      while index < end {
        let byte = unsafe bytes[index]
        if byte &- 0x21 > 0x5D || byte == 0x3A { return index }
        index += 1
      }
      return index
    }
  }

  /// Whether `range` is printable ASCII, tabs and LFs alone. 64 bytes a step.
  package func isPlainText(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (space, high) = (SIMD64<UInt8>(repeating: 0x20), SIMD64<UInt8>(repeating: 0x7F))
      let (tab, newline) = (SIMD64<UInt8>(repeating: 0x09), SIMD64<UInt8>(repeating: 0x0A))
      var index = range.lowerBound
      while index + 64 <= range.upperBound {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD64<UInt8>.self)
        let isControl = (block .< space) .& (block .!= tab) .& (block .!= newline)
        if (isControl .| (block .> high)).isAnySet { return false }
        index += 64
      }
      while index < range.upperBound {
        let byte = unsafe bytes[index]
        if byte > 0x7F || (byte < 0x20 && byte != 0x0A && byte != 0x09) { return false }
        index += 1
      }
      return true
    }
  }

  /// How many bytes of `range` stand where base64 has its alphabet: above `*`, and not the `=` of padding.
  /// 16 places a step.
  package func countOfBase64Characters(in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (star, padding) = (SIMD16<UInt8>(repeating: 0x2A), SIMD16<UInt8>(repeating: 0x3D))
      let (none, one) = (SIMD16<UInt8>(repeating: 0), SIMD16<UInt8>(repeating: 1))
      var (total, index) = (0, range.lowerBound)
      while index + 16 <= range.upperBound {
        // A lane counts to 255 before it must be added up.
        let stop = Swift.min(index + 255 * 16, range.upperBound)
        var counts = none
        while index + 16 <= stop {
          let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
          counts &+= none.replacing(with: one, where: (block .> star) .& (block .!= padding))
          index += 16
        }
        total += Int(SIMD16<UInt16>(truncatingIfNeeded: counts).wrappedSum())
      }
      while index < range.upperBound {
        let byte = unsafe bytes[index]
        if byte > 0x2A, byte != 0x3D { total += 1 }
        index += 1
      }
      return total
    }
  }

  /// Whether `range` is printable ASCII alone in which no `=` stands. 16 bytes a step.
  package func isLiteralText(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (low, high) = (SIMD16<UInt8>(repeating: 0x20), SIMD16<UInt8>(repeating: 0x7E))
      let equals = SIMD16<UInt8>(repeating: 0x3D)
      var index = range.lowerBound
      while index + 16 <= range.upperBound {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        if ((block .< low) .| (block .> high) .| (block .== equals)).isAnySet { return false }
        index += 16
      }
      while index < range.upperBound {
        let byte = unsafe bytes[index]
        if byte &- 0x20 > 0x5E || byte == 0x3D { return false }
        index += 1
      }
      return true
    }
  }

  /// Whether `range` is printable ASCII without spaces alone.
  package func isVisibleASCII(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (low, high) = (SIMD16<UInt8>(repeating: 0x21), SIMD16<UInt8>(repeating: 0x7E))
      var index = range.lowerBound
      while index + 16 <= range.upperBound {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        if ((block .< low) .| (block .> high)).isAnySet { return false }
        index += 16
      }
      while index < range.upperBound {
        if unsafe bytes[index] &- 0x21 > 0x5D { return false }
        index += 1
      }
      return true
    }
  }
}

extension SIMDMask where Storage == SIMD16<Int8> {
  /// Whether any lane is set.
  @inline(__always)
  var isAnySet: Bool {
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }

  /// The first lane that is set; nil where none is.
  @inline(__always)
  var firstSet: Int? {
    // A lane that is set is all ones, so the trailing zeros of its half tell its number.
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return UInt64(littleEndian: halves[0]).trailingZeroBitCount / 8 }
    if halves[1] != 0 { return 8 + UInt64(littleEndian: halves[1]).trailingZeroBitCount / 8 }
    return nil
  }
}

extension SIMDMask where Storage == SIMD64<Int8> {
  /// Whether any lane is set.
  @inline(__always)
  var isAnySet: Bool {
    let words = unsafe unsafeBitCast(self, to: SIMD8<UInt64>.self)
    let quarters = words.lowHalf | words.highHalf
    let halves = quarters.lowHalf | quarters.highHalf
    return halves[0] | halves[1] != 0
  }
}
