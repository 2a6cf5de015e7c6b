import ArgumentParser
import Foundation
import MailParsing

/// Holds every pipermail page against the same post in the monthly text.
struct Twins: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares each page of pipermail archives with its twin in the monthly text.",
    discussion: """
      Twins are found by Message-ID; where pages do not name their own, by text, else by author, \
      subject and date. An entry that shares neither author nor date with the page is another post. \
      Fields are compared exactly, dates to 2 seconds, texts up to white space. A text \
      that is equal but for characters that the monthly text lost to `?` is counted apart; every other \
      difference is counted under its cause.
      """)

  @Argument(help: "Directories of lists, each with months as directories and as `.txt.gz`.")
  var paths: [String]

  @Option(help: "How many differences of each kind to show.")
  var examples = 3

  func run() throws {
    var count = TwinCount(examples: examples)
    for path in paths {
      for month in Self.months(path) { try count.compare(month) }
    }
    count.report()
  }

  /// The months below a path: directories of pages with a `.txt.gz` beside them.
  private static func months(_ path: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: path) else { return [] }
    var months: [String] = []
    while let name = names.nextObject() as? String {
      if name.hasSuffix(".txt.gz") { months.append("\(path)/\(name.dropLast(7))") }
    }
    return months.sorted()
  }
}

/// What was compared, and how it came out.
private struct TwinCount {
  let examples: Int
  private var pages = 0
  private var alone: [String] = []
  private var equal = 0
  private var lossy = 0
  private var zoneless = 0
  private var differences: [String: [String]] = [:]
  private var replyLinks: [String: Int] = [:]

  init(examples: Int) {
    self.examples = examples
  }

  mutating func compare(_ month: String) throws {
    let text = try Self.unzip(month + ".txt.gz")
    let parser = MessageParser()
    let entries = MboxReader(dialect: .pipermailText).entries(in: text.span).map {
      parser.parse(text.span, entry: $0, dialect: .pipermailText)
    }
    let byID = Dictionary(grouping: entries) { $0.message.messageID.first ?? "" }
    let byText = Dictionary(grouping: entries) { Self.ascii(Self.visible($0.message.text)) }
    let byHead = Dictionary(grouping: entries) { Self.head($0.message) }
    for page in PageFile.pages([month]) where page.hasSuffix(".html") {
      let bytes = try PageFile.bytes(of: page)
      let parsed = PipermailPage.parse(bytes.span)
      let candidates =
        parsed.message.messageID.first.flatMap { byID[$0] }
        ?? byText[Self.ascii(Self.visible(parsed.message.text))]
        ?? byHead[Self.head(parsed.message)]?.filter { Self.isSameInstant(parsed, $0) } ?? []
      let best = candidates.max {
        (Self.agreement($0, parsed), Self.sharedBeginning($0, parsed))
          < (Self.agreement($1, parsed), Self.sharedBeginning($1, parsed))
      }
      pages += 1
      if let best, Self.agreement(best, parsed) >= 2 {
        compare(parsed, best, page)
      } else {
        alone.append(page)
      }
    }
  }

  private mutating func compare(_ page: ParsedMessage, _ text: ParsedMessage, _ name: String) {
    let before = differences.values.reduce(0) { $0 + $1.count }
    let (one, two) = (page.message, text.message)
    if one.from != two.from { note("author", name, "\(one.from)", "\(two.from)") }
    if one.subject != two.subject { note("subject", name, one.subject, two.subject) }
    if !Self.isSameInstant(page, text) {
      note(
        "date, \(TwinCause.ofDates(one, two))", name, one.sentAt?.rfc3339 ?? "none",
        two.sentAt?.rfc3339 ?? "none")
    } else if two.sentAt?.zoneOffsetMinutes == nil,
      one.sentAt?.secondsSinceEpoch != two.sentAt?.secondsSinceEpoch
    {
      zoneless += 1
    }
    if ContentKey.hexadecimal(of: page) != ContentKey.hexadecimal(of: text) {
      note("content key", name)
    }
    let (left, right) = (Self.visible(one.text), Self.visible(two.text))
    if left != right {
      if Self.ascii(left) == Self.ascii(right) {
        lossy += 1
      } else {
        let common = zip(left.utf8, right.utf8).prefix { $0 == $1 }.count
        let from = max(0, common - 20)
        note(
          "text, \(TwinCause.ofTexts(left, right))", name,
          String(decoding: left.utf8.dropFirst(from).prefix(80), as: UTF8.self),
          String(decoding: right.utf8.dropFirst(from).prefix(80), as: UTF8.self))
      }
    }
    if differences.values.reduce(0, { $0 + $1.count }) == before { equal += 1 }
    replyLinks[Self.replyLink(one, two), default: 0] += 1
  }

