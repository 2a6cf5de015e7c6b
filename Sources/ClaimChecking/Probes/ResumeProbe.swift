public import ArchiveStorage
import ResumeReading

/// Does the claimant's résumé say the same, cover it, or keep silent?
///
/// What counts:
/// - **specific**: for work, a passage that names the topic, or an entry of the organisation meant
///   that names a part of it; for a role, the title at the organisation, or the title with the
///   project; for an event, its name, or the project's beginning where a beginning is claimed.
/// - **general**: for work, a passage that says what goes with the topic in the mail
///   (``TopicAssociations``), or names the project the claim is about; for a role, an entry of the
///   organisation under another title.
/// - Topics that say what any work is called ("features") give way to the words of the claim, and the
///   project's own name is a topic only where there is no other.
/// - A topic that is a number (a patent, a bug) is named or it is not: nothing covers it.
/// - Entries that begin after the statement was written do not count, and lists of skills do not.
/// - What a group did is covered by what the résumé says of its owner, in part and never by name.
/// - Lengths of time are not asked here, but of the ``TimelineProbe``.
public struct ResumeProbe: Probe {
  /// Names the probe in findings.
  public let id = Finding.Probe.resume
  private let resume: ResumePassages?
  let record: CheckRecord
  let subject: CheckSubject

  /// Asks a record's résumé, as read into `passages`, or says that there is none.
  init(passages: ResumePassages?, in record: CheckRecord, subject: CheckSubject) {
    resume = passages
    self.record = record
    self.subject = subject
  }

  /// What the résumé says on the claim; one finding.
  public func examine(_ inquiry: Inquiry) async throws -> [Finding] {
    guard let resume else { return notAvailable("no résumé was given") }
    let claim = inquiry.claim
    guard claim.actor != .other else { return notApplicable("a résumé speaks of its owner only") }
    let findings = try answers(to: Question(inquiry, resume))
    return claim.actor == .group ? findings.map(Self.ownPart) : findings
  }

  private func answers(to question: Question) throws -> [Finding] {
    let claim = question.inquiry.claim
    switch claim.kind {
    case .contribution: return try work(question)
    case .role: return role(question)
    case .tenure where claim.period?.months != nil:
      return notApplicable("a length of time is asked of the résumé's dates")
    case .tenure, .event: return presence(question)
    case .credential: return credential(question)
    case .candidacy: return candidacy(question)
    case .intent: return notApplicable("a résumé tells what was, not what was planned")
    }
  }

  /// What a résumé says of something that a group did: it covers the owner's part, and names no group's.
  private static func ownPart(_ finding: Finding) -> Finding {
    guard finding.outcome == .supports else { return finding }
    var part = finding
    part.specificity = .general
    part.isPartial = true
    part.because += ", which is the author's own part in what a group did"
    return part
  }

  /// An inquiry with what of the résumé may speak to it.
  struct Question {
    let inquiry: Inquiry
    let resume: ResumePassages
    let organisations: [Organisation]
    /// Entries of those organisations.
    let entries: [Int]
    /// Passages that may speak: not of later entries, no skills.
    let passages: [ResumePassages.Passage]
    let projects: [Topic]

    init(_ inquiry: Inquiry, _ resume: ResumePassages) {
      self.inquiry = inquiry
      self.resume = resume
      let month = inquiry.writtenAt?.month
      organisations = inquiry.organisations(among: resume.organisations)
      entries = resume.entries(of: organisations, by: month)
      passages = resume.passages.filter { passage in
        !passage.isSkill && (passage.entry.map { resume.entries[$0].begins(by: month) } ?? true)
      }
      // "API" and "CI" recur in many statements and are nobody's project.
      projects = inquiry.projects.map(Topic.init).filter { project in
        !project.terms.isEmpty
          && (project.phrase.contains(where: \.isLowercase)
            || !project.terms.allSatisfy { Vocabulary.means.contains($0.word) })
      }
    }

    /// The headings of the entries meant.
    var headings: [ResumePassages.Passage] {
      passages.filter { $0.isHeading && ($0.entry.map(entries.contains) ?? false) }
    }

    func namesProject(_ passage: ResumePassages.Passage) -> Bool {
      projects.contains { $0.isNamed(by: passage.stems) }
    }
  }

  // MARK: Answers

