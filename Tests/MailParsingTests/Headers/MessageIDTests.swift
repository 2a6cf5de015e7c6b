import MailParsing
import Testing

@Suite("Message-IDs are told from addresses")
struct MessageIDTests {
  @Test(
    "what In-Reply-To names",
    arguments: [
      ("<a@example.org>", ["a@example.org"]),
      ("<a@example.org> <b@example.org>", ["a@example.org", "b@example.org"]),
      ("<a@\n example.org>", ["a@example.org"]),
      ("<a   @ local(a word)  .example .org>", ["a@local.example.org"]),
      ("<a(b)@example.org>", ["a(b)@example.org"]),
      ("Your message of \"Mon, 5 Jan 2004\" <a@example.org>", ["a@example.org"]),
      (
        "Message from Ann Lee <ann@example.org> of \"Mon, 5 Jan 2004\" <a@example.org>",
        ["a@example.org"]
      ),
      ("<a@example.org> from Ann Lee at Jan 5", ["a@example.org"]),
      ("a@example.org", ["a@example.org"]),
      ("a@example.org, b@example.org", ["a@example.org", "b@example.org"]),
      ("ann@example.org (Ann Lee) \"Re: boats\" (Apr 23, 10:00am)", []),
      ("Ann's message of Monday", []),
    ])
  func inReplyTo(field: String, ids: [String]) {
    let bytes = Array("In-Reply-To: \(field)\n\n".utf8)
    #expect(MessageParser().parse(bytes.span).message.inReplyTo == ids)
  }

  @Test("a Message-ID without brackets is one all the same")
  func bare() {
    let bytes = Array("Message-ID: 5 words@example.org\n\n".utf8)
    #expect(MessageParser().parse(bytes.span).message.messageID == ["words@example.org"])
  }
}
