/// A claim as the record holds it, with what was found on it.
public struct StoredClaim: Sendable, Hashable, Identifiable {
  /// The record's own number for it; not stable between stores.
  public var id: Int64
  /// The message it was drawn from; nil for a document's.
  public var message: Int64?
  /// The claim itself.
  public var claim: Claim
  /// Who drew it.
  public var producer: Producer
  /// What the probes found, in the order they were given; empty where it was not checked.
  public var findings: [Finding]
  /// What the findings come to; nil where it was not checked, or a finding went since.
  public var verdict: Verdict?
}
