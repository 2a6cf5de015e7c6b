/// A message whose texts lie one after another in one buffer of UTF-8, its fields ranges of that buffer.
///
/// What parsers fill and ``MessageLine`` prints: reused from message to message it costs no allocation,
/// where a ``Message`` costs one for each of its strings. ``parsed`` makes the plain value of it.
public struct FlatMessage: Sendable {
  /// A mailbox; either range may be empty.
  public struct Mailbox: Sendable {
    /// The display-name, decoded.
    public var name: Range<Int>
    /// The addr-spec.
    public var email: Range<Int>
  }

  /// An attachment; see ``Attachment``.
  public struct Part: Sendable {
    /// The file name; nil where it has none.
    public var name: Range<Int>?
    /// The media type, lower-cased.
    public var type: Range<Int>
    /// Bytes after transfer decoding.
    public var byteCount: Int?
    /// The archiver's link.
    public var url: Range<Int>?
    /// The part's bytes in the entry, no range of ``FlatMessage/bytes``.
    public var range: Range<Int>?
  }

  /// UTF-8, all texts of the message.
  public var bytes: [UInt8] = []
  /// See ``Message/messageID``.
  public var messageID: [Range<Int>] = []
  /// See ``Message/inReplyTo``.
  public var inReplyTo: [Range<Int>] = []
  /// See ``Message/references``.
  public var references: [Range<Int>] = []
  /// See ``Message/from``.
  public var from: [Mailbox] = []
  /// See ``Message/sender``.
  public var sender: [Mailbox] = []
  /// See ``Message/replyTo``.
  public var replyTo: [Mailbox] = []
  /// See ``Message/to``.
  public var to: [Mailbox] = []
  /// See ``Message/cc``.
  public var cc: [Mailbox] = []
  /// See ``Message/subject``.
  public var subject = 0..<0
  /// See ``Message/sentAt``.
  public var sentAt: MailDate?
  /// See ``Message/receivedAt``.
  public var receivedAt: MailDate?
  /// See ``Message/list``.
  public var list: Range<Int>?
  /// See ``Message/archivedAt``.
  public var archivedAt: [Range<Int>] = []
  /// See ``Message/text``.
  public var text = 0..<0
  /// See ``Message/attachments``.
  public var attachments: [Part] = []
  /// See ``ParsedMessage/defects``.
  public var defects: [Defect] = []
  /// See ``ParsedMessage/fidelity``.
  public var fidelity = Fidelity.original

  /// The word that stood for `@` in the author of a pipermail entry; nil where the address was plain.
  var separator: String?

  /// Where the text ends in ``bytes`` while further strings are added after it.
  var textLimit = 0

  /// Files found in the text, until they are listed.
  var encodedBlocks: [EncodedBlock] = []

  /// The header of the message last read; kept so that its room is used again.
  var header = HeaderBlock()

  /// What a page said; kept so that its room is used again.
  var page = PipermailPageFields()

  /// Makes an empty message.
  public init() {}

  /// Empties the message and keeps its room.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    messageID.removeAll(keepingCapacity: true)
    inReplyTo.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    from.removeAll(keepingCapacity: true)
    sender.removeAll(keepingCapacity: true)
    replyTo.removeAll(keepingCapacity: true)
    to.removeAll(keepingCapacity: true)
    cc.removeAll(keepingCapacity: true)
    archivedAt.removeAll(keepingCapacity: true)
    attachments.removeAll(keepingCapacity: true)
    defects.removeAll(keepingCapacity: true)
    subject = 0..<0
    text = 0..<0
    list = nil
    sentAt = nil
    receivedAt = nil
    fidelity = .original
    separator = nil
    textLimit = 0
  }

  /// Adds a text at the end of the buffer and returns where it stands.
  public mutating func add(_ text: String) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return start..<bytes.count
  }

  /// Adds an attachment to those the message has.
  mutating func add(_ attachment: Attachment) {
    attachments.append(
      Part(
        name: attachment.name.map { add($0) }, type: add(attachment.type),
        byteCount: attachment.byteCount, url: attachment.url.map { add($0) },
        range: attachment.range))
  }

  /// The end of a text that begins at `start`, without the empty lines after its last line.
  func textEnd(from start: Int) -> Int {
    var end = max(start, textLimit)
    while end > start + 1, bytes[end - 1] == 0x0A, bytes[end - 2] == 0x0A { end -= 1 }
    return end
  }

  /// Closes a defect list: in order of place, the graver first at one place.
  mutating func sortDefects() {
    guard defects.count > 1 else { return }
    defects.sort {
      ($0.range.lowerBound, $1.severity, $0.range.upperBound, $0.kind.rawValue)
        < ($1.range.lowerBound, $0.severity, $1.range.upperBound, $1.kind.rawValue)
    }
  }
}

extension FlatMessage {
  /// The text that stands in `range` of ``bytes``.
  public func string(_ range: Range<Int>) -> String {
    bytes.span.string(in: range)
  }

  /// The message as a plain value.
  public var parsed: ParsedMessage {
    var message = Message()
    message.messageID = messageID.map(string)
    message.inReplyTo = inReplyTo.map(string)
    message.references = references.map(string)
    message.from = from.map(address)
    message.sender = sender.map(address)
    message.replyTo = replyTo.map(address)
    message.to = to.map(address)
    message.cc = cc.map(address)
    message.subject = string(subject)
    message.sentAt = sentAt
    message.receivedAt = receivedAt
    message.list = list.map(string)
    message.archivedAt = archivedAt.map(string)
    message.text = string(text)
    message.attachments = attachments.map {
      Attachment(
        name: $0.name.map(string), type: string($0.type), byteCount: $0.byteCount,
        url: $0.url.map(string), range: $0.range)
    }
    return ParsedMessage(message: message, defects: defects, fidelity: fidelity)
  }

  private func address(_ mailbox: Mailbox) -> Address {
    Address(name: string(mailbox.name), email: string(mailbox.email))
  }

  /// Makes the flat form of a plain value, for what prints or digests it.
  public init(_ parsed: ParsedMessage) {
    self.init()
    let message = parsed.message
    messageID = message.messageID.map { add($0) }
    inReplyTo = message.inReplyTo.map { add($0) }
    references = message.references.map { add($0) }
    from = mailboxes(message.from)
    sender = mailboxes(message.sender)
    replyTo = mailboxes(message.replyTo)
    to = mailboxes(message.to)
    cc = mailboxes(message.cc)
    subject = add(message.subject)
    sentAt = message.sentAt
    receivedAt = message.receivedAt
    list = message.list.map { add($0) }
    archivedAt = message.archivedAt.map { add($0) }
    text = add(message.text)
    for attachment in message.attachments { add(attachment) }
    defects = parsed.defects
    fidelity = parsed.fidelity
  }

  private mutating func mailboxes(_ addresses: [Address]) -> [Mailbox] {
    addresses.map { Mailbox(name: add($0.name), email: add($0.email)) }
  }
}
