import ResumeReading

/// Text from mail made safe to look at: controls that hide or turn round what follows are spelt out.
package enum VisibleText {
  /// The text with each control but line feed and tab written as `[U+202E]`. Linear in the text.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.steersDisplay) else { return text }
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": continue
      case "\n", "\t": output.unicodeScalars.append(scalar)
      default:
        if scalar.steersDisplay {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          output += "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    return output
  }

  /// The text on one line, runs of white space as single spaces, cut to `width` characters.
  package static func line(_ text: String, width: Int = .max) -> String {
    let line = of(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= width ? line : line.prefix(max(0, width - 1)) + "…"
  }
}
