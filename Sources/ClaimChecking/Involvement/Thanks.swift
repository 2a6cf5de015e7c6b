import ArchiveStorage

/// A sentence that thanks somebody for work.
struct Thanks {
  /// The names that it thanks, as written; empty where it thanks whoever is answered.
  var names: [String]

  /// Reads a sentence; nil where it thanks for nothing done ("thanks in advance", "thanks for reading").
  ///
  /// A sentence on the topic itself thanks for that; any other must say which work it is for.
  init?(_ sentence: String, isOnTopic: Bool) {
    let words = Words.of(sentence)
    guard let place = Self.place(of: words) else { return nil }
    let rest = words[place...]
    guard !rest.contains(where: { Self.hopes.contains($0.whole) }), !sentence.hasSuffix("?") else {
      return nil
    }
    let names = Self.names(in: rest, of: sentence)
    let saysWhatFor =
      rest.prefix(8).contains { Self.work.contains($0.whole) }
      || !names.isEmpty
        && (rest.first?.whole != "for" && rest.contains { $0.whole == "for" }
          || ["to", "goes", "go"].contains(rest.first?.whole))
    // "It was ported by Ann (thanks!)" thanks nobody who is answered.
    guard isOnTopic || saysWhatFor, !names.isEmpty || place <= Self.opening else { return nil }
    self.names = names
  }

  /// The first word after "thanks", "thank you", "kudos", "credit goes"; nil where nobody is thanked.
  private static func place(of words: [Words.Word]) -> Int? {
    for (index, word) in words.enumerated() {
      let next = words.indices.contains(index + 1) ? words[index + 1].whole : ""
      switch word.whole {
      case "thanks", "kudos", "thx": return index + 1
      case "thank" where next == "you": return index + 2
      case "credit" where ["goes", "to"].contains(next): return index + 1
      case "credits" where ["go", "to"].contains(next): return index + 1
      case "grateful" where next == "to": return index + 1
      default: continue
      }
    }
    return nil
  }

  /// Names after "to", or right behind the thanks and before "for": runs of words with capitals.
  private static func names(in rest: ArraySlice<Words.Word>, of sentence: String) -> [String] {
    let scalars = Array(sentence.unicodeScalars)
    var names: [String] = []
    var run: [Words.Word] = []
    func close() {
      let name = run.map { String($0.text) }.joined(separator: " ")
      if !name.isEmpty { names.append(name) }
      run = []
    }
    for word in rest.prefix(16) {
      let isCapital = word.text.first?.isUppercase == true && !Vocabulary.empty.contains(word.whole)
      let isBroken = run.last.map { last in
        let between = scalars[last.range.upperBound..<word.range.lowerBound]
        // "Jean-Luc" is one name, and " - " stands between two.
        return between.contains { ",;:&()*/".unicodeScalars.contains($0) }
          || between.count > 1 && between.contains("-")
      }
      if isBroken == true { close() }
      if isCapital {
        run.append(word)
      } else {
        close()
        guard joining.contains(word.whole) else { break }
      }
    }
    close()
    // "Thanks for the report, Ann."
    if names.isEmpty, let last = rest.last, last.text.first?.isUppercase == true,
      last.text.dropFirst().allSatisfy(\.isLowercase), rest.count > 1
    {
      names.append(String(last.text))
    }
    return names
  }

  /// Who is not named is thanked within so many words: "OK, many thanks for the patch".
  private static let opening = 4
  private static let joining: Set = [
    "to", "and", "also", "both", "again", "go", "goes", "very", "much", "a", "lot", "you",
  ]
  private static let hopes: Set = [
    "advance", "hints", "hint", "pointers", "reading", "patience", "time", "attention",
    "suggestions",
    "not", "no", "but",
  ]
  private static let work: Set = [
    "adding", "bug", "catching", "code", "commit", "contribution", "contributing", "driver", "fix",
    "fixes", "fixing", "finding", "implementation", "implementing", "patch", "patches", "port",
    "porting", "report", "reporting", "review", "reviewing", "reviews", "series", "submitting",
    "testing", "tracking", "work", "working", "writing",
  ]
}
