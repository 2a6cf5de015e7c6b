public import ArchiveStorage
import MailParsing

/// Do the person's commits show what is claimed?
///
/// A commit is on a claim's topic where its subject or the paths it is mainly about name the topic's
/// rarest word, and message or paths say the rest; words that every commit of the repository says
/// tell nothing. Only commits authored before the statement count, for plans only those after it.
///
/// Commits show work, not employment, office or leadership, nor that something became faster: what
/// claims those is shown in part.
public struct GitProbe: Probe {
  /// Names the probe in findings; on plans it answers as ``Finding/Probe/intent``.
  public let id = Finding.Probe.git
  /// What to know of the repositories.
  let notes: [String]
  /// Other people of the person's name, where nothing settles which of them is meant.
  let namesakes: [String]
  private let views: [View]
  private let failures: [String]
  private let record: CheckRecord

  /// A history, its people, and who of them the person is.
  private struct View {
    var history: GitHistory
    var people: GitPeople
    var person: GitIdentity

    func evidence(_ topic: GitTopic, _ commits: CommitSet) -> GitEvidence {
      GitEvidence(topic, in: history, commits: commits, of: person, among: people)
    }

    /// The commits on a topic; nil for a topic that has no word to look for and is not the project.
    func evidence(
      on topic: GitTopic, within time: CommitSet, project: Set<String>
    ) -> GitEvidence? {
      guard topic.terms.isEmpty else {
        return evidence(topic, topic.commits(in: history).intersection(time))
      }
      return topic.isProject(project) ? evidence(topic, time) : nil
    }
  }

  /// A plan is followed for this long, in seconds: two years.
  private static let horizon: Int64 = 2 * 366 * 86_400
  /// Having been there "from the beginning" allows for this long, in seconds: three months.
  private static let opening: Int64 = 92 * 86_400

  /// Reads every repository of `record` once, for what `inquiries` will ask.
  ///
  /// A repository that cannot be read is told in ``notes``; throws where the task is cancelled.
  init(_ record: CheckRecord, subject: CheckSubject, inquiries: [Inquiry]) async throws {
    let git = try await GitRecord(
      record.repositories, wanted: Set(inquiries.flatMap(Self.stems)),
      cache: GitLogCache(folder: record.cacheFolder))
    let addresses = subject.identities.filter { !$0.email.isEmpty }
    self.init(
      record, git, subject: subject,
      people: git.histories.map { GitPeople(of: $0, with: addresses) })
  }

  /// Asks histories that were read, of whose people `people` tells.
  init(_ record: CheckRecord, _ git: GitRecord, subject: CheckSubject, people: [GitPeople]) {
    self.record = record
    views = zip(git.histories, people).map { history, people in
      View(history: history, people: people, person: GitIdentity(subject, in: history, people))
    }
    var notes = git.notes
    for view in views where view.person.written.isEmpty && view.person.namesakes.isEmpty {
      notes.append("\(view.history.repository) has no commit by \(subject.name)")
    }
    failures = git.failures
    namesakes = views.flatMap(\.person.namesakes)
    self.notes = failures + notes
  }

  /// What the commits show; a finding for each repository and topic that speaks, else one.
  public func examine(_ inquiry: Inquiry) async throws -> [Finding] {
    let claim = inquiry.claim
    switch claim.kind {
    case .contribution, .tenure, .role, .intent: break
    case .event, .credential, .candidacy: return notApplicable("commits do not tell of it")
    }
    guard claim.actor != .other else {
      return notApplicable("the claim is of somebody else's work")
    }
    guard !record.repositories.isEmpty else { return notAvailable("no repository was given") }
    guard !views.isEmpty else {
      return failures.isEmpty
        ? silent("the repositories have no commit")
        : [Finding(id, .failed, because: failures.joined(separator: "; "))]
    }
    let findings = views.flatMap { view in
      switch claim.kind {
      case .contribution: work(inquiry, view)
      case .intent: plan(inquiry, view)
      case .role: role(inquiry, view)
      default: tenure(inquiry, view)
      }
    }
    guard findings.isEmpty else { return findings }
    if claim.kind == .role { return notApplicable("commits show work, not a position") }
    let isAbsent = views.allSatisfy(\.person.written.isEmpty)
    return silent(
      isAbsent
        ? "the repositories have no commit by the author" : "no commit by the author speaks to it")
  }

  /// What the histories show of the person that nothing said names.
  func gatherUnclaimed(
    _ said: SaidWords, _ bounds: Range<Int64>, into records: inout UnclaimedRecords
  ) {
    for view in views {
      UnclaimedCommits(history: view.history, person: view.person, said: said, bounds: bounds)
        .gather(into: &records)
    }
  }

  // MARK: Questions

