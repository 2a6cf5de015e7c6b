/// Text from mail made safe to look at: controls that hide or turn round what follows are spelt out.
enum VisibleText {
  /// The text with each control but line feed and tab written as `[U+202E]`. Linear in the text.
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": continue
      case "\n", "\t": output.unicodeScalars.append(scalar)
      default:
        if isControl(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          output += "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    return output
  }

  /// The text on one line, runs of white space as single spaces.
  static func line(_ text: String) -> String {
    of(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// C0, DEL and C1 controls, and the controls of the bidirectional algorithm (UAX #9 §2).
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
