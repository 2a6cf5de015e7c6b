public import MailParsing

/// A person as the record knows them: every name and address, and why they are held to be one.
public struct Person: Sendable, Hashable {
  /// One address or name brought to a person, and the rule that brought it.
  public struct Merge: Sendable, Hashable, Codable {
    /// The name or address that was brought.
    public var with: String
    /// The rule that brought it, as a sentence.
    public var because: String

    /// Makes a merge.
    public init(with: String, because: String) {
      self.with = with
      self.because = because
    }
  }
  /// The record's own number for them; not stable between stores.
  public var id: Int64
  /// The name they write most often.
  public var name: String
  /// Every name and address seen, by number of messages, then by spelling.
  public var identities: [Address]
  /// Why the identities are held to be one person.
  public var merges: [Merge]
  /// Messages from them.
  public var messageCount: Int

  /// Makes a person.
  public init(
    id: Int64, name: String, identities: [Address], merges: [Merge], messageCount: Int
  ) {
    self.id = id
    self.name = name
    self.identities = identities
    self.merges = merges
    self.messageCount = messageCount
  }
}
