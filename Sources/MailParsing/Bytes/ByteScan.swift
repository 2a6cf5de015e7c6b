#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The few primitives that every reader of mail bytes is made of. All unsafe code of the scanners is
// in this file; each function checks its range before a pointer is formed.

extension Span where Element == UInt8 {
  /// The first place of `byte` in `range`, by `memchr`; nil where it is absent.
  @inline(__always)
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { buffer in
      guard range.lowerBound < range.upperBound, let base = buffer.baseAddress else {
        return nil
      }
      let start = unsafe base + range.lowerBound
      guard let hit = unsafe memchr(start, Int32(byte), range.count) else { return nil }
      return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
  }

  /// The last place of `byte` in `range`; nil where it is absent.
  package func lastIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let wanted = SIMD16(repeating: byte)
    return unsafe withUnsafeBytes { bytes in
      var end = range.upperBound
      while end - 16 >= range.lowerBound {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: end - 16, as: SIMD16<UInt8>.self)
        if (block .== wanted).isAnySet { break }
        end -= 16
      }
      while end > range.lowerBound {
        end -= 1
        if unsafe bytes[end] == byte { return end }
      }
      return nil
    }
  }

  /// The place after the line that holds `index`: after its LF, or `limit` where there is none.
  @inline(__always)
  package func endOfLine(from index: Int, limit: Int) -> Int {
    guard let newline = firstIndex(of: 0x0A, in: index..<limit) else { return limit }
    return newline + 1
  }

  /// The place where the line's text ends: `end` less its LF and the CRs before it, of which a gateway that
  /// converted line ends twice wrote two.
  @inline(__always)
  package func endOfText(ofLineFrom start: Int, to end: Int) -> Int {
    var end = end
    if end > start, self[end - 1] == 0x0A { end -= 1 }
    while end > start, self[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Whether the bytes at `index` are those of `literal`, which is ASCII.
  @inline(__always)
  package func starts(with literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, index <= count - length else { return false }
    return unsafe withUnsafeBufferPointer { buffer in
      unsafe memcmp(buffer.baseAddress! + index, literal.utf8Start, length) == 0
    }
  }

  /// Whether the bytes at `index` are those of `literal`, which is lower-case ASCII, in any case.
  @inline(__always)
  package func startsIgnoringCase(with literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, index <= count - length else { return false }
    return unsafe withUnsafeBytes { bytes in
      let literal = unsafe UnsafeRawBufferPointer(start: literal.utf8Start, count: length)
      var offset = 0
      while offset + 8 <= length {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index + offset, as: UInt64.self)
        let wanted = unsafe literal.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        // The bit that tells capitals may differ where the literal has a letter, 0x61 and above.
        let letters = wanted & (wanted << 1) & 0x4040_4040_4040_4040
        guard (word ^ wanted) & ~(letters >> 1) == 0 else { return false }
        offset += 8
      }
      while offset < length {
        guard unsafe bytes[index + offset].lowercasedASCII == literal[offset] else { return false }
        offset += 1
      }
      return true
    }
  }

  /// Whether the bytes of `range` are those of `literal`, which is lower-case ASCII, in any case.
  package func equalsIgnoringCase(_ literal: StaticString, in range: Range<Int>) -> Bool {
    range.count == literal.utf8CodeUnitCount
      && startsIgnoringCase(with: literal, at: range.lowerBound)
  }

  /// Up to eight bytes at `index` as one number, the first of them lowest, with the bit set that makes
  /// ASCII capitals small; see ``Swift/UInt64/init(letters:)``.
  @inline(__always)
  package func loweredWord(at index: Int, count length: Int) -> UInt64 {
    precondition(index >= 0 && index + length <= count && length > 0)
    return unsafe withUnsafeBytes { bytes in
      var word: UInt64 = 0
      if index + 8 <= bytes.count {
        word = UInt64(
          littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      } else {
        for offset in (0..<Swift.min(length, 8)).reversed() {
          word = word << 8 | UInt64(unsafe bytes[index + offset])
        }
      }
      let unused = UInt64(64 - 8 * Swift.min(length, 8))
      return ((word | 0x2020_2020_2020_2020) << unused) >> unused
    }
  }

  /// Whether the bytes at `index` are those of `other`.
  package func equals(_ other: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index <= count - other.count else { return false }
    return unsafe withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { other in
        guard let start = bytes.baseAddress, let otherStart = other.baseAddress else {
          return unsafe other.isEmpty
        }
        return unsafe memcmp(start + index, otherStart, other.count) == 0
      }
    }
  }

  /// The bytes of `range` as text; malformed UTF-8 becomes U+FFFD. Copies.
  package func string(in range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { buffer in
      unsafe String(decoding: buffer[range], as: UTF8.self)
    }
  }

  /// `range` without the spaces, tabs and line ends at either end.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isMailSpace { start += 1 }
    while end > start, self[end - 1].isMailSpace { end -= 1 }
    return start..<end
  }

  /// Whether any byte of `range` has its high bit set; 32 bytes a step.
  package func hasEightBit(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      var seen = SIMD4<UInt64>(repeating: 0)
      var index = range.lowerBound
      while index + 32 <= range.upperBound {
        seen |= unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
        index += 32
      }
      var last: UInt8 = 0
      while index < range.upperBound {
        unsafe last |= bytes[index]
        index += 1
      }
      return (seen[0] | seen[1] | seen[2] | seen[3]) & 0x8080_8080_8080_8080 != 0 || last > 0x7F
    }
  }

  /// The first byte of `range` with its high bit set, or the end of `range`; eight bytes a step.
  package func firstIndexAboveASCII(in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
      }
      while index < range.upperBound, unsafe bytes[index] < 0x80 { index += 1 }
      return index
    }
  }
}

