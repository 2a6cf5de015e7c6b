public import ArchiveStorage

/// One kind of record, asked one question about a claim.
///
/// A probe answers every claim: where the question does not arise, where there is no such record and
/// where it is silent, it says so, so that a reader sees what was looked at. It does not judge.
public protocol Probe: Sendable {
  /// Which record it asks.
  var id: Finding.Probe { get }
  /// What the record says on the claim; at least one finding. Throws only where the whole check
  /// cannot go on: a record that cannot be read is a finding of ``Finding/Outcome/failed``.
  func examine(_ inquiry: Inquiry) async throws -> [Finding]
}

extension Probe {
  /// A finding that no record of this kind was given.
  func notAvailable(_ because: String) -> [Finding] {
    [Finding(id, .notAvailable, because: because)]
  }

  /// A finding that the question does not arise.
  func notApplicable(_ because: String) -> [Finding] {
    [Finding(id, .notApplicable, because: because)]
  }

  /// A finding that the record was asked and has nothing.
  func silent(_ because: String) -> [Finding] { [Finding(id, .silent, because: because)] }
}
