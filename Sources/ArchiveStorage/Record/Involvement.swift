/// What the records tell of the people behind a topic.
public struct TopicHistory: Sendable, Hashable {
  /// The topic as it was asked for.
  public var topic: String
  /// Who did what, part by part, within a part by the time of the first record.
  public var involvements: [Involvement]
  /// What to know of the records: a repository that is none, posts left unread.
  public var notes: [String]

  /// Makes a history.
  public init(topic: String, involvements: [Involvement], notes: [String]) {
    self.topic = topic
    self.involvements = involvements
    self.notes = notes
  }
}

/// One person's part in a topic, and the records that show it.
public struct Involvement: Sendable, Hashable {
  /// The parts a person can have; raw values are the words of `byline.who/1`.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The first commit of a repository, or the first post that sends or proposes work.
    case began
    /// Commits, and posts that send, propose or announce work.
    case carried
    /// A review named by a commit, or an answer to a post with a patch.
    case reviewed
    /// Named in thanks, or as who reported or suggested.
    case thanked
  }

  /// Which part it is.
  public var part: Part
  /// The name the person goes by, or an address where none is known.
  public var name: String
  /// Addresses met in the records, by spelling.
  public var addresses: [String]
  /// When the first record was made, RFC 3339.
  public var from: String
  /// When the last was.
  public var to: String
  /// Commits among the records.
  public var commitCount: Int
  /// Posts among them.
  public var postCount: Int
  /// Some of the records, the first and the last among them, in order of time; never empty.
  public var citations: [Citation]

  /// Makes a person's part.
  public init(
    part: Part, name: String, addresses: [String], from: String, to: String, commitCount: Int,
    postCount: Int, citations: [Citation]
  ) {
    self.part = part
    self.name = name
    self.addresses = addresses
    self.from = from
    self.to = to
    self.commitCount = commitCount
    self.postCount = postCount
    self.citations = citations
  }
}
