/// What a line looks like by itself, its neighbours unseen.
enum LineLook: UInt8, CaseIterable {
  /// Nothing in particular; most prose.
  case text
  /// `-- `, the delimiter of RFC 3676 §4.3, with or without its blank.
  case signatureDelimiter
  /// A long row of one or two marks.
  case rule
  /// Other marks without a letter or digit.
  case decoration
  /// Words between rows of marks: `------- Additional Comments -------`, `=== Results ===`.
  case ruledTitle
  /// "-----Original Message-----" and its like.
  case originalMessage
  /// "On Monday, Ada wrote:", and the shorter and foreign forms that end in a colon.
  case attribution
  /// "On Monday, Ada Ortiz" without its end: an attribution that goes on below.
  case attributionHead
  /// `From: Ada`, a field of a mail's header.
  case headerField
  /// `Key: value`, `Key = value`.
  case field
  /// `commit 0123abcd…`, `changeset:`, `r2554`: the head of a commit's record.
  case commit
  /// `Signed-off-by: Ada`, a trailer of a commit message.
  case trailer
  /// `diff --git`, `Index:`, `--- a/x`, `+++ b/x`, `====`.
  case diffHeader
  /// `@@ -1,2 +3,4 @@`, `12,14c12`, `*** 1,5 ****`.
  case hunk
  /// ` file.c | 12 +++---`.
  case diffStat
  /// ` 3 files changed, 2 insertions(+)`.
  case diffSummary
  /// `+` or `-` in the first column.
  case diffChange
  /// Cells apart by bars, or by two and more blanks.
  case tableRow
  /// A line of a log: it opens with a time, a level or a frame of a stack trace.
  case log
  /// `$ make`, `# ls`, `>>> x`.
  case prompt
  /// Ends or begins as code does.
  case code
  /// Nothing but a URL.
  case url
  /// `* item`, `- item`, `1. item`, `a) item`.
  case bullet
  /// A short line of words that ends in a colon.
  case heading
  /// Words of greeting, a comma.
  case greeting
  /// Words of farewell.
  case farewell
  /// Few capitalised words without an end mark: a name, mostly.
  case name
  /// Speaks of subscribing, of archives, of a list's pages.
  case listFooter
  /// "Sent from my …".
  case sentFrom
  /// The mark alone, quoted.
  case empty
}

extension LineLook {
  /// Looks at a measured line. Linear in the head of the line.
  init(of line: BodyLine, in bytes: Span<UInt8>) {
    let range = line.content.prefix(BodyLine.headLimit)
    guard !range.isEmpty else {
      self = .empty
      return
    }
    let head = LineHead(range: range, isWhole: range.count == line.content.count)
    self =
      Self.ofMarks(line, head, bytes) ?? Self.ofPatch(line, head, bytes)
      ?? Self.ofMail(line, head, bytes) ?? Self.ofMachine(line, head, bytes)
      ?? Self.ofSpeech(line, head, bytes)
  }

  /// Lines that hold no letter and no digit.
  private static func ofMarks(
    _ line: BodyLine, _ head: LineHead, _ bytes: Span<UInt8>
  ) -> LineLook? {
    guard line.letters + line.digits + line.beyondASCII == 0 else { return nil }
    if line.indent == 0, head.equals("--", in: bytes) { return .signatureDelimiter }
    if line.length <= 5, head.isSmile(in: bytes) { return .text }
    return line.length >= 5 && line.distinctMarks <= 2 ? .rule : .decoration
  }

  private static func ofPatch(
    _ line: BodyLine, _ head: LineHead, _ bytes: Span<UInt8>
  ) -> LineLook? {
    if line.indent == 0 {
      if head.starts("@@ -", in: bytes)
        || head.starts("*** ", in: bytes) && head.ends("****", in: bytes)
        || head.starts("--- ", in: bytes) && head.ends("----", in: bytes)
        || head.isNormalDiffRange(in: bytes)
      {
        return .hunk
      }
      if diffHeaders.open(head.range, in: bytes) { return .diffHeader }
      let first = bytes[head.range.lowerBound]
      if first == 0x2B || first == 0x2D, head.range.count > 1 {
        let second = bytes[head.range.lowerBound + 1]
        // A dash and a blank open a list item more often than they delete a line.
        if first == 0x2B || (second != 0x20 && second != 0x2D) { return .diffChange }
      }
    }
    if line.holds(0x7C), head.isDiffStat(in: bytes) { return .diffStat }
    if ByteKind.of(bytes[head.range.lowerBound]) == .digit, head.contains(" changed,", in: bytes) {
      return .diffSummary
    }
    return nil
  }

