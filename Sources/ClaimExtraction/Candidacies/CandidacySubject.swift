/// What a subject line says of a candidacy.
struct CandidacySubject {
  /// Whether it says that its author runs for something.
  let announces: Bool
  private let subject: String

  /// Reads a subject, list tags and all. One without any stem of the words that announce costs a look at
  /// its bytes.
  init(_ subject: String) {
    self.subject = subject
    announces = Self.hasStem(subject) && Self.announces(Self.words(subject))
  }

  /// Whether the post answers or passes on another.
  var isReply: Bool { Self.isReply(Self.words(subject)) }

  private static func isReply(_ words: [Word]) -> Bool {
    words.contains { $0.isPrefix && replies.contains($0.text) }
  }

  private static func announces(_ words: [Word]) -> Bool {
    let set = Set(words.map(\.text))
    guard !isReply(words), set.isDisjoint(with: proceedings) else { return false }
    let hasOffice = !set.isDisjoint(with: OfficeName.words)
    return set.contains(where: Self.isCandidacy)
      || !set.isDisjoint(with: ["candidate", "nomination", "candidates"]) && hasOffice
      || set.isSuperset(of: ["self", "nomination"])
      || !set.isDisjoint(with: ["running", "run", "standing", "stand", "platform", "nominating"])
        && !set.isDisjoint(with: Self.unmistaken)
  }

  /// Whether letters stand in a row as in every word that announces.
  private static func hasStem(_ subject: String) -> Bool {
    let letters = subject.utf8.map { $0 | 0x20 }
    return letters.indices.contains { stems.open($0..<letters.count, in: letters.span) }
  }

  private static let stems: Openings = ["candid", "nominat", "elect", "run", "stand", "platform"]

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

  /// A word in small letters, and whether a colon ends it as it ends `Re:` and `Re[2]:`.
  private typealias Word = (text: String, isPrefix: Bool)

  private static func words(_ subject: String) -> [Word] {
    var words: [Word] = []
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
