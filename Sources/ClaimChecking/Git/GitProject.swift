import ArchiveStorage

/// What the project of a repository is called, and whether a claim of a post or of a time is about it.
///
/// All of a person's commits stand for such a claim, so that it has to be about this project: commits to
/// one say nothing of a seat on a board, or of the years spent on another.
struct GitProject {
  /// Stems of every name that this project goes by: its own, and that of a greater whole.
  var stems: Set<String> { own.union(greater) }
  /// Whether the statement says that it speaks of this project: by its name, where it names no project of
  /// the record more often. What "we" did there was done here.
  let isSubject: Bool
  /// Stems of the name of the repository's folder.
  private let own: Set<String>
  /// Stems of a greater whole that the repository is a part of, which much of it names.
  private let greater: Set<String>
  /// Names of other projects that the statement is about.
  private let others: Set<String>
  /// Whether the statement names this project, is about its greater whole before all else, or names none.
  private let isMeant: Bool
  /// Whether the statement names no project, or is about this one.
  private let isAlone: Bool

  /// A greater whole is named by this part of all commits.
  static let greaterShare = 0.1
  /// A project that this one has to do with is named by this part of all commits; a release, a place or
  /// an employer by fewer.
  private static let relatedShare = 0.001

  /// Reads what a claim's surroundings name.
  init(_ inquiry: Inquiry, in history: GitHistory) {
    let own = Self.ownStems(history)
    self.own = own
    let isOwn = { (stems: Set<String>) in !stems.isDisjoint(with: own) }
    // As a whole: "LampPost" is no part of what says "post".
    let named = inquiry.projects.map { Set(Words.of($0).map { WordStem.of($0.whole) }) }
      .filter { isOwn($0) || $0.isDisjoint(with: Self.meansStems) }
    let share = { (stems: Set<String>) in stems.map { history.share(of: [$0]) }.min() ?? 0 }
    let greater = named.filter { !isOwn($0) && share($0) >= Self.greaterShare }
    self.greater = greater.reduce(into: []) { $0.formUnion($1) }
    let rest = named.filter { !greater.contains($0) }
    others = rest.filter { !isOwn($0) }.reduce(into: []) { $0.formUnion($1) }
    isMeant = named.isEmpty || named.contains(where: isOwn) || greater.first == named.first
    isSubject =
      named.isEmpty
      ? isOwn(Words.stems(of: inquiry.statement.text))
      : rest.first { isOwn($0) || share($0) >= Self.relatedShare }.map(isOwn) ?? false
    isAlone = named.isEmpty || isSubject
  }

  /// Whether a text names the project: by its name, by that of the greater whole where nothing narrower
  /// follows ("in Lantern", not "the Lantern board"), or as "the project".
  func isNamed(in text: String) -> Bool {
    let words = Words.of(text)
    let stems = words.map { WordStem.of($0.whole) }
    if stems.contains(where: own.contains) { return true }
    guard !namesAnother(Set(stems)) else { return false }
    let isOfWhole = stems.indices.contains { place in
      greater.contains(stems[place])
        && (place + 1 == words.count || Self.isPlain(words[place + 1].whole))
    }
    return isOfWhole || isMeant && greater.isDisjoint(with: stems) && Self.saysTheProject(words)
  }

  /// Whether a text that says which post somebody holds says that it is here: by the project's own name,
  /// or as "the project" where no other is spoken of.
  func isHeld(in text: String) -> Bool {
    let words = Words.of(text)
    return words.contains { own.contains(WordStem.of($0.whole)) }
      || isAlone && Self.saysTheProject(words)
  }

  /// Whether a text that names no project is about this one, by what stands around it.
  func isUnderstood(in text: String) -> Bool {
    let words = Words.of(text)
    let stems = Words.stems(of: text)
    return isMeant && greater.isDisjoint(with: stems) && !namesAnother(stems)
      && !Self.saysElsewhere(words)
  }

  /// Whether a text names the repository's own project, and no greater whole.
  func isOwn(in text: String) -> Bool {
    !own.union([WordStem.of("project")]).isDisjoint(with: Words.stems(of: text))
  }

  /// "the project", and not "the lamp project".
  private static func saysTheProject(_ words: [Words.Word]) -> Bool {
    zip(words, words.dropFirst()).contains {
      ["the", "this", "our"].contains($0.whole) && $1.whole == "project"
    }
  }

  /// Whether what follows "in" or "on" is a thing: "in the board's meetings", and not "in it".
  private static func saysElsewhere(_ words: [Words.Word]) -> Bool {
    words.indices.contains { place in
      guard ["in", "on"].contains(words[place].whole) else { return false }
      let object = words[(place + 1)...].first { !Vocabulary.joining.contains($0.whole) }
      return object.map { !isPlain($0.whole) && !$0.whole.contains(where: \.isNumber) } ?? false
    }
  }

  /// Stems of the name of the repository's folder.
  static func ownStems(_ history: GitHistory) -> Set<String> {
    let folder = history.repository.split(separator: "/").last { $0 != ".git" && $0 != "." } ?? ""
    let stems = Words.stems(of: String(folder)).subtracting(["git"])
    let telling = stems.subtracting(copies)
    return telling.isEmpty ? stems : telling
  }

  /// What folders say of the repository, and not of the project: "lantern-mirror".
  private static let copies = Set(
    ["history", "mirror", "clone", "copy", "bare", "repo", "repository", "source", "src"]
      .map(WordStem.of))
  /// Protocols, languages and systems are no projects, however often they are said.
  private static let meansStems = Set(Vocabulary.means.map(WordStem.of))

  private func namesAnother(_ stems: Set<String>) -> Bool { !others.isDisjoint(with: stems) }

  /// Whether a word after a name leaves it as wide as it was.
  private static func isPlain(_ word: String) -> Bool {
    Vocabulary.empty.contains(word) || Vocabulary.work.contains(word)
      || Vocabulary.titleHeads.contains(word)
  }
}
