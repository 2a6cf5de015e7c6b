import MailParsing
import Testing

@Suite("MboxReader splits at From_ lines")
struct MboxReaderTests {
  private static let head = "From a@example.org Mon Jan  5 10:00:00 2004\nFrom: a@example.org\n"

  private func contents(_ text: String, dialect: MboxDialect = .mboxrd) -> [String] {
    let bytes = Array(text.utf8)
    return MboxReader(dialect: dialect).entries(in: bytes.span).map {
      String(decoding: bytes[$0.content], as: UTF8.self)
    }
  }

  @Test(
    "every style of From_ line separates",
    arguments: [
      "From ann at example.org  Tue Dec  8 14:39:51 2009",
      "From ann@example.org Mon, 2 Aug 1999 18:55:09 -0400 (EDT)",
      "From ann@example.org Wed, 22 Dec 1999 17:39:37 EST",
      "From ann@example.org Tue Dec  8 14:39:51 EST 2009",
      "From ann@example.org Tue Dec  8 14:39:51 2009 +0100",
      "From - Tue Dec 08 14:39:51 2009",
      "From \"ann b\"@example.org Tue Dec  8 14:39 2009",
      "From ann@example.org Tue Dec  8 14:39:51 102",
      "From may@example.org Tue Dec  8 14:39:51 2009 remote from relay",
      "From MAILER-DAEMON Thu Mar  4 00:00:01 1999",
      "From 1383d2f0c2a4d2b1e8f7@xxx Tue Dec 08 14:39:51 +0000 2009",
    ])
  func fromLineStyles(line: String) {
    let text = Self.head + "\none\n\n" + line + "\nFrom: b@example.org\n\ntwo\n"
    #expect(contents(text).count == 2)
  }

  @Test(
    "the sender's host is no part of the date, whatever month it begins like",
    arguments: [
      "From ann at mail.example.org  Tue Dec  8 14:39:51 2009",
      "From ann at mail  Tue Dec  8 14:39:51 2009",
      "From ann  mars.example.org  Tue Dec  8 14:39:51 2009",
      "From list-owner Tue, 8 Dec 2009 14:39:51 +0000", "From project Tue, 8 Dec 2009 14:39:51 GMT",
    ])
  func hostsLikeMonths(line: String) throws {
    let bytes = Array(line.utf8)
    let read = FromLine(bytes.span, line: 0..<bytes.count)
    let date = try #require(read?.date)
    #expect(DateReader.read(bytes.span, in: date).date?.rfc3339 == "2009-12-08T14:39:51+00:00")
  }

  @Test("a sender who is called like a month is no part of the date")
  func sendersLikeMonths() {
    let bytes = Array("From june may Tue Dec  8 14:39:51 2009".utf8)
    let read = FromLine(bytes.span, line: 0..<bytes.count)
    #expect(read?.sender == 5..<13)
    #expect(read?.date == 14..<38)
  }

  @Test(
    "a body line that begins `From ` is no separator",
    arguments: [
      "From command line maven, everything builds fine.",
      "From now on, at 10:00 on Monday 5 January 2004, we meet.",
      "From Tue Dec  8 14:39:51 2009 on nothing worked",
      "From: someone else",
    ])
  func bodyLines(line: String) {
    #expect(contents(Self.head + "\none\n\n" + line + "\nmore\n").count == 1)
  }

  @Test("a From_ line inside a body is not a separator without an empty line before it")
  func noEmptyLine() {
    #expect(contents(Self.head + "\none\n" + Self.head + "\ntwo\n").count == 1)
  }

  private func recognized(_ text: String) -> (MboxRecognition, count: Int)? {
    let bytes = Array(text.utf8)
    return MboxRecognition(recognizing: bytes.span).map {
      ($0, $0.reader.entries(in: bytes.span).count)
    }
  }

  @Test("where no separator has an empty line before it, asctime's date and a header tell them")
  func unspaced() throws {
    let text = (1...3).map { "\(Self.head)Subject: \($0)\n\nFrom here on\nall is text.\n" }.joined()
    let (found, count) = try #require(recognized(text))
    #expect(found.isUnspaced)
    #expect(found.reason.contains("2 From_ lines stand right after the text"))
    #expect(count == 3)
    let bytes = Array(text.utf8)
    for size in [7, 100, 150] {
      #expect(found.reader.ranges(in: bytes.span, piecesOf: size).count == 3)
    }
  }

