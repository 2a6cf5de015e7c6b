import MailParsing
import Testing

@Suite("MessageParser reads one mail")
struct MessageParserTests {
  private func parse(_ text: String) -> ParsedMessage {
    let bytes = Array(text.utf8)
    return MessageParser().parse(bytes.span)
  }

  private func parseEntry(_ text: String, dialect: MboxDialect) throws -> ParsedMessage {
    let bytes = Array(text.utf8)
    let entries = MboxReader(dialect: dialect).entries(in: bytes.span)
    return MessageParser().parse(
      bytes.span, entry: try #require(entries.first), dialect: dialect)
  }

  @Test("what programs put around a mail in its file is none of it")
  func mailFiles() {
    let mail = "Subject: boats\nMessage-ID: <1@example.org>\n\none\n"
    for text in [
      "\n\n\(mail)", "\(mail.utf8.count)    \n\(mail)<?xml version=\"1.0\"?>\n<plist/>\n",
    ] {
      let message = parse(text).message
      #expect(message.messageID == ["1@example.org"])
      #expect(message.text == "one\n")
    }
    #expect(parse("\n3\nno field\n").message.text == "3\nno field\n")
  }

  @Test("a plain mail gives its headers and text")
  func plain() {
    for lineEnd in ["\n", "\r\n"] {
      let mail = """
        Message-ID: <1@example.org>
        In-Reply-To: <0@example.org>
        References: <a@example.org>
         <0@example.org>
        From: "Ann B. Example" <ann@example.org>
        To: bob@example.org (Bob), List: c@example.org;
        Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= from
         here
        Date: Tue, 1 Jul 2003 10:52:37 +0200
        List-Id: Talk <talk.example.org>

        one
        two
        """.replacing("\n", with: lineEnd)
      let parsed = parse(mail)
      let message = parsed.message
      #expect(message.messageID == ["1@example.org"])
      #expect(message.inReplyTo == ["0@example.org"])
      #expect(message.references == ["a@example.org", "0@example.org"])
      #expect(message.from == [Address(name: "Ann B. Example", email: "ann@example.org")])
      #expect(
        message.to == [
          Address(name: "Bob", email: "bob@example.org"), Address(email: "c@example.org"),
        ])
      #expect(message.subject == "Grüße from here")
      #expect(message.sentAt?.rfc3339 == "2003-07-01T10:52:37+02:00")
      #expect(message.list == "talk")
      #expect(message.text == "one\ntwo")
      #expect(parsed.defects == [])
    }
  }

  @Test("a multipart gives its plain text, and its other parts as attachments")
  func multipart() {
    let parsed = parse(
      """
      From: a@example.org
      Content-Type: multipart/mixed; boundary="out"

      preamble
      --out
      Content-Type: multipart/alternative; boundary=in

      --in
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      caf=E9
      --in
      Content-Type: text/html

      <p>caf&eacute;</p>
      --in--
      --out
      Content-Type: text/x-diff; name="a.patch"
      Content-Transfer-Encoding: base64

      AAECAwQ=
      --out--
      epilogue
      """)
    #expect(parsed.message.text == "café")
    #expect(parsed.message.attachments.map(\.name) == ["a.patch"])
    #expect(parsed.message.attachments.map(\.type) == ["text/x-diff"])
    #expect(parsed.message.attachments.map(\.byteCount) == [5])
  }

  @Test("pipermail's monthly text gives the author, the text and what was scrubbed")
  func archived() throws {
    let parsed = try parseEntry(
      """
      From ann at example.org  Mon Jan  5 10:00:00 2004
      From: ann at example.org (Ann Example)
      Date: Mon, 5 Jan 2004 10:00:00 +0000
      Subject: [Talk] hello
      Message-ID: <1@example.org>

      On Monday bob at example.org wrote:
      >From here on
      -------------- next part --------------
      An HTML attachment was scrubbed...
      URL: <http://example.org/pipermail/talk/attachments/20040105/0a1b2c3d/attachment.html>

      """, dialect: .pipermailText)
    #expect(parsed.fidelity == .archived)
    #expect(parsed.message.from == [Address(name: "Ann Example", email: "ann@example.org")])
    #expect(parsed.message.text.hasPrefix("On Monday bob@example.org wrote:\nFrom here on\n"))
    #expect(!parsed.message.text.contains("scrubbed"))
    #expect(parsed.message.attachments.count == 1)
    #expect(
      parsed.message.receivedAt?.secondsSinceEpoch == parsed.message.sentAt?.secondsSinceEpoch)
  }

  @Test("an impossible date is a defect with the From_ line's date beside it, and no date")
  func impossibleDate() throws {
    let parsed = try parseEntry(
      """
      From ann@example.org Mon Mar  1 10:00:00 2004
      From: ann@example.org
      Date: Sat, 31 Feb 2004 10:00:00 +0000

      text

      """, dialect: .mboxrd)
    #expect(parsed.message.sentAt == nil)
    let defect = try #require(parsed.defects.first { $0.kind == .impossibleDate })
    #expect(defect.detail.contains("2004-03-01T10:00:00"))
  }

  @Test("a field whose name may not be is passed over, and the header goes on")
  func malformedName() {
    let bytes = Array("Subject : boats\nBoät: x\nX-Row \t : y\n\nrow\n".utf8)
    let parsed = MessageParser().parse(bytes.span)
    #expect(parsed.message.subject == "boats")
    #expect(parsed.message.text == "row\n")
    #expect(parsed.defects.contains { $0.kind == .malformedHeaderLine })
  }

  @Test(
    "what is beyond the limits is a defect, whatever is tried",
    arguments: [
      ("X-Long: " + String(repeating: "x", count: 300_000), .oversizedHeader),
      ("Subject: " + String(repeating: "=?", count: 150_000), .oversizedHeader),
      (
        String(repeating: "To: a@example.org\n", count: 10_001) + "Cc: b@example.org",
        .oversizedHeader
      ),
      (nested(depth: 2000), .nestingTooDeep),
      (
        "Content-Type: multipart/mixed; boundary=b\n\n"
          + String(repeating: "--b\n\nrow\n", count: 10_002), .tooManyParts
      ),
    ] as [(String, Defect.Kind)])
  func bombs(mail: String, kind: Defect.Kind) {
    let bytes = Array("From: ann@example.org\n\(mail)\n\n".utf8)
    let parsed = MessageParser().parse(bytes.span)
    #expect(parsed.defects.contains { $0.kind == kind })
    #expect(parsed.defects.count < 20)
    #expect(parsed.message.from.map(\.email) == ["ann@example.org"])
  }

  private static func nested(depth: Int) -> String {
    (0..<depth).map {
      "Content-Type: multipart/mixed; boundary=b\($0).\n\n--b\($0).\n"
    }.joined()
  }
}