  /// What the id in the page's answering link is in the monthly text.
  private static func replyLink(_ page: Message, _ text: Message) -> String {
    if let own = page.messageID.first {
      return text.messageID.contains(own)
        ? "in brackets, the post's own" : "in brackets, another's"
    }
    guard let id = page.inReplyTo.first else { return "none" }
    if text.inReplyTo.contains(id) { return "bare, what the post's In-Reply-To names" }
    if text.references.contains(id) { return "bare, among the post's References" }
    return text.messageID.contains(id) ? "bare, the post's own" : "bare, of another post"
  }

  /// Whether the dates are one instant; of early Mailman 2.1's, which writes the server's hour without its
  /// zone into the text, whether the page shows that hour.
  private static func isSameInstant(_ page: ParsedMessage, _ text: ParsedMessage) -> Bool {
    guard let one = page.message.sentAt, let two = text.message.sentAt else {
      return page.message.sentAt == text.message.sentAt
    }
    if abs(one.secondsSinceEpoch - two.secondsSinceEpoch) <= 2 { return true }
    let hour = one.secondsSinceEpoch + Int64(one.zoneOffsetMinutes ?? 0) * 60
    return two.zoneOffsetMinutes == nil && abs(hour - two.secondsSinceEpoch) <= 2
  }

  private static func head(_ message: Message) -> String {
    "\(message.from.first?.email ?? "") \(message.subject)"
  }

  private static func agreement(_ one: ParsedMessage, _ two: ParsedMessage) -> Int {
    (one.message.from == two.message.from ? 2 : 0)
      + (one.message.subject == two.message.subject ? 1 : 0)
      + (isSameInstant(two, one) ? 4 : 0)
  }

  /// How far the texts are equal, which tells posts apart that nothing else does.
  private static func sharedBeginning(_ one: ParsedMessage, _ two: ParsedMessage) -> Int {
    zip(visible(one.message.text).utf8, visible(two.message.text).utf8).prefix { $0 == $1 }.count
  }

  private static func visible(_ text: String) -> String {
    String(decoding: text.utf8.filter { $0 > 0x20 }, as: UTF8.self)
  }

  private static func ascii(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 < 0x80 && $0 != 0x3F }
  }

  private mutating func note(_ kind: String, _ page: String, _ values: String...) {
    differences[kind, default: []].append(([page] + values).joined(separator: "\n    "))
  }

  func report() {
    print(
      "\(pages) pages, \(equal) equal to their twins; \(lossy) of these but for characters lost to ?"
    )
    print("\(alone.count) pages whose post the monthly text does not hold")
    for example in alone.prefix(examples) { print("  \(example)") }
    print("\(zoneless) dates equal by the server's hour, which the text gives without its zone")
    for (kind, cases) in differences.sorted(by: { $0.key < $1.key }) {
      print("\(kind): \(cases.count)")
      for example in cases.prefix(examples) { print("  \(example)") }
    }
    for (kind, count) in replyLinks.sorted(by: { $0.key < $1.key }) {
      print("id in the answering link: \(kind): \(count)")
    }
  }

  /// The bytes of a gzip file, by `gzip` itself.
  private static func unzip(_ path: String) throws -> [UInt8] {
    [UInt8](try Program.run("gzip", "-dc", path))
  }
}
