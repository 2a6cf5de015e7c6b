/// Cuts a block of text into sentences.
public struct SentenceCutter: Sendable {
  /// Makes a cutter of English sentences.
  public init() {}

  /// The sentences of a text without lists or headings, as ranges of Unicode scalars without the white
  /// space around them; linear.
  public func sentences(in text: String) -> [Range<Int>] {
    let text = ScalarText(text)
    return sentences(of: 0..<text.count, in: text)
  }

  /// The sentences of `range`. A sentence ends at ".", "!" or "?" before white space, unless an
  /// abbreviation ends there or the next word goes on in small letters, and at a blank line. Behind "!"
  /// small letters begin a sentence too, but no preposition: "I worked at Yahoo! for two years".
  package func sentences(of range: Range<Int>, in text: ScalarText) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var place = range.lowerBound
    func close(at end: Int) {
      let sentence = text.trimmed(start..<end)
      if !sentence.isEmpty { sentences.append(sentence) }
      start = end
    }
    while place < range.upperBound {
      let scalar = text[place]
      if scalar == "." || scalar == "!" || scalar == "?" {
        var end = place + 1
        while end < range.upperBound, ".!?)\"'\u{201D}\u{2019}*]".unicodeScalars.contains(text[end])
        {
          end += 1
        }
        // "done [1]. Next": the reference stays with its sentence.
        if end >= range.upperBound || text[end].isSpace,
          scalar != "." || !isAbbreviation(endingAt: place, from: start, in: text),
          beginsSentence(from: end, to: range.upperBound, in: text)
            || scalar == "!" && end == place + 1
              && !goesOn(from: end, to: range.upperBound, in: text)
        {
          close(at: end)
        }
        place = end
      } else if scalar == "\n", isBlankLine(after: place, to: range.upperBound, in: text) {
        close(at: place)
        place += 1
      } else {
        place += 1
      }
    }
    close(at: range.upperBound)
    return sentences
  }

  private func isBlankLine(after place: Int, to end: Int, in text: ScalarText) -> Bool {
    var next = place + 1
    while next < end, text[next].isSpace {
      if text[next] == "\n" { return true }
      next += 1
    }
    return false
  }

  /// Whether what follows can begin a sentence: a capital, a digit, a quotation mark or a bracket.
  private func beginsSentence(from place: Int, to end: Int, in text: ScalarText) -> Bool {
    var next = place
    while next < end, text[next].isSpace { next += 1 }
    guard next < end else { return true }
    let scalar = text[next]
    return !scalar.isWordPart || scalar.isCapital || scalar.isDigit
      || (scalar == "i" && next + 1 < end && !text[next + 1].isWordPart)
      || scalar.value > 0x2000
  }

  /// Whether a word in small letters follows that no sentence begins with.
  private func goesOn(from place: Int, to end: Int, in text: ScalarText) -> Bool {
    var start = place
    while start < end, text[start].isSpace { start += 1 }
    var next = start
    while next < end, next - start < 8, text[next].isWordPart { next += 1 }
    return Self.inner.contains(text.string(start..<next))
  }

  private static let inner: Set<String> = [
    "as", "at", "by", "for", "from", "in", "of", "on", "or", "since", "to", "until", "with",
  ]

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "etc", "eg", "ie", "vs", "cf", "mr", "mrs", "ms", "dr", "prof", "st", "inc",
    "ltd",
    "co", "corp", "no", "fig", "approx", "resp", "al", "jr", "sr", "dept", "univ", "ph.d", "m.sc",
    "b.sc", "aka", "incl", "ca", "ver", "vol",
  ]

  private func isAbbreviation(endingAt dot: Int, from start: Int, in text: ScalarText) -> Bool {
    var first = dot
    while first > start, dot - first < 8, text[first - 1].isWordPart || text[first - 1] == "." {
      first -= 1
    }
    guard first < dot else { return false }
    let word = text.string(first..<dot).lowercased()
    // "etc." ends a sentence as often as not: the next capital decides.
    if word == "etc" || word == "no" || word == "co" || word == "inc" { return false }
    return Self.abbreviations.contains(word)
      || (dot - first == 1 && text[first].isCapital && text[first] != "I")
  }
}
