import Foundation
import TestSupport
import Testing

/// Archives as services hand them out, through the built command: what a user gets of them.
@Suite("archives as services hand them out", .serialized)
struct ArchiveKindsTests {
  private let runner: CommandRunner

  init() throws { runner = try CommandRunner("kinds") }

  @Test("HyperKitty's export: addresses restored in the text, the list told by the file's name")
  func hyperKitty() throws {
    let lines = try parse(["builders@lists.example.org-2020-03.mbox.gz"]) {
      try $0.write(
        """
        From ada@example.org Mon Mar  2 10:00:00 2020
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="===============1234567890123456789=="
        From: =?utf-8?q?Ad=C3=A8le?= Example <ada@example.org>
        To: builders@lists.example.org
        Subject: =?utf-8?q?Caf=C3=A9_pumps?=
        Date: Mon, 02 Mar 2020 11:00:00 +0100
        Message-ID: <first@example.org>

        --===============1234567890123456789==
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable
        MIME-Version: 1.0

        On Sunday bo(a)example.org wrote of f(a) and g(a)b. Caf=C3=A9.

        --===============1234567890123456789==
        Content-Type: text/x-patch
        Content-Disposition: attachment; filename="fix.patch"
        Content-Transfer-Encoding: base64

        LS0tIGEKKysrIGIK

        --===============1234567890123456789==--

        From bo(a)example.org Mon Mar  2 12:00:00 2020
        From: Bo Ek <bo(a)example.org>
        To: builders@lists.example.org
        Subject: Re: Caf? pumps
        Date: Mon, 02 Mar 2020 12:00:00 +0000
        Message-ID: <second@example.org>
        In-Reply-To: <first@example.org>

        Fine.


        """, to: "builders@lists.example.org-2020-03.mbox")
      _ = try $0.run(["gzip", "builders@lists.example.org-2020-03.mbox"])
    }
    #expect(lines.map(\.email) == ["ada@example.org", "bo@example.org"])
    #expect(lines.map(\.name) == ["Adèle Example", "Bo Ek"])
    #expect(lines.map(\.list) == ["builders", "builders"])
    #expect(lines.map(\.subject) == ["Café pumps", "Re: Caf? pumps"])
    #expect(
      lines.first?.text == "On Sunday bo@example.org wrote of f(a) and g(a)b. Café.\n")
    #expect(lines.first?.attachments == ["fix.patch"])
  }

  @Test("groups.io's export: a zip of one mbox, its HTML posts as text", .enabled(if: hasZip))
  func groupsIO() throws {
    let lines = try parse(["export.zip"]) {
      try $0.write(
        """
        From ada@example.org Tue Sep 23 10:25:50 2014
        Date: Tue, 23 Sep 2014 10:25:15 -0700
        Content-Type: text/html; charset="utf-8"
        Subject: Pumps
        X-Originating-Ip: 192.0.2.1
        To: builders@groups.example.org
        From: Ada Example <ada@example.org>
        User-Agent: GROUPS.IO Web Poster
        Mime-Version: 1.0
        Message-Id: <1411493115994433684.27523@groups.example.org>

        I&rsquo;m sure<br><br>they work.<blockquote>Do they?</blockquote>



        From bo@example.org Wed Sep 24 09:43:17 2014
        Date: Wed, 24 Sep 2014 09:43:03 -0700
        Subject: Re: [builders] Pumps
        From: Bo Ek <bo@example.org>
        List-Id: <builders.groups.example.org>
        Message-Id: <two@example.org>

        So they do.




        """, to: "messages.mbox")
      try $0.write("email,name\nada@example.org,Ada\n", to: "members.csv")
      _ = try $0.run(["zip", "-q", "export.zip", "messages.mbox", "members.csv"])
    }
    #expect(lines.map(\.member) == ["messages.mbox", "messages.mbox"])
    #expect(lines.map(\.email) == ["ada@example.org", "bo@example.org"])
    #expect(lines.first?.text == "I’m sure\n\nthey work.\n> Do they?\n")
    #expect(lines.map(\.list) == [nil, "builders"])
  }

  @Test(
    "Google Takeout: the mbox below Takeout/Mail, chats and odd From_ lines included",
    .enabled(if: hasZip))
  func takeout() throws {
    let folder = "Takeout/Mail"
    let lines = try parse(["takeout.zip"]) {
      try FileManager.default.createDirectory(
        at: $0.url(folder + "/User Settings"), withIntermediateDirectories: true)
      let mbox = """
        From 1580000000000000001@xxx Mon Mar 02 10:00:00 +0000 2020
        X-GM-THRID: 1580000000000000001
        X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe,Inbox?=,
         =?UTF-8?Q?Wichtig?=
        Delivered-To: ada@example.org
        From: Bo Ek <bo@example.org>
        List-ID: <builders.lists.example.org>
        Subject: Hello
        Date: Mon, 2 Mar 2020 10:00:00 +0000
        Message-ID: <t1@example.org>

        One.
        >From here on.

        From 1580000000000000002@xxx Mon Mar 02 10:01:00 +0000 2020
        X-GM-THRID: 1580000000000000001
        X-Gmail-Labels: Chat
        From: Ada Example <ada@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain

        a line of chat


        """
      try $0.write(
        mbox.replacing("\n", with: "\r\n"), to: "\(folder)/All mail Including Spam and Trash.mbox")
      try $0.write("{\"filters\":[]}", to: "\(folder)/User Settings/Filters.json")
      try $0.write("<html><body>Your data</body></html>", to: "Takeout/archive_browser.html")
      _ = try $0.run(["zip", "-q", "-r", "takeout.zip", "Takeout"])
    }
    #expect(
      lines.map(\.member)
        == Array(repeating: "\(folder)/All mail Including Spam and Trash.mbox", count: 2))
    #expect(lines.map(\.email) == ["bo@example.org", "ada@example.org"])
    #expect(lines.map(\.text) == ["One.\nFrom here on.\n", "a line of chat\n"])
    #expect(lines.map(\.list) == ["builders", nil])
    // A chat has no Date field: the From_ line's stands beside it.
    #expect(lines.map(\.sentAt) == ["2020-03-02T10:00:00+00:00", nil])
    #expect(lines.map(\.defects) == [[], ["missingMessageID", "missingDate"]])
  }

  @Test(
    "the mails of a digest get lines of their own, at ranges that hold them, if that is asked for",
    arguments: Digest.all)
  func digests(_ digest: Digest) throws {
    let path = "digest.mbox"
    try runner.write(digest.mbox, to: path)
    let plain = try parse([path])
    #expect(plain.map(\.subject) == ["Builders Digest, Vol 5, Issue 2"])
    let lines = try parse(["--split-digests", path])
    #expect(lines.map(\.subject) == plain.map(\.subject) + ["[Builders] Pumps", "Re: Pumps"])
    #expect(lines.dropFirst().map(\.email) == ["ada@example.org", "bo@example.org"])
    #expect(lines.dropFirst().map(\.id) == ["pumps@example.org", "valves@example.org"])
    #expect(
      lines.dropFirst().map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) }
        == ["They work.\nFrom now on.", "Café leaks."])
    let bytes = Array(digest.mbox.utf8)
    for line in lines.dropFirst() {
      let mail = String(decoding: bytes[line.entry], as: UTF8.self)
      #expect(mail.contains("Subject: \(line.subject)"))
      #expect(line.format == digest.format)
    }
  }

  private static let hasZip = Tool.isInstalled("zip")

  /// The lines that `byline parse` prints of what `make` wrote.
  private func parse(
    _ arguments: [String], _ make: (CommandRunner) throws -> Void = { _ in }
  ) throws -> [ParsedLine] {
    try make(runner)
    let run = try runner.byline(["parse"] + arguments)
    #expect(run.status == 0, "\(run.errors)")
    return try run.output.split(separator: "\n").map { try ParsedLine(String($0)) }
  }
}

