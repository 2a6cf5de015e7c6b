import MailParsing
import Testing

@Suite("Mailboxes with marks of their own, MMDF and Babyl")
struct MarkedMailboxTests {
  private static let letter = """
    From: Ada Example <ada@example.org>
    Subject: Letter
    Date: Mon, 3 Mar 2008 09:15:00 +0000
    Message-ID: <letter@example.org>

    Dear all,

    From here on it is text.

    """

  /// As programs wrote them: with a From_ line, with none.
  private static let mmdf =
    "\u{1}\u{1}\u{1}\u{1}\nFrom ada@example.org Mon Mar  3 09:15:00 2008\n\(letter)"
    + "\u{1}\u{1}\u{1}\u{1}\n\u{1}\u{1}\u{1}\u{1}\n\(letter)\u{1}\u{1}\u{1}\u{1}\n"

  /// With the whole header before an extract of it, and with one header alone.
  private static let babyl = """
    BABYL OPTIONS: -*- rmail -*-
    Version: 5
    Labels: work
    \u{1F}\u{C}
    1, answered,, work,
    Received: by example.org; Mon, 3 Mar 2008 09:15:01 +0000
    From: Ada Example <ada@example.org>
    Subject: Letter
    Date: Mon, 3 Mar 2008 09:15:00 +0000
    Message-ID: <letter@example.org>

    *** EOOH ***
    From: Ada Example <ada@example.org>
    Subject: Letter, shown

    Dear all,

    From here on it is text.
    \u{1F}\u{C}
    0, unseen,,
    *** EOOH ***
    \(letter)\u{1F}
    """

  @Test("each mail is read with its whole header", arguments: [mmdf, babyl], ["\n", "\r\n", "\r"])
  func mails(text: String, lineEnd: String) throws {
    let bytes = Array(text.replacing("\n", with: lineEnd).utf8)
    let lines = lineEnd == "\r" ? Array(text.utf8) : bytes
    let dialect = try #require(MboxRecognition(recognizing: lines.span)?.dialect)
    #expect(dialect == (text == Self.mmdf ? .mmdf : .babyl))
    let reader = MboxReader(dialect: dialect)
    let entries = reader.entries(in: bytes.span)
    #expect(entries.count == 2)
    for entry in entries {
      let parsed = MessageParser().parse(bytes.span, entry: entry, dialect: dialect)
      #expect(parsed.message.messageID == ["letter@example.org"])
      #expect(parsed.message.subject == "Letter")
      #expect(parsed.message.text == "Dear all,\n\nFrom here on it is text.\n")
      #expect(parsed.defects.isEmpty)
    }
    for size in [1, 7, 100] {
      #expect(reader.ranges(in: bytes.span, piecesOf: size) == entries.map(\.range))
    }
  }

  @Test("an entry read again by its range alone is the same mail")
  func readAgain() throws {
    for (text, dialect) in [(Self.mmdf, MboxDialect.mmdf), (Self.babyl, .babyl)] {
      let bytes = Array(text.utf8)
      let reader = MboxReader(dialect: dialect)
      for entry in reader.entries(in: bytes.span) {
        let alone = Array(bytes[entry.range])
        let again = try #require(reader.entries(in: alone.span).first)
        #expect(
          MessageParser().parse(alone.span, entry: again, dialect: dialect)
            == MessageParser().parse(bytes.span, entry: entry, dialect: dialect))
      }
    }
  }

  @Test("a mark within a line separates nothing")
  func marksInside() {
    let text = "\u{1}\u{1}\u{1}\u{1}\n\(Self.letter)a \u{1}\u{1}\u{1}\u{1}\n\u{1}\u{1}\u{1}\u{1}x\n"
    #expect(MboxReader(dialect: .mmdf).entries(in: Array(text.utf8).span).count == 1)
  }
}

@Suite("Lines that end in CR alone")
struct LoneReturnsTests {
  @Test("a mailbox of the old Macintosh is read at the ranges it would have with LF")
  func mailbox() {
    let text = (1...3).map {
      "From ada@example.org Mon Mar  3 09:15:00 2008\nFrom: ada@example.org\nSubject: \($0)\n\none\n\n"
    }.joined()
    let bytes = Array(text.replacing("\n", with: "\r").utf8)
    let reader = MboxReader(dialect: .mboxrd)
    let entries = reader.entries(in: bytes.span)
    #expect(entries == reader.entries(in: Array(text.utf8).span))
    let subjects = entries.map {
      MessageParser().parse(bytes.span, entry: $0, dialect: .mboxrd).message.subject
    }
    #expect(subjects == ["1", "2", "3"])
  }

  @Test(
    "a CR within a line, or two before a LF, ends no line of its own",
    arguments: [
      "Subject: a\rX-Bcc: b\rc\nFrom: a@example.org\n\none\n",
      "Subject: a\r\r\n\r\r\none\r\r\n\r\r\n",
    ])
  func strayReturns(text: String) {
    let bytes = Array(text.utf8)
    let message = MessageParser().parse(bytes.span).message
    #expect(message.subject.hasPrefix("a"))
    #expect(message.text == "one\n")
    let mbox = Array("From a@example.org Mon Mar  3 09:15:00 2008\n\(text)\n".utf8)
    #expect(MboxReader(dialect: .mboxrd).entries(in: (mbox + mbox).span).count == 2)
  }
}
