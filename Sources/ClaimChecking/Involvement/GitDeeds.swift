import ArchiveStorage
import MailParsing

/// What the commits of a repository on a topic show of people: authors, and whom trailers name.
///
/// A commit is on the topic where its subject or a quarter of its paths name it. Merges are no work,
/// and paths of a mass change tell nothing. The same change committed twice (a cherry-pick, a
/// backport) counts once, by author, instant and subject.
struct GitDeeds {
  private(set) var deeds: [Deed] = []

  /// Reads the history of `repository` once.
  init(_ topic: Topic, in repository: GitRepository, bounds: ClosedRange<Int64>) async throws {
    let wanted = Set(topic.terms.flatMap { $0.alternatives.joined() })
    guard !wanted.isEmpty else { return }
    var reader = Reader(topic: topic, repository: repository.path, scanner: WordScanner(wanted))
    var parser = GitLogParser()
    try await repository.git.stream(GitLogParser.arguments) { bytes in
      try Task.checkCancellation()
      parser.consume(bytes) { reader.take($0, bounds) }
    }
    parser.finish { reader.take($0, bounds) }
    deeds = reader.deeds
  }

  private struct Reader {
    let topic: Topic
    let repository: String
    var scanner: WordScanner
    var deeds: [Deed] = []
    var seen = Set<String>()

    init(topic: Topic, repository: String, scanner: WordScanner) {
      self.topic = topic
      self.repository = repository
      self.scanner = scanner
    }

    mutating func take(_ record: GitLogParser.Record, _ bounds: ClosedRange<Int64>) {
      guard bounds.contains(record.authoredAt.secondsSinceEpoch) else { return }
      let message = record.message
      let end = message.firstIndex(of: 0x0A) ?? message.count
      let inSubject = scanner.words(in: message, 0..<end)
      let (inPaths, path) = paths(of: record)
      guard topic.isNamed(by: inSubject.union(inPaths)) else { return }
      let subject = Self.text(message[..<end])
      let author = Address(name: Self.text(record.mappedName), email: Self.text(record.mappedEmail))
      guard
        seen.insert("\(author.email) \(record.authoredAt.secondsSinceEpoch) \(subject)").inserted
      else { return }
      let citation = Citation.commit(
        CommitCitation(
          repository: repository, commit: Self.text(record.id), path: path, subject: subject,
          author: "\(Self.text(record.name)) <\(Self.text(record.email))>",
          authoredAt: record.authoredAt.rfc3339, committedAt: record.committedAt.rfc3339))
      func add(_ part: Involvement.Part, _ who: Address) {
        deeds.append(
          Deed(
            part: part, who: who, at: record.authoredAt, citation: citation,
            isNamedInSubject: topic.isNamed(by: inSubject)))
      }
      add(.carried, author)
      for trailer in Trailer.all(in: Self.text(message[end...]))
      where !trailer.who.isSame(as: author) {
        add(trailer.part, trailer.who)
      }
    }

    /// Wanted words of the paths a commit is mainly about, and the path that says most of them.
    private mutating func paths(
      of record: GitLogParser.Record
    ) -> (main: Set<String>, path: String?) {
      guard record.paths.count <= GitHistory.mostPathsOfWork else { return ([], nil) }
      var tally: [String: Int] = [:]
      var best: (path: [UInt8], count: Int)?
      for path in record.paths {
        let words = scanner.words(inPath: path)
        for word in words { tally[word, default: 0] += 1 }
        if words.count > best?.count ?? 0 { best = (path, words.count) }
      }
      return (
        Set(tally.filter { $0.value * 4 >= record.paths.count }.keys),
        best.map { Self.text($0.path[...]) }
      )
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
      String(decoding: Array(bytes), as: UTF8.self)
    }
  }
}
