public import ArchiveStorage
import MailParsing

/// Holds claims against records: asks every probe about every claim, and the policy what that comes to.
///
/// Probes are asked in the order given and claims in the order of their statements and text, so that
/// two checks of the same input give the same result.
public struct ClaimChecker: Sendable {
  /// What makes findings and verdicts, for rows that are kept.
  public static let producer = Producer(name: "claim-checking", version: 1)

  private let probes: [any Probe]?

  /// Checks with `probes`, or with all that the records allow.
  public init(probes: [any Probe]? = nil) {
    self.probes = probes
  }

  /// Checks the claims of each statement.
  ///
  /// Reads each repository once. A record that cannot be read is told in the result's notes; throws
  /// only where the task is cancelled or the store fails.
  public func check(
    statements: [(Statement, [Claim])], subject: CheckSubject, record: CheckRecord
  ) async throws -> CheckResult {
    let resume = record.resume.map(ResumePassages.init)
    let employers = resume?.employers ?? []
    var inquiries: [Inquiry] = []
    for (statement, claims) in statements {
      let context = StatementContext(statement, employers: employers)
      for claim in claims.sorted(by: Self.inTextOrder) {
        inquiries.append(Inquiry(claim, in: statement, context: context))
      }
    }
    var notes: [String] = []
    var namesakes = subject.namesakes
    var unclaimed = UnclaimedRecords()
    var probes = self.probes ?? []
    if self.probes == nil {
      let git = try await GitProbe(record, subject: subject, inquiries: inquiries)
      notes = try RecordNotes.notes(on: record, of: subject) + git.notes
      namesakes += git.namesakes
      probes = [
        StatementProbe(), ResumeProbe(passages: resume, in: record, subject: subject),
        TimelineProbe(passages: resume),
        ArchiveProbe(record, subject: subject), ElectionProbe(record, subject: subject), git,
      ]
      if namesakes.isEmpty {
        let said = SaidWords(statements.map(\.0), resume: resume)
        let bounds = Self.bounds(of: record, statements.map(\.0))
        if let database = record.database, !bounds.isEmpty {
          try UnclaimedPosts(database: database, subject: subject, said: said, bounds: bounds)
            .gather(into: &unclaimed)
        }
        git.gatherUnclaimed(said, bounds, into: &unclaimed)
      }
    }

    var checked: [CheckedClaim] = []
    for (index, inquiry) in inquiries.enumerated() {
      var findings: [Finding] = []
      for probe in probes { findings += try await probe.examine(inquiry) }
      let verdict =
        namesakes.isEmpty
        ? VerdictPolicy.verdict(on: inquiry.claim, given: findings)
        : VerdictPolicy.unsettled(namesakes: [subject.name] + namesakes)
      checked.append(
        CheckedClaim(
          id: "c\(index + 1)", claim: inquiry.claim,
          citation: inquiry.statement.citation(of: inquiry.claim.range),
          statedAt: inquiry.writtenAt?.rfc3339, findings: findings, verdict: verdict))
    }
    let comparison = resume.map { ResumeComparison($0, inquiries: inquiries, checked: checked) }
    let result = CheckResult(
      claims: checked, resumeFindings: comparison?.findings ?? [],
      unclaimedWork: unclaimed.bounded(), namesakes: namesakes, merges: subject.merges,
      notes: notes)
    return try await result.withSignatures(record)
  }

  /// The seconds in which work counts as unclaimed: those of the record, and, where there is no résumé
  /// that might tell of later ones, those before the last statement's end.
  private static func bounds(of record: CheckRecord, _ statements: [Statement]) -> Range<Int64> {
    let start = record.since?.secondsSinceEpoch ?? .min
    var end = record.until?.secondsSinceEpoch ?? .max
    if record.resume == nil, let last = statements.compactMap(\.writtenAt?.secondsSinceEpoch).max()
    {
      end = min(end, last)
    }
    return start..<max(start, end == .max ? end : end + 1)
  }

  private static func inTextOrder(_ left: Claim, _ right: Claim) -> Bool {
    (left.range.lowerBound, left.range.upperBound, left.quote)
      < (right.range.lowerBound, right.range.upperBound, right.quote)
  }
}
