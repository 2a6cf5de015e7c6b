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
  struct View {
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

  // MARK: What the questions share

  func bounds(upTo written: MailDate?) -> ClosedRange<Int64> {
    bounds(.min...(written?.secondsSinceEpoch ?? .max))
  }

  /// A time cut to the bounds of the records used.
  func bounds(_ range: ClosedRange<Int64>) -> ClosedRange<Int64> {
    range.clamped(
      to: (record.since?.secondsSinceEpoch ?? .min)...(record.until?.secondsSinceEpoch ?? .max))
  }

  /// Stems of the words that name the repository's project.
  static func projectStems(_ project: GitProject) -> Set<String> {
    project.stems.union(Words.stems(of: "project"))
  }

  static func qualities(in inquiry: Inquiry) -> Set<String> {
    let stems = inquiry.stems
    return Vocabulary.qualities.map(\.words).filter { !$0.isDisjoint(with: stems) }
      .reduce(into: []) { $0.formUnion($1) }
  }

  /// Every stem that an inquiry may ask a history for.
  static func stems(of inquiry: Inquiry) -> [String] {
    GitTopic.phrases(of: inquiry).flatMap(GitUnit.stems)
      + inquiry.projects.flatMap { Words.stems(of: $0) } + qualities(in: inquiry)
  }
}
