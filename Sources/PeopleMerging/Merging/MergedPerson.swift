public import MailParsing

/// One person, role, bot or list: the identities held to be one, and why.
public struct MergedPerson: Sendable, Hashable {
  /// A name and address, and how many records show it.
  public struct Identity: Sendable, Hashable {
    /// The name and address exactly as sighted.
    public var address: Address
    /// Records that show it.
    public var count: Int

    /// Makes an identity.
    public init(address: Address, count: Int) {
      self.address = address
      self.count = count
    }
  }

  /// One step by which an identity came to the person.
  public struct Merge: Sendable, Hashable {
    /// The identity that was brought.
    public var identity: Address
    /// The identity it was brought to.
    public var with: Address
    /// The rule that says so.
    public var rule: MergeRule
    /// One sentence that says why, for people.
    public var because: String

    /// Makes a merge.
    public init(identity: Address, with: Address, rule: MergeRule, because: String) {
      self.identity = identity
      self.with = with
      self.rule = rule
      self.because = because
    }
  }

  /// The name to show: `.mailmap`'s, else the full name most often seen, else any, else the address.
  public var name: String
  /// Whether this is a human being.
  public var kind: SenderKind
  /// Every identity, the most often seen first, then by address and name; never empty.
  public var identities: [Identity]
  /// The steps that joined them, one fewer than there are identities.
  public var merges: [Merge]

  /// Records that show any of the identities.
  public var count: Int { identities.reduce(0) { $0 + $1.count } }

  /// Makes a person.
  public init(name: String, kind: SenderKind, identities: [Identity], merges: [Merge]) {
    self.name = name
    self.kind = kind
    self.identities = identities
    self.merges = merges
  }
}

/// The rules that bring identities together, the strongest first.
public enum MergeRule: String, Sendable, Hashable, Codable, CaseIterable {
  /// A user's decision.
  case decision
  /// A line of a `.mailmap`.
  case mailmap
  /// The same address.
  case sameAddress
  /// A list rewrote the sender, and Reply-To names the author.
  case mungedSender
  /// The same name, and an obscured address that may be the clear one.
  case obscuredAddress
  /// The same full name, unusual or borne out by the addresses.
  case sameName
  /// The same login before the `@`, and names that agree.
  case sameLogin
  /// A login that spells one full name.
  case spelledLogin
}