  func supports(
    _ specificity: Finding.Specificity, _ passages: [ResumePassages.Passage],
    in resume: ResumePassages,
    _ because: (String) -> String
  ) -> [Finding] {
    var labels: [String] = []
    for passage in passages where !labels.contains(passage.label) { labels.append(passage.label) }
    return [
      Finding(
        id, .supports, specificity: specificity, keeper: .claimant,
        because: because(labels.joined(separator: ", ")),
        citations: Array(passages.prefix(Self.mostCitations)).map { resume.citation($0.range) })
    ]
  }

  /// Citations that one finding shows at most.
  static let mostCitations = 8

  /// Having been somewhere, or with something from its beginning.
  private func presence(_ question: Question) -> [Finding] {
    let quote = question.inquiry.claim.quote
    // "The Lantern community" names no event.
    let names =
      Self.properNames(in: quote, without: question.organisations).filter { name in
        !question.projects.contains(where: name.withoutGathering.isWithin)
      } + Self.titles(in: quote)
    let isOrigin =
      !Vocabulary.origin.isDisjoint(with: Words.stems(of: quote))
      || quote.lowercased().contains("first")
    var telling = question.passages.filter { passage in
      guard !passage.isHeading else { return false }
      if names.contains(where: { $0.terms.count > 1 && $0.isNamed(by: passage.stems) }) {
        return true
      }
      return isOrigin && question.namesProject(passage)
        && !Vocabulary.origin.isDisjoint(with: passage.stems)
    }
    if !telling.isEmpty, !question.entries.isEmpty {
      telling += question.headings
    }
    if !telling.isEmpty {
      return supports(.specific, telling, in: question.resume) {
        "the résumé tells of it under \($0)"
      }
    }
    if question.inquiry.claim.kind == .tenure {
      let covering = question.passages.filter { passage in
        passage.isHeading
          ? passage.entry.map(question.entries.contains) ?? false : question.namesProject(passage)
      }
      if !covering.isEmpty {
        return supports(.general, covering, in: question.resume) {
          "the résumé tells of the involvement under \($0), not of its start"
        }
      }
    }
    return silent("the résumé says nothing of it")
  }

  private func credential(_ question: Question) -> [Finding] {
    // A ranking among a project's people is not borne out by the project's name.
    let names = Self.properNames(in: question.inquiry.claim.quote, without: [])
      .filter { name in !question.projects.contains(where: name.isWithin) }
    let identifiers = names.filter(\.isIdentifier)
    let wanted = identifiers.isEmpty ? names : identifiers
    let telling = question.passages.filter { passage in
      wanted.contains { $0.isNamed(by: passage.stems) }
    }
    guard !telling.isEmpty else { return silent("the résumé does not name it") }
    return supports(.specific, telling, in: question.resume) { "the résumé names it under \($0)" }
  }

  private func candidacy(_ question: Question) -> [Finding] {
    let words = Set(["candidacy", "candidate", "election", "elected", "nominee"].map(WordStem.of))
    let telling = question.passages.filter { !words.isDisjoint(with: $0.stems) }
    guard !telling.isEmpty else { return silent("the résumé tells of no candidacy") }
    return supports(.general, telling, in: question.resume) {
      "the résumé tells of an election under \($0)"
    }
  }

  /// What stands in quotation marks: titles of talks and the like.
  private static func titles(in text: String) -> [Topic] {
    text.split(omittingEmptySubsequences: false) { "\"“”„«»".contains($0) }.enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { Topic(String($0.element)) }
  }

  /// Runs of words with capitals, which name events, certificates and the like.
  static func properNames(in text: String, without organisations: [Organisation]) -> [Topic] {
    let words = Words.of(text)
    let skipped = organisations.compactMap { $0.place(in: words) }
    var names: [Topic] = []
    var run: [Substring] = []
    for (index, word) in words.enumerated() {
      let isName =
        (word.text.first?.isUppercase == true || word.text.contains { $0.isNumber })
        && !Vocabulary.empty.contains(word.whole)
        && !skipped.contains { $0.contains(index) }
      if isName { run.append(word.text) }
      if !isName || index == words.count - 1 {
        if !run.isEmpty { names.append(Topic(run.joined(separator: " "))) }
        run = []
      }
    }
    return names.filter { !$0.terms.isEmpty }
  }
}
