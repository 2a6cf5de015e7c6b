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
  private let histories: [GitHistory]
  private let failures: [String]
  private let record: CheckRecord

  /// A plan is followed for this long, in seconds: two years.
  private static let horizon: Int64 = 2 * 366 * 86_400
  /// Having been there "from the beginning" allows for this long, in seconds: three months.
  private static let opening: Int64 = 92 * 86_400

  /// Reads every repository of `record` once, for what `inquiries` will ask.
  ///
  /// A repository that cannot be read is told in ``notes``; throws where the task is cancelled.
  init(_ record: CheckRecord, subject: CheckSubject, inquiries: [Inquiry]) async throws {
    self.record = record
    let wanted = Set(inquiries.flatMap(Self.stems))
    let person = GitPerson(subject)
    var histories: [GitHistory] = []
    var failures: [String] = []
    var notes: [String] = []
    for path in record.repositories {
      let repository = await GitRepository(at: path)
      switch repository.state {
      case .unreadable(let said): failures.append("\(path) cannot be read by git: \(said)")
      case .empty: notes.append("\(path) has no commit")
      case .readable(let isShallow):
        if isShallow { notes.append("\(path) is shallow: earlier commits are not in it") }
        do {
          let history = try await GitHistory(of: repository, person: person, wanted: wanted)
          if history.theirs.isEmpty { notes.append("\(path) has no commit by \(subject.name)") }
          histories.append(history)
        } catch let failure as GitCommand.Failure {
          failures.append("\(path) cannot be read by git: \(failure.said)")
        } catch let error where !(error is CancellationError) {
          failures.append("\(path) cannot be read by git: \(error)")
        }
      }
    }
    self.histories = histories
    self.failures = failures
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
    guard !histories.isEmpty else {
      return failures.isEmpty
        ? silent("the repositories have no commit")
        : [Finding(id, .failed, because: failures.joined(separator: "; "))]
    }
    let findings = histories.flatMap { history in
      switch claim.kind {
      case .contribution: work(inquiry, history)
      case .intent: plan(inquiry, history)
      case .role: role(inquiry, history)
      default: tenure(inquiry, history)
      }
    }
    guard findings.isEmpty else { return findings }
    if claim.kind == .role { return notApplicable("commits show work, not a position") }
    let people = histories.allSatisfy(\.theirs.isEmpty)
    return silent(
      people
        ? "the repositories have no commit by the author" : "no commit by the author speaks to it")
  }

  // MARK: Questions

  private func work(_ inquiry: Inquiry, _ history: GitHistory) -> [Finding] {
    let project = projectStems(inquiry, history)
    let topics = GitTopic.topics(of: inquiry, in: history, project: project)
    let upTo = inquiry.writtenAt?.secondsSinceEpoch ?? .max
    let quality = Self.qualities(in: inquiry)
    let evidence = topics.map { topic in
      GitEvidence("“\(topic.phrase)”", terms: topic.terms, in: history) { commit in
        isWithin(commit, .min...upTo)
          && (topic.isMet(by: commit) || Self.isWhole(topic, project))
      }
    }
    let found = zip(topics, evidence).filter { !$1.theirs.isEmpty }
    let isPartial =
      found.count < topics.count || !quality.isEmpty || inquiry.claim.topics.isEmpty
      || !Vocabulary.leading.isDisjoint(with: inquiry.stems)
    let also = Set(inquiry.topics.flatMap(\.terms).flatMap { $0.alternatives.joined() })
      .subtracting(project).union(quality)
    return found.map { topic, evidence in
      Finding(
        id, .supports, specificity: topic.terms.isEmpty ? .general : .specific, keeper: .others,
        // Commits to all of a project show work on it, however many there are.
        shows: topic.terms.isEmpty ? min(evidence.shows, .did) : evidence.shows,
        isPartial: isPartial,
        because: evidence.because + (isPartial ? ", which is a part of what is claimed" : ""),
        citations: evidence.citations(also: also))
    }
  }

  private func plan(_ inquiry: Inquiry, _ history: GitHistory) -> [Finding] {
    guard let written = inquiry.writtenAt?.secondsSinceEpoch else { return [] }
    let project = projectStems(inquiry, history)
    return GitTopic.topics(of: inquiry, in: history, project: project).compactMap { topic in
      let evidence = GitEvidence("“\(topic.phrase)”", terms: topic.terms, in: history) { commit in
        isWithin(commit, written + 1...written + Self.horizon) && topic.isMet(by: commit)
      }
      guard !evidence.theirs.isEmpty else { return nil }
      return Finding(
        .intent, .supports, specificity: .specific, keeper: .others, isPartial: true,
        because: "after the statement: " + evidence.because, citations: evidence.citations())
    }
  }

  private func role(_ inquiry: Inquiry, _ history: GitHistory) -> [Finding] {
    let names = projectStems(inquiry, history).subtracting(Words.stems(of: "project"))
    guard !names.isDisjoint(with: inquiry.stems) else { return [] }
    return involvement(inquiry, history).map {
      [finding(on: $0, .general, isPartial: true, ", which is work, not a position")]
    } ?? []
  }

  private func tenure(_ inquiry: Inquiry, _ history: GitHistory) -> [Finding] {
    guard let evidence = involvement(inquiry, history),
      let from = evidence.theirs.first?.authoredAt,
      let to = evidence.theirs.last?.authoredAt, let opened = history.commits.first?.authoredAt
    else { return [] }
    let isOnProject = !projectStems(inquiry, history).isDisjoint(with: inquiry.stems)
    let part = isOnProject ? "" : ", which is work, not employment"
    if let months = inquiry.claim.period?.months {
      let measured = to.month - from.month + 1
      guard measured * 10 >= months * 9 else { return [] }
      return [finding(on: evidence, .dates, isPartial: !isOnProject, part)]
    }
    if isOnProject, !Vocabulary.origin.isDisjoint(with: inquiry.stems) {
      guard from.secondsSinceEpoch - opened.secondsSinceEpoch <= Self.opening else { return [] }
      return [
        finding(
          on: evidence, .dates, isPartial: false,
          ", the history opens on \(GitEvidence.day(opened))")
      ]
    }
    if let start = inquiry.claim.period?.start {
      guard from.month <= start.lastMonth + 6, to.month >= start.firstMonth else {
        return []
      }
      return [finding(on: evidence, .dates, isPartial: !isOnProject, part)]
    }
    return isOnProject ? [finding(on: evidence, .general, isPartial: true, "")] : []
  }

  // MARK: Parts

  /// All that the person committed by the time of the statement; nil where that is nothing.
  private func involvement(_ inquiry: Inquiry, _ history: GitHistory) -> GitEvidence? {
    let upTo = inquiry.writtenAt?.secondsSinceEpoch ?? .max
    let evidence = GitEvidence("the project", terms: [], in: history) {
      isWithin($0, .min...upTo)
    }
    return evidence.theirs.isEmpty ? nil : evidence
  }

  private func finding(
    on evidence: GitEvidence, _ specificity: Finding.Specificity, isPartial: Bool,
    _ addition: String
  ) -> Finding {
    Finding(
      id, .supports, specificity: specificity, keeper: .others, isPartial: isPartial,
      because: evidence.because + addition, citations: evidence.citations())
  }

  private func isWithin(_ commit: GitHistory.Commit, _ range: ClosedRange<Int64>) -> Bool {
    let second = commit.authoredAt.secondsSinceEpoch
    return range.contains(second) && second >= record.since?.secondsSinceEpoch ?? .min
      && second <= record.until?.secondsSinceEpoch ?? .max
  }

  /// Stems of the names the repository's project goes by: its folder's, and those of the projects
  /// that the statement is about, where the repository says them.
  private func projectStems(_ inquiry: Inquiry, _ history: GitHistory) -> Set<String> {
    let folder = history.repository.split(separator: "/").last { $0 != ".git" && $0 != "." } ?? ""
    let named = inquiry.projects.flatMap { Words.stems(of: $0) }.filter {
      history.share(of: [$0]) >= 0.02
    }
    return Words.stems(of: String(folder)).subtracting(["git"]).union(named)
      .union(Words.stems(of: "project"))
  }

  /// Whether a topic is the project itself.
  private static func isWhole(_ topic: GitTopic, _ project: Set<String>) -> Bool {
    topic.terms.isEmpty && !Words.stems(of: topic.phrase).isDisjoint(with: project)
  }

  private static func qualities(in inquiry: Inquiry) -> Set<String> {
    let stems = inquiry.stems
    return Vocabulary.qualities.map(\.words).filter { !$0.isDisjoint(with: stems) }
      .reduce(into: []) { $0.formUnion($1) }
  }

  /// Every stem that an inquiry may ask a history for.
  private static func stems(of inquiry: Inquiry) -> [String] {
    inquiry.topics.flatMap(\.terms).flatMap { $0.alternatives.joined() }
      + inquiry.projects.flatMap { Words.stems(of: $0) } + qualities(in: inquiry)
  }
}
