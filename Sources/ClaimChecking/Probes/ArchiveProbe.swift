public import ArchiveStorage
import MailParsing

/// Does the mail before the statement bear the claim out: the claimant's own, and others'?
///
/// What counts, each post once and quoted text, code and logs never:
/// - **the claimant at the time**: an own post that announces, proposes or sends work on the topic. It
///   shows a part, as whoever sends work need not have finished it.
/// - **the claimant**: an own sentence on the topic that tells of doing it.
/// - **others**: a sentence that names the author and the topic. Where it credits nobody with work it
///   shows a part, and so does a given name, which counts only with credit and in answer to the author's
///   own mail. A sentence that says of the full name that they did not do it stands against the claim.
/// - **earlier candidacies**, where the claim counts them: as many announcements, in different
///   elections, as are claimed.
///
/// A list is no register: what it does not hold contradicts nothing.
public struct ArchiveProbe: Probe {
  /// Names the probe in findings.
  public let id = Finding.Probe.archive
  private let database: ArchiveDatabase?
  private let subject: CheckSubject
  private let since: MailDate?
  private let until: MailDate?

  /// Asks the record's store about a person, or says that there is none.
  public init(_ record: CheckRecord, subject: CheckSubject) {
    database = record.database
    self.subject = subject
    since = record.since
    until = record.until
  }

  /// What the store says on the claim: one finding for each keeper of a record. Reads at most
  /// 400 posts; throws where the store fails.
  public func examine(_ inquiry: Inquiry) async throws -> [Finding] {
    guard let database else { return notAvailable("no store of mail was given") }
    let claim = inquiry.claim
    guard claim.actor != .other else { return notApplicable("the claim is not the author's own") }
    guard claim.kind != .intent else {
      return notApplicable("mail before a plan cannot tell what came of it")
    }
    guard claim.kind != .tenure || claim.period?.months == nil else {
      return notApplicable("mail does not measure a length of time")
    }
    guard inquiry.writtenAt != nil else {
      return notAvailable("the statement's date is not known")
    }
    let own = try subject.personID.map { try database.messageIDs(ofPerson: $0) } ?? []
    guard
      let archive = ArchiveInquiry(
        database, subject, own: Set(own), statement: inquiry.statement, since: since, until: until)
    else { return silent("no time before the statement is asked for") }
    if claim.kind == .candidacy { return try candidacy(claim, archive) }
    let topics = try ArchiveTopics(of: inquiry, in: archive)
    guard let words = ArchiveInquiry.words(of: topics.topics) else {
      return notApplicable("the claim names nothing that this mail could be asked for")
    }
    let findings =
      try ownPosts(topics, try archive.ownPosts(words)) { try archive.telling(words) }
      + (try othersPosts(inquiry, topics, try archive.othersPosts(words), archive))
    return findings.isEmpty ? silent("no mail before the statement tells of it") : findings
  }

  // MARK: The claimant's posts

  private func ownPosts(
    _ topics: ArchiveTopics, _ posts: [StoredMessage], telling: () throws -> Telling?
  ) throws -> [Finding] {
    var (atTheTime, other): ([Citation], [Citation]) = ([], [])
    var seen = Set<String>()
    for stored in posts {
      let words = OwnWords(stored.message.text)
      let subject = stored.message.subject
      // An answer's subject is another's, and has to say more.
      let about =
        !SentWork.isAnswer(subject) || topics.explainsPatch(subject)
        ? topics.named(in: subject).first : nil
      // A patch of anything may touch lines on the topic; what it is for is said before it.
      let naming = words.sentences.filter { sentence in
        sentence.isProse && sentence.range.lowerBound < words.patchStart ?? .max
          && !topics.named(in: sentence.text).isEmpty
      }
      let work = SentWork(stored.message, words)
      let explaining = naming.filter { topics.explainsPatch($0.text) }
      let isSent = work != nil && about != nil || work == .patch && !explaining.isEmpty
      let told = naming.first { sentence in
        ToldWork.told(in: sentence.text).map { !topics.named(in: $0).isEmpty } ?? false
      }
      let sentence =
        isSent
        ? explaining.first ?? naming.first ?? about.flatMap { words.telling(of: topics.topics[$0]) }
        : told
      // The same words sent to another list, or sent again, are one record.
      guard let sentence, topics.isMet(by: subject + "\n" + words.prose),
        seen.insert(sentence.text).inserted
      else { continue }
      let citation = Citation.message(MessageCitation(stored, range: sentence.range))
      if isSent { atTheTime.append(citation) } else { other.append(citation) }
    }
    guard !seen.isEmpty else { return [] }
    let phrase = Self.phrase(of: topics)
    let telling = try telling()
    return [
      finding(
        atTheTime, .claimantAtTheTime, isPartial: true, telling: telling,
        "the author sent or announced work on \(phrase) at the time"),
      finding(
        other, .claimant, isPartial: true, telling: telling,
        "the author told of work on \(phrase) before"),
    ].compactMap(\.self)
  }

