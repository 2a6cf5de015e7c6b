import MailParsing
import Testing

@Suite("What pipermail rewrites is undone")
struct PipermailUndoTests {
  private func undo(
    _ body: String, separator: String? = "at"
  ) -> (text: String, attachments: [MailParsing.Attachment]) {
    var text: [UInt8] = []
    let attachments = PipermailUndo.append(
      Array(body.utf8).span, separator: separator, to: &text)
    return (String(decoding: text, as: UTF8.self), attachments)
  }

  @Test(
    "addresses get their @ back, words before a place do not",
    arguments: [
      ("write to ada at example.org.", "write to ada@example.org."),
      ("<ada.b+list at mail.example.org>", "<ada.b+list@mail.example.org>"),
      ("have a look at example.org", "have a look at example.org"),
      ("we meet at noon", "we meet at noon"),
      ("it broke at Main.java", "it broke at Main.java"),
      ("remoting.Channel at 1717113a", "remoting.Channel@1717113a"),
      ("trunk at HEAD.", "trunk@HEAD."),
      ("look AT HEAD at HEADS", "look AT HEAD at HEADS"),
      ("root at localhost.localdomain", "root@localhost.localdomain"),
      ("a at at b.org at c.org", "a at at b.org@c.org"),
      ("rev at 20987", "rev at 20987"),
      ("[ada at pump src]# ls", "[ada@pump src]# ls"),
      ("ada at pump:~/src$ ls", "ada@pump:~/src$ ls"),
      (" at example.org", " at example.org"),
      ("ada at ", "ada at "),
    ])
  func addresses(_ body: String, _ expected: String) {
    #expect(undo(body).text == expected)
  }

  @Test("an archive's own word for @ is undone")
  func foreignSeparators() {
    #expect(undo("ada ＠ example.org", separator: "＠").text == "ada@example.org")
    #expect(undo("ada à example.org", separator: "à").text == "ada@example.org")
  }

  @Test("the author's field tells the separator, and a name that repeats the address goes")
  func author() {
    let author = author(name: "ada à example.org", email: "ada à example.org")
    #expect(author.name.isEmpty)
    #expect(author.email == Array("ada@example.org".utf8))
    #expect(author.separator == "à")
    let plain = self.author(name: "Ada  B", email: "ada@example.org")
    #expect(plain.name == Array("Ada B".utf8))
    #expect(plain.email == Array("ada@example.org".utf8))
    #expect(plain.separator == nil)
    let firm = self.author(name: "sales at example.org - pumps", email: "sales at example.org")
    #expect(firm.name == Array("sales@example.org - pumps".utf8))
  }

  private func author(name: String, email: String) -> PipermailAuthor {
    let bytes = Array((name + email).utf8)
    let nameEnd = name.utf8.count
    return PipermailAuthor(bytes.span, name: 0..<nameEnd, email: nameEnd..<bytes.count)
  }

  @Test("notices of scrubbed parts become attachments and leave the text")
  func notices() {
    let place = "http://lists.example.org/pipermail/pumps/attachments/20120402/9eb244d3"
    let (text, attachments) = undo(
      """
      See below.
      -------------- next part --------------
      An HTML attachment was scrubbed...
      URL: <\(place)/attachment.html>
      -------------- nächster Teil --------------
      Ein Dateianhang wurde abgetrennt...
      Dateiname: pump.diff
      Dateityp: text/x-diff
      Dateigröße: 120 bytes
      Beschreibung: nicht verfügbar
      URL : \(place)/pump.diff
      -------------- next part --------------
      The end.
      """)
    #expect(text == "See below.\nThe end.")
    #expect(
      attachments == [
        MailParsing.Attachment(
          name: nil, type: "text/html", byteCount: nil, url: place + "/attachment.html"),
        MailParsing.Attachment(
          name: "pump.diff", type: "text/x-diff", byteCount: 120, url: place + "/pump.diff"),
      ])
  }

  @Test("a notice that somebody quotes, or a link without a notice, stays")
  func noNotice() {
    let body = """
      > An HTML attachment was scrubbed...
      > URL: <http://lists.example.org/pipermail/a/attachments/20120402/9eb244d3/b.html>
      see: http://lists.example.org/pipermail/a/attachments/20120402/9eb244d3/b.html
      """
    #expect(undo(body).text == body)
    #expect(undo(body).attachments == [])
  }

  @Test("From_ lines lose their escape")
  func fromLines() {
    #expect(undo(">From here\nand\n>From there\n").text == "From here\nand\nFrom there\n")
  }

  @Test("undoing twice changes nothing more")
  func idempotent() {
    let once = undo("a.b at example.org\n>From x\n").text
    #expect(undo(once).text == once)
  }
}
