/// Whether a sentence says that its writer did work, or is at it: "I added …", "I am working on …".
enum ToldWork {
  /// True where a word of doing follows close on "I" and nothing takes it back. What "we" did is
  /// nobody's own.
  static func isTold(in sentence: String) -> Bool {
    guard !sentence.hasSuffix("?") else { return false }
    let words = Words.of(sentence).map(\.whole)
    guard let first = words.firstIndex(of: "i") else { return false }
    guard Set(words.prefix(first + 8)).isDisjoint(with: unreal) else { return false }
    let after = words[(first + 1)...].prefix(4)
    return after.contains { doing.contains($0) }
      || !Set(after).isDisjoint(with: being) && after.contains { goingOn.contains($0) }
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
