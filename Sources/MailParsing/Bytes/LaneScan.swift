// Scans that look at many bytes a step, by SIMD lanes, where a scan for one byte would stop too often.
// Each function checks its range before a byte is loaded. Lanes are compared with vectors, never with a
// scalar: the standard library's mixed operators go lane by lane.

extension Span where Element == UInt8 {
  /// The first place in `range` of either byte; nil where there is none.
  package func firstIndex(of one: UInt8, or other: UInt8, in range: Range<Int>) -> Int? {
    let (first, second) = (SIMD16(repeating: one), SIMD16(repeating: other))
    return firstPlace(in: range) { ($0 .== first) .| ($0 .== second) }
  }

  /// The first `>`, `"` or `'` in `range`; nil where there is none.
  @inline(__always)
  package func firstIndexOfTagEndOrQuote(in range: Range<Int>) -> Int? {
    let close = SIMD16<UInt8>(repeating: 0x3E)
    let (double, single) = (SIMD16<UInt8>(repeating: 0x22), SIMD16<UInt8>(repeating: 0x27))
    return firstPlace(in: range) { ($0 .== close) .| ($0 .== double) .| ($0 .== single) }
  }

  /// Where the run of printable ASCII without spaces and colons that begins at `start` ends, as the name
  /// of a header field does; `end` at most.
  package func endOfFieldName(from start: Int, to end: Int) -> Int {
    let (low, high) = (SIMD16<UInt8>(repeating: 0x21), SIMD16<UInt8>(repeating: 0x7E))
    let colon = SIMD16<UInt8>(repeating: 0x3A)
    return firstPlace(in: start..<end) { ($0 .< low) .| ($0 .> high) .| ($0 .== colon) } ?? end
  }

  /// Whether `range` is printable ASCII without spaces alone.
  package func isVisibleASCII(in range: Range<Int>) -> Bool {
    let (low, high) = (SIMD16<UInt8>(repeating: 0x21), SIMD16<UInt8>(repeating: 0x7E))
    return firstPlace(in: range) { ($0 .< low) .| ($0 .> high) } == nil
  }

  /// Whether `range` is printable ASCII alone in which no `=` stands.
  package func isLiteralText(in range: Range<Int>) -> Bool {
    let (low, high) = (SIMD16<UInt8>(repeating: 0x20), SIMD16<UInt8>(repeating: 0x7E))
    let equals = SIMD16<UInt8>(repeating: 0x3D)
    return firstPlace(in: range) { ($0 .< low) .| ($0 .> high) .| ($0 .== equals) } == nil
  }

  /// The first place in `range` whose lane `isHit` sets; nil where it sets none. 16 places a step.
  @inline(__always)
  func firstPlace(
    in range: Range<Int>, where isHit: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
  ) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        if let lane = isHit(unsafe bytes.lanes(at: index)).firstSet {
          return index + lane < range.upperBound ? index + lane : nil
        }
        index += 16
      }
      return nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The 16 bytes at `index`, zeros for those beyond the end.
  @inline(__always)
  fileprivate func lanes(at index: Int) -> SIMD16<UInt8> {
    if index + 16 <= count {
      return unsafe loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    }
    var lanes = SIMD16<UInt8>()
    for place in index..<count { unsafe lanes[place - index] = self[place] }
    return lanes
  }
}

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
        let letters = here .== letter
        if letters.isAnySet {
          let before = unsafe bytes.loadUnaligned(fromByteOffset: index - 1, as: SIMD64<UInt8>.self)
          if (letters .& ((before .== one) .| (before .== other))).isAnySet { break }
        }
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

  /// Whether `range` is printable ASCII, tabs and LFs alone. 64 bytes a step.
  package func isPlainText(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      let (tab, newline) = (SIMD64<UInt8>(repeating: 0x09), SIMD64<UInt8>(repeating: 0x0A))
      let (space, high) = (SIMD64<UInt8>(repeating: 0x20), SIMD64<UInt8>(repeating: 0x7F))
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
