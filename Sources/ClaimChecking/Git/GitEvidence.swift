import ArchiveStorage
import MailParsing

/// The commits of a repository on one topic within some time, and what they show of a person.
struct GitEvidence {
  let topic: GitTopic
  /// The person's commits, the earliest first.
  let theirs: [Int]
  /// Commits of others that name the person for a part in them, the earliest first.
  let credited: [Int]
  /// Everybody's commits.
  let count: Int
  private let history: GitHistory
  private var terms: [Topic.Term] { topic.terms }
  /// The place of anybody's first.
  private let first: Int?
  /// Commits of others before the person's first.
  private let before: Int
  /// How many others have as many or more.
  private let peers: Int
  /// Whether nobody has more.
  private let hasMost: Bool
  /// The person's commits whose subject names the topic.
  private let named: CommitSet
  /// How many of the history's people wrote as many of these commits; nil where the person wrote none.
  let telling: Telling?

  /// Looks at `commits`, which are those on the topic.
  init(
    _ topic: GitTopic, in history: GitHistory, commits: CommitSet, of person: GitIdentity,
    among people: GitPeople
  ) {
    self.topic = topic
    self.history = history
    let terms = topic.terms
    let chores = terms.isEmpty ? CommitSet() : history.chores(besides: terms)
    let commits = commits.intersection(history.work).subtracting(chores)
    let theirs = commits.intersection(person.written)
    self.theirs = theirs.places
    credited = commits.intersection(person.credited).places
    count = commits.count
    first = commits.first
    let opening = theirs.first ?? .max
    before = commits.places.prefix { $0 < opening }.count
    let own = theirs.count
    let counts = people.tally(of: commits).filter { !person.persons.contains($0.person) }
      .map(\.count)
    peers = counts.count { $0 >= own }
    hasMost = !counts.contains { $0 > own }
    telling =
      theirs.isEmpty ? nil : Telling(.commits, asStrong: peers + 1, of: people.authorCount)
    named = theirs.intersection(
      terms.reduce(CommitSet()) {
        $0.union(history.words.meeting($1) { history.words.commits(saying: $0, in: .subject) })
      })
  }

  /// Whether the commits set the person apart: a topic that several people have worked on as much tells
  /// little of any of them. Trailers name whom they mean.
  var isTelling: Bool { theirs.isEmpty || peers <= Self.mostPeers }

  /// Others who may have as many.
  private static let mostPeers = 2

  /// Whether any commit speaks of the person.
  var isEmpty: Bool { theirs.isEmpty && credited.isEmpty }

  /// When the person's first and last were authored.
  var span: (from: MailDate, to: MailDate)? {
    guard let first = theirs.first, let last = theirs.last else { return nil }
    return (history.commits[first].authoredAt, history.commits[last].authoredAt)
  }

  /// The most that the commits show of the part taken, where a claim says that it was begun, or that
  /// it was led or done.
  ///
  /// | shown | where |
  /// | --- | --- |
  /// | led | begun is claimed, and two commits or more, of which one is among the first three of all |
  /// | led | three commits or more, nobody having more, and these a third of all or begun within a month of the first |
  /// | did | two commits or more, or one whose subject names the topic |
  /// | took part | one commit whose paths alone name it, or a trailer that names the person |
  ///
  /// A history that is cut off does not tell who began, so that it shows nobody to have led.
  func shows(claimed isBegun: Bool) -> Claim.Strength {
    guard let span, let first else { return .tookPart }
    let opened = history.commits[first].authoredAt.secondsSinceEpoch
    let isEarly = span.from.secondsSinceEpoch - opened <= 31 * 86_400
    let hasBegun = isBegun && theirs.count > 1 && before < 3
    let hasCarried = theirs.count > 2 && hasMost && (isEarly || theirs.count * 3 >= count)
    if history.isWhole, hasBegun || hasCarried { return .led }
    return theirs.count > 1 || !named.isEmpty ? .did : .tookPart
  }

