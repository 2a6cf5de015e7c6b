/// HTML that only literals can put markup into: every other text is escaped as it enters.
///
/// `let item: HTML = "<li>\(words)</li>"` escapes `words` when it is a `String` and takes it as it is
/// when it is `HTML`. There is no way in for text that goes round the escaping, so nothing that a mail
/// says can become markup.
struct HTML: ExpressibleByStringInterpolation {
  /// The markup written so far.
  private(set) var markup: String

  /// Called by the compiler for a literal; nothing else may call it.
  init(stringLiteral markup: String) { self.markup = markup }
  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }
  private init(markup: String) { self.markup = markup }

  /// Text, escaped for element content and for quoted attributes alike; controls are spelt out.
  static func text(_ text: String) -> HTML {
    var markup = ""
    for scalar in VisibleText.of(text).unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      case "'": markup += "&#39;"
      default: markup.unicodeScalars.append(scalar)
      }
    }
    return HTML(markup: markup)
  }

  /// The parts one after another.
  static func join(_ parts: [HTML], separator: HTML = "\n") -> HTML {
    HTML(markup: parts.map(\.markup).joined(separator: separator.markup))
  }

  /// Collects the pieces of an interpolated literal.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity)
    }
    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += HTML.text(text).markup }
    mutating func appendInterpolation(_ number: Int) { markup += "\(number)" }
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
  }
}
