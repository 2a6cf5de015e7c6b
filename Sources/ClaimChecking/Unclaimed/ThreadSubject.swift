/// What a thread is about: its subject without signs of answering, tags and numbers of a series.
enum ThreadSubject {
  /// The subject's own words; empty where it has none.
  static func topic(of subject: String) -> String {
    var rest = subject[...]
    var length = Int.max
    while rest.utf8.count < length {
      length = rest.utf8.count
      rest = rest.drop { $0.isWhitespace || ":-–—.".contains($0) }
      if rest.first == "[", let end = rest.firstIndex(of: "]") {
        rest = rest[rest.index(after: end)...]
      }
      for sign in signs where rest.lowercased().hasPrefix(sign) {
        rest = rest.dropFirst(sign.count)
      }
      rest = withoutNumber(rest)
    }
    if let was = rest.firstRange(of: "(was")?.lowerBound { rest = rest[..<was] }
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// `2/5` and `v3` at the beginning.
  private static func withoutNumber(_ text: Substring) -> Substring {
    let word = text.prefix { !$0.isWhitespace && $0 != ":" }
    let isNumber =
      word.contains("/") && word.allSatisfy { $0.isNumber || $0 == "/" }
      || word.count < 4 && word.lowercased().hasPrefix("v")
        && word.dropFirst().allSatisfy(\.isNumber)
    return isNumber && !word.isEmpty ? text[word.endIndex...] : text
  }

  private static let signs = [
    "re:", "aw:", "sv:", "fwd:", "fw:", "antw:", "patch ", "patch:", "rfc ", "rfc:", "announce:",
    "announcement:", "announcing ", "ann:", "proposal:",
  ]
}
