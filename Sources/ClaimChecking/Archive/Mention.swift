import ArchiveStorage

/// How a sentence names a person, and what it says they did.
struct Mention {
  /// The name it uses; a given name alone names somebody only to those who know who is spoken of.
  enum Name: Hashable { case full, surname, given }

  /// The name used.
  var name: Name
  /// What the sentence credits them with; nil where it only names them.
  var credit: Claim.Strength?
  /// Whether it says that they did not do it.
  var isDenial = false

  /// Finds the best mention in a sentence; nil where it names none of `people`, speaks to them
  /// ("Ann, could you …") or asks. A sentence that denies is one only where it says of a full name, word
  /// on word, that they did not do the work.
  init?(of names: [String], in sentence: String) {
    let words = Words.of(sentence)
    guard !sentence.hasSuffix("?") else { return nil }
    if words.contains(where: { Self.denials.contains($0.whole) }) || sentence.contains("n't")
      || sentence.contains("n’t")
    {
      guard Self.denies(names, words) else { return nil }
      name = .full
      isDenial = true
      return
    }
    let scalars = Array(sentence.unicodeScalars)
    var best: Mention?
    for name in names {
      let parts = Words.of(name)
      guard let last = parts.last, let first = parts.first else { continue }
      for index in words.indices {
        let found: (name: Name, length: Int)
        if words[index...].prefix(parts.count).map(\.whole) == parts.map(\.whole) {
          guard parts.count > 1 || last.whole.utf8.count > 3 else { continue }
          found = (parts.count > 1 ? .full : .surname, parts.count)
        } else if parts.count > 1, Self.isSame(words[index], last),
          !Self.isName(index - 1, of: words)
        {
          found = (.surname, 1)
        } else if parts.count > 1, Self.isSame(words[index], first),
          !Self.isName(index + 1, of: words)
        {
          found = (.given, 1)
        } else {
          continue
        }
        let end = index + found.length
        let after = words[end - 1].range.upperBound
        if index <= 2, after == scalars.count || ",:!".unicodeScalars.contains(scalars[after]) {
          continue
        }
        let mention = Mention(
          name: found.name, credit: Self.credit(at: index..<end, of: words))
        if best.map({ mention.rank > $0.rank }) ?? true { best = mention }
      }
    }
    guard let best else { return nil }
    self = best
  }

  /// "Ann Lee did not write …", "Ann Lee never worked on …".
  private static func denies(_ names: [String], _ words: [Words.Word]) -> Bool {
    names.contains { name in
      let parts = Words.of(name).map(\.whole)
      guard parts.count > 1 else { return false }
      return words.indices.contains { index in
        guard words[index...].prefix(parts.count).map(\.whole) == parts else { return false }
        let after = words[(index + parts.count)...].prefix(4).map(\.whole)
        return
          (after.starts(with: ["did", "not"]) || after.starts(with: ["didn", "t"])
          || after.first == "never") && !Set(after).isDisjoint(with: deeds)
      }
    }
  }

  private init(name: Name, credit: Claim.Strength?) {
    self.name = name
    self.credit = credit
  }

  private var rank: Int { (credit == nil ? 0 : 3) + (name == .full ? 2 : name == .surname ? 1 : 0) }

  private static func isSame(_ word: Words.Word, _ part: Words.Word) -> Bool {
    word.text == part.text && word.whole.utf8.count > 2
  }

  /// Whether the word beside a name is a name too, so that it is another person's.
  private static func isName(_ index: Int, of words: [Words.Word]) -> Bool {
    guard words.indices.contains(index) else { return false }
    let word = words[index]
    return word.text.first?.isUppercase == true && !Vocabulary.empty.contains(word.whole)
  }

  /// "Ann wrote …", "Ann's patch", "… written by Ann": words of work close after the name, or before
  /// "by" it. Where the writer speaks of their own doing, whose work it is stays open.
  private static func credit(at name: Range<Int>, of words: [Words.Word]) -> Claim.Strength? {
    guard !words.contains(where: { ["i", "my", "we", "our"].contains($0.whole) }) else {
      return nil
    }
    var telling = Set(words[name.upperBound...].prefix(4).map(\.whole))
    if name.lowerBound > 0, words[name.lowerBound - 1].whole == "by" {
      telling.formUnion(words[..<name.lowerBound].suffix(5).map(\.whole))
    }
    let before = words[..<name.lowerBound].suffix(4).map(\.whole)
    if !Set(before).isDisjoint(with: thanking), telling.isDisjoint(with: leading) { return .did }
    if !telling.isDisjoint(with: leading) { return .led }
    return telling.isDisjoint(with: doing) ? nil : .did
  }

  private static let deeds: Set = [
    "add", "added", "build", "built", "contribute", "contributed", "create", "created", "design",
    "designed", "implement", "implemented", "lead", "led", "start", "started", "wrote", "write",
    "work", "worked",
  ]
  private static let denials: Set = [
    "not", "never", "nobody", "neither", "without", "if", "unless",
  ]
  private static let thanking: Set = ["thanks", "thank", "kudos", "credit", "credits", "props"]
  private static let leading: Set = [
    "began", "created", "designed", "founded", "initiated", "invented", "led", "leads",
    "originated", "started",
  ]
  private static let doing: Set = [
    "added", "built", "contributed", "developed", "fixed", "fixes", "implementation",
    "implemented", "implements", "improved", "landed", "maintains", "patch", "patches",
    "refactored", "rewrote", "sent", "series", "submitted", "work", "worked", "written", "wrote",
  ]
}
