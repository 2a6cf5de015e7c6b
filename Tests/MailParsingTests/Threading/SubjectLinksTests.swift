import MailParsing
import Testing

@Suite("Conversations that lost their references")
struct SubjectLinksTests {
  private static func message(
    _ subject: String, day: Int64, id: String? = nil, references: [String] = []
  ) -> Message {
    var message = Message()
    message.subject = subject
    message.messageID = id.map { [$0] } ?? []
    message.references = references
    message.sentAt = MailDate(secondsSinceEpoch: day * 86_400, zoneOffsetMinutes: 0)
    return message
  }

  /// One line a node: two spaces a level, `~` where a subject alone links it, the day it was sent.
  private static func outline(_ messages: [Message]) -> [String] {
    let threads = ThreadBuilder.threads(of: messages.map { ThreadBuilder.Entry($0) })
    return SubjectLinks.join(threads, of: messages).flatMap(\.nodes).map { node in
      let day = node.message.flatMap { messages[$0].sentAt }.map { $0.secondsSinceEpoch / 86_400 }
      return String(repeating: "  ", count: node.depth) + (node.isLinkedBySubject ? "~" : "")
        + (day.map(String.init) ?? "ghost")
    }
  }

  private static let cases: [(rule: String, messages: [Message], outline: [String])] = [
    (
      "an answer without references stands under the first of its subject",
      [message("Boot", day: 1), message("Re: Boot", day: 2), message("AW: [dev] boot", day: 3)],
      ["1", "  ~2", "  ~3"]
    ),
    (
      "two posts of one subject are two conversations",
      [message("Boot", day: 1), message("Boot", day: 2)], ["1", "2"]
    ),
    (
      "an answer goes to the latest conversation of its subject",
      [message("Boot", day: 1), message("Boot", day: 5), message("Re: Boot", day: 6)],
      ["1", "5", "  ~6"]
    ),
    (
      "an answer after a long pause begins a conversation of its own",
      [message("Boot", day: 1), message("Re: Boot", day: 40)], ["1", "40"]
    ),
    (
      "each answer prolongs the conversation",
      [message("Boot", day: 1), message("Re: Boot", day: 25), message("Re: Boot", day: 50)],
      ["1", "  ~25", "  ~50"]
    ),
    (
      "what says what it answers is not guessed about",
      [message("Boot", day: 1), message("Re: Boot", day: 2, references: ["x"])],
      ["1", "ghost", "  2"]
    ),
    (
      "what stands under an answer comes with it",
      [
        message("Boot", day: 1), message("Re: Boot", day: 2, id: "b"),
        message("Re: Boot", day: 3, references: ["b"]),
      ], ["1", "  ~2", "    3"]
    ),
    (
      "answers whose first post is not held stand under the first of them",
      [message("Re: Boot", day: 1), message("Re: Boot", day: 2)], ["1", "  ~2"]
    ),
    (
      "an empty subject links nothing", [message("", day: 1), message("Re: ", day: 2)], ["1", "2"]
    ),
  ]

  @Test("a subject links what lost its references, and nothing else", arguments: cases)
  func links(_ entry: (rule: String, messages: [Message], outline: [String])) {
    #expect(Self.outline(entry.messages) == entry.outline, "\(entry.rule)")
  }

  @Test("a message without a date is never linked")
  func undated() {
    var answer = Self.message("Re: Boot", day: 2)
    answer.sentAt = nil
    #expect(
      Self.outline([Self.message("Boot", day: 1), answer]).sorted() == ["1", "ghost"].sorted())
  }
}
