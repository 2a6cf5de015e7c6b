package import ArchiveStorage
package import MailParsing
import PeopleMerging

/// Holds statements against authors who did not write them, to measure how readily commits are taken
/// for evidence.
///
/// The history is read once; each author is then asked as a claimant would be, by the git probe alone.
package struct GitTrial: Sendable {
  /// An author of the history.
  package struct Author: Sendable {
    /// The name to show.
    package var name: String
    /// Every name and address of theirs.
    package var identities: [Address]
    /// False for programs, lists and groups.
    package var isPerson: Bool
    /// When their commits were authored, in order, in seconds.
    package var instants: [Int64]
  }

  /// Every author of a commit, those with most commits first.
  package let authors: [Author]
  /// The months of the first and last commit.
  private let opened: Int?
  private let closed: Int?
  private let record: CheckRecord
  private let git: GitRecord
  private let people: [GitPeople]
  private let inquiries: [[Inquiry]]

  /// Reads the history of a repository for the claims of statements. Throws where it cannot be read.
  package init(
    of repository: String, cacheFolder: String?, statements: [(Statement, [Claim])]
  ) async throws {
    record = CheckRecord(repositories: [repository], cacheFolder: cacheFolder)
    inquiries = statements.map { statement, claims in
      let context = StatementContext(statement)
      return claims.map { Inquiry($0, in: statement, context: context) }
    }
    git = try await GitRecord(
      [repository], wanted: Set(inquiries.joined().flatMap(GitProbe.stems)),
      cache: GitLogCache(folder: cacheFolder))
    guard let history = git.histories.first else {
      throw GitCommand.Failure(said: (git.failures + git.notes).joined(separator: "; "))
    }
    opened = history.commits.first?.authoredAt.month
    closed = history.commits.last?.authoredAt.month
    let people = GitPeople(of: history)
    self.people = [people]
    authors = people.persons.indices.compactMap { number -> Author? in
      let places = people.commits(by: number).places
      guard !places.isEmpty else { return nil }
      let person = people.persons[number]
      return Author(
        name: person.name, identities: person.identities.map(\.address),
        isPerson: person.kind == .person,
        instants: places.map { history.commits[$0].authoredAt.secondsSinceEpoch })
    }
  }

  /// Whether the history could show a claim at all: it is of the author's work, alone or with others, and half
  /// of the time it names, or where it names none of the year before the statement, lies within the history.
  package func covers(_ claim: Claim, writtenAt: MailDate?) -> Bool {
    guard claim.actor != .other, let opened, let closed, let writtenAt else { return false }
    let last = min(claim.period?.end?.lastMonth ?? .max, writtenAt.month)
    let first = min(claim.period?.start?.firstMonth ?? last - 11, last)
    let held = min(last, closed) - max(first, opened) + 1
    return held * 2 >= last - first + 1
  }

  /// The claims of a statement as if an author had made them: what commits show, and the verdict
  /// on that alone.
  package func check(
    statement index: Int, as author: Author
  ) async throws -> [(claim: Claim, findings: [Finding], verdict: Verdict)] {
    let subject = CheckSubject(
      name: author.name, addresses: author.identities.map(\.email).filter { !$0.isEmpty })
    let probe = GitProbe(record, git, subject: subject, people: people)
    var checked: [(claim: Claim, findings: [Finding], verdict: Verdict)] = []
    for inquiry in inquiries[index] {
      let findings = try await probe.examine(inquiry)
      checked.append(
        (inquiry.claim, findings, VerdictPolicy.verdict(on: inquiry.claim, given: findings)))
    }
    return checked
  }
}
