import ArchiveStorage
import MailParsing

/// How many earlier candidacies a claim counts, and which posts are one.
enum EarlierCandidacies {
  /// Words that a search for them asks for.
  static let words = "candidacy OR candidate OR nominat* OR election OR running"

  /// Posts of one election lie closer than this, in seconds.
  static let apart: Int64 = 45 * 86_400

  /// `3rd time running` counts two before it, `I ran last year` one; nil where nothing is counted.
  static func counted(in quote: String) -> Int? {
    let words = Words.of(quote).map(\.whole)
    for (index, word) in words.enumerated() {
      guard let number = ordinals[word], words.indices.contains(index + 1) else { continue }
      if ["time", "run", "candidacy", "candidature", "attempt"].contains(words[index + 1]) {
        return number > 1 ? number - 1 : nil
      }
    }
    if words.contains("twice") { return 2 }
    if words.contains("previously") { return 1 }
    // "I ran a few kernels" is no candidacy.
    return zip(words, words.dropFirst()).contains { $0 == "ran" && running.contains($1) } ? 1 : nil
  }

  /// The sentence of a post that announces a candidacy; where the subject does, its first one.
  static func announcement(in stored: StoredMessage) -> OwnWords.Sentence? {
    let sentences = OwnWords(stored.message.text).sentences
    if let said = sentences.first(where: { sentence in
      StatementProbe.announces(StatementProbe.normalised(sentence.text))
        && Words.of(sentence.text).contains { ["i", "my", "myself"].contains($0.whole) }
        && !Words.stems(of: sentence.text).isDisjoint(with: stems)
    }) {
      return said
    }
    let subject = stored.message.subject
    guard !subject.lowercased().hasPrefix("re:") else { return nil }
    return Words.of(subject).contains { ["candidacy", "candidature"].contains($0.whole) }
      ? sentences.first : nil
  }

  private static let running: Set = ["as", "before", "for", "in", "last", "once"]
  private static let stems = Set(
    ["candidacy", "candidate", "nominate", "election", "running", "run", "stand"].map(WordStem.of))
  private static let ordinals = [
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "sixth": 6, "6th": 6,
  ]
}