  private static let diffHeaders: Openings = [
    "diff --git ", "diff -", "Index: ", "index ", "--- ", "+++ ", "new file mode ",
    "deleted file mode ", "old mode ", "new mode ", "similarity index ", "rename from ",
    "rename to ", "RCS file: ", "retrieving revision ", "Property changes on:", "Only in ",
    "GIT binary patch", "Binary files ", "\\ No newline", "copy from ", "copy to ",
  ]

  private static func ofMail(
    _ line: BodyLine, _ head: LineHead, _ bytes: Span<UInt8>
  ) -> LineLook? {
    let lastByte = bytes[head.range.upperBound - 1]
    if line.tally.classes.contains(.forwarded), line.marks >= 6, head.starts("--", in: bytes) {
      return .originalMessage
    }
    if head.isRuledTitle(in: bytes) { return .ruledTitle }
    if line.holds(0x3A), let key = head.fieldName(in: bytes) {
      if line.tally.first.contains(.headerName), key.isOneWord || key.length < 14 {
        return .headerField
      }
      if head.isTrailer(in: bytes) { return .trailer }
    }
    if head.isWhole, lastByte == 0x3A || lastByte == 0x2D,
      line.tally.classes.contains(.wrote), line.letters < 160
    {
      return .attribution
    }
    if head.isWhole, line.digits >= 3, line.words.count <= 12,
      !line.tally.classes.isDisjoint(with: [.month, .weekday]), head.opensAttribution(in: bytes)
    {
      return .attributionHead
    }
    if line.tally.classes.contains([.program, .device]), line.words.count <= 14,
      line.tally.first.contains(.program)
    {
      return .sentFrom
    }
    return nil
  }

  private static func ofMachine(
    _ line: BodyLine, _ head: LineHead, _ bytes: Span<UInt8>
  ) -> LineLook? {
    if head.isURL(in: bytes) { return .url }
    if head.isCommit(in: bytes) { return .commit }
    if head.isLog(line, in: bytes) { return .log }
    if head.isPrompt(line, in: bytes) { return .prompt }
    if line.holds(0x7C), head.bars(in: bytes) >= 2 { return .tableRow }
    if head.isCode(line, in: bytes) { return .code }
    if line.holds(0x3A), head.fieldName(in: bytes) != nil,
      !line.tally.classes.contains(.grammar) || line.columnGaps > 0
    {
      return .field
    }
    if line.columnGaps >= 2, line.words.count >= 2 { return .tableRow }
    return nil
  }

  private static func ofSpeech(
    _ line: BodyLine, _ head: LineHead, _ bytes: Span<UInt8>
  ) -> LineLook {
    let lastByte = bytes[head.range.upperBound - 1]
    if head.isBullet(in: bytes) { return .bullet }
    if line.words.count <= 6, line.tally.first.contains(.greeting),
      [0x2C, 0x21, 0x3A, 0x3B, 0x2E].contains(lastByte) || line.words.count <= 3
    {
      return .greeting
    }
    if line.words.count <= 7,
      line.tally.first.contains(.farewell)
        || line.tally.first.contains(.farewellPart) && line.tally.classes.contains(.farewell)
    {
      return .farewell
    }
    if line.hasURL || line.hasAddress, line.tally.classes.contains(.footer) { return .listFooter }
    if lastByte == 0x3A, line.words.count <= 8 { return .heading }
    if line.words.count <= 4, line.digits == 0, line.letters + line.beyondASCII > 1,
      ByteKind.of(lastByte) != .mark || lastByte == 0x2E,
      bytes[head.range.lowerBound] & 0x20 == 0 || line.words.count == 1
    {
      return .name
    }
    return .text
  }
}
