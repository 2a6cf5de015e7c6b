import ArchiveStorage
import MailParsing
import Reporting
import TestSupport
import Testing

@testable import ClaimChecking

extension CheckResult {
  /// The result as a report, to be held against the rules that every report keeps.
  func report(on subject: CheckSubject) -> String {
    let dossier = Dossier(
      generatedAt: "2014-01-15T12:00:00Z",
      person: Person(
        id: 1, name: subject.name, identities: subject.identities, merges: merges, messageCount: 0),
      namesakes: namesakes, claims: claims, resume: nil, resumeDocument: nil,
      resumeFindings: resumeFindings, unclaimedWork: unclaimedWork, sources: [],
      coverage: DossierCoverage(months: 0, missing: [], messages: 0, defects: 0), notes: notes)
    return ReportJSON.text(of: dossier, redaction: Redaction(isOn: false))
  }

  /// The result, whose report keeps every rule.
  func keepingInvariants(
    _ subject: CheckSubject, sourceLocation: SourceLocation = #_sourceLocation
  ) -> CheckResult {
    ReportInvariants.expect(report(on: subject), sourceLocation: sourceLocation)
    return self
  }
}
