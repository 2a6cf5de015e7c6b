public import MailParsing

/// The head of a post that was saved as a plain file: a subject, an author and a date line, as an
/// archive page shows them, or header fields.
public struct StatementHead: Sendable, Hashable {
  /// Scalars of the head; empty where the text has none.
  public private(set) var range: Range<Int> = 0..<0
  /// The subject, without its field name.
  public private(set) var subject = ""
  /// The author line, as it stands.
  public private(set) var author = ""
  /// The day it says it was written.
  public private(set) var writtenAt: MailDate?

  /// Reads the head of a text: up to eight lines before the first two that are neither subject,
  /// author nor date. A text that begins with a greeting or prose has no head.
  public init(_ text: String) {
    var candidate = StatementHead(range: 0..<0)
    var rest = text.utf8[...]
    var place = 0
    for _ in 0..<8 {
      guard let end = rest.prefix(Self.lineLimit).firstIndex(of: 0x0A) else { break }
      let line = String(Substring(rest[..<end])).trimmingSpaces
      // A scalar is counted at each byte that is no continuation of one.
      place += rest[..<end].count { $0 & 0xC0 != 0x80 } + 1
      rest = rest[rest.index(after: end)...]
      if line.isEmpty { continue }
      if let field = Self.field(of: line) {
        switch field.name {
        case "subject", "title": candidate.subject = field.value
        case "from", "author": candidate.author = field.value
        case "date", "sent": candidate.writtenAt = DateWords.date(in: field.value)
        default: break
        }
      } else if line.utf8.count < 60, let date = DateWords.date(in: line) {
        candidate.writtenAt = date
      } else if candidate.author.isEmpty, line.utf8.count < 100, Self.isAuthor(line) {
        candidate.author = line
      } else if candidate.subject.isEmpty, candidate.range.isEmpty, line.utf8.count < 100 {
        candidate.subject = line
      } else {
        break
      }
      candidate.range = 0..<place
    }
    // Without a date or a field the lines are a greeting or a title, and belong to the text.
    if candidate.writtenAt != nil { self = candidate }
  }

  private init(range: Range<Int>) { self.range = range }

  /// Whether a line is an address, as it is or as "ada at example.org".
  private static func isAuthor(_ line: String) -> Bool {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    return (words.dropFirst().dropLast().contains("at") || line.utf8.contains(0x40))
      && words.count { !$0.isEmpty } <= 8
  }

  /// The longest line of a head, in bytes (RFC 5322 §2.1.1).
  private static let lineLimit = 998

  private static let fields = [
    "subject", "title", "from", "author", "date", "sent", "to", "cc", "message-id", "list",
  ]

  private static func field(of line: String) -> (name: String, value: String)? {
    guard let colon = line.utf8.prefix(16).firstIndex(of: 0x3A) else { return nil }
    let name = line[..<colon].lowercased()
    guard fields.contains(name) else { return nil }
    return (name, String(line[line.index(after: colon)...]).trimmingSpaces)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(scalars[first...last])
  }
}
