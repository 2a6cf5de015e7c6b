import ArchiveStorage
import MailParsing

/// What posts on a topic show of people: work sent or told of, reviews in answer to it, thanks.
///
/// A post is on the topic where its subject names it, or an own sentence that is read for the deed
/// does. Quoted text never counts, and the same words sent to two lists count once.
struct MailDeeds {
  /// Posts on one topic that are read at most, the earliest first.
  static let mostPosts = 5000

  private(set) var deeds: [Deed] = []
  private(set) var notes: [String] = []
  private let topic: Topic
  /// Changes told of: every build since the last that went well tells of the same.
  private var changes = Set<String>()
  /// Message-IDs of posts that sent work.
  private var works = Set<String>()

  /// Reads the posts of `database` on `topic` within `bounds`, which are seconds since 1970.
  init(_ topic: Topic, in database: ArchiveDatabase, bounds: ClosedRange<Int64>) throws {
    self.topic = topic
    guard let words = ArchiveInquiry.words(of: [topic]) else { return }
    let ids = try database.messageIDs(matching: try SearchQuery(words))
    if ids.count > Self.mostPosts {
      notes.append(
        "of \(ids.count) posts that may speak of it, the first \(Self.mostPosts) were read")
    }
    var seen = Set<String>()
    try database.forEachMessage(ids.prefix(Self.mostPosts)) { stored in
      guard let sent = stored.message.sentAt, bounds.contains(sent.secondsSinceEpoch),
        let author = stored.message.from.first, seen.insert(stored.contentKey).inserted
      else { return }
      take(Post(stored, author, sent, topic), in: database)
    }
  }

  /// A post taken apart.
  private struct Post {
    let stored: StoredMessage
    let author: Address
    let sent: MailDate
    let words: OwnWords
    /// Own sentences that name the topic.
    let naming: [OwnWords.Sentence]
    let isInSubject: Bool

    init(_ stored: StoredMessage, _ author: Address, _ sent: MailDate, _ topic: Topic) {
      self.stored = stored
      self.author = author
      self.sent = sent
      words = OwnWords(stored.message.text)
      isInSubject = topic.stands(in: stored.message.subject)
      let patchStart = words.patchStart ?? .max
      naming = words.sentences.filter {
        $0.range.lowerBound < patchStart && topic.stands(in: $0.text)
      }
    }

    func deed(_ part: Involvement.Part, by who: Address, _ sentence: OwnWords.Sentence) -> Deed {
      Deed(
        part: part, who: who, at: sent,
        citation: .message(MessageCitation(stored, range: sentence.range)),
        isNamedInSubject: isInSubject)
    }
  }

  private mutating func take(_ post: Post, in database: ArchiveDatabase) {
    guard post.isInSubject || !post.naming.isEmpty else { return }
    let message = post.stored.message
    let work = SentWork(message, post.words)
    takeWork(work, of: post)
    let answered = (message.inReplyTo + message.references.suffix(1)).first
    let parent = answered.flatMap { id in
      (try? database.messages(withMessageID: id))?.first?.message.from.first
    }
    if post.isInSubject, work == nil, SentWork.isAnswer(message.subject), let answered,
      works.contains(answered), let parent, !parent.isSame(as: post.author),
      let sentence = post.words.telling(of: topic)
    {
      deeds.append(post.deed(.reviewed, by: post.author, sentence))
    }
    takeThanks(of: post, answering: parent)
  }

  /// What a post sends, tells of its writer's doing, or tells of others' changes as a build server does.
  private mutating func takeWork(_ work: SentWork?, of post: Post) {
    if post.isInSubject, work != nil,
      let sentence = post.naming.first ?? post.words.telling(of: topic)
    {
      works.formUnion(post.stored.message.messageID)
      deeds.append(post.deed(.carried, by: post.author, sentence))
    } else if let told = post.naming.first(where: { tells($0.text) }) {
      deeds.append(post.deed(.carried, by: post.author, told))
    }
    for sentence in post.naming {
      guard let author = ChangeNotice.author(in: sentence.text), !author.isSame(as: post.author),
        changes.insert(sentence.text).inserted
      else { continue }
      deeds.append(post.deed(.carried, by: author, sentence))
    }
  }

  private mutating func takeThanks(of post: Post, answering parent: Address?) {
    for sentence in post.words.sentences
    where sentence.range.lowerBound < post.words.patchStart ?? .max {
      let isOnTopic = post.naming.contains(sentence)
      guard isOnTopic || post.isInSubject, let thanks = Thanks(sentence.text, isOnTopic: isOnTopic)
      else { continue }
      for who in thanked(by: thanks, answering: parent) where !who.isSame(as: post.author) {
        deeds.append(post.deed(.thanked, by: who, sentence))
      }
    }
  }

  /// Whether a sentence tells of its writer's work on the topic.
  private func tells(_ sentence: String) -> Bool {
    ToldWork.told(in: sentence).map { topic.stands(in: $0) } ?? false
  }

  /// Whom thanks are for: full names as they stand, a given name or none where it is the answered
  /// author's.
  private func thanked(by thanks: Thanks, answering parent: Address?) -> [Address] {
    guard !thanks.names.isEmpty else { return parent.map { [$0] } ?? [] }
    return thanks.names.compactMap { name in
      let words = Words.of(name).map(\.whole)
      if let parent, let given = Words.of(parent.name).first?.whole, words.first == given {
        return parent
      }
      return words.count == 2 || words.count == 3 ? Address(name: name) : nil
    }
  }
}

extension Address {
  /// Whether two addresses are plainly one mailbox, or one name.
  func isSame(as other: Address) -> Bool {
    email.isEmpty || other.email.isEmpty
      ? name.lowercased() == other.name.lowercased()
      : email.lowercased() == other.email.lowercased()
  }
}
