/// One rule's word that two identities are one person.
struct Link: Sendable {
  /// The identity brought.
  var one: Int
  /// The identity it is brought to.
  var other: Int
  var rule: MergeRule
  /// One sentence for people.
  var because: String

  /// Makes a link.
  init(_ one: Int, _ other: Int, _ rule: MergeRule, because: String) {
    self.one = one
    self.other = other
    self.rule = rule
    self.because = because
  }
}
