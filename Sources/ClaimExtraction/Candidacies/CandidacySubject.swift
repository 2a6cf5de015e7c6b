/// What a subject line says of a candidacy.
struct CandidacySubject {
  /// Whether it says that its author runs for something.
  private(set) var announces = false
  /// Whether the post answers or passes on another.
  private(set) var isReply = false

  /// Reads a subject, list tags and all.
  init(_ subject: String) {
    let words = Self.words(subject)
    isReply = words.contains { $0.isPrefix && Self.replies.contains($0.text) }
    let set = Set(words.map(\.text))
    guard !isReply, set.isDisjoint(with: Self.proceedings) else { return }
    let hasOffice = !set.isDisjoint(with: OfficeName.words)
    announces =
      set.contains(where: Self.isCandidacy)
      || !set.isDisjoint(with: ["candidate", "nomination", "candidates"]) && hasOffice
      || set.isSuperset(of: ["self", "nomination"])
      || !set.isDisjoint(with: ["running", "run", "standing", "stand", "platform", "nominating"])
        && !set.isDisjoint(with: Self.unmistaken)
  }

  /// Words of who runs, in any of the ways people spell them.
  private static func isCandidacy(_ word: String) -> Bool {
    word.hasPrefix("candid") && (word.hasSuffix("cy") || word.hasSuffix("ure"))
      || ["self-nomination", "re-election", "reelection", "selfnomination", "self-nominating"]
        .contains(word)
  }

  /// Offices that nothing else is called by: programs run on boards.
  private static let unmistaken = OfficeName.words.subtracting(["board"])

  private static let replies: Set<String> = [
    "re", "aw", "antw", "sv", "vs", "odp", "ref", "fwd", "fw", "wg", "tr", "rv", "res", "enc",
  ]

  /// Words of those who hold an election rather than run in it.
  private static let proceedings: Set<String> = [
    "call", "open", "opens", "opened", "opening", "close", "closes", "closed", "closing",
    "deadline", "reminder", "result", "results", "period", "vote", "votes", "voting", "poll",
    "ballot", "end", "ends", "ended", "ending", "extended", "extension", "withdraw", "withdrawal",
    "withdrawing", "withdrawn", "seeking", "wanted", "release", "rc", "question", "questions",
    "summary", "list", "schedule", "congratulations", "needed", "missing", "confirmed", "seek",
    "lack",
  ]

  /// The words in small letters, each with whether a colon ends it as it ends `Re:` and `Re[2]:`.
  private static func words(_ subject: String) -> [(text: String, isPrefix: Bool)] {
    var words: [(text: String, isPrefix: Bool)] = []
    var word = ""
    var inBracket = false
    for scalar in (subject.lowercased() + " ").unicodeScalars.prefix(999) {
      if scalar.isWordPart || scalar == "-" {
        if !inBracket || !word.isEmpty || words.isEmpty || !scalar.isDigit {
          word.unicodeScalars.append(scalar)
        }
        continue
      }
      if !word.isEmpty { words.append((word, scalar == ":")) }
      // "Re[2]:" is "Re:" counted.
      if word.isEmpty, scalar == ":", inBracket, !words.isEmpty {
        words[words.count - 1].isPrefix = true
      }
      if scalar == "[" { inBracket = true } else if scalar != "]" { inBracket = false }
      word = ""
    }
    return words
  }
}
