import ArchiveStorage
import ArgumentParser
import ClaimExtraction
import MailParsing

/// `byline claims`: what a text says that people did.
struct Claims: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the claims in a statement, in a stored post, or in an author's posts.")

  @Argument(help: "Message-IDs of stored posts.")
  var messageIDs: [String] = []

  @Option(name: .long, parsing: .upToNextOption, help: "Plain text files.")
  var text: [String] = []

  @Option(help: "A name or an address: the claims in all of this author's stored posts.")
  var author: String?

  @Option(help: "The day the --text files were written, as 2013-10-09.")
  var date: Day?

  @Option(help: "A table of release cycles to read times by, beside OpenStack's: name, start, end.")
  var calendar: String?

  @Flag(help: "Say why each span was taken for a claim.")
  var explain = false

  @Option(help: "text, json or ndjson.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if text.isEmpty, messageIDs.isEmpty, author == nil {
      throw ValidationError("Name a --text file, a MESSAGE-ID or an --author.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      var cycles = ReleaseCalendar.openStack
      if let calendar {
        cycles = cycles.adding(ReleaseCalendar(table: try TextFile(calendar).text))
      }
      let extractor = ClaimExtractor(calendar: cycles)
      for path in text {
        let statement = try TextFile(path).statement(on: date)
        try print(
          ClaimsDocument(file: path, claims: extractor.claims(in: statement), explained: explain))
      }
      guard !messageIDs.isEmpty || author != nil else { return }
      let database = try store.openForReading()
      var posts: [StoredMessage] = []
      for id in messageIDs {
        let found = try database.messages(withMessageID: id)
        guard !found.isEmpty else {
          throw Failure(ExitStatus.missingInput, "the store \(store.path) holds no message <\(id)>")
        }
        posts += found
      }
      if let author {
        let person = try Author(author).person(in: database)
        posts += try database.messages(ofPerson: person.id)
      }
      for post in posts {
        let claims = extractor.claims(in: .post(post))
        if claims.isEmpty, author != nil { continue }
        try print(
          ClaimsDocument(
            file: post.appearances[0].source.path, messageID: post.message.messageID,
            claims: claims, explained: explain))
      }
    }
  }

  private func print(_ document: ClaimsDocument) throws {
    switch format {
    case .text: Terminal.print(document.text)
    case .json, .ndjson: Terminal.print(try format.json(document))
    }
  }
}
