/// A text as its Unicode scalars, so that a place in it is a number and a range of it a copy.
package struct ScalarText: Sendable {
  package let scalars: [Unicode.Scalar]

  /// Takes a text apart; linear.
  package init(_ text: String) { self.scalars = Array(text.unicodeScalars) }

  /// Number of scalars.
  package var count: Int { scalars.count }

  package subscript(_ place: Int) -> Unicode.Scalar { scalars[place] }

  /// The words of a range, unchanged.
  package func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for place in range {
      let scalar = scalars[place]
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: scalar.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `range` without the white space at both its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, scalars[low].isSpace { low += 1 }
    while high > low, scalars[high - 1].isSpace { high -= 1 }
    return low..<high
  }
}

extension Unicode.Scalar {
  /// White space as mail has it: ASCII, and the no-break space.
  @inline(__always)
  var isSpace: Bool { value == 32 || (9...13).contains(value) || value == 0xA0 }

  /// A letter or digit: ASCII by table, the rest by Unicode property.
  @inline(__always)
  var isWordPart: Bool {
    if value < 128 {
      return (97...122).contains(value) || (65...90).contains(value) || (48...57).contains(value)
    }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// A capital letter.
  @inline(__always)
  var isCapital: Bool { value < 128 ? (65...90).contains(value) : properties.isUppercase }

  /// An ASCII digit.
  @inline(__always)
  var isDigit: Bool { (48...57).contains(value) }

  /// An apostrophe, straight or curly.
  @inline(__always)
  var isApostrophe: Bool { value == 0x27 || value == 0x2019 }
}