  /// One sentence with counts and dates.
  var because: String {
    guard let span, let first else {
      return credited.isEmpty
        ? "no commit of theirs on \(topic.title)"
        : "\(Self.counted(credited.count)) of others on \(topic.title) \(credited.count == 1 ? "names" : "name") "
          + "the author as helping, reporting or reviewing"
    }
    let (from, to) = (Self.day(span.from), Self.day(span.to))
    let when = from == to ? "of \(from)" : "from \(from) to \(to)"
    let opening =
      !history.isWhole
      ? "the history is cut off, so that it does not tell who began"
      : before == 0
        ? "theirs is the first of all"
        : "anybody's first is of \(Self.day(history.commits[first].authoredAt))"
    return
      "\(Self.counted(theirs.count)) by the author on \(topic.title), \(when), of \(count) by anybody; "
      + opening
  }

  /// The sentence with what else is to say of the commits it cites, and the citations: up to five, the
  /// two earliest and those most to the point, in order of authorship. `also` are further words of the
  /// claim that a commit does well to say; where something was begun, the two earliest are those of all.
  func told(
    also: Set<String> = [], fromFirst: Bool = false
  ) -> (because: String, citations: [Citation]) {
    let chosen = chosen(also: also, fromFirst: fromFirst)
    return (
      because + late(among: chosen), chosen.map { history.citation(of: $0, naming: terms) }
    )
  }

  /// Tells of the first of some commits that was committed long after it was authored.
  private func late(among places: [Int]) -> String {
    let month: Int64 = 31 * 86_400
    let apart = places.first { place in
      let commit = history.commits[place]
      return abs(commit.committedAt.secondsSinceEpoch - commit.authoredAt.secondsSinceEpoch) > month
    }
    guard let place = apart else { return "" }
    let commit = history.commits[place]
    return "; \(history.detail(of: place).id.prefix(10)) was authored on "
      + "\(Self.day(commit.authoredAt)) and committed on \(Self.day(commit.committedAt))"
  }

  private func chosen(also: Set<String>, fromFirst: Bool) -> [Int] {
    guard !theirs.isEmpty else { return Array(credited.prefix(5)) }
    // Of work on all of a project, its beginning and its end.
    guard !terms.isEmpty else { return Array(Set(theirs.prefix(2) + theirs.suffix(1))).sorted() }
    let words = history.words
    let naming = terms.map { words.meeting($0) { words.commits(saying: $0, in: .subject) } }
    let alsoNaming = also.map { words.commits(saying: $0, in: .subject) }
    let alsoSaying = also.map(words.saying)
    // What a subject says a commit is about is plainer to a reader than its paths.
    let candidates = named.isEmpty ? theirs : named.places
    let ranked = candidates.map { place -> (place: Int, score: Int) in
      let named = naming.count { $0.contains(place) }
      let score =
        named * 8 + (named > 0 ? making(place) : 0)
        + 4 * alsoNaming.count { $0.contains(place) } + 2 * alsoSaying.count { $0.contains(place) }
      return (place, score)
    }.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
    var chosen = Array((fromFirst ? theirs : candidates).prefix(2))
    for (place, _) in ranked where chosen.count < 5 && !chosen.contains(place) {
      chosen.append(place)
    }
    return chosen.sorted()
  }

  /// How far a subject says that something is made or begun.
  private func making(_ place: Int) -> Int {
    let subject = history.subject(of: place)
    // What is done stands first, after the name of a part: "lens: Add a shade".
    let said = subject.firstRange(of: ": ").map { subject[$0.upperBound...] } ?? subject[...]
    let verb = Words.of(String(said)).first.map { WordStem.of($0.whole) } ?? ""
    return Vocabulary.origin.contains(verb) ? 8 : Self.making.contains(verb) ? 6 : 0
  }

  /// `2010-08-05`.
  static func day(_ date: MailDate) -> String { String(date.rfc3339.prefix(10)) }

  private static func counted(_ count: Int) -> String {
    count == 1 ? "1 commit" : "\(count) commits"
  }

  /// Words that subjects open with where something is made.
  private static let making = Set(
    ["initial", "first", "implement", "add", "introduce", "create", "new"].map(WordStem.of))
}
