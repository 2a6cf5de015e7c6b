import ArchiveStorage
import TestSupport
import Testing

@testable import ClaimChecking

@Suite("Rules that every report keeps")
struct InvariantTests {
  private static let subject = CheckSubject(name: "Ida Quill", addresses: ["ida@example.org"])

  /// What probes can answer, in every keeping that the policy tells apart.
  private static let findings = [
    "statement supports publicAct", "archive supports publicAct partial",
    "git supports others specific led", "git supports others specific did of A",
    "git supports others specific took_part of B", "git supports others general partial of B",
    "git supports others specific led uncited", "election supports others specific",
    "archive supports others specific did", "archive supports others specific partial",
    "archive supports claimantAtTheTime specific partial", "archive supports claimant specific",
    "resume supports claimant general", "timeline supports arithmetic dates",
    "timeline contradicts arithmetic dates", "timeline contradicts arithmetic dates once",
    "intent supports others specific partial", "git silent", "git failed", "git notAvailable",
  ]

  private static func result(
    _ claims: [(Claim, [Finding])], _ subject: CheckSubject
  ) -> CheckResult {
    let checked = claims.enumerated().map { index, pair in
      CheckedClaim(
        id: "c\(index + 1)", claim: pair.0, citation: .invented(index, probe: .statement),
        statedAt: "2012-01-01T00:00:00Z", findings: pair.1,
        verdict: subject.namesakes.isEmpty
          ? VerdictPolicy.verdict(on: pair.0, given: pair.1)
          : VerdictPolicy.unsettled(namesakes: subject.namesakes))
    }
    return CheckResult(
      claims: checked, resumeFindings: [], namesakes: subject.namesakes, merges: [])
  }

  /// Every claim with no finding, with each, and with each two of them.
  private static func generated() throws -> [(Claim, [Finding])] {
    let findings = try findings.map(Finding.init(words:))
    var sets: [[Finding]] = [[]] + findings.map { [$0] }
    for (index, one) in findings.enumerated() {
      for other in findings[(index + 1)...] { sets += [[one, other], [other, one]] }
    }
    let kinds: [(Claim.Kind, Claim.Strength?)] = [
      (.contribution, .tookPart), (.contribution, .did), (.contribution, .led), (.role, nil),
      (.candidacy, nil), (.intent, nil),
    ]
    return kinds.flatMap { kind, strength in
      var claim = Claim(quote: "x", range: 0..<1, kind: kind, actor: .author)
      claim.strength = strength
      return sets.map { (claim, $0) }
    }
  }

  @Test("over every claim and every two findings")
  func everything() throws {
    let claims = try Self.generated()
    #expect(claims.count > 2000)
    _ = Self.result(claims, Self.subject).keepingInvariants(Self.subject)
  }

  @Test("while two people bear the name")
  func namesakes() throws {
    var subject = Self.subject
    subject.namesakes = ["Ida Quill, Turin"]
    _ = Self.result(try Self.generated(), subject).keepingInvariants(subject)
  }

  @Test(
    "and a report that breaks one is told",
    arguments: [
      ("git supports others specific did", Verdict.Kind.consistent, "more than consistent"),
      ("resume supports claimant specific", .corroborated, "that others kept"),
      ("git supports others specific took_part", .corroborated, "weakest part"),
      ("git supports others specific did partial", .corroborated, "that others kept"),
      ("timeline contradicts arithmetic dates once", .contradicted, "two readings"),
      ("git notAvailable", .notFound, "was asked"),
      ("git silent", .partlyCorroborated, "of the time"),
    ])
  func broken(finding: String, verdict: Verdict.Kind, words: String) throws {
    var claim = Claim(quote: "x", range: 0..<1, kind: .contribution, actor: .author)
    claim.strength = .did
    var result = Self.result([(claim, [try Finding(words: finding)])], Self.subject)
    result.claims[0].verdict.kind = verdict
    let broken = ReportInvariants.broken(in: result.report(on: Self.subject))
    #expect(broken.contains { $0.contains(words) }, "\(broken)")
  }

  @Test("later records and one origin twice are told")
  func brokenRecords() throws {
    var claim = Claim(quote: "x", range: 0..<1, kind: .contribution, actor: .author)
    claim.strength = .did
    var finding = try Finding(words: "git supports others specific did")
    finding.citations += finding.citations
    var result = Self.result([(claim, [finding])], Self.subject)
    result.claims[0].statedAt = "2010-01-01T00:00:00+02:00"
    let broken = ReportInvariants.broken(in: result.report(on: Self.subject))
    #expect(broken.contains { $0.contains("one origin") })
    #expect(broken.contains { $0.contains("nothing later") })
  }
}
