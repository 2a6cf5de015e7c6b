public import ArchiveStorage
public import MailParsing

/// One claim under examination, with what its surroundings say of it.
///
/// "I also implemented the RPC support" names no project and "where I have been for 3 years" no
/// employer; the statement around them does, and so a probe is handed both.
public struct Inquiry: Sendable {
  /// The claim.
  public let claim: Claim
  /// Where it is made.
  public let statement: Statement
  /// What was worked on: the claim's topics, or where it has none, its own words.
  public let topics: [Topic]
  /// True where the topics are parts of an enumeration, each of which is claimed ("A, B and C"), and
  /// not names of one thing ("a driver for the tape robot", "the index that we call Shelf").
  public let claimsEveryTopic: Bool
  /// Names of the projects that the claim may be about, most specific first: the claim's own, then
  /// those that the statement as a whole is about.
  public let projects: [String]
  /// Those that the statement as a whole is about.
  let wholes: [String]
  /// The text of the claim's paragraph up to the claim, in which "there" and "where" find what they
  /// stand for.
  public let before: String
  /// When the statement was written; nil where that is not known.
  public var writtenAt: MailDate? { statement.writtenAt }

  /// Reads a claim in its statement.
  public init(_ claim: Claim, in statement: Statement, context: StatementContext) {
    self.claim = claim
    self.statement = statement
    self.before = context.paragraph(before: claim.range.lowerBound)
    wholes = context.projects
    let projects = ([claim.project].compactMap(\.self) + context.projects)
    var seen = Set<String>()
    self.projects = projects.filter { seen.insert($0.lowercased()).inserted }

    let phrases = claim.topics.isEmpty ? [claim.quote] : claim.topics
    let topics = phrases.map(Topic.init).filter { !$0.terms.isEmpty }
    let places = Self.places(of: claim.topics, in: claim.quote)
    // "the objects code in nova": what follows "in" says where, and is no second topic.
    let contained = zip(topics.indices, topics).filter { index, _ in
      topics.count == places.count && index > 0 && Self.isPlace(places[index].between)
    }.map(\.0)
    let kept = topics.indices.filter { !contained.contains($0) }.map { topics[$0] }
    self.topics = kept.isEmpty ? topics : kept
    self.claimsEveryTopic =
      self.topics.count > 1 && places.count == claim.topics.count
      && places.dropFirst().allSatisfy { Self.isEnumeration($0.between) }
  }

  /// The whole quote as stems.
  var stems: Set<String> { Words.stems(of: claim.quote) }

  /// What stands between each topic and the one before it, where all are found in order.
  private static func places(of topics: [String], in quote: String) -> [(
    topic: String, between: String
  )] {
    var places: [(topic: String, between: String)] = []
    var rest = quote[...]
    for topic in topics {
      guard let range = rest.firstRange(of: topic) else { return [] }
      places.append((topic, String(rest[..<range.lowerBound])))
      rest = rest[range.upperBound...]
    }
    return places
  }

  private static func isPlace(_ between: String) -> Bool {
    let words = between.lowercased().split { !$0.isLetter }
    return words.first == "in" && words.allSatisfy { $0 == "in" || $0 == "the" || $0 == "our" }
  }

  private static func isEnumeration(_ between: String) -> Bool {
    let words = between.lowercased().split { !$0.isLetter }
    guard between.contains(",") || between.contains("/") || !words.isEmpty else { return false }
    return words.allSatisfy {
      ["and", "the", "as", "well", "plus", "also", "a", "an", "our"].contains($0)
    }
  }
}
