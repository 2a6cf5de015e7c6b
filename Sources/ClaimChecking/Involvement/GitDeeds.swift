import ArchiveStorage
import MailParsing

/// What the commits of a repository on a topic show of people: authors, and whom trailers name.
///
/// A commit is on the topic where its subject or a quarter of its paths name it. Merges, reverts and changes
/// to the writing of code alone are no work, and the same change committed twice (a cherry-pick, a backport)
/// counts once.
struct GitDeeds {
  private(set) var deeds: [Deed] = []

  /// Gathers the deeds within some time.
  init(_ topic: Topic, in history: GitHistory, bounds: ClosedRange<Int64>) {
    let words = history.words
    let inSubject = words.naming(topic) { words.commits(saying: $0, in: .subject) }
    let units = GitUnit.units(of: topic)
    let commits = words.naming(topic, words.naming).intersection(history.work)
      .subtracting(history.chores(besides: units)).intersection(history.commits(in: bounds))
    let people = GitPeople(of: history)
    let credits = Dictionary(grouping: history.credits.filter { commits.contains($0.commit) }) {
      $0.commit
    }
    for place in commits.places {
      let commit = history.commits[place]
      let citation = history.citation(of: place, naming: units)
      func add(_ part: Involvement.Part, _ identity: Int) {
        deeds.append(
          Deed(
            part: part, who: people.shown(identity, of: history), at: commit.authoredAt,
            citation: citation, isNamedInSubject: inSubject.contains(place)))
      }
      add(.carried, commit.author)
      for credit in credits[place] ?? []
      where people.personOf[credit.identity] != people.personOf[commit.author] {
        add(Self.part(credit.part), credit.identity)
      }
    }
  }

  private static func part(_ part: GitTrailer.Part) -> Involvement.Part {
    switch part {
    case .wrote: .carried
    case .reviewed: .reviewed
    case .helped: .thanked
    }
  }
}
