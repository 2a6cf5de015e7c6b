/// A title as a statement or résumé words it, for comparison.
struct Title: Hashable {
  /// As written.
  var text: String
  /// Its words in order, short forms written out, stems taken.
  var words: [String]

  /// The titles named in a text: runs of words around a noun that titles are built on, each of which
  /// has a capital or stands in `titleHeads`.
  static func all(in text: String) -> [Title] {
    let words = Words.of(text)
    var titles: [Title] = []
    var index = 0
    while index < words.count {
      guard isHead(words[index]) else {
        index += 1
        continue
      }
      var start = index
      while start > 0, touches(words[start - 1], words[start], in: text),
        isModifier(words[start - 1])
      {
        start -= 1
      }
      var end = index + 1
      while end < words.count, isHead(words[end]), touches(words[end - 1], words[end], in: text) {
        end += 1
      }
      // "Director of Engineering", "VP of Product Management".
      if end + 1 < words.count, words[end].whole == "of", isCapital(words[end + 1]) {
        end += 2
        while end < words.count, isCapital(words[end]),
          touches(words[end - 1], words[end], in: text)
        {
          end += 1
        }
      }
      let run = words[start..<end]
      titles.append(
        Title(
          text: run.map { String($0.text) }.joined(separator: " "),
          words: shortened(
            run.map(\.whole).filter { $0 != "of" }.map { Vocabulary.titleShort[$0] ?? $0 }
          ).map(WordStem.of)))
      index = end
    }
    return titles
  }

  /// Titles that go by their initials, in their initials.
  private static func shortened(_ words: [String]) -> [String] {
    var words = words
    for (long, short) in Vocabulary.titleInitials {
      if let range = words.firstRange(of: long) { words.replaceSubrange(range, with: [short]) }
    }
    // A core reviewer, developer and member of a project hold one office.
    return words.contains("core")
      ? words.filter { !["developer", "member", "maintainer"].contains($0) } : words
  }

  /// Whether this title, as held, says at least what `claimed` says: its words in their order.
  func says(_ claimed: Title) -> Bool {
    var rest = words[...]
    for word in claimed.words {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// Whether this title says at least what `claimed` says where it stands in a text with these stems:
  /// "PTL of Quality Assurance" is a QA PTL. Ranks are said by the title itself.
  func says(_ claimed: Title, with stems: Set<String>) -> Bool {
    guard sharesHead(with: claimed) else { return false }
    let missing = claimed.words.filter { !words.contains($0) }
    let ranks = Set(Vocabulary.ranks.map(WordStem.of))
    return missing.allSatisfy { word in
      !ranks.contains(word) && !Vocabulary.titleStems.contains(word)
        && Topic(word).terms.allSatisfy { $0.isMet(by: stems) }
    }
  }

  /// Whether two titles share the noun they are built on.
  func sharesHead(with other: Title) -> Bool {
    let heads = Set(Vocabulary.titleHeads.map(WordStem.of))
    return !Set(words).intersection(other.words).isDisjoint(with: heads)
  }

  static func isHead(_ word: Words.Word) -> Bool {
    Vocabulary.titleHeads.contains(word.whole)
      || Vocabulary.titleHeads.contains(Vocabulary.titleShort[word.whole] ?? "")
  }

  private static func isModifier(_ word: Words.Word) -> Bool {
    (isCapital(word) && !Vocabulary.empty.contains(word.whole))
      || Vocabulary.titleShort[word.whole] != nil
      || Vocabulary.ranks.contains(word.whole) || ["core", "software"].contains(word.whole)
  }

  private static func isCapital(_ word: Words.Word) -> Bool { word.text.first?.isUppercase == true }

  /// Whether nothing but white space, a full stop of an abbreviation or a hyphen stands between.
  private static func touches(_ left: Words.Word, _ right: Words.Word, in text: String) -> Bool {
    let between = text[left.text.endIndex..<right.text.startIndex]
    return between.allSatisfy { $0.isWhitespace || $0 == "." || $0 == "-" } && between.count < 4
  }
}