  @Test(
    "a From_ line in a body separates neither where others have their empty line nor after a colon")
  func quotedFromLine() throws {
    let quoted = "\(Self.head)Subject: quoted\n\nend\n\n"
    let spaced = try #require(
      recognized("\(Self.head)\nLook\n\(quoted)\(Self.head)\ntwo\n\n\(Self.head)\nthree\n"))
    #expect(spaced.count == 3 && !spaced.0.isUnspaced)
    let announced = try #require(recognized("\(Self.head)\nHe wrote:\n\(quoted)"))
    #expect(announced.count == 1 && !announced.0.isUnspaced)
  }

  @Test("a message before the first From_ line is kept, with a defect")
  func missingFirstFromLine() {
    let bytes = Array(("Subject: first\n\none\n\n" + Self.head + "\ntwo\n").utf8)
    let entries = MboxReader(dialect: .mboxrd).entries(in: bytes.span)
    #expect(entries.map { $0.fromLine == nil } == [true, false])
    #expect(entries[0].defects.map(\.kind) == [.missingFromLine])
  }

  @Test("the mark that Windows editors set where a file begins is part of the first separator")
  func byteOrderMark() {
    #expect(contents("\u{FEFF}" + Self.head + "\none\n\n" + Self.head + "\ntwo\n").count == 2)
    let entries = MboxReader(dialect: .mboxrd).entries(in: Array("\u{FEFF}\(Self.head)".utf8).span)
    #expect(entries.map(\.range.lowerBound) == [0])
    #expect(entries.first?.fromLine != nil)
  }

  @Test("lines that end CR LF split alike")
  func carriageReturns() {
    let text = (Self.head + "\none\n\n" + Self.head + "\ntwo\n")
    #expect(contents(text.replacing("\n", with: "\r\n")).count == 2)
  }

  @Test("Content-Length carries an entry over From_ lines inside it")
  func contentLength() {
    let body = "one\n\n" + Self.head + "\nstill one\n"
    let text =
      "From a@example.org Mon Jan  5 10:00:00 2004\nContent-Length: \(body.utf8.count)\n\n"
      + body + "\n" + Self.head + "\ntwo\n"
    #expect(contents(text, dialect: .mboxcl2).count == 2)
    #expect(contents(text, dialect: .mboxrd).count == 3)
  }

  @Test("Content-Length leads to a From_ line without an empty line before it")
  func lengthWithoutEmptyLine() throws {
    let entry = "\(Self.head)Content-Length: 5\n\ntext\n"
    #expect(try #require(recognized(entry + entry + entry)).0.dialect == .mboxcl)
    #expect(contents(entry + entry + entry, dialect: .mboxcl).count == 3)
  }

  @Test("pieces of any size give the entries of the whole", arguments: [1, 7, 100, 5000])
  func pieces(size: Int) {
    let text = (1...40).map {
      Self.head + "\n" + String(repeating: "line \($0)\n", count: $0)
        + "\nFrom here on it is text\n\n"
    }
    let bytes = Array(text.joined().utf8)
    let reader = MboxReader(dialect: .mboxrd)
    let ranges = reader.ranges(in: bytes.span, piecesOf: size)
    #expect(ranges == reader.entries(in: bytes.span).map(\.range))
    #expect(ranges.count == 40)
  }

  @Test(
    "entries and separators give the source back",
    arguments: ["\n\n\n", "", "\n", "junk\n", "From ", head + "\n\n\n\n" + head, head + head])
  func nothingLost(text: String) {
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let bytes = Array(text.utf8)
      var end = 0
      for entry in MboxReader(dialect: .mboxrd).entries(in: bytes.span) {
        #expect(bytes[end..<entry.range.lowerBound].allSatisfy { $0 == 0x0A || $0 == 0x0D })
        end = entry.range.upperBound
      }
      #expect(bytes[end...].allSatisfy { $0 == 0x0A || $0 == 0x0D })
    }
  }
}

@Suite("MboxRecognition tells a dialect from content")
struct MboxRecognitionTests {
  private static let head = "From a@example.org Mon Jan  5 10:00:00 2004\nTo: b@example.org\n\n"

  @Test(
    "each dialect by its own sign",
    arguments: [
      (head + ">>From x\n", MboxDialect.mboxrd),
      (head + "> quoted\n>From x\n", .mboxo),
      (head + "plain\n\n>From x\n", .mboxrd),
      ("From a@example.org Mon Jan  5 10:00:00 2004\nContent-Length: 4\n\none\n\n" + head, .mboxcl),
      (
        "From a at example.org  Mon Jan  5 10:00:00 2004\nFrom: a at example.org (A)\n"
          + "Date: Mon, 5 Jan 2004 10:00:00 +0000\nSubject: s\n\none\n\n", .pipermailText
      ),
      (
        "From a@example.org Mon Jan  5 10:00:00 2004\nFrom: a@example.org\n"
          + "Date: Mon, 5 Jan 2004 10:00:00 +0000\nSubject: s\n\none\n\n", .mboxrd
      ),
      (
        "From a@example.org Mon Jan  5 10:00:00 2004\nFrom: a@example.org (A B)\nSubject: s\n"
          + "Date: Mon, 5 Jan 2004 10:00:00 +0000\n\none\n\n", .mboxrd
      ),
      (
        "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n"
          + "From: A <a@example.org>\nDate: Mon, 5 Jan 2004 10:00:00 +0000\nSubject: s\n\none\n",
        .mboxrd
      ),
    ])
  func signs(text: String, dialect: MboxDialect) throws {
    let bytes = Array(text.utf8)
    let told = MboxRecognition(recognizing: bytes.span)
    #expect(try #require(told).dialect == dialect)
    #expect(try !#require(told).reason.isEmpty)
  }

  @Test("nothing is told of bytes that hold no entry")
  func nothing() {
    let bytes = Array("\n\n".utf8)
    let told = MboxRecognition(recognizing: bytes.span)
    #expect(told == nil)
  }
}
