/// Work that records show of a person and that neither statement nor résumé names.
public struct UnclaimedWork: Sendable, Hashable {
  /// What the records are; raw values are the words of `byline.report/1`.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Posts that send, propose, announce or ask for review of work.
    case patch, proposal, announcement, review
    /// Others' posts that thank the person.
    case thanks
    /// Commits to a part of a repository.
    case commits
  }
  /// What the records are.
  public var kind: Kind
  /// What it was about: the subject of a thread without its tags, or a folder of a repository.
  public var topic: String
  /// When the first record was made, RFC 3339.
  public var from: String
  /// When the last was.
  public var to: String
  /// How many records there are.
  public var recordCount: Int
  /// Some of them, in order of time; never empty.
  public var citations: [Citation]

  /// Makes an item.
  public init(
    kind: Kind, topic: String, from: String, to: String, recordCount: Int, citations: [Citation]
  ) {
    self.kind = kind
    self.topic = topic
    self.from = from
    self.to = to
    self.recordCount = recordCount
    self.citations = citations
  }
}
