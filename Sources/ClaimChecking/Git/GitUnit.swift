/// A word of a topic, or several joined to one name (`lock-table`, `v2.37`), as a repository is asked
/// for it.
struct GitUnit: Sendable, Hashable {
  /// As the claim says it, lower-cased.
  let text: String
  /// Runs of stems, any of which stands for it; the stems of a run follow one another.
  let runs: [[String]]
  /// Whether it is written as names in code are: joined, with a digit, or with a hump.
  let isName: Bool

  /// Longer joined words are cut at their joints: a list of names, or a file's whole path.
  private static let mostJoined = 3

  /// The units of a topic in order, each once: what the topic's terms are, joined words kept together.
  static func units(of topic: Topic) -> [GitUnit] {
    let terms = Dictionary(topic.terms.map { ($0.word, $0) }) { first, _ in first }
    var seen = Set<String>()
    return topic.phrase.split { $0.isWhitespace || $0 == "/" }.flatMap { piece -> [GitUnit] in
      let words = Words.of(String(piece))
      if let joined = joined(words, in: piece) { return [joined] }
      return words.compactMap { word in terms[word.whole].map { GitUnit($0, written: word) } }
    }.filter { seen.insert($0.text).inserted }
  }

  /// Every stem that a history may be asked for on a topic.
  static func stems(of topic: Topic) -> [String] {
    units(of: topic).flatMap(\.runs).joined().filter { $0 != WordLine.dot }
      + topic.terms.flatMap(\.stems)
  }

  /// A word that stands for a part of the tree.
  init(_ term: Topic.Term) { self.init(text: term.word, runs: term.alternatives, isName: false) }

  private init(_ term: Topic.Term, written word: Words.Word) {
    self.init(
      text: term.word, runs: term.alternatives,
      isName: !word.parts.isEmpty || term.word.contains(where: \.isNumber))
  }

  private init(text: String, runs: [[String]], isName: Bool) {
    self.text = text
    self.runs = runs
    self.isName = isName
  }

  /// Whether it is made of a project's names and those of posts ("lantern-core").
  func isMade(of project: Set<String>) -> Bool {
    runs.contains { run in
      run.allSatisfy {
        project.contains($0) || Vocabulary.titleStems.contains($0) || $0 == WordLine.dot
      }
    }
  }

  /// Whether it is several words joined.
  var isJoined: Bool { runs[0].count > 1 && isName }

  /// A part of a project is said there without the project's name: of `lantern-wick`, the wick.
  func named(within project: Set<String>) -> GitUnit {
    guard isJoined, let first = runs[0].first, project.contains(first) else { return self }
    return GitUnit(text: text, runs: runs + [Array(runs[0].dropFirst())], isName: isName)
  }

  /// Whether a text with these stems has all of a run.
  func isMet(by stems: Set<String>) -> Bool {
    runs.contains { $0.allSatisfy { stems.contains($0) || $0 == WordLine.dot } }
  }

  /// Words joined by single hyphens, dots or low lines, and the same written as one (`locktable`).
  private static func joined(_ words: [Words.Word], in piece: Substring) -> GitUnit? {
    guard (2...mostJoined).contains(words.count) else { return nil }
    let scalars = Array(piece.unicodeScalars)
    let areJoined = zip(words, words.dropFirst()).allSatisfy { one, next in
      next.range.lowerBound == one.range.upperBound + 1
        && "-_.".unicodeScalars.contains(scalars[one.range.upperBound])
    }
    guard areJoined else { return nil }
    let whole = words.map(\.whole)
    let stems = whole.map(WordStem.of)
    var runs = [stems, [WordStem.of(whole.joined())]]
    if scalars[words[0].range.upperBound] == "." {
      runs.append(Array(stems.map { [$0] }.joined(separator: [WordLine.dot])))
    }
    return GitUnit(text: whole.joined(separator: "-"), runs: runs, isName: true)
  }
}

extension Topic.Term {
  /// Every stem of it.
  var stems: [String] { alternatives.flatMap(\.self) }
}
