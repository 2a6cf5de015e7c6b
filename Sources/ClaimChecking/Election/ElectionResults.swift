/// Results of an election as a post tells them: who was elected, and who only stood.
///
/// Read are sentences ("Ann Lee has been elected PTL of Lantern"), lists under a heading that says whose
/// they are ("The winners are:"), tables of a project and its winner, and rankings such as CIVS sends, in
/// which as many win as there are seats.
struct ElectionResults {
  /// What became of somebody.
  enum Standing: Hashable { case elected, notElected }

  /// A line or sentence that says what became of those it names.
  struct Item: Hashable {
    var standing: Standing
    var text: String
    /// Unicode scalars of the post's text.
    var range: Range<Int>
    /// Stems of the item, of the headings over it and of the post's subject.
    var stems: Set<String>
  }

  /// The items in order; empty where the post tells no results.
  private(set) var items: [Item] = []

  /// Reads a post. Linear.
  init(subject: String, text: String) {
    let stems = Words.stems(of: subject + "\n" + text)
    guard !stems.isDisjoint(with: Self.voting), !stems.isDisjoint(with: Self.outcomes) else {
      return
    }
    let lines = ResultLine.all(in: text)
    let about = Words.stems(of: subject)
    let isRanking = lines.contains { $0.isItem && $0.text.contains("loses to ") }
    let seats = Self.seats(in: text)
    var heading: (standing: Standing?, stems: Set<String>) = (nil, [])
    var part: Set<String> = []
    for line in lines {
      var standing = Self.standing(in: line.text)
      if line.isItem {
        if isRanking, let rank = line.rank {
          standing = rank <= seats ? .elected : .notElected
        }
        standing = standing ?? heading.standing
      } else if standing != nil || line.opensList {
        heading = (standing, Words.stems(of: line.text))
        part = []
      } else if line.isShort {
        // The name of a project over its winner.
        part = Words.stems(of: line.text)
      } else {
        heading = (nil, [])
      }
      guard let standing else { continue }
      let over = line.isItem ? heading.stems.union(part) : []
      items.append(
        Item(
          standing: standing, text: line.text, range: line.range,
          stems: Words.stems(of: line.text).union(over).union(about)))
    }
  }

  /// "6 seats", "the top 6", "the 5 newly elected"; one where nothing is said.
  private static func seats(in text: String) -> Int {
    let words = Words.of(text).map(\.whole)
    for (index, word) in words.enumerated() {
      guard let count = Int(word) ?? numbers[word], (1...99).contains(count) else { continue }
      let isTop = index > 0 && words[index - 1] == "top"
      if isTop || words[(index + 1)...].prefix(3).contains(where: seatWords.contains) {
        return count
      }
    }
    return 1
  }

  /// What a line's own words say; nil where they say nothing of the outcome.
  private static func standing(in text: String) -> Standing? {
    let words = Set(Words.of(text).map(\.whole))
    if !words.isDisjoint(with: losing) { return .notElected }
    guard !words.isDisjoint(with: winning) else { return nil }
    return words.isDisjoint(with: denying) ? .elected : .notElected
  }

  private static let voting = Set(
    ["election", "elected", "ballot", "vote", "poll", "condorcet"].map(WordStem.of))
  private static let outcomes = Set(
    ["results", "winner", "elected", "congratulations", "won", "outcome"].map(WordStem.of))
  private static let seatWords: Set = [
    "seats", "seat", "winners", "elected", "members", "positions",
  ]
  private static let numbers = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
  ]
  private static let winning: Set = [
    "elected", "reelected", "winner", "winners", "won", "wins", "congratulations",
    "congratulating", "congratulate",
  ]
  private static let denying: Set = ["not", "unfortunately", "lost", "nobody"]
  private static let losing: Set = ["losers", "unsuccessful", "unelected", "runners"]
}

extension ElectionResults.Item {
  /// What it says of a person by a full name; nil where it does not name them, or thanks them.
  func standing(of names: [String]) -> ElectionResults.Standing? {
    let words = Words.of(text)
    let scalars = Array(text.unicodeScalars)
    for name in names {
      let parts = Words.of(name).map(\.whole)
      guard parts.count > 1 else { continue }
      for index in words.indices where words[index...].prefix(parts.count).map(\.whole) == parts {
        // The clause before the name: "and thanks to", "over".
        let clause = words[..<index].reversed().prefix { word in
          !scalars[word.range.upperBound..<words[index].range.lowerBound]
            .contains { ",;.".unicodeScalars.contains($0) }
        }.map(\.whole)
        if clause.contains(where: ["thanks", "thank", "thanking"].contains) { return nil }
        let isBeaten = clause.prefix(3).contains(where: Self.beating.contains)
        return isBeaten ? .notElected : standing
      }
    }
    return nil
  }

  private static let beating: Set = ["over", "beat", "defeated", "defeats", "against", "beating"]
}
