/// A mailbox of RFC 5322 §3.4: a display-name and an addr-spec, either of which may be empty.
///
/// An address that an archiver obscured (`x at y.org`) is held restored; a name is held decoded.
public struct Address: Sendable, Hashable {
  /// The display-name, decoded and without quotes; empty where there is none.
  public var name: String
  /// The addr-spec as written, with an archiver's obscuring undone; empty where there is none.
  public var email: String

  /// Makes an address of its two parts.
  public init(name: String = "", email: String = "") {
    self.name = name
    self.email = email
  }
}
