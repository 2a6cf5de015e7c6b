/// Reads one mail from its bytes: headers decoded, addresses, date, references, its own text, what is
/// attached, and everything that is wrong with it.
///
/// Parsing never throws and never drops a mail; the worst input gives an empty message with defects.
/// Time is linear in the bytes, memory bounded by ``limits`` beside the message itself.
public struct MessageParser: Sendable {
  /// What the parser will not go beyond.
  public var limits: Limits

  /// Makes a parser.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Reads a mail that stands alone (a Maildir file, a blob of public-inbox); a From_ line before its
  /// header is taken for what it is.
  public func parse(_ bytes: Span<UInt8>) -> ParsedMessage {
    var message = FlatMessage()
    parse(bytes, entry: MboxEntry(singleMessage: bytes), dialect: nil, into: &message)
    return message.parsed
  }

  /// Reads an entry of an mbox, its escapes undone as `dialect` has them; defects are at offsets from
  /// the entry's beginning.
  public func parse(
    _ bytes: Span<UInt8>, entry: MboxEntry, dialect: MboxDialect?
  ) -> ParsedMessage {
    var message = FlatMessage()
    parse(bytes, entry: entry, dialect: dialect, into: &message)
    return message.parsed
  }

  /// Reads an entry into a message whose room is used again.
  public func parse(
    _ bytes: Span<UInt8>, entry: MboxEntry, dialect: MboxDialect?, into message: inout FlatMessage
  ) {
    if let lines = LoneReturns.asLineFeeds(bytes.extracting(entry.range)) {
      let moved = entry.moved(by: -entry.range.lowerBound)
      return parse(lines.span, entry: moved, dialect: dialect, into: &message)
    }
    message.removeAll()
    message.fidelity = dialect?.fidelity ?? .original
    message.defects.append(contentsOf: entry.defects)
    let origin = entry.range.lowerBound
    // The scratch header is taken out while it is in use, so that filling it copies nothing.
    var header = HeaderBlock()
    swap(&header, &message.header)
    header.read(bytes, in: entry.content, origin: origin, limits: limits, defects: &message.defects)
    HeaderReader(origin: origin, isArchived: message.fidelity == .archived)
      .read(header, bytes, entry: entry, into: &message)
    var body = header.bodyStart..<max(header.bodyStart, entry.content.upperBound)
    if dialect == .babyl { body = MarkedMailbox.body(bytes, after: body) }
    BodyReader(
      origin: origin, limits: limits, dialect: dialect, mayHaveEscapes: entry.mayHaveEscapes
    )
    .read(header, bytes, body, into: &message)
    swap(&header, &message.header)
    message.sortDefects()
  }
}

extension MessageParser {
  /// Reads the mails inside a mail (message/rfc822 parts, the mails of a digest), each before those inside
  /// it, and hands over each with its range in `bytes`, the entry that `message` was read from.
  ///
  /// A nested mail that is itself encoded has no bytes of its own there and is left out, and so is what
  /// lies more than ``Limits/maximumNesting`` deep. Linear in the bytes times their depth.
  public func forEachNested(
    in message: FlatMessage, of bytes: Span<UInt8>, dialect: MboxDialect?,
    body: (FlatMessage, Range<Int>) -> Void
  ) {
    // The header of a mail in a mail is the mail's own: pipermail wrote only that around it.
    let dialect = dialect == .pipermailText ? .mboxo : dialect
    var waiting = nestedRanges(of: message, at: 0, depth: 1)
    var nested = FlatMessage()
    while let (range, depth) = waiting.popLast() {
      let entry = MboxEntry(
        range: range, content: range, fromLine: nil, mayHaveEscapes: true, defects: [])
      parse(bytes, entry: entry, dialect: dialect, into: &nested)
      nested.fidelity = message.fidelity
      body(nested, range)
      if depth < limits.maximumNesting {
        waiting += nestedRanges(of: nested, at: range.lowerBound, depth: depth + 1)
      }
    }
  }

  /// Where the mails inside a mail that begins at `origin` stand, the last first.
  private func nestedRanges(
    of message: FlatMessage, at origin: Int, depth: Int
  ) -> [(Range<Int>, depth: Int)] {
    message.attachments.reversed().compactMap { part in
      guard let range = part.range, message.string(part.type) == "message/rfc822",
        part.byteCount == range.count
      else { return nil }
      return (origin + range.lowerBound..<origin + range.upperBound, depth)
    }
  }

  /// Bounds on what one mail can make the parser do. What lies beyond is left out with a defect that
  /// says so; the defaults are far above what people send.
  public struct Limits: Sendable, Hashable {
    /// Bytes of one header field that are read: 256 KiB.
    public var maximumHeaderByteCount = 256 << 10
    /// Header fields that are read: 10,000.
    public var maximumFieldCount = 10_000
    /// Multiparts open at once: 64.
    public var maximumNesting = 64
    /// Leaves of a mail's part structure: 10,000.
    public var maximumPartCount = 10_000
    /// Bytes of text that are kept of one mail: 64 MiB.
    public var maximumTextByteCount = 64 << 20

    /// Makes the default limits.
    public init() {}
  }
}

extension MboxEntry {
  /// The entry that a mail standing alone is: all of `bytes`, a From_ line at its head, or what else
  /// programs put around it, set apart.
  public init(singleMessage bytes: Span<UInt8>) {
    let end = bytes.endOfLine(from: 0, limit: bytes.count)
    let line = FromLine(bytes, line: 0..<end)
    self.init(
      range: 0..<bytes.count,
      content: line == nil ? MailFile.content(of: bytes) : end..<bytes.count, fromLine: line,
      defects: [])
  }
}