extension Array where Element == UInt8 {
  /// Adds the bytes of `range` of `bytes` at the end, in one copy.
  @inline(__always)
  package mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe append(start + range.lowerBound, count: range.count)
    }
  }

  /// Adds `count` bytes from `start` on, which are not the array's own; with less around it than
  /// `append(contentsOf:)`, since most texts are short.
  @inline(__always)
  private mutating func append(_ start: UnsafePointer<UInt8>, count: Int) {
    append(addingCapacity: count) { room in
      unsafe room.withUnsafeMutableBufferPointer { room, filled in
        guard let end = room.baseAddress else { return }
        unsafe _ = memcpy(end, start, count)
        filled = count
      }
    }
  }

  /// Copies the bytes of `range` to `place`, which may lie in it.
  @inline(__always)
  mutating func move(_ range: Range<Int>, to place: Int) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count && place >= 0
        && place <= count - range.count)
    guard place != range.lowerBound else { return }
    unsafe withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe _ = memmove(start + place, start + range.lowerBound, range.count)
    }
  }

  /// Adds what `table` of 256 maps each byte of `range` to, bytes that map to 0 left out; without a
  /// branch for each byte.
  package mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, mappedBy table: [UInt8]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count && table.count == 256)
    append(addingCapacity: range.count) { room in
      unsafe room.withUnsafeMutableBufferPointer { room, end in
        unsafe table.withUnsafeBytes { table in
          unsafe bytes.withUnsafeBytes { bytes in
            var index = range.lowerBound
            func take(_ byte: UInt8) {
              let value = unsafe table[Int(byte)]
              unsafe room[end] = value
              end &+= value == 0 ? 0 : 1
            }
            while index &+ 8 <= range.upperBound {
              var word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
              for _ in 0..<8 {
                take(UInt8(truncatingIfNeeded: word))
                word >>= 8
              }
              index &+= 8
            }
            while index < range.upperBound {
              take(unsafe bytes[index])
              index &+= 1
            }
          }
        }
      }
    }
  }

  /// Adds the bytes of an ASCII literal at the end.
  @inline(__always)
  package mutating func append(_ literal: StaticString) {
    unsafe append(literal.utf8Start, count: literal.utf8CodeUnitCount)
  }
}

extension UInt64 {
  /// The first eight letters of a lower-case literal, as ``Swift/Span/loweredWord(at:count:)`` has them.
  @inline(__always)
  package init(letters literal: StaticString) {
    self = 0
    for offset in (0..<Swift.min(8, literal.utf8CodeUnitCount)).reversed() {
      self = self << 8 | UInt64(unsafe literal.utf8Start[offset])
    }
  }
}

extension UInt8 {
  /// The byte with `A`…`Z` made `a`…`z`.
  package var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// Whether it is space, tab, CR or LF.
  package var isMailSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }
  /// Whether it is `0`…`9`.
  package var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether it is an ASCII letter.
  package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
