import ArchiveReading
import ArgumentParser
import MailParsing
import Reporting

/// `byline parse`: archives in, a line of JSON a message out; keeps nothing.
struct Parse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "parse",
    abstract: "Turn any archive into one JSON line a message, without a store.",
    discussion: """
      Formats and compressions are told from content. What is passed over is told on standard error.

        byline parse ~/archives/some-list > messages.ndjson
        zcat 2013-October.txt.gz | byline parse - --format text
      """)

  @Argument(
    help: ArgumentHelp("Archives, files or directories; - is standard input.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The mbox dialect: mboxo, mboxrd, mboxcl, mboxcl2, pipermail-text, mmdf or babyl; without it, told from content.",
      valueName: "name"),
    transform: choice)
  var dialect: MboxDialect?

  @Option(help: ArgumentHelp("The list's name, for all that is read.", valueName: "name"))
  var list: String?

  @Option(help: "The form of the result; json is one array of all messages.")
  var format: OutputFormat = .ndjson

  @Flag(help: "Give the messages of a digest lines of their own.")
  var splitDigests = false

  @OptionGroup var workers: WorkerOptions

  func run() async throws {
    try await reportingFailures {
      let walker = try ArchiveWalker(paths: paths)
      var options = ArchiveReader.Options()
      options.dialect = dialect
      options.list = list
      options.workers = workers.count
      options.digestsSources = false
      // A few slices and their lines are held at a time; nothing is kept, so small ones cost nothing.
      options.unitSize = UnitSize(slice: 1 << 20)
      var entryCount = 0
      var documents = DocumentWriter(format: format)
      let splitsDigests = splitDigests
      let asText = format == .text
      try await ArchiveReader(options).read(
        walker,
        startingPart: { ParsedLines(asText: asText, splitsDigests: splitsDigests) },
        entry: { $0.add($1, $2) },
        deliver: { delivery in
          entryCount += delivery.result.count
          documents.write(delivery.result.bytes)
          for event in delivery.events { SourceNotes.tell(event) }
        })
      documents.end()
      if entryCount == 0 {
        throw Failure(
          ExitStatus.badInput,
          "found no message in \(paths.joined(separator: ", ")); "
            + "name an mbox, a pipermail month, a Maildir or a directory that holds one")
      }
    }
  }
}

/// The lines made of one unit of an archive.
private struct ParsedLines: Sendable {
  var asText: Bool
  var splitsDigests: Bool
  var bytes: [UInt8] = []
  var count = 0
  private var writer = MessageLine()

  init(asText: Bool, splitsDigests: Bool) {
    self.asText = asText
    self.splitsDigests = splitsDigests
    // The lines of most units fit; room that grows is copied each time.
    bytes.reserveCapacity(3 << 19)
  }

  mutating func add(_ entry: ArchiveEntry, _ entryBytes: Span<UInt8>) {
    add(entry.message, entry, range: entry.range, entryBytes, sha256: entry.sha256)
    guard splitsDigests else { return }
    let start = entry.range.lowerBound
    let dialect = MboxDialect(rawValue: entry.source.format.rawValue)
    MessageParser().forEachNested(in: entry.message, of: entryBytes, dialect: dialect) {
      message, range in
      add(
        message, entry, range: start + range.lowerBound..<start + range.upperBound,
        entryBytes.extracting(range))
    }
  }

  private mutating func add(
    _ message: FlatMessage, _ entry: ArchiveEntry, range: Range<Int>, _ entryBytes: Span<UInt8>,
    sha256: String? = nil
  ) {
    count += 1
    guard !asText else {
      let parsed = message.parsed.message
      let day = parsed.sentAt?.rfc3339 ?? "no date"
      bytes += Array(
        "\(day)  \(VisibleText.line(MessageText.author(parsed)))  \(VisibleText.line(parsed.subject))\n"
          .utf8)
      return
    }
    writer.append(
      message,
      source: MessageLine.Source(
        path: entry.source.path, member: entry.source.member, format: entry.source.format,
        entry: range, sha256: sha256 ?? SHA256.hexadecimal(of: entryBytes)),
      list: entry.list, to: &bytes)
  }
}

/// Writes lines as they are, or as the members of one JSON array.
private struct DocumentWriter {
  var format: OutputFormat
  private var isFirst = true

  init(format: OutputFormat) { self.format = format }

  mutating func write(_ lines: [UInt8]) {
    guard format == .json else { return Terminal.write(lines) }
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      Terminal.write(Array((isFirst ? "[" : ",\n").utf8) + line)
      isFirst = false
    }
  }

  func end() {
    if format == .json { Terminal.print(isFirst ? "[]" : "]") }
  }
}
