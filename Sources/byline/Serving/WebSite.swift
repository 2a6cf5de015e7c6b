import ArchiveStorage
import ClaimExtraction
import MailParsing
import Reporting

/// The store as pages: answers what a browser asks for.
struct WebSite: Sendable {
  /// What a page is made of.
  enum Answer: Sendable {
    case page(String)
    /// Bytes as they stand in an archive, to be looked at and never to be run.
    case bytes([UInt8])
  }

  /// Where the store is. It is opened for each page: what another process adds is there at the next.
  let path: String
  /// Repositories that reports ask.
  let git: [String]

  /// What stands at an address; throws what the command of the same name would tell.
  func answer(to address: WebAddress) async throws -> Answer {
    let database = try ArchiveDatabase.openForReading(at: path)
    switch address {
    case .lists: return .page(ListsPage.html(of: try database.lists()))
    case .search(let query, let page):
      let results = try database.search(
        SearchQuery(query), from: (page - 1) * SearchPage.pageSize, limit: SearchPage.pageSize)
      return .page(SearchPage.html(results, query: query, page: page))
    case .message(let name):
      return .page(MessagePage.html(of: try database.messages(known: name).map(Self.reading)))
    case .entry(let name):
      return .bytes(try Self.entry(of: database.messages(known: name)[0], in: database))
    case .thread(let name):
      let conversation = try Conversation(of: database.messages(known: name)[0], in: database)
      return .page(ThreadPage.html(of: conversation.nodes, conversation.messages))
    case .people(let who):
      return .page(PeoplePages.html(of: try database.people(matching: who), who: who))
    case .claims(let who):
      return .page(try Self.claims(of: Author(who).person(in: database), in: database))
    case .report(let who):
      let checking = Checking(request: .init(author: who, git: git), database: database)
      return .page(ReportPage.html(onSite: try await checking.dossier()))
    }
  }

  private static let quoted: Set<Zone.Kind> = [.quotation, .quotationMarker, .inlineHeaders]

  private static func reading(_ stored: StoredMessage) -> MessagePage.Reading {
    let zones = ZoneCutter().cut(stored.message.text)
    return MessagePage.Reading(
      stored, quotations: zones.filter { quoted.contains($0.kind) }.map(\.range),
      claims: ClaimExtractor().claims(in: .post(stored)))
  }

  /// The bytes of the most original entry.
  private static func entry(of stored: StoredMessage, in database: ArchiveDatabase) throws
    -> [UInt8]
  {
    guard let bytes = try database.bytes(of: stored.appearances[0]) else {
      throw Failure(ExitStatus.missingInput, "the store keeps no bytes of \(stored.name)")
    }
    return bytes
  }

  private static func claims(of person: Person, in database: ArchiveDatabase) throws -> String {
    let extractor = ClaimExtractor()
    let ids = try database.messageIDs(ofPerson: person.id)
    var found: [(stored: StoredMessage, claims: [Claim])] = []
    try database.forEachMessage(of: ids) { _, stored in
      let claims = extractor.claims(in: .post(stored))
      if !claims.isEmpty { found.append((stored, claims)) }
    }
    return PeoplePages.html(ofClaims: found, of: person)
  }
}
