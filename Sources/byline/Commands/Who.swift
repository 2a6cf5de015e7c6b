import ArgumentParser
import ClaimChecking
import Reporting

/// `byline who`: from a topic to the people behind it.
struct Who: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "who",
    abstract: "Say who began a topic, carried it, reviewed it and was thanked for it.",
    discussion: """
      Posts and commits are asked alike. People stand in the order of their first record: nothing is \
      ranked. Several words are one topic.

        byline who lock table --git ~/src/project
      """)

  @Argument(help: "What was worked on, as a noun phrase: \"lock table\".")
  var topic: [String]

  @Flag(inversion: .prefixedNo, help: "Obscure addresses and telephone numbers.")
  var redact = true

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var records: RecordOptions

  func run() async throws {
    try await reportingFailures {
      let database = try await records.database()
      guard database != nil || !records.git.isEmpty else {
        throw Failure(
          ExitStatus.missingInput,
          "there is nothing to ask: no store at \(records.store.path), no --archive and no --git")
      }
      let record = CheckRecord(
        repositories: records.git, cacheFolder: CacheFolder.path, since: records.since?.date,
        until: records.until?.lastSecond,
        database: database)
      let history = try await TopicInquiry(record).history(of: topic.joined(separator: " "))
      let redaction = Redaction(isOn: redact)
      switch format {
      case .text: Terminal.write(WhoText.text(of: history, redaction: redaction))
      case .json: Terminal.write(WhoJSON.document(of: history, redaction: redaction))
      case .ndjson: Terminal.write(WhoJSON.lines(of: history, redaction: redaction))
      }
    }
  }
}
