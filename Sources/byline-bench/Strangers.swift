import ArchiveStorage
import ArgumentParser
import ClaimChecking
import ClaimExtraction
import Foundation
import MailParsing
import ResumeReading

/// Holds labelled statements against authors of a history who did not write them, and against those
/// who did.
struct Strangers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Counts claims that the commits of strangers bear out, and those of their own authors.",
    discussion: """
      Statements that name the project are taken from folders of text/NAME.txt with labels/NAME.json, \
      NAME as CYCLE__OFFICE__AUTHOR; each is dated two weeks before the cycle opens. Strangers are persons \
      with enough commits who share neither name nor address with the author. Claims are those that were \
      marked by hand and, apart from them, those that are found.
      """)

  @Argument(help: "Folders of labelled statements.")
  var folders: [String]

  @Option(help: "The repository.")
  var git: String

  @Option(help: "The project's name, as statements say it.")
  var project: String

  @Option(help: "Authors need as many commits; for their own statements, before these.")
  var commits = 50

  @Option(help: "How many strangers to hold against each statement; 0 for all.")
  var strangers = 40

  @Option(help: "Chooses the strangers.")
  var seed: UInt64 = 1

  @Option(help: "A folder to keep what git printed.")
  var cache: String?

  @Flag(help: "Show each claim of a stranger that is borne out.")
  var show = false

  @Flag(help: "Show what is found on the claims of their own authors.")
  var showOwn = false

  @Flag(help: "Take the claims marked by hand alone.")
  var marked = false

  func run() async throws {
    let statements = try folders.flatMap(TrialStatement.all).filter { $0.names(project) }
    for name in marked ? ["marked"] : ["marked", "found"] {
      let claims = statements.map { name == "marked" ? $0.marked : $0.found }
      let trial = try await GitTrial(
        of: git, cacheFolder: cache,
        statements: zip(statements, claims).map { ($0.statement, $1) })
      try await run(trial, statements, claims: name)
    }
  }

  private func run(
    _ trial: GitTrial, _ statements: [TrialStatement], claims name: String
  ) async throws {
    let candidates = trial.authors.filter { $0.isPerson && $0.instants.count >= commits }
    var others = Count()
    var own = Count()
    var covered = Count()
    var ownStatements = 0
    for (index, statement) in statements.enumerated() {
      var random = SeededGenerator(seed: seed, stream: statement.name)
      var strangers = candidates.filter { !statement.mayBe($0) }
      strangers.shuffle(using: &random)
      for stranger in self.strangers == 0 ? strangers[...] : strangers.prefix(self.strangers) {
        for (claim, findings, verdict) in try await trial.check(statement: index, as: stranger) {
          others.add(claim, findings, verdict)
          if show, verdict.kind == .corroborated {
            print("\(stranger.name) | \(statement.name) | \(Self.line(claim)) | \(verdict.because)")
          }
        }
      }
      let before = statement.statement.writtenAt?.secondsSinceEpoch ?? .max
      guard
        let author = candidates.first(where: {
          statement.isBy($0) && $0.instants.prefix { $0 <= before }.count >= commits
        })
      else { continue }
      ownStatements += 1
      for (claim, findings, verdict) in try await trial.check(statement: index, as: author)
      where statement.isAbout(project, claim) {
        own.add(claim, findings, verdict)
        if trial.covers(claim, writtenAt: statement.statement.writtenAt) {
          covered.add(claim, findings, verdict)
        }
        if showOwn { Self.show(author.name, claim, findings, verdict) }
      }
    }
    print(
      """
      claims \(name): \(statements.count) statements, \(candidates.count) authors of \(commits) commits
        strangers: \(others)
        their own (\(ownStatements) statements): \(own)
        of these, own work of a time that the history holds: \(covered)
      """)
  }

  private static func show(
    _ author: String, _ claim: Claim, _ findings: [Finding], _ verdict: Verdict
  ) {
    guard claim.kind == .contribution else { return }
    print("\(verdict.kind.rawValue) | \(author) | \(line(claim)) | \(verdict.because)")
    for finding in findings where finding.outcome == .supports {
      for case .commit(let commit) in finding.citations {
        print("    \(commit.commit.prefix(10)) \(commit.subject) | \(commit.path ?? "")")
      }
    }
  }

  private static func line(_ claim: Claim) -> String {
    let words = claim.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(claim.kind.rawValue) \(claim.strength?.rawValue ?? "") “\(words)” \(claim.topics)"
  }
}

/// How claims came out.
private struct Count: CustomStringConvertible {
  private var claims = 0
  private var corroborated = 0
  private var contributions = 0
  private var corroboratedContributions = 0
  private var partly = 0
  private var withCommits = 0

  mutating func add(_ claim: Claim, _ findings: [Finding], _ verdict: Verdict) {
    claims += 1
    if verdict.kind == .corroborated { corroborated += 1 }
    if verdict.kind == .partlyCorroborated { partly += 1 }
    guard claim.kind == .contribution else { return }
    contributions += 1
    if verdict.kind == .corroborated { corroboratedContributions += 1 }
    if findings.contains(where: { $0.outcome == .supports && $0.specificity == .specific }) {
      withCommits += 1
    }
  }

  var description: String {
    "\(claims) claims, \(corroborated) corroborated (\(percent(corroborated, claims))), \(partly) in part; "
      + "\(contributions) contributions, \(corroboratedContributions) corroborated "
      + "(\(percent(corroboratedContributions, contributions))), \(withCommits) with specific commits "
      + "(\(percent(withCommits, contributions)))"
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    let tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
