#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system's `iconv` from one set to UTF-8. The one place that calls it.
@safe struct CharsetConverter: ~Copyable {
  private let descriptor: iconv_t

  /// Opens a conversion; nil where the system knows no such set.
  init?(from name: String) {
    guard let descriptor = unsafe iconv_open("UTF-8", name), unsafe descriptor != Self.failed else {
      return nil
    }
    unsafe self.descriptor = descriptor
  }

  deinit {
    unsafe iconv_close(descriptor)
  }

  private static var failed: iconv_t? { unsafe iconv_t(bitPattern: -1) }

  /// Whether the system knows a set of that name.
  static func exists(_ name: String) -> Bool {
    CharsetConverter(from: name) != nil
  }

  /// Adds the bytes of `range` as UTF-8 to `output` and returns how many bytes stood for no character;
  /// each of those gives U+FFFD. Linear in `range`.
  func convert(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard !range.isEmpty else { return 0 }
    var failures = 0
    // Stateful sets begin in their first state again.
    unsafe iconv(descriptor, nil, nil, nil, nil)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var input = unsafe UnsafeMutablePointer<CChar>(
        mutating: UnsafeRawPointer(buffer.baseAddress! + range.lowerBound)
          .assumingMemoryBound(to: CChar.self))
      var remaining = range.count
      unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { piece in
        var stalls = 0
        while remaining > 0 {
          var start = piece.baseAddress
          var room = piece.count
          let before = remaining
          // `iconv` reads through a pointer to a non-const pointer and writes nothing there.
          let result = unsafe withUnsafeMutablePointer(to: &input) { inputPointer in
            unsafe inputPointer.withMemoryRebound(
              to: UnsafeMutablePointer<CChar>?.self, capacity: 1
            ) { unsafe iconv(descriptor, $0, &remaining, &start, &room) }
          }
          let code = errno
          let written = piece.count - room
          unsafe UnsafeRawBufferPointer(start: piece.baseAddress, count: written)
            .withMemoryRebound(to: UInt8.self) { unsafe output.append(contentsOf: $0) }
          guard result == size_t.max else { break }
          stalls = before == remaining && written == 0 ? stalls + 1 : 0
          if code == E2BIG, stalls < 2 { continue }
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          failures += 1
          unsafe input += 1
          remaining -= 1
        }
      }
    }
    return failures
  }
}
