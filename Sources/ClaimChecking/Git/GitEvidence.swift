import ArchiveStorage
import MailParsing

/// The commits of a repository on one topic within some time, and what they show of the person.
struct GitEvidence {
  let topic: String
  let repository: String
  /// The person's commits, the earliest first.
  let theirs: [GitHistory.Commit]
  /// Everybody's.
  let count: Int
  /// When anybody's first was authored.
  private let first: MailDate?
  /// Commits of others before the person's first.
  private let before: Int
  /// Whether nobody has more.
  private let hasMost: Bool
  private let terms: [Topic.Term]

  /// Gathers the commits among `commits`, which are in order, that `isOnTopic`.
  init(
    _ topic: String, terms: [Topic.Term], in history: GitHistory,
    where isOnTopic: (GitHistory.Commit) -> Bool
  ) {
    self.topic = topic
    self.terms = terms
    repository = history.repository
    let all = history.commits.filter(isOnTopic)
    theirs = all.filter { $0.detail != nil }
    count = all.count
    first = all.first?.authoredAt
    before = all.prefix { $0.detail == nil }.count
    var tally: [Int: Int] = [:]
    for commit in all { tally[commit.author, default: 0] += 1 }
    hasMost = tally[0] == tally.values.max()
  }

  /// The most that the commits show of the part taken.
  ///
  /// Leading: among the first three on the topic, or within a month of the first and nobody having
  /// more, or a third of all and nobody having more. Doing: more than one commit, or one whose
  /// subject names the topic.
  var shows: Claim.Strength {
    guard let own = theirs.first?.authoredAt, let first else { return .tookPart }
    let isEarly = own.secondsSinceEpoch - first.secondsSinceEpoch <= 31 * 86_400
    if theirs.count > 1, before < 3 || (hasMost && (isEarly || theirs.count * 3 >= count)) {
      return .led
    }
    let isNamed = theirs.contains { commit in terms.contains { $0.isMet(by: commit.subjectWords) } }
    return theirs.count > 1 || isNamed ? .did : .tookPart
  }

  /// One sentence with counts and dates.
  var because: String {
    guard let from = theirs.first?.authoredAt, let to = theirs.last?.authoredAt, let first else {
      return "no commit of theirs on \(topic)"
    }
    let own = theirs.count == 1 ? "1 commit" : "\(theirs.count) commits"
    let span =
      Self.day(from) == Self.day(to)
      ? "of \(Self.day(from))" : "from \(Self.day(from)) to \(Self.day(to))"
    let opening =
      before == 0 ? "theirs is the first of all" : "anybody's first is of \(Self.day(first))"
    return "\(own) by the author on \(topic), \(span), of \(count) by anybody; \(opening)"
  }

  /// Up to five commits: the two earliest, and those most to the point, in order of authorship.
  /// `also` are further words of the claim that a commit does well to say.
  func citations(also: Set<String> = []) -> [Citation] {
    func score(_ commit: GitHistory.Commit) -> Int {
      guard let detail = commit.detail else { return 0 }
      let named = terms.count { $0.isMet(by: commit.subjectWords) }
      // What a subject says is done stands first, after the name of a part: "lens: Add a shade".
      let said = detail.subject.firstRange(of: ": ").map { detail.subject[$0.upperBound...] }
      let verb =
        Words.of(String(said ?? detail.subject[...])).first.map { WordStem.of($0.whole) } ?? ""
      let opens = Vocabulary.origin.contains(verb) ? 8 : Self.making.contains(verb) ? 6 : 0
      return named * 8 + (named > 0 ? opens : 0) + min(3, detail.paths.count)
        + 2 * also.intersection(commit.words).count
        + 4 * also.intersection(commit.subjectWords).count
    }
    let ranked = theirs.indices.sorted {
      let (left, right) = (score(theirs[$0]), score(theirs[$1]))
      return left == right ? $0 < $1 : left > right
    }
    var chosen = Array(theirs.indices.prefix(2))
    for index in ranked where chosen.count < 5 && !chosen.contains(index) { chosen.append(index) }
    return chosen.sorted().compactMap { citation(of: theirs[$0]) }
  }

  private func citation(of commit: GitHistory.Commit) -> Citation? {
    guard let detail = commit.detail else { return nil }
    let path = detail.paths.max { left, right in
      (met(by: left.words), right.path) < (met(by: right.words), left.path)
    }
    return .commit(
      CommitCitation(
        repository: repository, commit: detail.id,
        path: path.flatMap { met(by: $0.words) > 0 ? $0.path : nil }, subject: detail.subject,
        author: "\(detail.author.name) <\(detail.author.email)>",
        authoredAt: commit.authoredAt.rfc3339, committedAt: detail.committedAt.rfc3339))
  }

  private func met(by words: [String]) -> Int {
    let words = Set(words)
    return terms.count { $0.isMet(by: words) }
  }

  /// `2010-08-05`.
  static func day(_ date: MailDate) -> String { String(date.rfc3339.prefix(10)) }

  /// Words that subjects open with where something is made.
  private static let making = Set(
    ["initial", "first", "implement", "add", "introduce", "create", "new"].map(WordStem.of))
}
