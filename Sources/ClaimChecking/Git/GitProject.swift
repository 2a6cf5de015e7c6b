/// What the project of a repository is called, and whether a claim of a post or of a time is about it.
///
/// All of a person's commits stand for such a claim, so that it has to be about this project: commits to
/// one say nothing of a seat on a board, or of the years spent on another.
struct GitProject {
  /// Stems of the name of the repository's folder.
  private let own: Set<String>
  /// Stems of a greater whole that the repository is a part of, which much of it names.
  private let greater: Set<String>
  /// Names of other projects that the statement is about.
  private let others: Set<String>
  /// Whether "the project" is this one: the statement names it, is about its greater whole
  /// before all else, or names none.
  private let isMeant: Bool

  /// A greater whole is named by this part of all commits.
  private static let greaterShare = 0.1

  /// Reads what a claim's surroundings name.
  init(_ inquiry: Inquiry, in history: GitHistory) {
    let own = Self.ownStems(history)
    self.own = own
    // As a whole: "LampPost" is no part of what says "post".
    let named = inquiry.projects.map { Set(Words.of($0).map { WordStem.of($0.whole) }) }
    let greater = named.filter { stems in
      !stems.isEmpty && stems.allSatisfy { history.share(of: [$0]) >= Self.greaterShare }
    }
    self.greater = greater.reduce(into: []) { $0.formUnion($1) }
    others = named.filter { $0.isDisjoint(with: own) && !greater.contains($0) }
      .reduce(into: []) { $0.formUnion($1) }
    let isOwn = { (stems: Set<String>) in !stems.isDisjoint(with: own) }
    isMeant = named.isEmpty || named.contains(where: isOwn) || greater.first == named.first
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
    return isOfWhole
      || (isMeant && greater.isDisjoint(with: stems) && stems.contains(WordStem.of("project")))
  }

  /// Whether a text that names no project is about this one, by what stands around it.
  func isUnderstood(in text: String) -> Bool {
    let stems = Words.stems(of: text)
    return isMeant && greater.isDisjoint(with: stems) && !namesAnother(stems)
  }

  /// Whether a text names the repository's own project, and no greater whole.
  func isOwn(in text: String) -> Bool {
    !own.union([WordStem.of("project")]).isDisjoint(with: Words.stems(of: text))
  }

  /// Stems of the name of the repository's folder.
  static func ownStems(_ history: GitHistory) -> Set<String> {
    let folder = history.repository.split(separator: "/").last { $0 != ".git" && $0 != "." } ?? ""
    return Words.stems(of: String(folder)).subtracting(["git"])
  }

  private func namesAnother(_ stems: Set<String>) -> Bool { !others.isDisjoint(with: stems) }

  /// Whether a word after a name leaves it as wide as it was.
  private static func isPlain(_ word: String) -> Bool {
    Vocabulary.empty.contains(word) || Vocabulary.work.contains(word)
      || Vocabulary.titleHeads.contains(word)
  }
}
