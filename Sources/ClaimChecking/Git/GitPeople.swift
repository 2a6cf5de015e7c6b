import MailParsing
import PeopleMerging

/// The people behind a history's names and addresses, by the rules of ``PersonMerger`` and `.mailmap`.
struct GitPeople: Sendable {
  /// The person of each of the history's identities, by number.
  private(set) var personOf: [Int] = []
  /// Every person, by the number that ``personOf`` gives.
  private(set) var persons: [MergedPerson] = []
  /// The commits that each person wrote or wrote with their author.
  private let written: [CommitSet]

  /// Merges the identities of a history, and `others` with them: names and addresses of whom it will
  /// be asked about. Near-linear.
  init(of history: GitHistory, with others: [Address] = []) {
    var counts = Array(repeating: 0, count: history.identities.count)
    for commit in history.commits { counts[commit.author] += 1 }
    for credit in history.credits { counts[credit.identity] += 1 }
    let sightings = zip(history.identities, counts).map { Sighting($0, count: $1) }
    persons = PersonMerger(mailmap: Mailmap(history.mailmap))
      .persons(from: sightings + others.map { Sighting($0, count: 0) })
    var numbers: [Address: Int] = [:]
    for (number, person) in persons.enumerated() {
      for identity in person.identities { numbers[identity.address] = number }
    }
    let personOf = history.identities.map { numbers[$0] ?? -1 }
    var written = Array(repeating: CommitSet(), count: persons.count)
    for (place, commit) in history.commits.enumerated() where personOf[commit.author] >= 0 {
      written[personOf[commit.author]].insert(place)
    }
    for credit in history.credits where credit.part == .wrote && personOf[credit.identity] >= 0 {
      written[personOf[credit.identity]].insert(credit.commit)
    }
    self.personOf = personOf
    self.written = written
  }

  /// An identity as its person is shown.
  func shown(_ identity: Int, of history: GitHistory) -> Address {
    let own = history.identities[identity]
    guard personOf[identity] >= 0 else { return own }
    let person = persons[personOf[identity]]
    return Address(name: person.name, email: person.identities[0].address.email)
  }

  /// The commits a person wrote.
  func commits(by person: Int) -> CommitSet { written[person] }

  /// How many people wrote a commit.
  var authorCount: Int { written.count { !$0.isEmpty } }

  /// How many of some commits each person wrote; only those who wrote any.
  func tally(of commits: CommitSet) -> [(person: Int, count: Int)] {
    written.indices.compactMap { person in
      let count = written[person].intersection(commits).count
      return count > 0 ? (person, count) : nil
    }
  }
}

/// Who of a history's people somebody is, as far as names and addresses settle it.
struct GitIdentity: Sendable {
  /// Their commits.
  let written: CommitSet
  /// Commits whose trailers name them for another part than writing.
  let credited: CommitSet
  /// Their numbers among the people; more than one where no rule joins addresses all known to be theirs.
  let persons: Set<Int>
  /// Others of the same name. Not empty only where nothing settles which of them is meant.
  let namesakes: [String]

  /// Finds a person by their addresses; by name alone where no address of theirs is known, or the name
  /// is unusual enough for the rules to join it. A name of one word settles nothing.
  init(_ subject: CheckSubject, in history: GitHistory, _ people: GitPeople) {
    let addresses = Set(
      subject.identities.filter { !$0.email.isEmpty }.map { Self.folded($0.email) })
    let names = Set(subject.names.map(Self.folded).filter { $0.contains(" ") })
    var found = Set<Int>()
    var named: [Int] = []
    for (number, person) in people.persons.enumerated() where person.count > 0 {
      if person.identities.contains(where: { addresses.contains(Self.folded($0.address.email)) }) {
        found.insert(number)
      } else if person.identities.contains(where: {
        $0.count > 0 && names.contains(Self.folded($0.address.name))
      }) {
        named.append(number)
      }
    }
    if found.isEmpty, addresses.isEmpty, named.count == 1 { found.insert(named.removeFirst()) }
    persons = found
    namesakes = found.isEmpty ? named.map { Self.shown(people.persons[$0]) } : []
    written = found.reduce(CommitSet()) { $0.union(people.commits(by: $1)) }
    var credited = CommitSet()
    for credit in history.credits where credit.part != .wrote {
      if found.contains(people.personOf[credit.identity]) { credited.insert(credit.commit) }
    }
    self.credited = credited.subtracting(written)
  }

  private static func shown(_ person: MergedPerson) -> String {
    let address = person.identities.first { !$0.address.email.isEmpty }?.address.email
    return address.map { "\(person.name) <\($0)>" } ?? person.name
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
