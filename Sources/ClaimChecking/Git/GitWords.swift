/// Which commits of a history say which of the wanted stems, and where they say them.
struct GitWords: Sendable {
  /// Where a word stands.
  enum Field: Int, CaseIterable, Sendable { case subject, body, paths }

  private let numbers: [String: Int]
  /// A set for each stem and field.
  private var sets: [CommitSet]

  /// Prepares for stems, none of them said yet.
  init(_ wanted: Set<String>) {
    let stems = wanted.sorted()
    numbers = Dictionary(zip(stems, stems.indices)) { first, _ in first }
    sets = Array(repeating: CommitSet(), count: stems.count * Field.allCases.count)
  }

  /// Notes that a commit says the stem of a number, which is its place among the sorted stems.
  mutating func insert(_ place: Int, saying stem: Int, in field: Field) {
    sets[stem * Field.allCases.count + field.rawValue].insert(place)
  }

  /// The commits that say a stem in a field; none where it was not asked for.
  func commits(saying stem: String, in field: Field) -> CommitSet {
    guard let number = numbers[stem] else { return CommitSet() }
    return sets[number * Field.allCases.count + field.rawValue]
  }

  /// The commits that name a stem: in the subject, or in the paths they are mainly about. What only the
  /// body says tells more of a commit, but not what it is about.
  func naming(_ stem: String) -> CommitSet {
    commits(saying: stem, in: .subject).union(commits(saying: stem, in: .paths))
  }

  /// The commits that say a stem anywhere.
  func saying(_ stem: String) -> CommitSet {
    naming(stem).union(commits(saying: stem, in: .body))
  }

  /// The commits that meet a term by what `sets` gives for each stem of it.
  func meeting(_ term: Topic.Term, _ sets: (String) -> CommitSet) -> CommitSet {
    term.alternatives.reduce(CommitSet()) { found, stems in
      guard let first = stems.first else { return found }
      return found.union(
        stems.dropFirst().reduce(sets(first)) { $0.intersection(sets($1)) })
    }
  }

  /// The commits that name a topic by what `sets` gives for each stem of it.
  func naming(_ topic: Topic, _ sets: (String) -> CommitSet) -> CommitSet {
    let met = topic.terms.map { meeting($0, sets) }
    let any = met.reduce(CommitSet()) { $0.union($1) }
    return CommitSet(
      any.places.filter { place in topic.isNamed(byTerms: met.count { $0.contains(place) }) })
  }
}
