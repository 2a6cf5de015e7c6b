/// Writes messages as lines of `byline.message/1`, straight into a buffer of bytes.
///
/// One message is one line, its LF included. Fields come in a fixed order; what a mail does not have is
/// an empty list or null where the schema always shows it, and absent where it does not.
public struct MessageLine: Sendable {
  /// Where an entry was read.
  public struct Source: Sendable, Hashable {
    /// The source's path as the user named it.
    public var path: String
    /// The member of a container; nil where the path is the source itself.
    public var member: String?
    /// The form of its entries.
    public var format: ArchiveFormat
    /// The entry's bytes in the decompressed source.
    public var entry: Range<Int>
    /// SHA-256 of the entry's bytes, hexadecimal.
    public var sha256: String

    /// Makes a source of its parts.
    public init(
      path: String, member: String?, format: ArchiveFormat, entry: Range<Int>, sha256: String
    ) {
      self.path = path
      self.member = member
      self.format = format
      self.entry = entry
      self.sha256 = sha256
    }
  }

  /// A place where a stored message stands, as `appearances` lists it.
  public struct Place: Sendable, Hashable {
    /// Where it was read; its `sha256` is not printed.
    public var source: Source
    /// The list it was read from.
    public var list: String?
    /// How close those bytes are to the mail.
    public var fidelity: Fidelity

    /// Makes a place of its parts.
    public init(source: Source, list: String?, fidelity: Fidelity) {
      self.source = source
      self.list = list
      self.fidelity = fidelity
    }
  }

  private var keyMaker = ContentKey()

  /// Makes a writer.
  public init() {}

