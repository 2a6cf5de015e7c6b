/// Obscures mail addresses and telephone numbers, so that a report can be passed on.
///
/// An address keeps its first letter and its domain, which tells an affiliation: `a…@example.org`. A
/// telephone number keeps nothing. Redacting twice gives the same text as redacting once, and a text
/// read again from the archive is compared after the same redaction.
public struct Redaction: Sendable, Hashable {
  /// False leaves every text as it is.
  public var isOn: Bool

  /// Makes a redaction, on unless told otherwise.
  public init(isOn: Bool = true) { self.isOn = isOn }

  /// The text with addresses and telephone numbers obscured. Linear in the text.
  public func text(_ text: String) -> String {
    guard isOn else { return text }
    return TelephoneRedaction.text(AddressRedaction.text(text))
  }
}