  private func work(_ inquiry: Inquiry, _ view: View) -> [Finding] {
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
        ? around.isOwn(in: evidence.topic.phrase) : evidence.isTelling
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
  private func time(of inquiry: Inquiry, _ history: GitHistory) -> CommitSet {
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

  private func plan(_ inquiry: Inquiry, _ view: View) -> [Finding] {
    guard let written = inquiry.writtenAt?.secondsSinceEpoch else { return [] }
    let history = view.history
    let project = Self.projectStems(GitProject(inquiry, in: history))
    let time = history.commits(in: bounds(written + 1...written + Self.horizon))
    return GitTopic.topics(of: inquiry, in: history, project: project).compactMap { topic in
      let evidence = view.evidence(topic, topic.commits(in: history).intersection(time))
      guard !evidence.theirs.isEmpty else { return nil }
      let told = evidence.told()
      return Finding(
        .intent, .supports, specificity: .specific, keeper: .others, isPartial: true,
        because: "after the statement: " + told.because, citations: told.citations)
    }
  }

  private func role(_ inquiry: Inquiry, _ view: View) -> [Finding] {
    guard GitProject(inquiry, in: view.history).isHeld(in: inquiry.claim.quote) else { return [] }
    // Of a post held for some time, work of that time tells.
    return involvement(inquiry, view, within: time(of: inquiry, view.history)).map {
      [finding(on: $0, .general, isPartial: true, ", which is work, not a position")]
    } ?? []
  }

  private func tenure(_ inquiry: Inquiry, _ view: View) -> [Finding] {
    let project = GitProject(inquiry, in: view.history)
    let quote = inquiry.claim.quote
    let isOnProject = project.isNamed(in: quote)
    guard isOnProject || project.isUnderstood(in: quote),
      let evidence = involvement(inquiry, view), let (from, to) = evidence.span,
      let opened = view.history.commits.first?.authoredAt
    else { return [] }
    let isWhole = isOnProject && project.isOwn(in: quote)
    let part = isOnProject ? "" : ", which is work, not employment"
    if let months = inquiry.claim.period?.months {
      let measured = to.month - from.month + 1
      guard measured * 10 >= months * 9 else { return [] }
      let isClose = measured * 10 <= months * 13
      return [finding(on: evidence, .dates, isPartial: !isWhole || !isClose, part)]
    }
    if let start = inquiry.claim.period?.start {
      guard from.month <= start.lastMonth + 6, to.month >= start.firstMonth else {
        return []
      }
      // Who was there long before does not say "since then".
      let isClose = from.month >= start.firstMonth - 6
      return [finding(on: evidence, .dates, isPartial: !isWhole || !isClose, part)]
    }
    guard isOnProject else { return [] }
    if !Vocabulary.origin.isDisjoint(with: inquiry.stems) || Self.saysEarlyDays(quote) {
      guard view.history.isWhole, from.secondsSinceEpoch - opened.secondsSinceEpoch <= Self.opening
      else { return [] }
      return [
        finding(
          on: evidence, .dates, isPartial: !isWhole,
          ", the history opens on \(GitEvidence.day(opened))")
      ]
    }
    // Commits of a few months are no "many years".
    let saysYears = Words.of(quote).contains { $0.whole == "years" }
    guard !saysYears || to.month - from.month >= 12 else { return [] }
    return [finding(on: evidence, .general, isPartial: true, "")]
  }

  // MARK: Parts

  /// All that the person committed by the time of the statement, or within `time`; nil where that is
  /// nothing.
  private func involvement(
    _ inquiry: Inquiry, _ view: View, within time: CommitSet? = nil
  ) -> GitEvidence? {
    let evidence = view.evidence(
      .project, time ?? view.history.commits(in: bounds(upTo: inquiry.writtenAt)))
    return evidence.theirs.isEmpty ? nil : evidence
  }

  private func finding(
    on evidence: GitEvidence, _ specificity: Finding.Specificity, isPartial: Bool,
    _ addition: String
  ) -> Finding {
    let told = evidence.told()
    return Finding(
      id, .supports, specificity: specificity, keeper: .others, isPartial: isPartial,
      telling: evidence.telling, because: told.because + addition, citations: told.citations)
  }

  private func bounds(upTo written: MailDate?) -> ClosedRange<Int64> {
    bounds(.min...(written?.secondsSinceEpoch ?? .max))
  }

  /// A time cut to the bounds of the records used.
  private func bounds(_ range: ClosedRange<Int64>) -> ClosedRange<Int64> {
    range.clamped(
      to: (record.since?.secondsSinceEpoch ?? .min)...(record.until?.secondsSinceEpoch ?? .max))
  }

  /// Stems of the words that name the repository's project.
  private static func projectStems(_ project: GitProject) -> Set<String> {
    project.stems.union(Words.stems(of: "project"))
  }

  private static func saysEarlyDays(_ text: String) -> Bool {
    let words = Words.of(text).map(\.whole)
    return zip(words, words.dropFirst()).contains { $0 == "early" && $1 == "days" }
  }

  private static func qualities(in inquiry: Inquiry) -> Set<String> {
    let stems = inquiry.stems
    return Vocabulary.qualities.map(\.words).filter { !$0.isDisjoint(with: stems) }
      .reduce(into: []) { $0.formUnion($1) }
  }

  /// The stems of a claim's words that are more than joints.
  private static func tellingStems(of claim: Claim) -> Set<String> {
    let words = Words.of(claim.quote).filter { !Vocabulary.empty.contains($0.whole) }
    return Set(words.flatMap { [$0.whole] + $0.parts }.map(WordStem.of))
  }

  /// Every stem that an inquiry may ask a history for.
  static func stems(of inquiry: Inquiry) -> [String] {
    inquiry.topics.flatMap(GitUnit.stems)
      + inquiry.projects.flatMap { Words.stems(of: $0) } + qualities(in: inquiry)
  }
}
