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
      while remaining > 0 {
        let before = remaining
        // `iconv` reads through a pointer to a non-const pointer and writes nothing there.
        let (code, written) = unsafe withUnsafeMutablePointer(to: &input) { pointer in
          unsafe pointer.withMemoryRebound(to: UnsafeMutablePointer<CChar>?.self, capacity: 1) {
            unsafe step($0, &remaining, into: &output)
          }
        }
        // A full piece is no fault, unless nothing came of an empty one.
        if code == 0 || (code == E2BIG && (written > 0 || remaining < before)) { continue }
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        failures += 1
        unsafe input += 1
        remaining -= 1
      }
      // Sets with combining characters hold the last one back until they are told of the end.
      var nothing = 0
      unsafe step(nil, &nothing, into: &output)
    }
    return failures
  }

  /// One call of `iconv` with room for a piece of output; gives its error (0 for none) and how many
  /// bytes were added.
  @discardableResult
  private func step(
    _ input: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ remaining: inout Int,
    into output: inout [UInt8]
  ) -> (code: CInt, written: Int) {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { piece in
      var start = piece.baseAddress
      var room = piece.count
      let result = unsafe iconv(descriptor, input, &remaining, &start, &room)
      // `(size_t)-1`, which Swift sees as an `Int`.
      let code = result == -1 ? errno : 0
      let written = piece.count - room
      unsafe UnsafeRawBufferPointer(start: piece.baseAddress, count: written)
        .withMemoryRebound(to: UInt8.self) { unsafe output.append(contentsOf: $0) }
      return (code, written)
    }
  }
}
