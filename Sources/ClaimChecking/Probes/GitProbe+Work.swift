import ArchiveStorage
import MailParsing

// What the commits show of work that is claimed, and of what came of a plan.

extension GitProbe {
  /// A plan is followed for this long, in seconds: two years.
  private static let horizon: Int64 = 2 * 366 * 86_400

  func work(_ inquiry: Inquiry, _ view: View) -> [Finding] {
    let claim = inquiry.claim
    let history = view.history
    let around = GitProject(inquiry, in: history)
    // What a group elsewhere did is not what is done here under a word that both use.
    let isTalk = !Vocabulary.talking.isDisjoint(with: inquiry.stems)
    guard claim.actor != .group || around.isSubject && !isTalk else { return [] }
    let project = Self.projectStems(around)
    let topics = GitTopic.topics(of: inquiry, in: history, project: project)
    let quality = Self.qualities(in: inquiry)
    let time = time(of: inquiry, history)
    let evidence = topics.filter { topic in
      // "the lamp project" is not this one.
      !topic.terms.isEmpty || around.isNamed(in: topic.phrase) || around.isNamed(in: claim.quote)
    }.compactMap { view.evidence(on: $0, within: time, project: project) }
    let found = evidence.filter { !$0.isEmpty }
    let isPartial =
      found.count < topics.count || !quality.isEmpty || claim.topics.isEmpty
      || claim.actor == .group
      || !Vocabulary.leading.isDisjoint(with: inquiry.stems) || isTalk
    let also = Self.tellingStems(of: claim).subtracting(project).union(quality)
    // A commit that says what was done to a thing, or names another thing of the claim, sets its author
    // apart however many worked on the thing.
    let deeds = Self.deeds(in: inquiry.stems)
    let besides = inquiry.topics.filter { topic in
      !topic.isVague && !topic.terms.allSatisfy { project.contains(WordStem.of($0.word)) }
    }
    let isBegun = !Vocabulary.starting.isDisjoint(with: inquiry.stems)
    let presence = view.person.written.intersection(time).count
    return evidence.compactMap { evidence in
      let phrase = topics.count > 1 ? evidence.topic.phrase : nil
      if evidence.isEmpty {
        guard claim.actor == .group, presence > 0 else { return nil }
        return evidence.toldOfGroup(also: also, presence: presence).map { told in
          Finding(
            id, .supports, specificity: .specific, keeper: .others, isPartial: true, part: phrase,
            because: told.because + ", which is a group's work", citations: told.citations)
        }
      }
      let isWhole = evidence.topic.terms.isEmpty
      // A greater whole is more than this repository, and a part of it is shown.
      let isCovered =
        isWhole
        ? around.isOwn(in: evidence.topic.phrase)
        : evidence.isTelling
          || evidence.says(anyOf: deeds.subtracting(Words.stems(of: evidence.topic.phrase)))
          || evidence.names(anyOf: besides.filter { $0.phrase != evidence.topic.phrase })
      let part = isPartial || !isCovered
      let told = evidence.told(also: also, fromFirst: isBegun)
      return Finding(
        id, .supports, specificity: .specific, keeper: .others,
        shows: evidence.shows(claimed: isBegun), isPartial: part, part: phrase,
        telling: evidence.telling,
        because: told.because + (part ? ", which is a part of what is claimed" : ""),
        citations: told.citations)
    }
  }

  /// The commits of the time that a claim is about: half a year more than it names at either end, and of a
  /// post held no more; of a group's work that names none, the year before the statement, as a group tells
  /// of its last year.
  func time(of inquiry: Inquiry, _ history: GitHistory) -> CommitSet {
    let all = history.commits(in: bounds(upTo: inquiry.writtenAt))
    let period = inquiry.claim.period
    let slack = inquiry.claim.kind == .role ? 0 : 6
    var first = period?.start.map { $0.firstMonth - slack }
    let last = period?.end.map { $0.lastMonth + slack }
    if first == nil, inquiry.claim.actor == .group {
      first = inquiry.writtenAt.map { $0.month - 12 }
    }
    guard first != nil || last != nil else { return all }
    let months = (first ?? .min)...max(first ?? .min, last ?? .max)
    return CommitSet(all.places.filter { months.contains(history.commits[$0].authoredAt.month) })
  }

  func plan(_ inquiry: Inquiry, _ view: View) -> [Finding] {
    guard let written = inquiry.writtenAt?.secondsSinceEpoch else { return [] }
    let history = view.history
    let project = Self.projectStems(GitProject(inquiry, in: history))
    let time = history.commits(in: bounds(written + 1...written + Self.horizon))
    var topics = GitTopic.topics(of: inquiry, in: history, project: project)
    if topics.isEmpty, Vocabulary.talking.isDisjoint(with: inquiry.stems) {
      topics = GitTopic.pairs(in: inquiry.claim.quote, of: history, project: project)
    }
    return topics.compactMap { topic in
      let evidence = view.evidence(topic, topic.commits(in: history).intersection(time))
      guard !evidence.theirs.isEmpty else { return nil }
      let told = evidence.told()
      return Finding(
        .intent, .supports, specificity: .specific, keeper: .others, isPartial: true,
        because: "after the statement: " + told.because, citations: told.citations)
    }
  }

  /// Every word for what some words say was done.
  private static func deeds(in stems: Set<String>) -> Set<String> {
    Vocabulary.deeds.filter { !$0.isDisjoint(with: stems) }.reduce(into: []) { $0.formUnion($1) }
  }

  /// The stems of a claim's words that are more than joints.
  private static func tellingStems(of claim: Claim) -> Set<String> {
    let words = Words.of(claim.quote).filter { !Vocabulary.empty.contains($0.whole) }
    return Set(words.flatMap { [$0.whole] + $0.parts }.map(WordStem.of))
  }
}