  /// Adds the line of one message to `output`. Linear in the message.
  ///
  /// - Parameters:
  ///   - message: what was read.
  ///   - source: where it was read.
  ///   - list: the list's name where the source tells it; nil takes the mail's own.
  ///   - contentKey: the key where it is known; nil computes it.
  ///   - appearances: every place a stored message stands in; nil for what was only parsed.
  ///   - output: the bytes written so far.
  public mutating func append(
    _ message: FlatMessage, source: Source, list: String? = nil, contentKey: String? = nil,
    appearances: [Place]? = nil, to output: inout [UInt8]
  ) {
    output.append(#"{"schema":"byline.message/1","source":{"#)
    Self.append(source, to: &output)
    output.append(#","sha256":"#)
    JSONBuffer.append(source.sha256, to: &output)
    output.append(#"},"fidelity":""#)
    output.append(contentsOf: message.fidelity.rawValue.utf8)
    output.append(#"","messageId":"#)
    append(message.messageID, of: message, to: &output)
    output.append(#","inReplyTo":"#)
    append(message.inReplyTo, of: message, to: &output)
    output.append(#","references":"#)
    append(message.references, of: message, to: &output)
    output.append(#","from":"#)
    append(message.from, of: message, to: &output)
    if !message.sender.isEmpty {
      output.append(#","sender":"#)
      append(message.sender, of: message, to: &output)
    }
    if !message.replyTo.isEmpty {
      output.append(#","replyTo":"#)
      append(message.replyTo, of: message, to: &output)
    }
    output.append(#","to":"#)
    append(message.to, of: message, to: &output)
    output.append(#","cc":"#)
    append(message.cc, of: message, to: &output)
    output.append(#","subject":"#)
    JSONBuffer.append(message.bytes.span, message.subject, to: &output)
    output.append(#","sentAt":"#)
    append(message.sentAt, to: &output)
    if message.receivedAt != nil {
      output.append(#","receivedAt":"#)
      append(message.receivedAt, to: &output)
    }
    output.append(#","list":"#)
    if let list {
      JSONBuffer.append(list, to: &output)
    } else {
      append(message.list, of: message, to: &output)
    }
    if !message.archivedAt.isEmpty {
      output.append(#","archivedAt":"#)
      append(message.archivedAt, of: message, to: &output)
    }
    output.append(#","text":"#)
    JSONBuffer.append(message.bytes.span, message.text, to: &output)
    appendAttachments(of: message, to: &output)
    appendDefects(of: message, to: &output)
    output.append(#","contentKey":"#)
    JSONBuffer.append(contentKey ?? keyMaker.hexadecimal(of: message), to: &output)
    if let appearances { append(appearances, to: &output) }
    output.append("}\n")
  }

  private static func append(_ source: Source, to output: inout [UInt8]) {
    output.append(#""path":"#)
    JSONBuffer.append(source.path, to: &output)
    output.append(#","member":"#)
    append(source.member, to: &output)
    output.append(#","format":""#)
    output.append(contentsOf: source.format.rawValue.utf8)
    output.append(#"","entry":"#)
    JSONBuffer.append(source.entry, to: &output)
  }

  private static func append(_ text: String?, to output: inout [UInt8]) {
    if let text {
      JSONBuffer.append(text, to: &output)
    } else {
      output.append("null")
    }
  }

  private func append(_ text: Range<Int>?, of message: FlatMessage, to output: inout [UInt8]) {
    if let text {
      JSONBuffer.append(message.bytes.span, text, to: &output)
    } else {
      output.append("null")
    }
  }

  private func append(_ texts: [Range<Int>], of message: FlatMessage, to output: inout [UInt8]) {
    output.append(0x5B)
    for (number, text) in texts.enumerated() {
      if number > 0 { output.append(0x2C) }
      JSONBuffer.append(message.bytes.span, text, to: &output)
    }
    output.append(0x5D)
  }

  private func append(
    _ mailboxes: [FlatMessage.Mailbox], of message: FlatMessage, to output: inout [UInt8]
  ) {
    output.append(0x5B)
    for (number, mailbox) in mailboxes.enumerated() {
      output.append(number > 0 ? #",{"name":"# : #"{"name":"#)
      JSONBuffer.append(message.bytes.span, mailbox.name, to: &output)
      output.append(#","email":"#)
      JSONBuffer.append(message.bytes.span, mailbox.email, to: &output)
      output.append(0x7D)
    }
    output.append(0x5D)
  }

  private func append(_ date: MailDate?, to output: inout [UInt8]) {
    guard let date else { return output.append("null") }
    output.append(0x22)
    date.appendRFC3339(to: &output)
    output.append(0x22)
  }

  private func appendAttachments(of message: FlatMessage, to output: inout [UInt8]) {
    output.append(#","attachments":["#)
    for (number, part) in message.attachments.enumerated() {
      output.append(number > 0 ? #",{"name":"# : #"{"name":"#)
      append(part.name, of: message, to: &output)
      output.append(#","type":"#)
      JSONBuffer.append(message.bytes.span, part.type, to: &output)
      output.append(#","size":"#)
      if let size = part.byteCount {
        JSONBuffer.append(size, to: &output)
      } else {
        output.append("null")
      }
      if let url = part.url {
        output.append(#","url":"#)
        JSONBuffer.append(message.bytes.span, url, to: &output)
      }
      if let range = part.range {
        output.append(#","range":"#)
        JSONBuffer.append(range, to: &output)
      }
      output.append(0x7D)
    }
    output.append(0x5D)
  }

  private func appendDefects(of message: FlatMessage, to output: inout [UInt8]) {
    output.append(#","defects":["#)
    for (number, defect) in message.defects.enumerated() {
      output.append(number > 0 ? #",{"kind":""# : #"{"kind":""#)
      output.append(contentsOf: defect.kind.rawValue.utf8)
      output.append(#"","severity":""#)
      output.append(contentsOf: defect.severity.rawValue.utf8)
      output.append(#"","range":"#)
      JSONBuffer.append(defect.range, to: &output)
      if !defect.detail.isEmpty {
        output.append(#","detail":"#)
        JSONBuffer.append(defect.detail, to: &output)
      }
      output.append(0x7D)
    }
    output.append(0x5D)
  }

  private func append(_ places: [Place], to output: inout [UInt8]) {
    output.append(#","appearances":["#)
    for (number, place) in places.enumerated() {
      output.append(number > 0 ? ",{" : "{")
      Self.append(place.source, to: &output)
      output.append(#","list":"#)
      Self.append(place.list, to: &output)
      output.append(#","fidelity":""#)
      output.append(contentsOf: place.fidelity.rawValue.utf8)
      output.append("\"}")
    }
    output.append(0x5D)
  }
}
