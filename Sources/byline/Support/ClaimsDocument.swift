import ArchiveStorage

/// `byline.claims/1`: the claims of one text.
struct ClaimsDocument: Encodable {
  struct Item: Encodable {
    var id: String
    var quote: String
    var range: [Int]
    var kind: String
    var actor: String
    var strength: String?
    var topics: [String]
    var time: String?
    var period: Period?
    var project: String?
    var because: [String]?

    enum CodingKeys: CodingKey {
      case id, quote, range, kind, actor, strength, topics, time, period, project, because
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

  /// The claims of a file, or of a stored post, which is named by its path and ids.
  init(file: String, messageID: [String]? = nil, claims: [Claim], explained: Bool) {
    self.file = file
    messageId = messageID
    self.claims = claims.enumerated().map { index, claim in
      Item(
        id: "c\(index + 1)", quote: claim.quote,
        range: [claim.range.lowerBound, claim.range.upperBound], kind: claim.kind.rawValue,
        actor: claim.actor.rawValue, strength: claim.strength?.rawValue, topics: claim.topics,
        time: claim.time, period: claim.period, project: claim.project,
        because: explained ? claim.because : nil)
    }
  }

  /// The claims for people, a line each and what goes with it below.
  var text: String {
    var lines = ["\(file): \(counted(claims.count, "claim"))"]
    for claim in claims {
      let facts = [claim.kind, claim.actor, claim.strength].compactMap(\.self)
      lines.append("  \(claim.id)  \(facts.joined(separator: ", ")): \(Terminal.line(claim.quote))")
      if !claim.topics.isEmpty {
        lines.append("      topics: \(Terminal.line(claim.topics.joined(separator: "; ")))")
      }
      if let time = claim.time { lines.append("      time: \(Terminal.line(time))") }
      for reason in claim.because ?? [] { lines.append("      \(Terminal.line(reason))") }
    }
    return lines.joined(separator: "\n")
  }
}
