import ArgumentParser
import Foundation

/// Draws citations from reports for somebody to read, each beside the claim that it is to bear out.
struct CitationSample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract:
      "Draws cited commits or posts from reports, for reading whether they bear on the claim.",
    discussion: """
      Reports are JSON as `byline check` prints it. A citation counts once a claim. What comes out is \
      Markdown, an item a citation, to be marked.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable { case commits, posts }

  @Argument(help: "Reports.")
  var reports: [String]

  @Option(help: "commits or posts.")
  var of: Kind = .commits

  @Option(help: "How many to draw; 0 for all.")
  var count = 100

  @Option(help: "Chooses them.")
  var seed: UInt64 = 1

  @Flag(help: "Draw of what is cited for unclaimed work, too.")
  var unclaimed = false

  func run() throws {
    var items = try reports.sorted().flatMap(items)
    let whole = items.count
    var random = SeededGenerator(seed: seed, stream: of.rawValue)
    items.shuffle(using: &random)
    let drawn = count == 0 ? items : Array(items.prefix(count))
    print("\(drawn.count) of \(whole) cited \(of.rawValue), seed \(seed)\n")
    for item in drawn { print("- [ ] \(item)") }
  }

  private func items(ofReportAt path: String) throws -> [String] {
    let report = try JSONDecoder().decode(
      ReadReport.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    let claims = report.claims.flatMap { claim in
      claim.findings.flatMap { $0.citations ?? [] }.compactMap { item($0) }
        .map { "\(report.person.name), \(claim.kind) “\(Self.line(claim.quote))” | \($0)" }
    }
    let others = (unclaimed ? report.unclaimedWork ?? [] : []).flatMap { work in
      (work.citations ?? []).compactMap { item($0) }
        .map { "\(report.person.name), unclaimed \(work.kind) on \(work.topic) | \($0)" }
    }
    var seen = Set<String>()
    return (claims + others).filter { seen.insert($0).inserted }
  }

  /// A citation as an item tells it; nil where it is of the other kind.
  private func item(_ citation: ReadReport.Citation) -> String? {
    if let commit = citation.commit {
      guard of == .commits else { return nil }
      return "\(commit.prefix(10)) \(citation.authoredAt?.prefix(10) ?? "") "
        + "\(citation.subject ?? "") | \(citation.path ?? "")"
    }
    guard of == .posts, citation.entry != nil, let selector = citation.selector else { return nil }
    return
      "\(citation.author ?? ""), \(citation.sentAt?.prefix(10) ?? ""): “\(Self.line(selector.exact))”"
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The members of a report that a sample shows.
private struct ReadReport: Decodable {
  struct Person: Decodable { var name: String }
  struct Claim: Decodable {
    var quote: String
    var kind: String
    var findings: [Finding]
  }
  struct Finding: Decodable { var citations: [Citation]? }
  struct Work: Decodable {
    var kind: String
    var topic: String
    var citations: [Citation]?
  }
  struct Citation: Decodable {
    struct Selector: Decodable { var exact: String }
    var commit: String?
    var subject: String?
    var path: String?
    var authoredAt: String?
    var entry: [Int]?
    var author: String?
    var sentAt: String?
    var selector: Selector?
  }
  var person: Person
  var claims: [Claim]
  var unclaimedWork: [Work]?
}
