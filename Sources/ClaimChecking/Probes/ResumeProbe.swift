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
/// - A topic that is a number (a patent, a bug) is named or it is not: nothing covers it.
/// - Entries that begin after the statement was written do not count, and lists of skills do not.
/// - What a group did is covered by what the résumé says of its owner, in part and never by name.
/// - Lengths of time are not asked here, but of the ``TimelineProbe``.
public struct ResumeProbe: Probe {
  /// Names the probe in findings.
  public let id = Finding.Probe.resume
  private let resume: ResumePassages?
  private let record: CheckRecord
  private let subject: CheckSubject

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
      projects = inquiry.projects.map(Topic.init).filter { !$0.terms.isEmpty }
    }

    func namesProject(_ passage: ResumePassages.Passage) -> Bool {
      projects.contains { $0.isNamed(by: passage.stems) }
    }
  }

  // MARK: Answers

  private func supports(
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

  private func work(_ question: Question) throws -> [Finding] {
    let inquiry = question.inquiry
    var telling = question.passages.filter { passage in
      !passage.isHeading && inquiry.topics.contains { $0.isNamed(by: passage.stems) }
    }
    if !question.organisations.isEmpty {
      let ofTheirs = question.passages.filter { passage in
        guard !passage.isHeading else { return false }
        let isTheirs =
          passage.entry.map(question.entries.contains)
          ?? question.organisations.contains { $0.place(in: Words.of(passage.text)) != nil }
        return isTheirs && inquiry.topics.contains { $0.termsMet(by: passage.stems) > 0 }
      }
      // Where an organisation is meant, another's entry on the same topic is beside the point.
      telling = telling.filter { $0.entry.map(question.entries.contains) ?? true }
      let known = Set(telling.map(\.range))
      telling += ofTheirs.filter { !known.contains($0.range) }
    }
    if !telling.isEmpty {
      let words = inquiry.topics.map(\.phrase).joined(separator: ", ")
      return supports(.specific, telling, in: question.resume) {
        "the résumé names \(words) under \($0)"
      }
    }
    guard !inquiry.topics.contains(where: \.isIdentifier) else {
      return silent("the résumé does not name \(inquiry.topics[0].phrase)")
    }
    if let covered = try covered(question) { return covered }
    let covering =
      question.organisations.isEmpty ? question.passages.filter(question.namesProject) : []
    if !covering.isEmpty {
      let name = question.projects[0].phrase
      return supports(.general, covering, in: question.resume) {
        "the résumé tells of work on \(name) under \($0) without naming this"
      }
    }
    return silent("the résumé says nothing of it")
  }

  /// Passages that say what goes with a topic in the mail, of the organisations meant.
  private func covered(_ question: Question) throws -> [Finding]? {
    let inquiry = question.inquiry
    guard let archive = ArchiveInquiry(record, subject, statement: inquiry.statement) else {
      return nil
    }
    let passages = question.passages.filter { passage in
      !passage.isHeading
        && (question.organisations.isEmpty
          || passage.entry.map(question.entries.contains) ?? false)
    }
    let wanted = passages.reduce(into: Set<String>()) { $0.formUnion(Self.telling($1.text)) }
    for topic in inquiry.topics {
      guard let learnt = try TopicAssociations(topic, among: wanted, in: archive) else { continue }
      let telling = passages.filter { passage in
        learnt.associations.contains { passage.stems.contains($0.stem) }
      }
      guard
        let said = learnt.associations.first(where: { said in
          telling.contains { $0.stems.contains(said.stem) }
        })
      else { continue }
      return supports(.general, telling, in: question.resume) {
        "the résumé tells of “\(said.word)” under \($0), which goes with “\(topic.phrase)” in "
          + "\(said.together) of \(learnt.postCount) posts that name it"
      }
    }
    return nil
  }

  /// The stems of words that tell of a matter.
  private static func telling(_ text: String) -> [String] {
    Words.of(text).map(\.whole).filter { word in
      word.utf8.count > 3 && !Vocabulary.empty.contains(word) && !Vocabulary.work.contains(word)
        && !Vocabulary.means.contains(word) && !Vocabulary.titleHeads.contains(word)
    }.map(WordStem.of)
  }

  private func role(_ question: Question) -> [Finding] {
    let claimed = Title.all(in: question.inquiry.claim.quote)
    let theirs = question.entries.map { question.resume.entries[$0] }
    let titled = theirs.filter { entry in
      let held = Title.all(in: entry.entry.position ?? "")
      return claimed.contains { title in held.contains { $0.says(title) } }
    }
    let headings = question.passages.filter(\.isHeading)
    func heading(_ entries: [ResumePassages.Entry]) -> [ResumePassages.Passage] {
      headings.filter { passage in entries.contains { $0.label == passage.label } }
    }
    if !theirs.isEmpty, claimed.isEmpty || !titled.isEmpty {
      return supports(.specific, heading(theirs), in: question.resume) {
        claimed.isEmpty
          ? "the résumé has the employment: \($0)"
          : "the résumé has \(titled[0].entry.position ?? "the title") among \($0)"
      }
    }
    if !theirs.isEmpty {
      return supports(.general, heading(theirs), in: question.resume) {
        "the résumé has \($0) under another title"
      }
    }
    let telling = question.passages.filter { passage in
      let held = Title.all(in: passage.text)
      guard claimed.contains(where: { title in held.contains { $0.says(title) } }) else {
        return false
      }
      return question.projects.isEmpty || question.namesProject(passage)
        || question.inquiry.topics.contains { $0.isNamed(by: passage.stems) }
    }
    guard !telling.isEmpty else { return silent("the résumé has no such role") }
    return supports(.specific, telling, in: question.resume) {
      "the résumé names the role under \($0)"
    }
  }

  /// Having been somewhere, or with something from its beginning.
  private func presence(_ question: Question) -> [Finding] {
    let quote = question.inquiry.claim.quote
    let names = Self.properNames(in: quote, without: question.organisations)
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
      telling += question.passages.filter { passage in
        passage.isHeading && (passage.entry.map(question.entries.contains) ?? false)
      }
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
    let names = Self.properNames(in: question.inquiry.claim.quote, without: [])
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
