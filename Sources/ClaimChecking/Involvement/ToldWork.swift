/// Whether a sentence says that its writer did work, or is at it: "I added …", "I am working on …".
enum ToldWork {
  /// What a sentence tells of the writer's own doing: eight words on either side of the word for it; nil where
  /// it tells of none, or takes it back. What "we" did is nobody's own.
  static func told(in sentence: String) -> String? {
    guard !sentence.hasSuffix("?") else { return nil }
    let words = Words.of(sentence)
    let said = words.map(\.whole)
    guard let first = said.firstIndex(of: "i"),
      Set(said.prefix(first + 8)).isDisjoint(with: unreal)
    else { return nil }
    let after = said.indices[(first + 1)...].prefix(4)
    let isGoingOn = after.contains { being.contains(said[$0]) }
    let verb = after.first { place in
      doing.contains(said[place]) && !speaksOfWords(said, at: place)
        || isGoingOn && goingOn.contains(said[place])
    }
    guard let verb else { return nil }
    let near = words[max(0, verb - 8)...].prefix(min(verb, 8) + 9)
    guard let start = near.first?.range.lowerBound, let end = near.last?.range.upperBound else {
      return nil
    }
    return OwnWords.text(Array(sentence.unicodeScalars)[start..<end])
  }

  /// "I wrote about", "I posted to": what was done is a mail.
  private static func speaksOfWords(_ said: [String], at place: Int) -> Bool {
    ["wrote", "written", "posted"].contains(said[place])
      && said[(place + 1)...].first.map { ["about", "in", "that", "to"].contains($0) } ?? false
  }

  private static let doing: Set = [
    "added", "began", "built", "coded", "committed", "created", "designed", "developed", "fixed",
    "implemented", "improved", "landed", "made", "maintain", "maintained", "merged", "ported",
    "posted", "pushed", "refactored",
    "released", "rewrote", "started", "submitted", "uploaded", "wrote", "written",
  ]
  private static let being: Set = ["am", "m", "been", "was", "keep"]
  private static let goingOn: Set = [
    "adding", "building", "coding", "designing", "developing", "fixing", "implementing",
    "improving", "maintaining", "porting", "refactoring", "rewriting", "working", "writing",
  ]
  private static let unreal: Set = [
    "if", "not", "t", "never", "would", "could", "should", "might", "wish", "when", "after",
    "until",
    "unless", "whether", "as",
  ]
}
