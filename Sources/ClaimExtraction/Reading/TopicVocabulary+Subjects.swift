extension TopicVocabulary {
  /// The topics of one word that no table and no longer topic names, in order and once each: what a list's
  /// subjects may tell the whole name of.
  public func unnamed(among topics: [String]) -> [String] {
    let single = Set(topics.map(Self.normal)).filter {
      $0.utf8.count > 3 && !$0.contains(" ") && name(of: $0) == $0
    }
    return single.sorted()
  }

  /// Learns from subjects what a topic of one word is called on a list: `sparrow-router` for "router",
  /// where nearly all compounds that end in the word are that one.
  public mutating func learn(_ topic: String, fromSubjects subjects: [String]) {
    let word = Self.normal(topic)
    var counts: [String: Int] = [:]
    for subject in subjects {
      for compound in Set(Self.compounds(in: subject)) {
        let parts = compound.split(separator: " ")
        if parts.count > 1, parts.last.map(String.init) == word {
          counts[compound, default: 0] += 1
        }
      }
    }
    let total = counts.values.reduce(0, +)
    guard let (name, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      count > 1,
      count * 4 >= total * 3
    else { return }
    add(topic, as: name)
  }

  /// The words of a line that are written with inner hyphens or underscores, in normal form.
  private static func compounds(in line: String) -> [String] {
    line.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      .filter { word in
        word.contains { $0 == "-" || $0 == "_" }
          && word.first.map { $0.isLetter } == true && word.last.map { $0.isLetter } == true
      }
      .map { normal(String($0)) }
  }
}
