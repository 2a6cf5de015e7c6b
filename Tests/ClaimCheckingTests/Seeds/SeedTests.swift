import ArchiveStorage
import Foundation
import MailParsing
import ResumeReading
import TestSupport
import Testing

@testable import ClaimChecking

@Suite("The seeds")
struct SeedTests {
  static func checkedByResume(
    database: ArchiveDatabase? = nil, repositories: [String] = []
  ) async throws -> CheckResult {
    let url = Checkout.root.appendingPathComponent("seeds/resume-chris-behrens.md")
    let resume = try await ResumeReader().read(Array(Data(contentsOf: url)), name: url.path)
    let document = Document(
      kind: .resume, path: "seeds/resume-chris-behrens.md", sha256: "", text: resume.text)
    let (statement, claims) = try SeedGold.statement()
    let subject = CheckSubject(name: "Chris Behrens")
    return try await ClaimChecker().check(
      statements: [(statement, claims)], subject: subject,
      record: CheckRecord(
        resume: .init(resume, in: document), repositories: repositories, database: database)
    ).keepingInvariants(subject)
  }

  @Test(
    "verdicts and relations with the résumé alone are the gold's", .enabled(if: SeedGold.isHere))
  func resumeAlone() async throws {
    let gold = try SeedGold.read()
    let result = try await Self.checkedByResume()
    #expect(result.claims.count == gold.claims.count)
    for row in gold.claims {
      guard
        let checked = result.claims.first(where: {
          Self.words($0.claim.quote) == Self.words(row.quote)
        })
      else {
        Issue.record("no claim \(row.quote)")
        continue
      }
      #expect(checked.verdict.kind == row.verdict, "\(row.quote): \(checked.verdict.because)")
      let supports = checked.findings.filter { $0.outcome == .supports && $0.probe != .statement }
      let relation = supports.compactMap { $0.specificity?.rawValue }.first ?? "none"
      if let expected = row.relation {
        #expect(relation == expected, "\(row.quote): \(supports.map(\.because))")
      }
      for entry in row.entries ?? []
      where entry.range(of: "[12][0-9]{3}-[01][0-9]$", options: .regularExpression) != nil {
        #expect(
          supports.contains { $0.because.contains(entry) },
          "\(row.quote): no \(entry): \(supports.map(\.because))")
      }
    }
  }

  @Test(
    "a store that holds the statement alone changes no verdict", .enabled(if: SeedGold.isHere))
  func statementAlone() async throws {
    let (statement, _) = try SeedGold.statement()
    let author = Address(name: "Chris Behrens", email: "chris@example.org")
    let written = try #require(statement.writtenAt)
    let post = Mail(
      from: author, subject: "TC candidacy", text: statement.text,
      day: written.secondsSinceEpoch / 86_400)
    let with = try await Self.checkedByResume(database: Mail.store([post]))
    let without = try await Self.checkedByResume()
    #expect(with.claims.map(\.verdict.kind) == without.claims.map(\.verdict.kind))
    let asked = with.claims.flatMap(\.findings).filter { $0.probe == .archive }
    #expect(asked.contains { $0.outcome == .silent })
    #expect(!asked.contains { $0.outcome == .supports })
  }

  @Test(
    "verdicts with the project's history are the gold's",
    .enabled(if: SeedGold.isHere && Corpus.unpacked("nova-history.git.tar.zst") != nil))
  func withHistory() async throws {
    let gold = try SeedGold.read()
    let folder = try #require(Corpus.unpacked("nova-history.git.tar.zst"))
    let result = try await Self.checkedByResume(repositories: [SeedGold.repository(in: folder)])
    var wrong: [String] = []
    for row in gold.claims {
      let checked = try #require(
        result.claims.first { Self.words($0.claim.quote) == Self.words(row.quote) })
      if checked.verdict.kind != row.withGit ?? row.verdict {
        wrong.append("\(row.quote): \(checked.verdict)")
      }
      let commits = checked.findings.flatMap(\.citations).compactMap { citation -> String? in
        if case .commit(let commit) = citation { commit.commit } else { nil }
      }
      for name in row.commits {
        #expect(
          commits.contains { $0.hasPrefix(name) }, "\(row.quote): no \(name) in \(commits)")
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("the résumé's own findings are the gold's", .enabled(if: SeedGold.isHere))
  func resumeFindings() async throws {
    let gold = try SeedGold.read()
    let result = try await Self.checkedByResume()
    for expected in gold.resumeFindings {
      let same = result.resumeFindings.filter { $0.kind == expected.kind }
      #expect(!same.isEmpty)
      if let entries = expected.entries {
        #expect(
          same.contains { found in entries.allSatisfy(found.entries.contains) },
          "\(same.map(\.entries))")
      }
    }
    let unsaid = result.resumeFindings.first { $0.kind == .silentInPost }?.because ?? ""
    for name in ["Ironic", "OnMetal", "XenSummit", "core reviewer", "TCT", "ScrumMaster"] {
      #expect(unsaid.contains(name), "\(unsaid)")
    }
  }

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}
