#if canImport(MailParsing)
  import MailParsing
#endif

/// One plain function for each public parser: any bytes go in, and nothing may trap, hang or grow.
///
/// The tests replay saved inputs through them; `scripts/fuzz` builds the same functions, together with
/// the parser's sources, under libFuzzer.
enum FuzzTargets {
  /// The targets by the name that `scripts/fuzz` takes.
  static let all: [(name: String, run: @Sendable ([UInt8]) -> Void)] = [
    ("mbox", mbox), ("message", message), ("stream", stream), ("page", page), ("thread", thread),
    ("date", date),
  ]

  /// Each byte as a character or word that headers, bodies and pages are made of.
  static func asMail(_ input: [UInt8]) -> [UInt8] {
    input.flatMap { alphabet[Int($0) % alphabet.count] }
  }

  private static let alphabet: [[UInt8]] = {
    let characters = "\n\n\n\r \t:;,<>()\"\\@=?-_.'%*[]{}+/&#!0123456789aAbcdefnoprtx"
    let words = [
      "\nFrom a@b.c Mon Jan  5 10:00:00 2004\n", "\nFrom: ", "\nTo: ", "\nSubject: ", "\nDate: ",
      "\nMessage-ID: ", "\nReferences: ", "\nContent-Type: ", "text/plain; charset=", "utf-8",
      "koi8-r", "iso-2022-jp", "utf-7", "multipart/mixed; boundary=b", "\n--b", "--\n", "=?utf-8?",
      "Q?", "B?", "?=", "; format=flowed", "message/rfc822", "\nContent-Transfer-Encoding: ",
      "base64",
      "quoted-printable", "\nContent-Length: ", "begin 644 a\n", "\nend\n",
      "=ybegin size=1 name=a\n", "\u{1}\u{1}\u{1}\u{1}\n", "\n\u{1F}\u{C}\n1,,\n", "*** EOOH ***\n",
      " at ", "Jan", "+0100", "\u{1B}$B", "é", "<p>", "</p>", "<pre>", "</pre>", "<!--",
      "-->", "<!--beginarticle-->", "<!--endarticle-->", "<!-- body=\"start\" -->",
      "<!--X-Body-Of-Message-->",
      "<!-- MHonArc v2.6 -->", "<a href=\"mailto:", "&lt;", "&#x41;", "<i>", "<b>", "<html>",
      "<blockquote>",
    ]
    return characters.utf8.map { [$0] } + words.map { Array($0.utf8) }
  }()

  /// Splits under every dialect, parses each entry, prints it, and checks that nothing was lost.
  static func mbox(_ input: [UInt8]) {
    let bytes = input.span
    _ = MboxRecognition(recognizing: bytes)
    for dialect in MboxDialect.allCases {
      var end = 0
      var message = FlatMessage()
      for entry in MboxReader(dialect: dialect).entries(in: bytes) {
        precondition(entry.range.lowerBound >= end && entry.range.upperBound <= input.count)
        precondition(
          dialect == .mmdf || dialect == .babyl
            || input[end..<entry.range.lowerBound].allSatisfy {
              $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09
            })
        end = entry.range.upperBound
        MessageParser().parse(bytes, entry: entry, dialect: dialect, into: &message)
        check(message, entryByteCount: entry.range.count)
      }
    }
  }

  /// Parses a mail that stands alone.
  static func message(_ input: [UInt8]) {
    var message = FlatMessage()
    let entry = MboxEntry(singleMessage: input.span)
    let parser = MessageParser()
    parser.parse(input.span, entry: entry, dialect: nil, into: &message)
    check(message, entryByteCount: input.count)
    parser.forEachNested(in: message, of: input.span, dialect: nil) { nested, range in
      check(nested, entryByteCount: range.count)
    }
  }

  /// Splits in pieces whose size the first byte gives; the ranges must be those of the whole.
  static func stream(_ input: [UInt8]) {
    let size = Int(input.first ?? 0) + 1
    let reader = MboxReader(dialect: .mboxrd)
    precondition(
      reader.ranges(in: input.span, piecesOf: size)
        == reader.entries(in: input.span).map(\.range))
  }

  /// Reads a page of any archiver by each of the readers, and what its address links say.
  static func page(_ input: [UInt8]) {
    let bytes = input.span
    _ = PageKind.of(bytes)
    _ = PipermailIndexPage(bytes)
    for page in [PipermailPage.read(bytes), MHonArcPage.read(bytes), HypermailPage.read(bytes)] {
      check(FlatMessage(page.parsed), entryByteCount: input.count)
    }
    _ = HTMLText.text(bytes)
  }

  /// Builds threads of mails whose ids and answers the bytes choose; each stands in exactly one.
  static func thread(_ input: [UInt8]) {
    var messages: [Message] = []
    for start in stride(from: 0, to: input.count - 3, by: 4) {
      var message = Message()
      message.messageID = ["\(input[start] % 32)"]
      message.references = input[(start + 1)..<(start + 3)].map { "\($0 % 40)" }
      message.subject = input[start + 3] < 64 ? "Re: boats" : "boats"
      messages.append(message)
    }
    let threads = ThreadBuilder.threads(of: messages.map(ThreadBuilder.Entry.init))
    precondition(
      threads.flatMap { $0.nodes.compactMap(\.message) }.sorted() == Array(messages.indices))
  }

  /// Reads a date.
  static func date(_ input: [UInt8]) {
    _ = DateReader.read(input.span, in: 0..<input.count).date?.rfc3339
  }

  private static func check(_ message: FlatMessage, entryByteCount: Int) {
    var line = MessageLine()
    var output: [UInt8] = []
    let source = MessageLine.Source(
      path: "", member: nil, format: .rfc822, entry: 0..<entryByteCount, sha256: "")
    line.append(message, source: source, to: &output)
    precondition(
      String(validating: output, as: UTF8.self) != nil,
      "a line is UTF-8: \(String(decoding: output, as: UTF8.self))")
    for defect in message.defects {
      precondition(defect.range.lowerBound >= 0 && defect.range.upperBound <= entryByteCount)
    }
  }
}
