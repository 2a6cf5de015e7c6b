import ArchiveReading
import Foundation
import MailParsing
import Testing

@Suite("Telling formats apart")
struct RecognitionTests {
  private static let page = """
    <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">
    <HTML><HEAD><TITLE> [Builders] Letter 1</TITLE></HEAD>
    <BODY><H1>[Builders] Letter 1</H1><B>Ada Example</B>
    <A HREF="mailto:builders%40lists.example.org?Subject=Letter&In-Reply-To=%3Cletter-1%40example.org%3E"
       TITLE="[Builders] Letter 1">ada at example.org</A><BR>
    <I>Mon Mar  3 09:15:00 UTC 2008</I><P><HR>
    <!--beginarticle-->
    <PRE>Dear all.
    </PRE>
    <!--endarticle-->
    </BODY></HTML>
    """

  private static let mmdfMark = "\u{1}\u{1}\u{1}\u{1}\n"

  @Test(
    "content tells the format, whatever the file is called",
    arguments: [
      ("notes.bin", Letter.entry(1) + Letter.entry(2), ArchiveFormat.mboxrd, 2),
      ("list/2008-March.txt", Letter.pipermail(1) + Letter.pipermail(2), .pipermailText, 2),
      ("letter.html", Letter.mail(1), .rfc822, 1),
      ("stray.eml", "a line that is no field\n" + Letter.mail(1), .rfc822, 1),
      ("box/cur/1204535700.M1.host:2,S", Letter.mail(1), .maildir, 1),
      ("folder/17", Letter.mail(1), .mh, 1),
      ("headless.mbox", Letter.mail(1) + "\n" + Letter.entry(2), .mboxrd, 2),
      ("page.mbox", page, .pipermailHTML, 1),
      ("\u{FEFF}bom.eml", "\u{FEFF}" + Letter.mail(1), .rfc822, 1),
      ("empty-lines.mbox", "\n\n" + Letter.entry(1), .mboxrd, 1),
      ("mac.mbox", (Letter.entry(1) + Letter.entry(2)).replacing("\n", with: "\r"), .mboxrd, 2),
      ("mac.eml", Letter.mail(1).replacing("\n", with: "\r"), .rfc822, 1),
      (
        "mail", mmdfMark + Letter.mail(1) + mmdfMark + mmdfMark + Letter.mail(2) + mmdfMark, .mmdf,
        2
      ),
      (
        "RMAIL", "BABYL OPTIONS:\n\u{1F}\u{C}\n0,,\n*** EOOH ***\n\(Letter.mail(1))\u{1F}", .babyl,
        1
      ),
    ])
  func format(_ name: String, _ content: String, _ format: ArchiveFormat, _ count: Int) async throws
  {
    let archives = try Archives([name: content])
    if name.hasPrefix("box/") { try archives.write(Letter.mail(9), to: "box/new/2") }
    let read = try await ReadAll([archives.path])
    let entries = read.entries.filter { $0.path == archives.file(name) }
    #expect(entries.map(\.format) == Array(repeating: format, count: count))
  }

  @Test("a mail is one whose first field is longer than what is looked at of other sources")
  func longField() async throws {
    let crowd = String(repeating: "reader@example.org,\n ", count: 5000) + "ada@example.org\n"
    let long = String(repeating: "x", count: 90_000)
    let archives = try Archives([
      "crowd.eml": "Cc: \(crowd)\(Letter.mail(1))",
      "line.eml": "X-Line: \(long)\n\(Letter.mail(1))",
      "long.txt": "x: \(long)\nand no more\n",
    ])
    let read = try await ReadAll([archives.path])
    #expect(read.entries.map(\.format) == [.rfc822, .rfc822])
    #expect(read.subjects == ["Letter 1", "Letter 1"])
    #expect(read.skipped.count == 1)
  }

  @Test(
    "what is no archive is listed with the reason",
    arguments: [
      ("image.mbox", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
      (
        "data.mbox", [0x01, 0x00, 0x02, 0x00],
        "binary data: neither an mbox nor a message, whatever its name"
      ),
      ("empty.mbox", [], "empty"),
      (
        "README", Array("Please note: read this.\n".utf8),
        "text that begins with neither a From_ line nor the header of a mail"
      ),
      (
        "desk.mbox", Array("From the desk of Ada\n\nDear all,\n".utf8),
        "text that begins with neither a From_ line nor the header of a mail"
      ),
      (
        "page.html", Array("<html><body>Hello</body></html>".utf8),
        "an HTML page that is no archiver's message page"
      ),
      (
        "thread.html",
        Array(
          ("<html><body><a name=\"start\"></A><a href=\"subject.html#start\">s</a>"
            + "<a href=\"author.html#start\">a</a><a href=\"date.html#start\">d</a></body></html>")
            .utf8),
        "pipermail's index by thread"
      ),
      ("key.asc", Array("-----BEGIN PGP SIGNATURE-----\n".utf8), "a PGP signature or key"),
    ] as [(String, [UInt8], String)])
  func noArchive(_ name: String, _ content: [UInt8], _ reason: String) async throws {
    let archives = try Archives()
    try archives.write(content, to: name)
    let read = try await ReadAll([archives.path])
    #expect(read.entries.isEmpty)
    #expect(read.skipped.map(\.because) == [reason])
  }

  @Test("what pipermail scrubbed from posts is no mail of its own, even if it looks like mail")
  func attachments() async throws {
    let archives = try Archives([
      "list/2008-March.txt": Letter.pipermail(1),
      "list/attachments/20080303/0123abcd/attachment.eml": Letter.mail(7),
    ])
    let read = try await ReadAll([archives.path])
    #expect(read.entries.count == 1)
    #expect(
      read.skipped.map(\.because) == ["an attachment that the archiver scrubbed from a post"])
  }

  @Test(
    "the list is named by the archive's directory, by List-Id, or by the user",
    arguments: [
      ("builders/2008-March.txt", Letter.pipermail(1), nil, "builders"),
      ("builders/2008-March/000001.html", page, nil, "builders"),
      ("somewhere.mbox", Letter.entry(1), nil, nil),
      ("builders/2008-March.txt", Letter.pipermail(1), "masons", "masons"),
      ("somewhere.mbox", Letter.entry(1), "masons", "masons"),
    ] as [(String, String, String?, String?)])
  func list(_ name: String, _ content: String, _ asked: String?, _ list: String?) async throws {
    let archives = try Archives([name: content])
    var options = ArchiveReader.Options()
    options.list = asked
    let read = try await ReadAll([archives.path], options)
    #expect(read.entries.map(\.list) == [list])
  }
}
