import ArchiveStorage
import MailParsing

/// The commits of a repository on one topic within some time, and what they show of a person.
struct GitEvidence {
  let topic: GitTopic
  /// The person's commits, the earliest first; on a topic only where one of them bears on it closely.
  let theirs: [Int]
  /// Commits of others that name the person for a part in them, the earliest first.
  let credited: [Int]
  /// Commits of others, the earliest first.
  let others: [Int]
  /// Everybody's commits.
  let count: Int
  private let history: GitHistory
  /// How closely each of the person's commits bears on the topic.
  private let closeness: [Int: Double]
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
    let units = topic.terms.map(\.unit)
    let chores = units.isEmpty ? CommitSet() : history.chores(besides: units)
    let commits = commits.intersection(history.work).subtracting(chores)
    var theirs = commits.intersection(person.written)
    closeness = Self.closeness(of: theirs, to: topic, in: history)
    if closeness.isEmpty, !units.isEmpty { theirs = CommitSet() }
    self.theirs = theirs.places
    others = commits.subtracting(theirs).places
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
      topic.terms.reduce(CommitSet()) { $0.union($1.subjects) })
  }

  private static func closeness(
    of places: CommitSet, to topic: GitTopic, in history: GitHistory
  ) -> [Int: Double] {
    guard !topic.terms.isEmpty else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: places.places.compactMap { place in
        topic.closeness(of: place, in: history).map { (place, $0) }
      })
  }

  /// Whether the commits set the person apart: a topic that several people have worked on as much tells
  /// little of any of them. Trailers name whom they mean.
  var isTelling: Bool { theirs.isEmpty || peers <= (topic.terms.count > 1 ? 5 : 2) }

  /// Whether a subject of theirs that names the topic says one of some stems, too.
  func says(anyOf stems: Set<String>) -> Bool {
    !stems.isEmpty
      && named.places.contains { history.text(of: $0).subject.count(of: stems) > 0 }
  }

  /// Whether a message of theirs names any of some other topics, too.
  func names(anyOf topics: [Topic]) -> Bool {
    !topics.isEmpty
      && theirs.contains { place in
        let text = history.text(of: place).text
        return topics.contains { $0.stands(in: text) }
      }
  }

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

  /// The sentence with what else is to say of the commits it cites, and the citations: those most to the
  /// point, in order of authorship. `also` are further words of the claim that a commit does well to say;
  /// where something was begun, the two earliest are cited as well.
  func told(
    also: Set<String> = [], fromFirst: Bool = false
  ) -> (because: String, citations: [Citation]) {
    guard !theirs.isEmpty else { return (because, cite(credited.prefix(Self.mostCited))) }
    guard !topic.terms.isEmpty else {
      // Of work on all of a project, its beginning and its end.
      let ends = Set(theirs.prefix(2) + theirs.suffix(1)).sorted()
      return (because + late(among: ends), cite(ends))
    }
    var chosen = best(closeness, also: also)
    if fromFirst { chosen = Set(theirs.prefix(2) + chosen).sorted() }
    return (because + late(among: chosen), cite(chosen))
  }

  /// Work of others on the topic, which bears out what a group is said to have done, and its citations; nil
  /// where none bears on it closely. `presence` is how many commits the person made at the time.
  func toldOfGroup(
    also: Set<String>, presence: Int
  ) -> (because: String, citations: [Citation])? {
    // Among everybody's there is a choice, so that every word of the topic is asked for.
    let full = others.filter { topic.isFull(at: $0, in: history) }
    let closeness = Self.closeness(of: CommitSet(full), to: topic, in: history)
    let places = closeness.keys.sorted()
    guard let first = places.first, let last = places.last else { return nil }
    let (from, to) = (
      Self.day(history.commits[first].authoredAt), Self.day(history.commits[last].authoredAt)
    )
    return (
      "no commit on \(topic.title) by the author, who made \(Self.counted(presence)) there at the "
        + "time; \(Self.counted(places.count)) by others, "
        + (from == to ? "of \(from)" : "from \(from) to \(to)"),
      cite(best(closeness, also: also))
    )
  }

  private func cite(_ places: some Sequence<Int>) -> [Citation] {
    places.map { history.citation(of: $0, naming: topic.terms.map(\.unit)) }
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

  /// The commits that bear most closely on the topic, in order of authorship.
  private func best(_ closeness: [Int: Double], also: Set<String>) -> [Int] {
    let ranked = closeness.map { place, closeness in
      let text = history.text(of: place)
      let score =
        closeness + making(place) + 0.25 * Double(text.subject.count(of: also))
        + 0.1 * Double(text.message.count(of: also))
      return (place: place, closeness: closeness, score: score)
    }.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
    guard let nearest = ranked.first else { return [] }
    return ranked.prefix(Self.mostCited).filter { $0.closeness > nearest.closeness - 0.5 }
      .map(\.place).sorted()
  }

  /// Few commits that bear on a claim show more than many that may.
  private static let mostCited = 3

  /// How far a subject says that something is made or begun.
  private func making(_ place: Int) -> Double {
    let subject = history.subject(of: place)
    // What is done stands first, after the name of a part: "lens: Add a shade".
    let said = subject.firstRange(of: ": ").map { subject[$0.upperBound...] } ?? subject[...]
    let verb = Words.of(String(said)).first.map { WordStem.of($0.whole) } ?? ""
    return Vocabulary.origin.contains(verb) || Self.makingVerbs.contains(verb) ? 0.25 : 0
  }

  /// `2010-08-05`.
  static func day(_ date: MailDate) -> String { String(date.rfc3339.prefix(10)) }

  private static func counted(_ count: Int) -> String {
    count == 1 ? "1 commit" : "\(count) commits"
  }

  /// Words that subjects open with where something is made.
  private static let makingVerbs = Set(
    ["initial", "first", "implement", "add", "introduce", "create", "new"].map(WordStem.of))
}
