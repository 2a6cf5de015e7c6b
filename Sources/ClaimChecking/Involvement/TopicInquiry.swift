public import ArchiveStorage
import MailParsing

/// Asks posts and repositories who began a topic, carried it, reviewed it and was thanked for it.
///
/// Nothing is ranked: within each part people stand in the order of their first record.
public struct TopicInquiry: Sendable {
  /// Citations that one person's part shows at most.
  static let mostCitations = 5

  private let record: CheckRecord

  /// Asks these records, within their bounds. A résumé among them is not asked.
  public init(_ record: CheckRecord) { self.record = record }

  /// Who did what about a noun phrase. Reads each repository once, and at most 5,000 posts.
  ///
  /// A repository that cannot be read is told in the notes; throws where the task is cancelled or the
  /// store fails. A phrase without a telling word is about nothing, which a note says.
  public func history(of phrase: String) async throws -> TopicHistory {
    let topic = Topic(phrase)
    // Two words of any work may together name a thing ("the review tool"), one names none.
    guard !topic.terms.isEmpty, !topic.isVague || topic.terms.count > 1 else {
      let why =
        topic.terms.isEmpty
        ? "has no word to look for" : "is what any work is called, and names no topic"
      return TopicHistory(topic: phrase, involvements: [], notes: ["“\(phrase)” \(why)"])
    }
    let bounds =
      (record.since?.secondsSinceEpoch ?? .min)...(record.until?.secondsSinceEpoch ?? .max)
    var records: [[Deed]] = []
    var notes: [String] = []
    if let database = record.database {
      let mail = try MailDeeds(topic, in: database, bounds: bounds)
      records.append(mail.deeds)
      notes += mail.notes
    }
    let git = try await GitRecord(
      record.repositories, wanted: Set(topic.terms.flatMap { $0.alternatives.joined() }),
      cache: GitLogCache(folder: record.cacheFolder))
    for history in git.histories {
      records.append(GitDeeds(topic, in: history, bounds: bounds).deeds)
    }
    notes += git.failures + git.notes
    let people = try People(records.joined().map(\.who), in: record.database)
    // What a tracker or a program sends is nobody's deed.
    let deeds = records.flatMap { Self.withFirst(of: $0.filter { people.isSomebody($0.who) }) }
    return TopicHistory(topic: phrase, involvements: parts(of: deeds, people), notes: notes)
  }

  /// The deeds of one kind of record, and the first work among them as a beginning.
  private static func withFirst(of deeds: [Deed]) -> [Deed] {
    let work = deeds.filter { $0.part == .carried }
    guard var first = work.min(by: Deed.precedes) else { return deeds }
    first.part = .began
    return deeds + [first]
  }

  /// Gathers deeds by person and part.
  private func parts(of deeds: [Deed], _ people: People) -> [Involvement] {
    var groups: [Group: [Deed]] = [:]
    for deed in deeds.sorted(by: Deed.precedes) {
      groups[Group(part: deed.part, person: people.number(of: deed.who)), default: []].append(deed)
    }
    return groups.sorted { left, right in
      left.key.part == right.key.part
        ? Deed.precedes(left.value[0], right.value[0])
          || left.value[0].citation == right.value[0].citation && left.key.person < right.key.person
        : left.key.part.rank < right.key.part.rank
    }.map { Self.involvement($0.key.part, people.name(of: $0.key.person), $0.value) }
  }

  private struct Group: Hashable {
    var part: Involvement.Part
    var person: Int
  }

  private static func involvement(
    _ part: Involvement.Part, _ name: String, _ deeds: [Deed]
  ) -> Involvement {
    var seen = Set<String>()
    let deeds = deeds.filter { seen.insert($0.citation.key).inserted }
    // The first and the last, and between them those about little else.
    var chosen = Set([deeds.startIndex, deeds.endIndex - 1])
    let telling = deeds.indices.filter { deeds[$0].isNamedInSubject } + Array(deeds.indices)
    for index in telling where chosen.count < mostCitations { chosen.insert(index) }
    let commits = deeds.count { if case .commit = $0.citation { true } else { false } }
    return Involvement(
      part: part, name: name,
      addresses: Set(deeds.map(\.who.email).filter { !$0.isEmpty }).sorted(),
      from: deeds[0].at.rfc3339, to: deeds[deeds.count - 1].at.rfc3339, commitCount: commits,
      postCount: deeds.count - commits, citations: chosen.sorted().map { deeds[$0].citation })
  }
}

extension Involvement.Part {
  /// The order in which parts are told.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
