import ArchiveStorage
import ResumeReading

extension Dossier {
  /// The claims that an entry of the résumé makes, or that a finding ties to it, by id in order.
  ///
  /// Quadratic in claims and entries, of which there are tens.
  func claimIDs(on entry: Resume.Entry) -> [String] {
    guard let path = resumeDocument?.path else { return [] }
    func isWithin(_ citation: Citation) -> Bool {
      guard case .document(let document) = citation, document.path == path else { return false }
      return document.range.overlaps(entry.range)
    }
    return claims.filter { claim in
      isWithin(claim.citation) || claim.findings.contains { $0.citations.contains(where: isWithin) }
    }.map(\.id)
  }
}
