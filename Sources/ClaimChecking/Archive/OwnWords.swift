/// The sentences of a post that are its author's own: quoted lines, the lines that say who is quoted,
/// headers of forwarded mail, trailers of commits and signatures are nobody's words on a topic.
struct OwnWords {
  /// A sentence and where it stands.
  struct Sentence: Hashable {
    var text: String
    /// Unicode scalars of the post's text.
    var range: Range<Int>

    /// Whether it reads as words: code, logs and tables are cut at dots, too, and say nothing. A list of
    /// mails repeats their subjects.
    var isProse: Bool {
      guard !text.contains("Re: "), !text.contains("[PATCH") else { return false }
      let count = text.unicodeScalars.count
      let letters = text.unicodeScalars.count {
        $0.properties.isAlphabetic || $0.properties.isWhitespace
      }
      return count < 800 && letters * 10 >= count * 8
    }
  }

  /// The sentences in order; a paragraph's end ends a sentence, and every line of a patch.
  let sentences: [Sentence]
  /// Where the first patch begins, in Unicode scalars; nil where the post holds none.
  let patchStart: Int?

  /// All sentences that read as words.
  var prose: String { sentences.filter(\.isProse).map(\.text).joined(separator: "\n") }

  /// The first sentence before any patch that names a topic; where none does, the first that says more than
  /// a greeting; where there is none, the lines of the patch that name it.
  func telling(of topic: Topic) -> Sentence? {
    let prose = sentences.filter { $0.isProse && $0.range.lowerBound < patchStart ?? .max }
    let names = { (sentence: Sentence) in topic.isNamed(by: Words.stems(of: sentence.text)) }
    return prose.first(where: names)
      ?? prose.first { sentence in
        let words = Words.of(sentence.text)
        return words.count > 3 && !["hi", "hello", "dear", "hey"].contains(words[0].whole)
      } ?? prose.first ?? sentences.first(where: names) ?? sentences.first
  }

  /// Reads a post's text. Linear.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var sentences: [Sentence] = []
    var paragraph: Range<Int>?
    var patchStart: Int?
    func close() {
      guard let range = paragraph else { return }
      sentences += Self.sentences(in: range, of: scalars)
      paragraph = nil
    }
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      let line = Self.text(scalars[start..<end])
      if line == "-- " || line.hasPrefix("-----Original Message") { break }
      if patchStart == nil, Self.patchSigns.contains(where: line.hasPrefix) {
        patchStart = start
        close()
      }
      if Self.isOwn(line) {
        paragraph = (paragraph?.lowerBound ?? start)..<end
        // Lines of a patch are no sentences.
        if patchStart != nil || paragraph?.lowerBound == start && Self.greets(line) { close() }
      } else {
        close()
      }
      start = end + 1
    }
    close()
    self.sentences = sentences
    self.patchStart = patchStart
  }

  /// Whether a line is its author's own; a blank one is nobody's.
  static func isOwn(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, let last = words.last else { return false }
    // `>`, `|`, and `AE>`, `ann>` with the initials or login of whoever is quoted.
    if first.hasPrefix(">") || first.hasPrefix("|") { return false }
    if first.hasSuffix(">"), first.utf8.count <= 12,
      first.dropLast().allSatisfy({ $0.isLetter || "-|:".contains($0) })
    {
      return false
    }
    if ["wrote:", "writes:", "said:", "schrieb:"].contains(last.lowercased()) { return false }
    if line.contains("@"), last.hasSuffix(":") || first == "On" { return false }
    if first.hasSuffix(":") {
      let field = first.dropLast().lowercased()
      if field.hasSuffix("-by") { return false }
      if ["from", "to", "cc", "sent", "date", "subject"].contains(field) { return false }
    }
    return true
  }

  /// How the lines begin that open a patch of git, of CVS and Subversion, or of diff alone.
  private static let patchSigns = [
    "diff --git ", "diff -", "+++ ", "Index: ", "RCS file: ", "--- a/",
  ]

  /// "Hi Ann,": a line of its own, and no beginning of the sentence below it.
  private static func greets(_ line: String) -> Bool {
    line.last == "," && line.split(whereSeparator: \.isWhitespace).count < 5
  }

  /// Cuts a paragraph at the ends of sentences.
  static func sentences(
    in paragraph: Range<Int>, of scalars: [Unicode.Scalar]
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = paragraph.lowerBound
    func close(_ end: Int) {
      var range = start..<end
      while let first = range.first, scalars[first].properties.isWhitespace {
        range = first + 1..<range.upperBound
      }
      while let last = range.last, scalars[last].properties.isWhitespace {
        range = range.lowerBound..<last
      }
      if !range.isEmpty { sentences.append(Sentence(text: text(scalars[range]), range: range)) }
      start = end
    }
    for place in paragraph where ".!?".unicodeScalars.contains(scalars[place]) {
      let next = place + 1
      if next >= paragraph.upperBound || scalars[next].properties.isWhitespace { close(next) }
    }
    close(paragraph.upperBound)
    return sentences
  }

  /// Scalars as text.
  static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