/// What these tests look at of a line of `byline.message/1`.
private struct ParsedLine {
  var member: String?
  var format: String
  var entry: Range<Int>
  var id: String?
  var name: String?
  var email: String?
  var subject: String
  var sentAt: String?
  var list: String?
  var text: String
  var attachments: [String]
  var defects: [String]

  init(_ line: String) throws {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let source = try #require(object["source"] as? [String: Any])
    let range = try #require(source["entry"] as? [Int])
    member = source["member"] as? String
    format = try #require(source["format"] as? String)
    entry = range[0]..<range[1]
    id = (object["messageId"] as? [String])?.first
    let author = (object["from"] as? [[String: String]])?.first
    (name, email) = (author?["name"], author?["email"])
    subject = try #require(object["subject"] as? String)
    sentAt = object["sentAt"] as? String
    list = object["list"] as? String
    text = try #require(object["text"] as? String)
    attachments =
      (object["attachments"] as? [[String: Any]])?.compactMap { $0["name"] as? String } ?? []
    defects = (object["defects"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } ?? []
  }
}

/// One digest in the forms that lists send.
struct Digest: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var format = "mboxrd"
  var body: String
  var type = "Content-Type: text/plain; charset=utf-8"
  var sender = "builders-request@lists.example.org"

  var mbox: String {
    """
    From \(sender)  Mon Mar  2 12:00:00 2009
    From: \(sender)
    Date: Mon, 02 Mar 2009 12:00:00 +0000
    Subject: Builders Digest, Vol 5, Issue 2
    Message-ID: <mailman.5.2@lists.example.org>
    \(type)

    \(body)

    """
  }

