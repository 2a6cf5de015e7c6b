import ArchiveStorage
import Foundation
import MailParsing

/// The commits of a repository, and which of them say the words that claims ask for.
///
/// It is of nobody in particular: whose commits they are is asked afterwards (``GitPeople``), so that one
/// reading serves any number of people. Memory grows with the number of commits, not with what they
/// changed.
struct GitHistory: Sendable {
  /// A commit that is no merge.
  struct Commit: Sendable {
    /// The number of its author's name and address in ``GitHistory/identities``.
    var author: Int
    var authoredAt: MailDate
    var committedAt: MailDate
  }

  /// Somebody named at the end of a commit's message.
  struct Credit: Sendable {
    var commit: Int
    /// Their number in ``GitHistory/identities``.
    var identity: Int
    var part: GitTrailer.Part
  }

  /// The repository as the user named it.
  let repository: String
  /// By the time of authorship, then of committing, then by id.
  private(set) var commits: [Commit] = []
  /// Every name and address met, each once.
  private(set) var identities: [Address] = []
  /// Whom trailers name.
  private(set) var credits: [Credit] = []
  /// Commits that are somebody's work: no reverts, and of one change committed twice (a cherry-pick, a
  /// backport) the first.
  private(set) var work = CommitSet()
  /// Which commits say which words, and where.
  private(set) var words: GitWords
  /// Whether it goes back to the first commit, so that it can tell who began something.
  let isWhole: Bool
  /// What `.mailmap` says.
  let mailmap: String
  private let log: GitLog

  /// A commit of more paths is a mass change, whose paths tell nothing of a topic.
  static let mostPathsOfWork = 200

  /// Reads what git printed, for these stems. Linear in the print.
  init(_ log: GitLog, of repository: GitRepository, mailmap: String, wanted: Set<String>) {
    self.repository = repository.path
    isWhole = !repository.isShallow
    self.log = log
    self.mailmap = mailmap
    let wanted = wanted.union(Vocabulary.chores)
    self.words = GitWords(wanted)
    var reader = Reader(
      scanner: WordScanner(wanted), words: words, boundary: repository.boundary)
    reader.read(log)
    commits = reader.commits
    identities = reader.identities
    credits = reader.credits
    work = CommitSet(commits.indices).subtracting(reader.reverts).subtracting(reader.repeats)
    words = reader.words
  }

  /// The part of all commits that name all of these stems, 0…1.
  func share(of stems: [String]) -> Double {
    guard !commits.isEmpty else { return 0 }
    return Double(stems.map { words.naming($0).count }.min() ?? 0) / Double(commits.count)
  }

  /// Commits whose subject says that they are about the writing of code, where that is not asked for.
  func chores(besides units: [GitUnit]) -> CommitSet {
    let asked = Set(units.flatMap(\.runs).joined())
    return Vocabulary.chores.subtracting(asked).reduce(CommitSet()) {
      $0.union(words.commits(saying: $1, in: .subject))
    }
  }

  /// Commits authored and committed within some time: what was committed later is a later record, and
  /// what was authored earlier earlier work.
  func commits(in seconds: ClosedRange<Int64>) -> CommitSet {
    CommitSet(
      commits.indices.filter {
        seconds.contains(commits[$0].authoredAt.secondsSinceEpoch)
          && seconds.contains(commits[$0].committedAt.secondsSinceEpoch)
      })
  }
}

// MARK: - Reading

extension GitHistory {
  private struct Reader {
    var scanner: WordScanner
    var words: GitWords
    var commits: [Commit] = []
    var identities: [Address] = []
    var credits: [Credit] = []
    var reverts = CommitSet()
    var repeats = CommitSet()
    private var authors = ByteTable()
    /// The identity of each distinct author line and trailer.
    private var numbers: [Address: Int] = [:]
    private var authorNumbers: [Int] = []
    private var changeIDs = ByteTable()
    private let boundary: Set<String>

    init(scanner: WordScanner, words: GitWords, boundary: Set<String>) {
      self.scanner = scanner
      self.boundary = boundary
      self.words = words
    }

    mutating func read(_ log: GitLog) {
      let bytes = log.bytes.span
      commits.reserveCapacity(log.records.count)
      for (place, record) in log.records.enumerated() {
        commits.append(
          Commit(
            author: author(at: record.author, in: bytes), authoredAt: record.authoredAt,
            committedAt: record.committedAt))
        readMessage(of: record, at: place, in: bytes)
        if boundary.isEmpty || !boundary.contains(WordScanner.text(bytes, record.id)) {
          readPaths(of: record, at: place, in: bytes)
        }
        if place > 0, isRepeat(record, of: log.records[place - 1], at: place, in: bytes) {
          repeats.insert(place)
        }
      }
    }

