import ArchiveReading
import ArchiveStorage
import ArgumentParser
import ClaimExtraction
import Foundation
import MailParsing

/// Reads whole lists for claims: what is found in ordinary posts, whether quotes stand in their texts,
/// and how fast it goes.
struct ClaimsBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Finds the claims and candidacies in every post of some lists.",
    discussion: """
      A row for each list. Sentences are those of the posts' own words. Rates are bytes of text by \
      processor second of one core, for claims and candidacies together and for zones alone. The digest \
      is of all that was found and why: two builds with one digest find the same. With \
      --statements, labelled statements are sent to the list as posts and their sentences are planted in \
      ordinary posts. A quote that does not stand in its post ends the run with status 1.
      """)

  @Argument(help: "Archives, one list each.")
  var paths: [String]

  @Option(help: "A folder of labelled statements: text/NAME.txt, labels/NAME.json.")
  var statements: [String] = []

  @Flag(help: "Print each candidacy, role and credential that was found.")
  var show = false

  func run() async throws {
    let planted = try statements.flatMap { try PlantedStatement.read(folder: $0) }
    print(ListReading.header)
    var misquoted = 0
    for path in paths {
      let reading = try await read(path)
      print(reading.row(name: URL(fileURLWithPath: path).lastPathComponent))
      print("  found: \(String(reading.digest, radix: 16))")
      misquoted += reading.misquoted
      if show { reading.found.forEach { print("  \($0)") } }
      for line in PlantedStatement.recall(of: planted, among: reading.hosts) { print("  \(line)") }
    }
    for line in PlantedStatement.candidacies(of: planted) { print(line) }
    if misquoted > 0 { throw ExitCode.failure }
  }

  private func read(_ path: String) async throws -> ListReading {
    var reading = ListReading()
    try await ArchiveReader().read(
      try ArchiveWalker(paths: [path]), startingPart: { [Message]() },
      entry: { part, entry, _ in part.append(entry.parsed.message) },
      deliver: { delivery in
        for post in delivery.result { reading.add(post) }
      })
    return reading
  }
}

/// What reading one list for claims came to.
struct ListReading {
  private var posts = 0
  private var byteCount = 0
  private var sentences = 0
  private var counts: [Claim.Kind: Int] = [:]
  private var candidacies = 0
  private(set) var misquoted = 0
  /// Of every claim and candidacy with all that is said of it, in the order they were found.
  private(set) var digest: UInt64 = 0
  private var claimSeconds = 0.0
  private var zoneSeconds = 0.0
  /// The rare claims, as lines to look at.
  private(set) var found: [String] = []
  /// Some ordinary posts, spread over the list, to plant statements in.
  private(set) var hosts: [String] = []

  private let extractor = ClaimExtractor()
  private let detector = CandidacyDetector()
  private let cutter = ZoneCutter()

  mutating func add(_ post: Message) {
    let text = post.text
    posts += 1
    byteCount += text.utf8.count
    let start = ProcessorTime.now
    let claims = extractor.claims(in: text, subject: post.subject, writtenAt: post.sentAt)
    let candidacy = detector.candidacy(in: text, subject: post.subject, writtenAt: post.sentAt)
    let between = ProcessorTime.now
    claimSeconds += between - start
    let zones = cutter.ownText(of: text)
    zoneSeconds += ProcessorTime.now - between
    count(claims, in: text)
    for claim in claims { digest = Name.mix(digest, Name.digest("\(claim)")) }
    digest = Name.mix(digest, Name.digest("\(candidacy, default: "-")"))
    let scalars = Array(text.unicodeScalars)
    for zone in zones {
      sentences += SentenceCutter().sentences(in: Self.words(zone.range, of: scalars)).count
    }
    if let candidacy {
      candidacies += 1
      found.append("candidates: \(post.subject) | \(candidacy.claim.quote)")
    }
    if posts % 97 == 0, text.utf8.count < 20_000, claims.isEmpty, !zones.isEmpty {
      hosts.append(text)
    }
  }

  private mutating func count(_ claims: [Claim], in text: String) {
    guard !claims.isEmpty else { return }
    let scalars = Array(text.unicodeScalars)
    for claim in claims {
      counts[claim.kind, default: 0] += 1
      let isQuoted =
        claim.range.upperBound <= scalars.count && !claim.range.isEmpty
        && Self.words(claim.range, of: scalars) == claim.quote
      if !isQuoted { misquoted += 1 }
      if Self.rare.contains(claim.kind) {
        found.append(
          "\(claim.kind.rawValue): \(claim.quote.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
        )
      }
    }
  }

  private static func words(_ range: Range<Int>, of scalars: [Unicode.Scalar]) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[range])
    return String(words)
  }

  /// The kinds that ordinary posts hold next to none of.
  private static let rare: [Claim.Kind] = [.candidacy, .role, .credential]

  static let header =
    "| list | posts | text | sentences | candidacy, role, credential | other claims | candidates | misquoted | claims | zones |\n"
    + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"

  func row(name: String) -> String {
    let rare = Self.rare.reduce(0) { $0 + counts[$1, default: 0] }
    let others = counts.values.reduce(0, +) - rare
    let share = String(format: "%.2f", 100 * Double(rare) / Double(max(1, sentences)))
    func rate(_ seconds: Double) -> String {
      String(format: "%.1f", Double(byteCount) / max(seconds, 1e-9) / 1e6)
    }
    return
      "| \(name) | \(posts) | \(byteCount / 1_000_000) MB | \(sentences) | \(rare) (\(share) %) "
      + "| \(others) | \(candidacies) | \(misquoted) | \(rate(claimSeconds)) MB/s "
      + "| \(rate(zoneSeconds)) MB/s |"
  }
}

/// Processor time of this process so far, in seconds.
private enum ProcessorTime {
  static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