  private static let pumps = """
    Message: 1
    Date: Sun, 1 Mar 2009 09:00:00 +0000
    From: Ada Example <ada@example.org>
    Subject: [Builders] Pumps
    Message-ID: <pumps@example.org>

    They work.
    >From now on.
    """
  private static let valves = """
    Message: 2
    Date: Sun, 1 Mar 2009 10:00:00 +0000
    From: Bo Ek
     <bo@example.org>
    Subject: Re: Pumps
    Message-ID: <valves@example.org>
    Content-Type: text/plain; charset=utf-8

    Café leaks.
    """
  private static let rule = String(repeating: "-", count: 30)
  private static let plain = """
    Today's Topics:

       1. Pumps (Ada Example)

    \(String(repeating: "-", count: 70))

    \(pumps)

    \(rule)

    \(valves)

    \(rule)

    Subject: Digest Footer

    _______________________________________________
    Builders mailing list

    \(rule)

    End of Builders Digest, Vol 5, Issue 2
    **************************************
    """

  static let all = [
    Digest(testDescription: "RFC 1153, as Mailman writes it", body: plain),
    Digest(
      testDescription: "the same without its end",
      body: plain.components(separatedBy: "\n\(rule)\n\nSubject: Digest")[0]),
    Digest(
      testDescription: "the same in pipermail's monthly text", format: "pipermail-text",
      body: plain.replacing("@", with: " at "), type: "References: <mailman.5.1@lists.example.org>",
      sender: "builders-request at lists.example.org"),
    Digest(
      testDescription: "multipart/digest, as Mailman writes it",
      body: """
        --outer
        Content-Type: text/plain; charset="us-ascii"
        Content-Description: Builders Digest, Vol 5, Issue 2

        Send submissions to the list.

        --outer
        Content-Type: multipart/digest; boundary="inner"

        --inner
        Content-Type: message/rfc822
        MIME-Version: 1.0

        \(pumps)

        --inner

        \(valves)

        --inner--

        --outer--
        """, type: "Content-Type: multipart/mixed; boundary=outer"),
    Digest(
      testDescription: "forwarded as an attachment",
      body: """
        --outer
        Content-Type: message/rfc822

        \(pumps.replacing("\n\n", with: "\nContent-Type: multipart/mixed; boundary=inner\n\n--inner\n\n"))
        --inner
        Content-Type: message/rfc822

        \(valves)
        --inner--
        --outer--
        """, type: "Content-Type: multipart/mixed; boundary=outer"),
  ]
}
