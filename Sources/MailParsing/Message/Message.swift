/// One mail as a reader would see it: decoded headers, its own text, its attachments.
///
/// Property names follow JMAP (RFC 8621 §4.1), so that `from` is the list of its mailboxes and
/// `messageID` a list too, empty where the mail has none: none is ever invented.
public struct Message: Sendable, Hashable {
  /// Message-ID without angle brackets; more than one where the field was repeated.
  public var messageID: [String] = []
  /// The ids In-Reply-To names, without angle brackets.
  public var inReplyTo: [String] = []
  /// The ids References names, oldest first, without angle brackets.
  public var references: [String] = []
  /// Authors.
  public var from: [Address] = []
  /// The Sender field.
  public var sender: [Address] = []
  /// Where answers are asked to go.
  public var replyTo: [Address] = []
  /// First recipients.
  public var to: [Address] = []
  /// Further recipients.
  public var cc: [Address] = []
  /// The subject, decoded and unfolded; empty where there is none.
  public var subject = ""
  /// When the author's program says it was sent; nil where no date could be read.
  public var sentAt: MailDate?
  /// When a program on the way says it got the mail (the From_ line of an mbox); stands beside a
  /// ``sentAt`` that is missing or impossible and never replaces it.
  public var receivedAt: MailDate?
  /// The list's name as the mail or page itself tells it (List-Id, a page's footer); nil where it does not.
  public var list: String?
  /// Permanent links that the mail itself names (Archived-At, RFC 5064).
  public var archivedAt: [String] = []
  /// The post's own text with what an archiver rewrote undone. Offsets into it are Unicode scalars.
  public var text = ""
  /// What is attached beside the text.
  public var attachments: [Attachment] = []

  /// Makes an empty message.
  public init() {}
}

/// A part of a mail beside its text, or a part that an archiver scrubbed and linked.
public struct Attachment: Sendable, Hashable {
  /// The file name it carries; nil where it has none.
  public var name: String?
  /// The media type, lower-cased, without parameters.
  public var type: String
  /// Bytes after transfer decoding; nil where only a link is held.
  public var byteCount: Int?
  /// Where an archiver says it put the part it scrubbed.
  public var url: String?
  /// The part's bytes in the entry, before transfer decoding; nil where the entry does not hold them.
  public var range: Range<Int>?

  /// Makes an attachment's description.
  public init(
    name: String?, type: String, byteCount: Int?, url: String? = nil, range: Range<Int>? = nil
  ) {
    self.name = name
    self.type = type
    self.byteCount = byteCount
    self.url = url
    self.range = range
  }
}

/// How close an entry's bytes are to the mail that was sent; later cases are closer.
public enum Fidelity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// An HTML page an archiver made.
  case rendered
  /// Pipermail's monthly text: headers cut down, addresses obscured, parts scrubbed.
  case archived
  /// RFC 5322 bytes.
  case original

  /// Orders by closeness to the mail that was sent, ``rendered`` first.
  public static func < (lhs: Fidelity, rhs: Fidelity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .rendered: 0
    case .archived: 1
    case .original: 2
    }
  }
}

/// A message, what is wrong with the bytes it came from, and how close those are to the mail.
public struct ParsedMessage: Sendable, Hashable {
  /// The best reading of the entry.
  public var message: Message
  /// Everything that was repaired, guessed or could not be read, in order of place.
  public var defects: [Defect]
  /// How close the entry's bytes are to the mail that was sent.
  public var fidelity: Fidelity

  /// Makes a parsed message.
  public init(message: Message, defects: [Defect] = [], fidelity: Fidelity) {
    self.message = message
    self.defects = defects
    self.fidelity = fidelity
  }
}
