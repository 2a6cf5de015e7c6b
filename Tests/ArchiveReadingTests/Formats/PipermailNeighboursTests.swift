import ArchiveReading
import MailParsing
import TestSupport
import Testing

@Suite("What lies around a pipermail post")
struct PipermailNeighboursTests {
  /// A month as Mailman 2.1.10 and later serve it: pages name their own ids, the index by thread says
  /// which answers which, and the second post's drawing was scrubbed.
  private static func month() throws -> Archives {
    let notice = """
      -------------- next part --------------
      A non-text attachment was scrubbed...
      Name: pump.png
      Type: image/png
      Size: unknown
      Desc: not available
      URL: &lt;http://lists.example.org/pipermail/pumps/attachments/20080303/0123abcd/attachment.png&gt;
      """
    return try Archives([
      "pumps/2008-March/000001.html": page(id: "one@example.org", "A pump"),
      "pumps/2008-March/000002.html": page(id: "two@example.org", "A pump", body: notice),
      "pumps/2008-March/000003.html": page(id: "three@example.org", "A pump"),
      "pumps/2008-March/thread.html": index,
      "pumps/attachments/20080303/0123abcd/attachment.png": "a PNG pump",
    ])
  }

  private static func page(id: String, _ subject: String, body: String = "It runs.") -> String {
    let id = id.replacing("@", with: "%40")
    return """
      <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">
      <HTML><HEAD><TITLE>\(subject)</TITLE>
      <LINK REL="made" HREF="mailto:pumps%40example.org?Subject=Re%3A&In-Reply-To=%3C\(id)%3E">
      </HEAD><BODY><H1>\(subject)</H1>
      <B>Ada</B> <A HREF="mailto:pumps%40example.org" TITLE="\(subject)">ada at example.org</A><BR>
      <I>Mon Mar  3 09:15:00 UTC 2008</I>
      <!--beginarticle-->
      <PRE>\(body)
      </PRE>
      <!--endarticle-->
      </BODY></HTML>
      """
  }

  private static let index = """
    <HTML><BODY><a href="date.html#start">[ date ]</a><a name="start"></a><ul>
    <!--0 01204535700/one@example.org- -->
    <LI><A HREF="000001.html">A pump</A><A NAME="1">&nbsp;</A><I>Ada</I>
    <UL>
    <!--1 01204535700/one@example.org-01204535800/two@example.org- -->
    <LI><A HREF="000002.html">A pump</A><A NAME="2">&nbsp;</A><I>Ada</I>
    <UL>
    <!--2 01204535700/one@example.org-01204535800/two@example.org-01204535900/three@example.org- -->
    <LI><A HREF="000003.html">A pump</A><A NAME="3">&nbsp;</A><I>Ada</I>
    </UL></UL></ul></BODY></HTML>
    """

  /// What is read of each page: its parent, and the size of its attachment.
  private struct Told: Equatable {
    var messageID: [String]
    var inReplyTo: [String]
    var sizes: [Int?]
  }

  private static let expected = [
    Told(messageID: ["one@example.org"], inReplyTo: [], sizes: []),
    Told(messageID: ["two@example.org"], inReplyTo: ["one@example.org"], sizes: [10]),
    Told(messageID: ["three@example.org"], inReplyTo: ["two@example.org"], sizes: []),
  ]

  private func read(_ path: String) async throws -> [Told] {
    var told: [Told] = []
    try await ArchiveReader().read(
      ArchiveWalker(paths: [path]), startingPart: { [Told]() },
      entry: { part, entry, _ in
        let message = entry.parsed.message
        part.append(
          Told(
            messageID: message.messageID, inReplyTo: message.inReplyTo,
            sizes: message.attachments.map(\.byteCount)))
      },
      deliver: { told += $0.result })
    return told
  }

  @Test(
    "parents and scrubbed parts are found on disk and in containers, wherever the index stands",
    arguments: [
      "true",
      "tar cf pumps.tar pumps && rm -r pumps",
      "tar cf pumps.tar pumps/2008-March/thread.html pumps/attachments pumps/2008-March/0* && rm -r pumps",
      "tar cf pumps.tar ./pumps/2008-March ./pumps/attachments && rm -r pumps",
      "tar cf - pumps | xz > pumps.tar.xz && rm -r pumps",
      "cd pumps && tar czf ../pumps.tgz 2008-March attachments && cd .. && rm -r pumps",
      "tar cf - pumps | gzip > inner.tar.gz && tar cf outer.tar inner.tar.gz && rm -r pumps inner.tar.gz",
    ])
  func neighbours(_ packing: String) async throws {
    let archives = try Self.month()
    try Shell.run("cd '\(archives.path)' && \(packing)")
    let told = try await read(archives.path)
    // A tar keeps the order of the directory it was made of.
    #expect(told.count == Self.expected.count)
    for post in Self.expected { #expect(told.contains(post), "\(told)") }
  }

  @Test("a member that was scrubbed from a post is no mail of its own")
  func scrubbedMember() async throws {
    let archives = try Archives([
      "list/2008-March.txt": Letter.pipermail(1),
      "list/attachments/20080303/0123abcd/attachment.eml": Letter.mail(7),
    ])
    try Shell.run("cd '\(archives.path)' && tar cf list.tar list && rm -r list")
    let read = try await ReadAll([archives.path])
    #expect(read.entries.count == 1)
    #expect(
      read.skipped.map(\.because) == ["an attachment that the archiver scrubbed from a post"])
  }

  @Test("a part that Hypermail stored beside its page has a size, and is no mail of its own")
  func hypermailPart() async throws {
    let page = """
      <html><body><!-- sent="Mon, 23 Feb 1998 14:07:05 -0800" --><!-- id="one@example.org" -->
      <!-- body="start" -->It stops.
      <ul><li>message/rfc822 attachment: <a href="att-0007/01-part">stored</a></ul>
      <!-- attachment="01-part" -->
      <!-- body="end" --></body></html>
      """
    let part = Letter.mail(7)
    let archives = try Archives(["list/0007.html": page, "list/att-0007/01-part": part])
    let told = try await read(archives.path)
    #expect(
      told == [Told(messageID: ["one@example.org"], inReplyTo: [], sizes: [part.utf8.count])])
  }
}
