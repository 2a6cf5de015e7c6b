import ArchiveStorage
import ArgumentParser
import ClaimExtraction
import MailParsing

/// `byline claims`: what a text says that people did.
struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Find the claims in a statement, in a stored post, or in an author's posts.")

  @Argument(help: "Message-IDs of stored posts.")
  var messageIDs: [String] = []

  @Option(name: .long, parsing: .upToNextOption, help: "Plain text files.")
  var text: [String] = []

  @Option(
    help: "A name or an address: the claims in all of this author's stored posts. May be repeated.")
  var author: [String] = []

  @Option(help: "The day the --text files were written, as 2013-10-09.")
  var date: Day?

  @Option(help: "A table of release cycles to read times by, beside OpenStack's: name, start, end.")
  var calendar: String?

  @Option(
    help: "A table of topics, `name = spelling, spelling` a line, that gives topics their names.")
  var vocabulary: String?

  @Flag(help: "Say why each span was taken for a claim.")
  var explain = false

  @Option(help: "text, json or ndjson.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if text.isEmpty, messageIDs.isEmpty, author.isEmpty {
      throw ValidationError("Name a --text file, a MESSAGE-ID or an --author.")
    }
  }

  func run() throws {
    try reportingFailures {
      let table = try calendar.map { ReleaseCalendar(table: try TextFile($0).text) }
      let extractor = ClaimExtractor(calendar: table.map { .openStack.adding($0) } ?? .openStack)
      var found: [ClaimsDocument.Source] = []
      for path in text {
        let claims = extractor.claims(in: try TextFile(path).statement(on: date))
        found.append(.init(file: path, messageID: nil, claims: claims))
      }
      if !messageIDs.isEmpty || !author.isEmpty {
        found += try readPosts(in: store.openForReading(), with: extractor)
      }
      var names = TopicVocabulary(table: try vocabulary.map { try TextFile($0).text } ?? "")
      names.learn(from: found.flatMap { $0.claims.flatMap(\.topics) })
      for source in found {
        let document = ClaimsDocument(source, names: names, explained: explain)
        Terminal.print(try format == .text ? document.text : format.json(document))
      }
    }
  }

  /// The claims of the named posts, and of all posts of the authors that make any. Posts are held a few
  /// hundred at a time.
  private func readPosts(
    in database: ArchiveDatabase, with extractor: ClaimExtractor
  ) throws -> [ClaimsDocument.Source] {
    var found: [ClaimsDocument.Source] = []
    func read(_ post: StoredMessage) -> ClaimsDocument.Source {
      .init(
        file: post.appearances[0].source.path, messageID: post.message.messageID,
        claims: extractor.claims(in: .post(post)))
    }
    for id in messageIDs { found += try database.messages(named: id).map(read) }
    for who in author {
      let ids = try database.messageIDs(ofPerson: Author(who).person(in: database).id)
      var progress = ProgressLine()
      for start in stride(from: 0, to: ids.count, by: 500) {
        progress.show("\(start) of \(ids.count) posts of \(who)")
        let posts = try database.messages(ids: Array(ids[start..<min(start + 500, ids.count)]))
        found += posts.map(read).filter { !$0.claims.isEmpty }
      }
      progress.end()
    }
    return found
  }
}
