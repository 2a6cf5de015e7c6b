import ArchiveStorage
import ArgumentParser
import ClaimExtraction
import MailParsing
import Reporting

/// `byline claims`: what a text says that people did.
struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "claims",
    abstract: "Find the claims in a statement, in a stored post, or in an author's posts.",
    discussion: """
      Topics keep their words; beside them stands what each is called. Names are learnt from all texts and \
      posts of one call ("the router" is sparrow-router where that is the only router), for stored posts and \
      wherever --store is named also from the subjects of the store, and are taught by --vocabulary. Times \
      such as "since Liberty" are read by the cycles of OpenStack and those of --calendar.

        byline claims --text statement.txt --date 2013-10-09 --explain
        byline claims --author "Ada Example" --format ndjson
      """)

  @Argument(help: ArgumentHelp("Message-IDs of stored posts.", valueName: "message-id"))
  var messageIDs: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Plain text files; - is standard input.", valueName: "file"))
  var text: [String] = []

  @Option(
    help: ArgumentHelp(
      "A name or an address: the claims in all of this author's stored posts. May be repeated.",
      valueName: "who"))
  var author: [String] = []

  @Option(
    help: ArgumentHelp("The day the --text files were written, as 2013-10-09.", valueName: "day"))
  var date: Day?

  @Option(
    help: ArgumentHelp(
      "A table of release cycles, `start end name other-name…` a line, days as 2015-04-30.",
      valueName: "file"))
  var calendar: String?

  @Option(
    help: ArgumentHelp(
      "A table of topics, `name = spelling, spelling` a line, that gives topics their names.",
      valueName: "file"))
  var vocabulary: String?

  @Flag(help: "Say why each span was taken for a claim.")
  var explain = false

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if text.isEmpty, messageIDs.isEmpty, author.isEmpty {
      throw ValidationError("Name a --text file, a MESSAGE-ID or an --author.")
    }
  }

  func run() throws {
    try reportingFailures {
      let extractor = ClaimExtractor(calendar: try readCalendar())
      var names = try readVocabulary()
      var found: [ClaimsDocument.Source] = []
      for path in text {
        let statement = try TextFile(path).statement(on: date)
        let claims = extractor.claims(in: statement)
        if claims.isEmpty, extractor.isForeign(statement) {
          Terminal.note("\(VisibleText.line(path)): \(Self.languageNote)")
        }
        found.append(.init(file: path, messageID: nil, claims: claims))
      }
      if !messageIDs.isEmpty || !author.isEmpty {
        found += try readPosts(in: store.openForReading(), with: extractor)
      }
      let topics = found.flatMap { $0.claims.flatMap(\.topics) }
      names.learn(from: topics)
      if store.store != nil || !messageIDs.isEmpty || !author.isEmpty {
        try learn(&names, of: topics, from: store.openForReading())
      }
      for source in found {
        let document = ClaimsDocument(source, names: names, explained: explain)
        if format == .text { Terminal.print(document.text) } else { try format.print(document) }
      }
    }
  }

  /// What is told of a text in which nothing was to be found.
  static let languageNote = "not in English, the one language in which claims are found"

  private func readCalendar() throws -> ReleaseCalendar {
    guard let calendar else { return .openStack }
    let table = ReleaseCalendar(table: try TextFile(calendar).text)
    guard !table.cycles.isEmpty else {
      throw Failure(
        ExitStatus.badInput,
        "cannot read \(calendar): no line of it is `start end name`, with days as 2015-04-30")
    }
    return .openStack.adding(table)
  }

  private func readVocabulary() throws -> TopicVocabulary {
    guard let vocabulary else { return TopicVocabulary() }
    let table = TopicVocabulary(table: try TextFile(vocabulary).text)
    guard !table.isEmpty else {
      throw Failure(
        ExitStatus.badInput,
        "cannot read \(vocabulary): no line of it is `name = spelling, spelling`")
    }
    return table
  }

  /// Learns the names of topics of one word from the subjects of the store that hold the word.
  private func learn(
    _ names: inout TopicVocabulary, of topics: [String], from database: ArchiveDatabase
  ) throws {
    for topic in names.unnamed(among: topics) {
      let ids = try database.messageIDs(matching: SearchQuery("subject:\"\(topic)\""))
      let posts = try database.messages(ids: Array(ids.prefix(100)))
      names.learn(topic, fromSubjects: posts.map(\.message.subject))
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
    for id in messageIDs {
      for post in try database.messages(named: id) {
        let source = read(post)
        if source.claims.isEmpty, extractor.isForeign(.post(post)) {
          Terminal.note("\(VisibleText.line(id)): \(Self.languageNote)")
        }
        found.append(source)
      }
    }
    for who in author {
      let ids = try database.messageIDs(ofPerson: Author(who).person(in: database).id)
      var progress = ProgressLine()
      try database.forEachMessage(of: ids) { place, post in
        progress.show("\(place) of \(ids.count) posts of \(who)")
        let source = read(post)
        if !source.claims.isEmpty { found.append(source) }
      }
      progress.end()
    }
    return found
  }
}