  // MARK: Others' posts

  private func othersPosts(
    _ inquiry: Inquiry, _ topics: ArchiveTopics, _ posts: [StoredMessage],
    _ archive: ArchiveInquiry
  ) throws -> [Finding] {
    var (crediting, naming, denying): ([Citation], [Citation], [Citation]) = ([], [], [])
    var shown: Claim.Strength?
    var named = Set<Int>()
    var seen = Set<String>()
    for stored in posts {
      let words = OwnWords(stored.message.text)
      guard topics.isMet(by: stored.message.subject + "\n" + words.prose) else { continue }
      for sentence in words.sentences
      where sentence.isProse && !sentence.text.contains("@") {
        guard let mention = Mention(of: subject.names, in: sentence.text) else { continue }
        let meant = topics.named(in: sentence.text)
        guard !meant.isEmpty else { continue }
        if mention.name == .given {
          guard mention.credit != nil, try archive.speaksToThem(stored) else { continue }
        }
        guard seen.insert(sentence.text).inserted else { continue }
        let citation = Citation.message(MessageCitation(stored, range: sentence.range))
        if mention.isDenial {
          denying.append(citation)
        } else if let credit = mention.credit, mention.name != .given {
          crediting.append(citation)
          shown = max(shown ?? credit, credit)
          named.formUnion(meant)
        } else {
          naming.append(citation)
        }
      }
    }
    let phrase = Self.phrase(of: topics)
    // A mention of a whole project tells of no piece of work, and of a part not of the whole.
    let isWhole =
      inquiry.claim.kind == .contribution && named.count == topics.topics.count
      && (!inquiry.claimsEveryTopic || topics.topics.count == inquiry.topics.count)
      && !topics.topics.allSatisfy { topic in
        inquiry.projects.contains { $0.lowercased() == topic.phrase.lowercased() }
      }
    let credits = finding(
      crediting, .others, shows: inquiry.claim.kind == .contribution ? shown : nil,
      isPartial: !isWhole, "another's post credits the author with work on \(phrase)")
    let mentions = finding(
      naming, .others, isPartial: true, "another's post names the author together with \(phrase)")
    return [credits ?? mentions, denial(denying, of: phrase, inquiry)].compactMap(\.self)
  }

  /// Another's word against the claim; both are quoted.
  private func denial(
    _ citations: [Citation], of phrase: String, _ inquiry: Inquiry
  ) -> Finding? {
    guard let said = citations.first, inquiry.claim.kind == .contribution else { return nil }
    return Finding(
      id, .contradicts, specificity: .specific, keeper: .others,
      because: "another's post says of \(phrase) that the author did not do it: "
        + "“\(said.words)”",
      citations: [inquiry.statement.citation(of: inquiry.claim.range)]
        + citations.prefix(ResumeProbe.mostCitations))
  }

  // MARK: Earlier candidacies

  private func candidacy(_ claim: Claim, _ archive: ArchiveInquiry) throws -> [Finding] {
    guard let counted = EarlierCandidacies.counted(in: claim.quote) else {
      return notApplicable("the claim counts no earlier candidacy")
    }
    var citations: [Citation] = []
    var later = archive.end
    for stored in try archive.ownPosts(EarlierCandidacies.words).reversed() {
      guard let sent = stored.message.sentAt?.secondsSinceEpoch,
        sent < later - EarlierCandidacies.apart,
        let said = EarlierCandidacies.announcement(in: stored)
      else { continue }
      citations.append(.message(MessageCitation(stored, range: said.range)))
      later = sent
    }
    let isAll = citations.count >= counted
    let found = finding(
      citations.reversed(), isAll ? .publicAct : .claimantAtTheTime, isPartial: !isAll,
      "the archive holds \(citations.count) earlier candidacies of the author, the claim counts "
        + "\(counted)")
    return found.map { [$0] } ?? silent("the archive holds no earlier candidacy of the author")
  }

  // MARK: Answers

  private func finding(
    _ citations: [Citation], _ keeper: Finding.Keeper, shows: Claim.Strength? = nil,
    isPartial: Bool, telling: Telling? = nil, _ because: String
  ) -> Finding? {
    guard !citations.isEmpty else { return nil }
    return Finding(
      id, .supports, specificity: .specific, keeper: keeper, shows: shows, isPartial: isPartial,
      telling: telling, because: because,
      citations: Array(citations.prefix(ResumeProbe.mostCitations)))
  }

  private static func phrase(of topics: ArchiveTopics) -> String {
    topics.topics.map { "“\($0.phrase)”" }.joined(separator: ", ")
  }
}
