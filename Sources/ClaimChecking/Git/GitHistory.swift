import ArchiveStorage
import MailParsing

/// What one reading of a repository tells of a person and of the words that claims ask for.
///
/// The history is read once, as git prints it, and most of it is let go: kept whole are the person's
/// commits; of the others, who wrote them when, and which of the wanted words they say. Memory grows
/// with the number of commits, not with what they changed.
struct GitHistory: Sendable {
  /// A commit as far as topics need it.
  struct Commit: Sendable {
    /// Tells authors apart; 0 is the person.
    var author: Int
    var authoredAt: MailDate
    /// Wanted words in the subject, in the paths it is mainly about, and in both and the body.
    var subjectWords: Set<String>
    var pathWords: Set<String>
    var words: Set<String>
    /// What a citation shows; nil for commits of others.
    var detail: Detail?

    /// Words by which a commit names what it is about; those of the body only tell more.
    var namingWords: Set<String> { subjectWords.union(pathWords) }
  }

  /// What is kept of the person's own commits.
  struct Detail: Sendable {
    var id: String
    var subject: String
    var author: Address
    var committedAt: MailDate
    /// Changed paths that say a wanted word, with those words.
    var paths: [(path: String, words: [String])]
  }

  /// The repository as the user named it.
  let repository: String
  /// By the time of authorship, then as git gives them.
  private(set) var commits: [Commit] = []
  /// In how many commits each wanted word is among the naming words.
  private(set) var frequency: [String: Int] = [:]
  /// In how many commits each wanted word is in the paths.
  private(set) var pathFrequency: [String: Int] = [:]

  /// A commit of more paths is a mass change, whose paths tell nothing of a topic.
  static let mostPathsOfWork = 200

  /// Reads the history of `repository` once. Throws where git fails or the task is cancelled.
  init(of repository: GitRepository, person: GitPerson, wanted: Set<String>) async throws {
    self.repository = repository.path
    var reader = Reader(person: person, scanner: WordScanner(wanted))
    var parser = GitLogParser()
    try await repository.git.stream(GitLogParser.arguments) { bytes in
      try Task.checkCancellation()
      parser.consume(bytes) { reader.take($0) }
    }
    parser.finish { reader.take($0) }
    // Git gives the newest first: reversed, what shares an instant stays in the order of history.
    commits = reader.commits.reversed().enumerated().sorted {
      ($0.element.authoredAt.secondsSinceEpoch, $0.offset)
        < ($1.element.authoredAt.secondsSinceEpoch, $1.offset)
    }.map(\.element)
    for commit in commits {
      for word in commit.namingWords { frequency[word, default: 0] += 1 }
      for word in commit.pathWords { pathFrequency[word, default: 0] += 1 }
    }
  }

  /// The person's commits, the earliest first.
  var theirs: [Commit] { commits.filter { $0.detail != nil } }

  /// The part of all commits that name any of these words, 0…1.
  func share(of words: [String]) -> Double {
    guard !commits.isEmpty else { return 0 }
    return Double(words.map { frequency[$0] ?? 0 }.min() ?? 0) / Double(commits.count)
  }

  private struct Reader {
    let person: GitPerson
    var scanner: WordScanner
    var commits: [Commit] = []
    /// Authors by name and address as `.mailmap` has them, and by every spelling met.
    var authors: [[UInt8]: Int] = [:]
    var spellings: [[UInt8]: Int] = [:]

    init(person: GitPerson, scanner: WordScanner) {
      self.person = person
      self.scanner = scanner
    }

    mutating func take(_ record: GitLogParser.Record) {
      let message = record.message
      let end = message.firstIndex(of: 0x0A) ?? message.count
      let inSubject = scanner.words(in: message, 0..<end)
      let inBody = scanner.words(in: message, end..<message.count)
      let (inPaths, paths) = scan(record)
      let author = author(of: record)
      var detail: Detail?
      if author == 0 {
        detail = Detail(
          id: String(decoding: record.id, as: UTF8.self),
          subject: String(decoding: message[..<end], as: UTF8.self),
          author: Address(
            name: String(decoding: record.name, as: UTF8.self),
            email: String(decoding: record.email, as: UTF8.self)),
          committedAt: record.committedAt, paths: paths)
      }
      commits.append(
        Commit(
          author: author, authoredAt: record.authoredAt, subjectWords: inSubject,
          pathWords: inPaths, words: inSubject.union(inBody).union(inPaths), detail: detail))
    }

    private mutating func author(of record: GitLogParser.Record) -> Int {
      let spelled =
        record.name + [0] + record.email + [0] + record.mappedName + [0] + record.mappedEmail
      if let known = spellings[spelled] { return known }
      let mapped = record.mappedName + [0] + record.mappedEmail
      let number = person.isAuthor(of: record) ? 0 : authors[mapped] ?? authors.count + 1
      if number > 0 { authors[mapped] = number }
      spellings[spelled] = number
      return number
    }

    /// The wanted words of the paths a commit is mainly about, a quarter of them or more.
    private mutating func scan(
      _ record: GitLogParser.Record
    ) -> (main: Set<String>, paths: [(path: String, words: [String])]) {
      let count = record.paths.count
      guard count > 0, count <= GitHistory.mostPathsOfWork else { return ([], []) }
      var tally: [String: Int] = [:]
      var paths: [(path: String, words: [String])] = []
      for path in record.paths {
        let words = scanner.words(inPath: path)
        guard !words.isEmpty else { continue }
        for word in words { tally[word, default: 0] += 1 }
        paths.append((String(decoding: path, as: UTF8.self), words))
      }
      return (Set(tally.filter { $0.value * 4 >= count }.keys), paths)
    }
  }
}
