import ArchiveStorage
import ResumeReading

// What a résumé says of work: names it, tells of what goes with it, or of the project it was done on.

extension ResumeProbe {
  func work(_ question: Question) throws -> [Finding] {
    if question.inquiry.isOfEmployment(at: question.organisations) {
      return supports(.specific, question.headings, in: question.resume) {
        "the résumé has the employment: \($0)"
      }
    }
    let topics = question.workTopics
    let telling = passages(naming: topics, question)
    if !telling.isEmpty {
      let named = topics.compactMap { Self.said($0, in: telling, of: question.inquiry.claim) }
      let words = named.joined(separator: ", ")
      return supports(.specific, telling, in: question.resume) {
        "the résumé names \(words) under \($0)"
      }
    }
    if let number = topics.first(where: \.isIdentifier) {
      return silent("the résumé does not name \(number.phrase)")
    }
    if let covered = try covered(topics, question) { return covered }
    let covering =
      question.organisations.isEmpty ? question.passages.filter(question.namesProject) : []
    if !covering.isEmpty {
      // The claim's own project comes first among them, then the one that the statement names most.
      let named = question.projects.first { project in
        covering.contains { project.isNamed(by: $0.stems) }
      }
      return supports(.general, covering, in: question.resume) {
        "the résumé tells of work on \(named?.phrase ?? "the project") under \($0) without naming this"
      }
    }
    return silent("the résumé says nothing of it")
  }

  /// Passages that name a topic; of an organisation that is meant, those that name a part of one.
  private func passages(naming topics: [Topic], _ question: Question) -> [ResumePassages.Passage] {
    let passages = question.passages.filter(question.tellsOfWork)
    let naming = passages.filter { passage in
      topics.contains { $0.isNamed(by: passage.stems) }
    }
    guard !question.organisations.isEmpty else { return naming }
    // Where an organisation is meant, another's entry on the same topic is beside the point.
    let telling = naming.filter { $0.entry.map(question.entries.contains) ?? true }
    let known = Set(telling.map(\.range))
    return telling
      + passages.filter { passage in
        let isTheirs =
          passage.entry.map(question.entries.contains)
          ?? question.organisations.contains { $0.place(in: Words.of(passage.text)) != nil }
        return isTheirs && !known.contains(passage.range)
          && topics.contains { $0.termsMet(by: passage.stems) > 0 }
      }
  }

  /// Passages that say what goes with a topic in the mail, of the organisations meant.
  private func covered(_ topics: [Topic], _ question: Question) throws -> [Finding]? {
    let inquiry = question.inquiry
    guard let archive = ArchiveInquiry(record, subject, statement: inquiry.statement) else {
      return nil
    }
    let passages = question.passages.filter { passage in
      question.tellsOfWork(passage)
        && (question.organisations.isEmpty
          || passage.entry.map(question.entries.contains) ?? false)
    }
    let wanted = passages.reduce(into: Set<String>()) { $0.formUnion(Self.telling($1.text)) }
    for topic in topics {
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

  /// A topic as a sentence names it, the claim's as it is put and other words where they are met; nil for
  /// one that no passage says.
  private static func said(
    _ topic: Topic, in passages: [ResumePassages.Passage], of claim: Claim
  ) -> String? {
    let met = topic.terms.filter { term in passages.contains { term.isMet(by: $0.stems) } }
    guard !met.isEmpty else { return nil }
    guard claim.topics.contains(topic.phrase) else {
      return met.map(\.word).joined(separator: " ")
    }
    return topic.phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension ResumeProbe.Question {
  /// Whether a passage may say what was done, as a project's heading does and a position's does not.
  fileprivate func tellsOfWork(_ passage: ResumePassages.Passage) -> Bool {
    guard passage.isHeading, let entry = passage.entry else { return !passage.isHeading }
    return [.volunteer, .projects].contains(resume.entries[entry].entry.section)
  }

  /// The topics that a passage can name. "Features" and "the project" say what any work is called, and the
  /// name of the project that the whole statement is about says where it was done: the other words of
  /// the claim are asked for instead, unless the work is said to be on the whole.
  fileprivate var workTopics: [Topic] {
    let wholes = inquiry.wholes.map(Topic.init)
    let telling = inquiry.topics.filter { !$0.isVague }.map(\.withoutGathering)
    let narrower = telling.filter { topic in !wholes.contains(where: topic.isWithin) }
    guard narrower.isEmpty else { return narrower }
    let quote = inquiry.claim.quote
    if telling.contains(where: { Self.isObject($0, of: quote) }) { return telling }
    return Topic.rest(of: quote, besides: wholes).map { [$0] } ?? telling
  }

  /// Whether a clause says that a topic itself was worked on ("contributed to Lantern"), and not something
  /// of it ("the shutter for Lantern").
  private static func isObject(_ topic: Topic, of quote: String) -> Bool {
    let words = Words.of(quote).map(\.whole)
    guard let name = topic.terms.first?.word, let place = words.firstIndex(of: name) else {
      return false
    }
    let before = words[..<place].last { !Vocabulary.joining.contains($0) }
    return before.map(Vocabulary.work.contains) ?? false
  }
}
