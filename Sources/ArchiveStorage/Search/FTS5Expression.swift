/// Writes expressions of FTS5's own query language, from which nothing a user types can break out.
enum FTS5Expression {
  /// `text` as one FTS5 string: a phrase of its tokens, in the form they were indexed in.
  static func phrase(_ text: String) -> String {
    "\"" + IndexedText.spaced(text).filter { $0 != "\0" }.replacing("\"", with: "\"\"") + "\""
  }

  /// An expression for all words of `text`, each by itself; nil where it has none.
  static func words(in text: String) -> String? {
    let words = text.split(separator: " ").map(String.init).filter(hasToken)
    return words.isEmpty ? nil : words.map(phrase).joined(separator: " AND ")
  }

  /// Whether FTS5 would find a token in `text`; a phrase of none matches nothing.
  static func hasToken(_ text: String) -> Bool { text.unicodeScalars.contains(where: isToken) }

  /// Whether a scalar is part of a token: letters, digits and what is for private use.
  static func isToken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
