import ArchiveStorage
import ClaimExtraction
import Reporting

/// `byline.claims/1`: the claims of one text.
struct ClaimsDocument: Encodable {
  /// A file, or a stored post, which is named by its path and ids, and its claims.
  struct Source {
    var file: String
    var messageID: [String]?
    var claims: [Claim]
  }

  struct Item: Encodable {
    var id: String
    var quote: String
    var range: [Int]
    var kind: String
    var actor: String
    var strength: String?
    var topics: [String]
    /// What the vocabulary calls each topic.
    var topicNames: [String]
    var time: String?
    var period: Period?
    var project: String?
    var because: [String]?

    enum CodingKeys: CodingKey {
      case id, quote, range, kind, actor, strength, topics, topicNames, time, period, project,
        because
    }

    // The contract shows `strength`, `time` and `project` as null where there is none.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(quote, forKey: .quote)
      try container.encode(range, forKey: .range)
      try container.encode(kind, forKey: .kind)
      try container.encode(actor, forKey: .actor)
      try container.encode(strength, forKey: .strength)
      try container.encode(topics, forKey: .topics)
      if !topics.isEmpty { try container.encode(topicNames, forKey: .topicNames) }
      try container.encode(time, forKey: .time)
      try container.encodeIfPresent(period, forKey: .period)
      try container.encode(project, forKey: .project)
      try container.encodeIfPresent(because, forKey: .because)
    }
  }

  var schema = "byline.claims/1"
  var file: String
  var messageId: [String]?
  var claims: [Item]

  /// The claims of a text, their topics named by a vocabulary.
  init(_ source: Source, names: TopicVocabulary, explained: Bool) {
    file = source.file
    messageId = source.messageID
    claims = source.claims.enumerated().map { index, claim in
      Item(
        id: "c\(index + 1)", quote: claim.quote,
        range: [claim.range.lowerBound, claim.range.upperBound], kind: claim.kind.rawValue,
        actor: claim.actor.rawValue, strength: claim.strength?.rawValue, topics: claim.topics,
        topicNames: claim.topics.map(names.name), time: claim.time, period: claim.period,
        project: claim.project, because: explained ? claim.because : nil)
    }
  }

  /// The claims for people, a line each and what goes with it below.
  var text: String {
    var lines = ["\(file): \(counted(claims.count, "claim"))"]
    for claim in claims {
      let facts = [claim.kind, claim.actor, claim.strength].compactMap(\.self)
      lines.append(
        "  \(claim.id)  \(facts.joined(separator: ", ")): \(VisibleText.line(claim.quote))")
      if !claim.topics.isEmpty {
        let topics = zip(claim.topics, claim.topicNames).map { topic, name in
          name == TopicVocabulary().name(of: topic) ? topic : "\(topic) (\(name))"
        }
        lines.append("      topics: \(VisibleText.line(topics.joined(separator: "; ")))")
      }
      if let time = claim.time { lines.append("      time: \(VisibleText.line(time))") }
      for reason in claim.because ?? [] { lines.append("      \(VisibleText.line(reason))") }
    }
    return lines.joined(separator: "\n")
  }
}
