import ArchiveStorage
import MailParsing

/// Work that the mail shows of a person and that nothing they say of themselves names: what they sent,
/// thread by thread, and what others thanked them for.
struct UnclaimedPosts {
  /// The person's posts that are read at most, the earliest first.
  static let mostOwnPosts = 5000
  /// Others' posts with thanks that are read at most.
  static let mostThanks = 200

  let database: ArchiveDatabase
  let subject: CheckSubject
  let said: SaidWords
  /// Seconds since 1970.
  let bounds: Range<Int64>

  /// Adds what is found to `records`. A person whom the store does not know has nothing there.
  func gather(into records: inout UnclaimedRecords) throws {
    guard let person = subject.personID else { return }
    let ids = try database.messageIDs(ofPerson: person)
    try gatherSent(ids.prefix(Self.mostOwnPosts), into: &records)
    try gatherThanks(own: Set(ids), into: &records)
  }

  private func gatherSent(_ ids: ArraySlice<Int64>, into records: inout UnclaimedRecords) throws {
    var seen = Set<String>()
    try database.forEachMessage(ids) { stored in
      guard !SentWork.isAnswer(stored.message.subject) else { return }
      let words = OwnWords(stored.message.text)
      let topic = Topic(ThreadSubject.topic(of: stored.message.subject))
      guard let work = SentWork(stored.message, words), let said = words.telling(of: topic),
        seen.insert(stored.contentKey).inserted
      else { return }
      add(stored, said.range, UnclaimedWork.Kind(work), to: &records)
    }
  }

  private func gatherThanks(own: Set<Int64>, into records: inout UnclaimedRecords) throws {
    guard let names = subject.search else { return }
    let query = try SearchQuery("(thanks OR thank OR kudos OR credit OR credits) (\(names))")
    var seen = Set<String>()
    for hit in try database.search(query, limit: Self.mostThanks, sort: .best).hits
    where !own.contains(hit.stored.id) {
      for sentence in OwnWords(hit.stored.message.text).sentences {
        guard let thanks = Thanks(sentence.text, isOnTopic: false),
          try isMeant(by: thanks, in: hit.stored, own), seen.insert(sentence.text).inserted
        else { continue }
        add(hit.stored, sentence.range, .thanks, to: &records)
      }
    }
  }

  /// A full name means the person wherever it stands; a given name, or none, in answer to them.
  private func isMeant(
    by thanks: Thanks, in stored: StoredMessage, _ own: Set<Int64>
  ) throws -> Bool {
    let names = subject.names.map { Words.of($0).map(\.whole) }
    let thanked = thanks.names.map { Words.of($0).map(\.whole) }
    if thanked.contains(where: { $0.count > 1 && names.contains($0) }) { return true }
    let given = thanked.filter { $0.count == 1 }.joined()
    guard thanked.isEmpty || names.contains(where: { $0.first.map(given.contains) ?? false }) else {
      return false
    }
    return try stored.message.inReplyTo.prefix(2).contains { id in
      try database.messages(withMessageID: id).contains { own.contains($0.id) }
    }
  }

  private func add(
    _ stored: StoredMessage, _ range: Range<Int>, _ kind: UnclaimedWork.Kind,
    to records: inout UnclaimedRecords
  ) {
    let topic = ThreadSubject.topic(of: stored.message.subject)
    guard let sent = stored.message.sentAt, bounds.contains(sent.secondsSinceEpoch),
      !said.name(Topic(topic))
    else { return }
    records.add(kind, on: topic, at: sent, .message(MessageCitation(stored, range: range)))
  }
}

extension UnclaimedWork.Kind {
  fileprivate init(_ work: SentWork) {
    switch work {
    case .patch: self = .patch
    case .proposal: self = .proposal
    case .announcement: self = .announcement
    case .review: self = .review
    }
  }
}
