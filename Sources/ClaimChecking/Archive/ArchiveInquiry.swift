import ArchiveStorage
import MailParsing

/// Questions to a store about one person up to one moment, each answered by few messages.
struct ArchiveInquiry {
  /// Posts that one question reads at most.
  static let mostPosts = 200

  private let database: ArchiveDatabase
  private let subject: CheckSubject
  private let own: Set<Int64>
  private let statement: Statement
  private let since: Int64
  /// The first second that no longer counts.
  let end: Int64
  private let emails: Set<String>

  /// Opens the questions; nil where the bounds leave no time. `own` are the person's messages.
  init?(
    _ database: ArchiveDatabase, _ subject: CheckSubject, own: Set<Int64>, statement: Statement,
    since: MailDate?, until: MailDate?
  ) {
    guard let written = statement.writtenAt?.secondsSinceEpoch else { return nil }
    self.database = database
    self.subject = subject
    self.own = own
    self.statement = statement
    self.since = since?.secondsSinceEpoch ?? .min
    self.end = min(written, until.map { $0.secondsSinceEpoch &+ 1 } ?? .max)
    self.emails = Set(subject.identities.map { $0.email.lowercased() }.filter { !$0.isEmpty })
    guard self.since < end else { return nil }
  }

  /// Opens questions on what anybody wrote; nil without a store, too.
  init?(_ record: CheckRecord, _ subject: CheckSubject, statement: Statement) {
    guard let database = record.database else { return nil }
    self.init(
      database, subject, own: [], statement: statement, since: record.since, until: record.until)
  }

  /// The person's posts with these words, oldest first.
  func ownPosts(_ words: String) throws -> [StoredMessage] {
    var senders: [String] = []
    for identity in subject.identities.prefix(20) {
      let sender = identity.email.isEmpty ? identity.name : identity.email
      let quoted = sender.filter { $0 != "\"" }
      if !quoted.isEmpty { senders.append("from:\"\(quoted)\"") }
    }
    guard !senders.isEmpty else { return [] }
    return try posts("(\(words)) (\(senders.joined(separator: " OR ")))").filter(isOwn)
  }

  /// Others' posts with these words that name the person, oldest first.
  func othersPosts(_ words: String) throws -> [StoredMessage] {
    guard let names = subject.search else { return [] }
    return try posts("(\(words)) (\(names))").filter { !isOwn($0) }
  }

  /// Whether a post is addressed to the person or answers one of theirs.
  func speaksToThem(_ stored: StoredMessage) throws -> Bool {
    let message = stored.message
    let list = message.list.map { "\($0.lowercased())@" }
    let isTheirs = { (email: String) in
      emails.contains(email) && list.map { !email.hasPrefix($0) } ?? true
    }
    if (message.to + message.cc).contains(where: { isTheirs($0.email.lowercased()) }) {
      return true
    }
    for id in Set(message.inReplyTo.prefix(2) + message.references.suffix(4)) {
      if try database.messages(withMessageID: id).contains(where: isOwn) { return true }
    }
    return false
  }

  /// Words of a search that finds what may name `topics`: beginnings of words, as forms differ.
  static func words(of topics: [Topic]) -> String? {
    let searches = topics.compactMap { topic -> String? in
      let terms = topic.terms.map(words)
      // Of three and more words some may be missing; see `Topic.isNamed(by:)`.
      return terms.isEmpty ? nil : terms.joined(separator: terms.count > 2 ? " OR " : " ")
    }
    return searches.isEmpty ? nil : searches.map { "(\($0))" }.joined(separator: " OR ")
  }

  private static func words(of term: Topic.Term) -> String {
    let ways = term.alternatives.map { "(\($0.map { $0 + "*" }.joined(separator: " ")))" }
    return "(\(ways.joined(separator: " OR ")))"
  }

  /// The word of a topic that fewest posts say; nil where it has none.
  func rarestTerm(of topic: Topic) throws -> Topic.Term? {
    try topic.terms.map { (term: $0, count: try postCount(saying: Self.words(of: $0))) }
      .min { $0.count < $1.count }?.term
  }

  /// Whether a phrase is the whole name of somebody who writes here ("Ben Oak", "Ben Oak's").
  func isPerson(_ phrase: String) throws -> Bool {
    var words = Words.of(phrase).map(\.whole)
    if words.last == "s" { words.removeLast() }
    guard words.count > 1 else { return false }
    return try database.people(matching: words.joined(separator: " ")).contains { person in
      person.identities.contains { Words.of($0.name).map(\.whole) == words }
    }
  }

  /// How many posts the store holds; those that hold these words.
  func postCount() throws -> Int { try database.messageCount() }
  func postCount(saying words: String) throws -> Int {
    try database.search(SearchQuery(words), limit: 0).count
  }

  /// How many people wrote as many posts with these words as the person; nil where the store does
  /// not know the person.
  func telling(_ words: String) throws -> Telling? {
    guard let person = subject.personID else { return nil }
    let ids = try database.messageIDs(matching: SearchQuery("(\(words)) date:..\(bound)"))
    let counts = try database.messageCounts(byPersonAmong: ids)
    guard let own = counts[person] else { return nil }
    return Telling(
      .posts, asStrong: counts.values.count { $0 >= own }, of: try database.personCount())
  }

  /// Anybody's posts that a query finds, oldest first.
  func posts(_ query: String) throws -> [StoredMessage] {
    let query = try SearchQuery("\(query) date:..\(bound)")
    var seen = Set<String>()
    return try database.search(query, limit: Self.mostPosts, sort: .best).hits.map(\.stored)
      .filter { stored in
        guard let sent = stored.message.sentAt?.secondsSinceEpoch else { return false }
        return sent >= since && sent < end && !isStatement(stored)
          && seen.insert(stored.contentKey).inserted
      }
      .sorted {
        ($0.message.sentAt?.secondsSinceEpoch ?? 0, $0.contentKey)
          < ($1.message.sentAt?.secondsSinceEpoch ?? 0, $1.contentKey)
      }
  }

  /// The day is a bound for a search; the second is asked of what it finds.
  private var bound: Substring {
    MailDate(secondsSinceEpoch: end, zoneOffsetMinutes: 0).rfc3339.prefix(10)
  }

  private func isOwn(_ stored: StoredMessage) -> Bool {
    // Who the store knows is known by whole identities: several people may write from a list's address.
    guard subject.personID == nil else { return own.contains(stored.id) }
    return stored.message.from.contains { emails.contains($0.email.lowercased()) }
      || emails.isEmpty
        && stored.message.from.contains { $0.name.lowercased() == subject.name.lowercased() }
  }

  private func isStatement(_ stored: StoredMessage) -> Bool {
    switch statement {
    case .post(let post):
      return stored.id == post.id || stored.contentKey == post.contentKey
        || !Set(stored.message.messageID).isDisjoint(with: post.message.messageID)
    case .document(let document, let written):
      // A file's day may be given without its hour, so the same words near it are the same post.
      guard let written, let sent = stored.message.sentAt,
        sent.secondsSinceEpoch > written.secondsSinceEpoch - 2 * 86_400
      else { return false }
      let words = Set(Words.of(document.text).map(\.whole))
      let theirs = Set(Words.of(stored.message.text).map(\.whole))
      return theirs.intersection(words).count * 10 >= theirs.count * 9
    }
  }
}
