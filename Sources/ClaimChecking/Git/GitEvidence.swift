import ArchiveStorage
import MailParsing

/// The commits of a repository on one topic within some time, and what they show of a person.
struct GitEvidence {
  let topic: String
  /// The person's commits, the earliest first.
  let theirs: [Int]
  /// Commits of others that name the person for a part in them, the earliest first.
  let credited: [Int]
  /// Everybody's commits.
  let count: Int
  private let history: GitHistory
  private let terms: [Topic.Term]
  /// The place of anybody's first.
  private let first: Int?
  /// Commits of others before the person's first.
  private let before: Int
  /// Whether nobody has more.
  private let hasMost: Bool
  /// The person's commits whose subject names the topic.
  private let named: CommitSet
  /// How many of the history's people wrote as many of these commits; nil where the person wrote none.
  let telling: Telling?

  /// Looks at `commits`, which are those on the topic.
  init(
    _ topic: String, terms: [Topic.Term], in history: GitHistory, commits: CommitSet,
    of person: GitIdentity, among people: GitPeople
  ) {
    self.topic = topic
    self.terms = terms
    self.history = history
    let commits = commits.intersection(history.work)
    let theirs = commits.intersection(person.written)
    self.theirs = theirs.places
    credited = commits.intersection(person.credited).places
    count = commits.count
    first = commits.first
    let opening = theirs.first ?? .max
    before = commits.places.prefix { $0 < opening }.count
    let others = people.tally(of: commits).filter { !person.persons.contains($0.person) }
    let own = theirs.count
    hasMost = own >= others.map(\.count).max() ?? 0
    telling =
      theirs.isEmpty
      ? nil
      : Telling(
        .commits, asStrong: others.count { $0.count >= own } + 1, of: people.authorCount)
    named = theirs.intersection(
      terms.reduce(CommitSet()) {
        $0.union(history.words.meeting($1) { history.words.commits(saying: $0, in: .subject) })
      })
  }

  /// Whether any commit speaks of the person.
  var isEmpty: Bool { theirs.isEmpty && credited.isEmpty }

  /// When the person's first and last were authored.
  var span: (from: MailDate, to: MailDate)? {
    guard let first = theirs.first, let last = theirs.last else { return nil }
    return (history.commits[first].authoredAt, history.commits[last].authoredAt)
  }

  /// The most that the commits show of the part taken.
  ///
  /// Leading: among the first three on the topic, or within a month of the first and nobody having
  /// more, or a third of all and nobody having more. Doing: more than one commit, or one whose
  /// subject names the topic. What trailers tell of is taking part.
  var shows: Claim.Strength {
    guard let span, let first else { return .tookPart }
    let opened = history.commits[first].authoredAt.secondsSinceEpoch
    let isEarly = span.from.secondsSinceEpoch - opened <= 31 * 86_400
    if theirs.count > 1, before < 3 || (hasMost && (isEarly || theirs.count * 3 >= count)) {
      return .led
    }
    return theirs.count > 1 || !named.isEmpty ? .did : .tookPart
  }

  /// One sentence with counts and dates.
  var because: String {
    guard let span, let first else {
      return credited.isEmpty
        ? "no commit of theirs on \(topic)"
        : "\(Self.counted(credited.count)) of others on \(topic) \(credited.count == 1 ? "names" : "name") "
          + "the author as helping, reporting or reviewing"
    }
    let (from, to) = (Self.day(span.from), Self.day(span.to))
    let when = from == to ? "of \(from)" : "from \(from) to \(to)"
    let opening =
      before == 0
      ? "theirs is the first of all"
      : "anybody's first is of \(Self.day(history.commits[first].authoredAt))"
    return
      "\(Self.counted(theirs.count)) by the author on \(topic), \(when), of \(count) by anybody; "
      + opening + late
  }

  /// Tells of the cited commits that were committed long after they were authored.
  private var late: String {
    let month: Int64 = 31 * 86_400
    let apart = chosen().filter { place in
      let commit = history.commits[place]
      return abs(commit.committedAt.secondsSinceEpoch - commit.authoredAt.secondsSinceEpoch) > month
    }
    guard let place = apart.first else { return "" }
    let commit = history.commits[place]
    return
      "; \(history.detail(of: place).id.prefix(10)) was authored on \(Self.day(commit.authoredAt)) "
      + "and committed on \(Self.day(commit.committedAt))"
  }

  /// Up to five commits: the two earliest, and those most to the point, in order of authorship.
  /// `also` are further words of the claim that a commit does well to say.
  func citations(also: Set<String> = []) -> [Citation] {
    chosen(also: also).map { history.citation(of: $0, naming: terms) }
  }

  private func chosen(also: Set<String> = []) -> [Int] {
    guard !theirs.isEmpty else { return Array(credited.prefix(5)) }
    let ranked = theirs.map { (place: $0, score: score(of: $0, also: also)) }.sorted {
      ($1.score, $0.place) < ($0.score, $1.place)
    }
    var chosen = Array(theirs.prefix(2))
    for (place, _) in ranked where chosen.count < 5 && !chosen.contains(place) {
      chosen.append(place)
    }
    return chosen.sorted()
  }

  private func score(of place: Int, also: Set<String>) -> Int {
    let words = history.words
    func says(_ stem: String, _ field: GitWords.Field) -> Bool {
      words.commits(saying: stem, in: field).contains(place)
    }
    let naming = terms.count { term in
      term.alternatives.contains { $0.allSatisfy { says($0, .subject) } }
    }
    let subject = history.subject(of: place)
    // What a subject says is done stands first, after the name of a part: "lens: Add a shade".
    let said = subject.firstRange(of: ": ").map { subject[$0.upperBound...] } ?? subject[...]
    let verb = Words.of(String(said)).first.map { WordStem.of($0.whole) } ?? ""
    let opens = Vocabulary.origin.contains(verb) ? 8 : Self.making.contains(verb) ? 6 : 0
    let inSubject = also.count { says($0, .subject) }
    let elsewhere = also.count { says($0, .body) || says($0, .paths) || says($0, .subject) }
    return naming * 8 + (naming > 0 ? opens : 0) + 4 * inSubject + 2 * elsewhere
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
