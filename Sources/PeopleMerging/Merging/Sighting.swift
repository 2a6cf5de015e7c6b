public import MailParsing

/// A name and address as some record shows it: a From field, an author line of git.
public struct Sighting: Sendable, Hashable {
  /// The name and address as shown.
  public var address: Address
  /// How many records show it.
  public var count: Int
  /// Where the same mails ask answers to go (Reply-To), or X-Original-From: for a sender that a list
  /// rewrote, the author's own address. Empty where that is not known.
  public var repliesTo: [Address]

  /// Makes a sighting.
  public init(_ address: Address, count: Int = 1, repliesTo: [Address] = []) {
    self.address = address
    self.count = count
    self.repliesTo = repliesTo
  }
}

/// What a user said about two identities; it outranks every rule.
public struct MergeDecision: Sendable, Hashable {
  /// What was said.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// They are one person.
    case same
    /// They are not, whatever rules say: a merge undone, and remembered.
    case different
  }
  /// What was said.
  public var kind: Kind
  /// One side. An empty name stands for every name with that address, an empty address for every
  /// address with that name.
  public var one: Address
  /// The other side, written in the same way.
  public var other: Address

  /// Makes a decision on two identities.
  public init(_ kind: Kind, _ one: Address, _ other: Address) {
    self.kind = kind
    self.one = one
    self.other = other
  }
}
