import ArchiveStorage
import Reporting
import TestSupport
import Testing

@Suite("who did what about a topic")
struct WhoTests {
  private static let history = TopicHistory(
    topic: "importer",
    involvements: [
      Involvement(
        part: .began, name: "Ada Example", addresses: ["ada@example.org"],
        from: "2010-05-04T10:00:00+02:00", to: "2010-05-04T10:00:00+02:00", commitCount: 1,
        postCount: 0, citations: [Invented.commit]),
      Involvement(
        part: .thanked, name: "Ben <b>\u{202E}", addresses: [], from: "2013-10-09T23:05:32+00:00",
        to: "2013-11-09T23:05:32+00:00", commitCount: 0, postCount: 2,
        citations: [Invented.post("Thanks to Ben", in: "Thanks to Ben, ben@example.org!")]),
    ], notes: ["the repository is shallow"])

  @Test("as text, part by part in the order of time")
  func text() throws {
    try Golden.expect(WhoText.text(of: Self.history, redaction: Redaction()), equals: "who.txt")
  }

  @Test("as byline.who/1")
  func json() throws {
    try Golden.expect(
      WhoJSON.document(of: Self.history, redaction: Redaction()), equals: "who.json")
  }

  @Test("as lines, one for each person and part")
  func lines() throws {
    try Golden.expect(
      WhoJSON.lines(of: Self.history, redaction: Redaction()), equals: "who.ndjson")
  }

  @Test("nobody found is said, not left empty")
  func nobody() {
    let text = WhoText.text(
      of: TopicHistory(topic: "x", involvements: [], notes: []), redaction: Redaction())
    #expect(text == "x\n\nNot found in these records.\n")
  }
}