    private mutating func author(at range: Range<Int>, in bytes: Span<UInt8>) -> Int {
      let number = authors.number(of: range, in: bytes)
      if number == authorNumbers.count {
        let parts = WordScanner.text(bytes, range).split(
          separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
        authorNumbers.append(
          identity(Address(name: String(parts[0]), email: String(parts.last ?? ""))))
      }
      return authorNumbers[number]
    }

    private mutating func identity(_ address: Address) -> Int {
      if let known = numbers[address] { return known }
      identities.append(address)
      numbers[address] = identities.count - 1
      return identities.count - 1
    }

    private mutating func readMessage(
      of record: GitLog.Record, at place: Int, in bytes: Span<UInt8>
    ) {
      var line = record.message.lowerBound
      var isSubject = true
      while line < record.message.upperBound {
        var end = line
        while end < record.message.upperBound, bytes[end] != 0x0A { end += 1 }
        readLine(line..<end, isSubject: isSubject, at: place, in: bytes)
        isSubject = false
        line = end + 1
      }
    }

    private mutating func readLine(
      _ line: Range<Int>, isSubject: Bool, at place: Int, in bytes: Span<UInt8>
    ) {
      if !isSubject, let trailer = GitTrailer(line, in: bytes) {
        readTrailer(trailer, at: place, in: bytes)
        return
      }
      if isSubject, GitTrailer.opens(line, with: "Revert \"", in: bytes) { reverts.insert(place) }
      let field: GitWords.Field = isSubject ? .subject : .body
      scanner.scan(line, of: bytes) { words.insert(place, saying: $0, in: field) }
    }

    private mutating func readTrailer(
      _ trailer: GitTrailer, at place: Int, in bytes: Span<UInt8>
    ) {
      switch trailer.kind {
      case .changeID:
        let known = changeIDs.count
        if changeIDs.number(of: trailer.value, in: bytes) < known { repeats.insert(place) }
      case .credit(let part):
        guard let who = GitTrailer.address(WordScanner.text(bytes, trailer.value)) else { return }
        let number = identity(who)
        if !credits.contains(where: {
          $0.commit == place && $0.identity == number && $0.part == part
        }) {
          credits.append(Credit(commit: place, identity: number, part: part))
        }
      case .other: break
      }
    }

    /// The stems of the paths a commit is mainly about, a quarter of them or more.
    private mutating func readPaths(
      of record: GitLog.Record, at place: Int, in bytes: Span<UInt8>
    ) {
      let changes = GitLog.changes(
        of: record, in: bytes, limit: GitHistory.mostPathsOfWork + 1)
      guard !changes.isEmpty, changes.count <= GitHistory.mostPathsOfWork,
        !GitLog.isMove(changes, in: bytes)
      else { return }
      var tally: [Int: Int] = [:]
      for change in changes {
        for stem in scanner.stems(inPath: change.path, of: bytes) { tally[stem, default: 0] += 1 }
      }
      for (stem, count) in tally where count * 4 >= changes.count {
        words.insert(place, saying: stem, in: .paths)
      }
    }

    /// Whether a commit has the author, the instant and the subject of the one before it.
    private func isRepeat(
      _ record: GitLog.Record, of other: GitLog.Record, at place: Int, in bytes: Span<UInt8>
    ) -> Bool {
      guard commits[place].author == commits[place - 1].author,
        record.authoredAt.secondsSinceEpoch == other.authoredAt.secondsSinceEpoch
      else { return false }
      return GitLog.subject(of: record, in: bytes) == GitLog.subject(of: other, in: bytes)
    }
  }
}

// MARK: - Details

extension GitHistory {
  /// What a citation shows of a commit.
  struct Detail {
    var id: String
    var subject: String
    var author: Address
    var paths: [String]
  }

  /// Reads a commit's details again from what git printed.
  func detail(of place: Int) -> Detail {
    let bytes = log.bytes.span
    let record = log.records[place]
    let paths = GitLog.changes(of: record, in: bytes, limit: Self.mostPathsOfWork)
      .map { WordScanner.text(bytes, $0.path) }
    return Detail(
      id: WordScanner.text(bytes, record.id), subject: subject(of: place),
      author: identities[commits[place].author], paths: paths)
  }

  /// The first line of a commit's message.
  func subject(of place: Int) -> String {
    GitLog.subject(of: log.records[place], in: log.bytes.span)
  }

  /// What a commit says, in order. Reads it again.
  func text(of place: Int) -> GitText {
    let bytes = log.bytes.span
    let record = log.records[place]
    let changes = GitLog.changes(of: record, in: bytes, limit: Self.mostPathsOfWork)
    return GitText(
      message: WordScanner.text(bytes, record.message),
      paths: changes.map { WordScanner.text(bytes, $0.path) })
  }

  /// Cites a commit, with the path that names most of the units.
  func citation(of place: Int, naming units: [GitUnit]) -> Citation {
    let detail = detail(of: place)
    let commit = commits[place]
    let paths = detail.paths.map { path in
      let stems = Words.stems(of: path)
      return (path: path, met: units.count { $0.isMet(by: stems) })
    }
    let best = paths.filter { $0.met > 0 }.max { ($0.met, $1.path) < ($1.met, $0.path) }
    return .commit(
      CommitCitation(
        repository: repository, commit: detail.id, path: best?.path, subject: detail.subject,
        author: "\(detail.author.name) <\(detail.author.email)>",
        authoredAt: commit.authoredAt.rfc3339, committedAt: commit.committedAt.rfc3339))
  }
}
