/// What a claim says was worked on, as words that a record can be asked for.
public struct Topic: Sendable, Hashable {
  /// A word of the topic, and what may stand for it.
  struct Term: Sendable, Hashable {
    /// The word, lower-cased.
    var word: String
    /// Sets of stems; the term is met where every stem of one of them is.
    var alternatives: [[String]]

    /// Whether a text with these stems meets the term.
    func isMet(by stems: Set<String>) -> Bool {
      alternatives.contains { $0.allSatisfy(stems.contains) }
    }
  }

  /// The words of the claim.
  public let phrase: String
  /// The words that tell, in order, each once; empty where the phrase has none.
  private(set) var terms: [Term]
  /// A patent's, standard's or bug's number: only a record that names it speaks to it.
  let isIdentifier: Bool
  /// True where every word is one that any work is called by, or there is none.
  let isVague: Bool

  /// Reads a noun phrase.
  ///
  /// Words that any work is called by (`code`, `support`, `initial`) are left out, unless nothing
  /// else is there: "the review tool" is then about a tool. So is a last word for the shape of a thing: "the
  /// index framework" is about an index, though "the file system" is about no files.
  public init(_ phrase: String) {
    self.phrase = phrase
    let words = Words.of(phrase).filter { !Vocabulary.empty.contains($0.whole) }
    var telling = words.filter { !Vocabulary.work.contains($0.whole) }
    if telling.count > 1, let last = telling.last, Vocabulary.shapes.contains(last.whole),
      !Vocabulary.shaped.contains(telling[telling.count - 2].whole)
    {
      telling.removeLast()
    }
    isVague = telling.isEmpty
    var seen = Set<String>()
    let named = telling.isEmpty ? words : telling
    terms = named.indices.compactMap { index in
      let word = named[index]
      guard word.whole.unicodeScalars.count > 1, seen.insert(word.whole).inserted else {
        return nil
      }
      return Term(
        word: word.whole,
        alternatives: Self.alternatives(of: word) + Self.several(at: index, of: named))
    }
    isIdentifier = terms.contains { Self.isIdentifier($0.word) }
  }

  /// How many of the terms a text with these stems meets.
  func termsMet(by stems: Set<String>) -> Int { terms.count { $0.isMet(by: stems) } }

  /// Whether a text with these stems names the topic: every one of up to two terms, two thirds of more.
  func isNamed(by stems: Set<String>) -> Bool { isNamed(byTerms: termsMet(by: stems)) }

  /// Whether a sentence or a subject names the topic, its last word, which says what it is, among those it
  /// names, and several with two words between one and the next at most. Words of links name nothing.
  func stands(in text: String) -> Bool {
    let pieces = text.split(whereSeparator: \.isWhitespace).filter { !$0.contains("://") }
    let text = pieces.joined(separator: " ")
    let stems = Words.stems(of: text)
    guard isNamed(by: stems), terms.last?.isMet(by: stems) == true else { return false }
    let names = terms.map(\.alternatives)
    return names.count == 1
      || WordLine(text).rows(of: names, gap: 2).contains { isNamed(byTerms: $0.count) }
  }

  /// Whether a text that meets so many of the terms names the topic.
  func isNamed(byTerms met: Int) -> Bool {
    guard !terms.isEmpty else { return false }
    return terms.count <= 2 ? met == terms.count : met * 3 >= terms.count * 2
  }

  /// Whether every word of it is a word of `other`: "OpenStack projects" says no more than "OpenStack".
  func isWithin(_ other: Topic) -> Bool {
    let words = Set(other.terms.map(\.word))
    return terms.allSatisfy { words.contains($0.word) }
  }

  /// Without words for people and their meetings, where others tell: of "the review team" the reviews.
  var withoutGathering: Topic {
    var topic = self
    topic.terms.removeAll { Vocabulary.gathering.contains($0.word) }
    return topic.terms.isEmpty ? self : topic
  }

  /// What the words of a claim tell besides some names: of "wrote the shutter for Lantern" the shutter; nil
  /// where nothing is left.
  static func rest(of quote: String, besides names: [Topic]) -> Topic? {
    let whole = Topic(quote)
    guard !whole.isVague else { return nil }
    let said = Set(names.flatMap(\.terms).map(\.word))
    let words = whole.terms.map(\.word).filter {
      !said.contains($0) && !Vocabulary.doing.contains($0)
    }
    return words.isEmpty ? nil : Topic(words.joined(separator: " "))
  }

  /// "multitenant" says both words of "multiple tenants".
  private static func several(at index: Int, of words: [Words.Word]) -> [[String]] {
    let isMultiple = { (word: Words.Word) in word.whole == "multiple" }
    let thing =
      isMultiple(words[index])
      ? words[(index + 1)...].first
      : words[..<index].last.map(isMultiple) == true ? words[index] : nil
    return thing.map { [[WordStem.of("multi" + $0.whole)]] } ?? []
  }

  private static func alternatives(of word: Words.Word) -> [[String]] {
    var alternatives = [[WordStem.of(word.whole)]]
    if !word.parts.isEmpty { alternatives.append(word.parts.map(WordStem.of)) }
    for group in Vocabulary.synonyms where group.contains(word.whole) {
      for other in group where other != word.whole {
        alternatives.append(other.split(separator: " ").map { WordStem.of(String($0)) })
      }
    }
    return alternatives
  }

  /// Letters and at least four digits, or five digits: `US6611861`, `CVE`'s and bugs' numbers. A year
  /// is none.
  private static func isIdentifier(_ word: String) -> Bool {
    let digits = word.unicodeScalars.count { (0x30...0x39).contains($0.value) }
    return digits >= 5 || (digits == 4 && digits < word.unicodeScalars.count)
  }
}
