import MailParsing
import Testing

@Suite("Bodies become text and attachments")
struct BodyTests {
  private func parse(_ text: String) -> ParsedMessage {
    let bytes = Array(text.utf8)
    return MessageParser().parse(bytes.span)
  }

  private func parse(_ head: String, _ body: [UInt8]) -> ParsedMessage {
    let bytes = Array(head.utf8) + [0x0A] + body
    return MessageParser().parse(bytes.span)
  }

  @Test(
    "bytes become text by the declared set",
    arguments: [
      ("koi8-r", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "Привет"),
      ("ISO-8859-1", [0x80, 0xE4], "€ä"),
      ("windows-1251", [0xCF, 0xF0, 0xE8], "При"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42], "日本"),
      ("gb2312", [0xD6, 0xD0, 0xCE, 0xC4], "中文"), ("ks_c_5601-1987", [0xC7, 0xD1], "한"),
      ("big5", [0xA4, 0xA4], "中"), ("shift_jis", [0x93, 0xFA], "日"),
      ("utf-7", Array("+AOQ-".utf8), "ä"),
      ("hz-gb-2312", Array("1 ~{VPND~} ~~~\nb ~{VP\nc".utf8), "1 中文 ~b 中\nc"),
      // ① and ｱ, which Microsoft's ISO-2022-JP has and the standard's has not.
      (
        "iso-2022-jp",
        [0x1B, 0x24, 0x42, 0x2D, 0x21, 0x46, 0x7C, 0x1B, 0x28, 0x49, 0x31, 0x1B, 0x28, 0x42], "①日ｱ"
      ),
      ("gbk", Array("é…ö".utf8), "é…ö"), ("ansi_x3.110-1983", [0x61, 0xE1], "aá"),
    ] as [(String, [UInt8], String)])
  func charsets(label: String, body: [UInt8], text: String) {
    let parsed = parse("Content-Type: text/plain; charset=\(label)\n", body)
    #expect(parsed.message.text == text)
  }

  @Test(
    "an attachment's size is that of its decoded bytes",
    arguments: [
      ("quoted-printable", "caf=C3=A9", 5), ("quoted-printable", "soft=\nbreak", 9),
      ("quoted-printable", "spaces  \nbefore the end", 21), ("quoted-printable", "=20\n= =4", 6),
      ("quoted-printable", "two  \r\nlines \r\n", 12),
      ("base64", "YWJj\nZA==", 4), ("base64", "", 0), ("8bit", "row", 3),
    ])
  func sizes(encoding: String, body: String, size: Int) {
    let parsed = parse(
      """
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: application/x; name=a
      Content-Disposition: attachment
      Content-Transfer-Encoding: \(encoding)


      """ + body + "\n--b--\n")
    #expect(parsed.message.attachments.map(\.byteCount) == [size])
  }

  @Test("a set that is guessed, wrong or unknown is marked, and nothing is lost in silence")
  func guesses() {
    let undeclared = parse("Subject: a\n", [0x63, 0xE9])
    #expect(undeclared.message.text == "cé")
    #expect(undeclared.defects.contains { $0.kind == .guessedCharset })
    let wrong = parse("Content-Type: text/plain; charset=utf-8\n", [0x63, 0xE9])
    #expect(wrong.message.text == "cé")
    #expect(wrong.defects.contains { $0.kind == .wrongCharset })
    let unknown = parse("Content-Type: text/plain; charset=x-nowhere\n", [0x63, 0xC3, 0xA9])
    #expect(unknown.message.text == "cé")
    #expect(unknown.defects.contains { $0.kind == .unknownCharset })
    let damaged = parse("Content-Type: text/plain; charset=koi8-r\n", [0x63])
    #expect(!damaged.defects.contains { $0.kind == .undecodableBytes })
  }

  @Test("a long text of any set is kept whole, and a byte without meaning loses only itself")
  func longTexts() {
    let cyrillic = [UInt8](repeating: 0xC1, count: 20_000)
    let long = parse("Content-Type: text/plain; charset=koi8-r\n", cyrillic)
    #expect(long.message.text == String(repeating: "а", count: 20_000))
    let broken: [UInt8] = [0xD6, 0xD0, 0xFF, 0x0A, 0xCE, 0xC4]
    let damaged = parse("Content-Type: text/plain; charset=gb2312\n", broken)
    #expect(damaged.message.text == "中\u{FFFD}\n文")
    #expect(damaged.defects.contains { $0.kind == .undecodableBytes })
    // Big5-HKSCS waits after Ê for a combining mark.
    let waiting = parse("Content-Type: text/plain; charset=big5-hkscs\n", [0x61, 0x88, 0x66])
    #expect(waiting.message.text == "aÊ")
  }

  @Test("base64 ends at its padding for the rest of the line, and may begin again on the next")
  func padding() {
    let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
    let parsed = parse(head, Array("w6Q= ignored\nYg== too\nYw==\n".utf8))
    #expect(parsed.message.text == "äbc")
  }

  @Test("words after base64, or in its place, are the text they are")
  func words() {
    let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
    let footer = parse(head, Array("w6Rh\nYmNk\n____\nThe pump list\nlists.example.org\n".utf8))
    #expect(footer.message.text == "äabcd\nThe pump list\nlists.example.org\n")
    let plain = parse(head, Array("It was never\nencoded at all.\n".utf8))
    #expect(plain.message.text == "It was never\nencoded at all.\n")
    let spaced = parse(head, Array("aGVs\n bG8g\n\nd29y bGQ=\n".utf8))
    #expect(spaced.message.text == "hello world")
    #expect(footer.defects.contains { $0.kind == .malformedBase64 })
    #expect(plain.defects.contains { $0.kind == .malformedBase64 })
  }

  @Test(
    "the set of undeclared East Asian text is told from its bytes",
    arguments: [
      // これはテストです。日本語の文章を書きます。
      (
        [
          0x82, 0xB1, 0x82, 0xEA, 0x82, 0xCD, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x82, 0xC5, 0x82,
          0xB7, 0x81, 0x42, 0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x82, 0xCC, 0x95, 0xB6, 0x8F, 0xCD,
        ], "これはテストです。日本語の文章"
      ),
      // 這是一個測試。我們寫中文
      (
        [
          0xB3, 0x6F, 0xAC, 0x4F, 0xA4, 0x40, 0xAD, 0xD3, 0xB4, 0xFA, 0xB8, 0xD5, 0xA1, 0x43, 0xA7,
          0xDA, 0xAD, 0xCC, 0xBC, 0x67, 0xA4, 0xA4, 0xA4, 0xE5,
        ], "這是一個測試。我們寫中文"
      ),
      ([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42], "日本"),
      ([0x1B, 0x28, 0x42, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
      ([0x1B, 0x24, 0x29, 0x43, 0x0E, 0x47, 0x51, 0x0F], "한"),
      ([0x1B, 0x24, 0x29, 0x41, 0x0E, 0x56, 0x50, 0x0F], "中"),
    ] as [([UInt8], String)])
  func eastAsian(body: [UInt8], text: String) {
    let parsed = parse("Content-Type: text/plain\n", body)
    #expect(parsed.message.text == text)
    #expect(parsed.defects.contains { $0.kind == .guessedCharset })
  }

  @Test("accents between letters make no East Asian text")
  func accents() {
    let french =
      "d\u{E9}j\u{E0} \u{E9}t\u{E9} r\u{E9}p\u{E9}t\u{E9} \u{E9}l\u{E8}ve pr\u{E9}f\u{E9}r\u{E9}"
    let parsed = parse("Subject: a\n", french.unicodeScalars.map { UInt8($0.value) })
    #expect(parsed.message.text == french)
  }

  @Test("a comment among parameters is none of them (RFC 2045 §5.1)")
  func commentAmongParameters() {
    let parsed = parse(
      "Content-Type: multipart/mixed; (the border) boundary=b (x)\n\n--b\n\nhi\n--b--\n")
    #expect(parsed.message.text == "hi")
  }

  @Test("parameters may be continued and encoded (RFC 2231)")
  func encodedParameters() {
    let parsed = parse(
      """
      Content-Type: application/pdf
      Content-Disposition: attachment; filename*0*=utf-8'en'%C3%84; filename*1="b.pdf"

      x
      """)
    #expect(parsed.message.attachments.map(\.name) == ["Äb.pdf"])
    #expect(parsed.message.text == "")
  }

  @Test("flowed paragraphs are joined, quotations keep their lines")
  func flowed() {
    let parsed = parse(
      "Content-Type: text/plain; format=flowed\n\none \ntwo\n> a \n> b\n From\n-- \nsig\n")
    #expect(parsed.message.text == "one two\n> a \n> b\nFrom\n-- \nsig\n")
  }

  @Test("with DelSp the space at a flowed line's end goes too (RFC 3676 §4.3)")
  func deletedSpace() {
    let parsed = parse(
      "Content-Type: text/plain; format=flowed; delsp=yes\n\nhttp://exa \nmple.org/\n")
    #expect(parsed.message.text == "http://example.org/\n")
  }

  @Test("Outlook's winmail.dat is TNEF, whatever it is called")
  func tnef() {
    let parsed = parse(
      """
      Content-Type: application/octet-stream; name="WINMAIL.DAT"
      Content-Transfer-Encoding: base64

      eJ8+Ig==
      """)
    #expect(parsed.message.attachments.map(\.type) == ["application/ms-tnef"])
    #expect(parsed.message.attachments.map(\.byteCount) == [4])
  }

  @Test("headers of UTF-8 are read as such, and noted (RFC 6532)")
  func internationalHeaders() {
    let parsed = parse("From: Änne <änne@exämple.org>\nSubject: Bööte\nMessage-ID: <1@b>\n\n")
    #expect(parsed.message.from == [Address(name: "Änne", email: "änne@exämple.org")])
    #expect(parsed.message.subject == "Bööte")
    #expect(parsed.defects.allSatisfy { $0.severity == .note || $0.kind == .missingDate })
  }

  @Test("HTML alone becomes text")
  func html() {
    let parsed = parse("Content-Type: text/html\n\n<p>one &amp; two</p>")
    #expect(parsed.message.text.contains("one & two"))
  }

  @Test("uuencoded and yEnc files in the text are attachments")
  func encodedBlocks() {
    let parsed = parse(
      "From: a@example.org\n\nbefore\nbegin 644 a b.txt\n#0V%T\n`\nend\nafter\n"
        + "=ybegin line=128 size=5 name=y.bin\nxxxxx\n=yend size=5\nlast\n"
        + "=ybegin part=2 total=3 line=128 size=15 name=z.bin\n=ypart begin=6 end=9\nxxxx\n"
        + "=yend size=4 part=2\n")
    #expect(parsed.message.text == "before\nafter\nlast\n")
    #expect(parsed.message.attachments.map(\.name) == ["a b.txt", "y.bin", "z.bin"])
    #expect(parsed.message.attachments.map(\.byteCount) == [3, 5, 4])
    #expect(parse("Subject: a\n\nbegin 644 a\nno data here at all\n").message.attachments == [])
  }

  @Test("a file in the text may be base64 as well (POSIX uuencode -m)")
  func base64Blocks() {
    let parsed = parse(
      "From: a@example.org\n\nbefore\nbegin-base64 644 a b.bin\nAAEC\nAwQ=\n====\nafter\n")
    #expect(parsed.message.text == "before\nafter\n")
    #expect(parsed.message.attachments.map(\.name) == ["a b.bin"])
    #expect(parsed.message.attachments.map(\.byteCount) == [5])
    #expect(parsed.defects.allSatisfy { $0.kind != .malformedUuencode })
    let prose = parse("Subject: a\n\nbegin-base64 644 name\nis how it begins\n")
    #expect(prose.message.text == "begin-base64 644 name\nis how it begins\n")
  }

  @Test("the mark that Windows editors set where a text begins is no part of it")
  func byteOrderMark() {
    let base64 = "Content-Transfer-Encoding: base64\n\n77u/aMOp\n"
    #expect(parse("Content-Type: text/plain; charset=utf-8\n\(base64)").message.text == "hé")
    #expect(parse("Content-Type: text/plain; charset=utf-8\n\n\u{FEFF}hé\n").message.text == "hé\n")
  }

  @Test("mails inside a mail are parts with their ranges, and can be read on their own")
  func nested() {
    let text = """
      Content-Type: multipart/digest; boundary=b

      --b

      Subject: one

      text
      --b
      Content-Type: message/rfc822

      Subject: two
      Content-Type: message/rfc822

      Subject: inside

      text
      --b--
      """
    let bytes = Array(text.utf8)
    let parser = MessageParser()
    var message = FlatMessage()
    let entry = MboxEntry(singleMessage: bytes.span)
    parser.parse(bytes.span, entry: entry, dialect: nil, into: &message)
    #expect(message.attachments.count == 2)
    var subjects: [String] = []
    parser.forEachNested(in: message, of: bytes.span, dialect: nil) { nested, _ in
      subjects.append(nested.string(nested.subject))
    }
    #expect(subjects == ["one", "two", "inside"])
  }

  @Test("the mails of a plain-text digest are parts with their ranges (RFC 1153)")
  func digest() {
    let text =
      "Subject: Talk Digest, Vol 1\n\nTopics\n\n" + String(repeating: "-", count: 70)
      + "\n\nDate: x\nFrom: Ada\nSubject: one\n\ntext\n\n" + String(repeating: "-", count: 30)
      + "\n\nFrom:\n Bo\nSubject: two\n\ntext\n\n" + String(repeating: "-", count: 30)
      + "\n\nSubject: Digest Footer\n\nTalk mailing list\n" + String(repeating: "-", count: 30)
      + "\n\nEnd of Digest\n***\n"
    let bytes = Array(text.utf8)
    let parsed = MessageParser().parse(bytes.span)
    let mails = parsed.message.attachments.compactMap(\.range).map {
      MessageParser().parse(Array(bytes[$0]).span).message.subject
    }
    #expect(mails == ["one", "two"])
  }

  @Test("what follows a boundary after a space does not count, what follows at once does")
  func boundaryLines() {
    let parsed = parse(
      """
      Content-Type: multipart/mixed; boundary="boat"

      --boat and more
      Content-Type: text/plain

      one
      --boats
      --boat-- and the end
      --boat

      two
      """)
    #expect(parsed.message.text == "one\n--boats")
  }

  @Test("a media type that is no two words is plain text (RFC 2045 §5.2)")
  func malformedTypes() {
    for type in ["text/", "text", "/plain", "nothing", "/"] {
      #expect(parse("Content-Type: \(type)\n\nrow\n").message.text == "row\n", "\(type)")
    }
    let file = parse("Content-Type: /; name=\"  \"\nContent-Disposition: attachment\n\nrow\n")
    #expect(file.message.attachments.map(\.type) == ["text/plain"])
    #expect(file.message.attachments.map(\.name) == [nil])
  }

  @Test("nesting beyond the limit is a defect, and the text around it stays")
  func deepNesting() {
    var text = "Content-Type: multipart/mixed; boundary=b0\n\n--b0\n\nfirst\n"
    for depth in 0..<5000 {
      text += "--b\(depth)\nContent-Type: multipart/mixed; boundary=b\(depth + 1)\n\n"
    }
    text += "--b0\n\nlast\n--b0--\n"
    let parsed = parse(text)
    #expect(parsed.defects.contains { $0.kind == .nestingTooDeep })
    #expect(parsed.message.text == "first\nlast")
  }

  @Test(
    "a multipart whose boundary is missing or another goes by the lines before its parts' headers",
    arguments: ["", "; boundary=b1"])
  func adoptedBoundary(parameter: String) {
    let parsed = parse(
      """
      Content-Type: multipart/mixed\(parameter)

      -- no boundary
      --b2

      text
      --b2
      Content-Type: application/pdf; name=a.pdf

      x
      --b2--

      """)
    #expect(parsed.message.text == "text")
    #expect(parsed.message.attachments.map(\.name) == ["a.pdf"])
    #expect(parsed.defects.map(\.kind).contains(.missingBoundary))
  }

  @Test("a preamble that looks like a part is none where the boundary itself follows")
  func deceivingPreamble() {
    let parsed = parse(
      "Content-Type: multipart/mixed; boundary=b\n\n--other\nContent-Type: text/plain\n\nno\n"
        + "--b\n\nyes\n--b--\n")
    #expect(parsed.message.text == "yes")
  }

  @Test("a multipart in a multipart keeps its text without any boundary")
  func innerWithoutParts() {
    for parameter in ["", "; boundary=inner"] {
      let parsed = parse(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
          + "Content-Type: multipart/alternative\(parameter)\n\ntext\n--b\n\nmore\n--b--\n")
      #expect(parsed.message.text == "text\nmore")
      #expect(parsed.defects.map(\.kind).contains(.missingBoundary))
    }
  }

  @Test("a multipart without its boundary or its end keeps its text")
  func damagedMultiparts() {
    let unclosed = parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n")
    #expect(unclosed.message.text == "text\n")
    #expect(unclosed.defects.contains { $0.kind == .unclosedMultipart })
    let missing = parse("Content-Type: multipart/mixed\n\ntext\n")
    #expect(missing.message.text == "text\n")
    #expect(missing.defects.contains { $0.kind == .missingBoundary })
  }
}
