import MailParsing
import Testing

/// Every scan by lanes against the plain loop that it stands for, with each of the bytes it looks for at
/// every place of ranges shorter and longer than its steps.
@Suite("Scans by lanes find what a loop over bytes finds")
struct LaneScanTests {
  /// Runs of letters with one other byte among them, and the ranges to look at.
  private static func each(
    _ odd: [UInt8], lengths: [Int] = [0, 1, 16, 17, 33, 70],
    _ body: ([UInt8], Range<Int>) -> Void
  ) {
    for length in lengths {
      for byte in odd {
        for place in 0..<length {
          var bytes = [UInt8](repeating: 0x61, count: length)
          bytes[place] = byte
          body(bytes, 0..<length)
          body(bytes, min(3, length)..<max(min(3, length), length - 2))
        }
      }
    }
  }

  private static let telling: [UInt8] = [
    0x00, 0x09, 0x0A, 0x1F, 0x20, 0x2A, 0x2B, 0x3A, 0x3D, 0x40, 0x7E, 0x7F, 0x80, 0xFF,
  ]

  @Test("the first of two bytes")
  func eitherByte() {
    Self.each([0x3D, 0x0A, 0x61]) { bytes, range in
      let found = bytes.span.firstIndex(of: 0x3D, or: 0x0A, in: range)
      #expect(found == range.first { bytes[$0] == 0x3D || bytes[$0] == 0x0A })
    }
  }

  @Test("a byte after one of two others, over the ends of steps")
  func afterByte() {
    Self.each([0x46]) { bytes, range in
      guard range.lowerBound > 0 else { return }
      for before: UInt8 in [0x0A, 0x3E, 0x61] {
        let bytes = zip(bytes, bytes.dropFirst() + [0]).map { $1 == 0x46 ? before : $0 }
        let found = bytes.span.firstIndex(of: 0x46, after: 0x0A, or: 0x3E, in: range)
        #expect(found == range.first { bytes[$0] == 0x46 && before != 0x61 })
      }
    }
  }

  @Test("the end of a field's name")
  func fieldName() {
    Self.each(Self.telling) { bytes, range in
      let end = bytes.span.endOfFieldName(from: range.lowerBound, to: range.upperBound)
      let expected = range.first { !(0x21...0x7E).contains(bytes[$0]) || bytes[$0] == 0x3A }
      #expect(end == expected ?? range.upperBound)
    }
  }

  @Test("whether text is visible, literal or plain")
  func kinds() {
    Self.each(Self.telling) { bytes, range in
      let isVisible = bytes.span.isVisibleASCII(in: range)
      #expect(isVisible == bytes[range].allSatisfy { (0x21...0x7E).contains($0) })
      let isLiteral = bytes.span.isLiteralText(in: range)
      #expect(isLiteral == bytes[range].allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x3D })
      let isPlain = bytes.span.isPlainText(in: range)
      #expect(
        isPlain
          == bytes[range].allSatisfy { (0x20...0x7F).contains($0) || $0 == 0x09 || $0 == 0x0A })
    }
  }

  @Test("characters of base64 are counted, beyond what a lane can hold too")
  func base64() {
    Self.each(Self.telling) { bytes, range in
      let count = bytes.span.countOfBase64Characters(in: range)
      #expect(count == bytes[range].count { $0 > 0x2A && $0 != 0x3D })
    }
    let long = [UInt8](repeating: 0x41, count: 100_003)
    let count = long.span.countOfBase64Characters(in: 1..<100_003)
    #expect(count == 100_002)
  }
}
