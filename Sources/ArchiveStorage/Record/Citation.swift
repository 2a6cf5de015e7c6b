import MailParsing

/// A place in a record that can be read again: which bytes of what, and the words that stand there.
public enum Citation: Sendable, Hashable, Codable {
  case message(MessageCitation)
  case document(DocumentCitation)
  case commit(CommitCitation)

  /// The words cited: a quotation, or the subject of a commit.
  public var words: String {
    switch self {
    case .message(let message): message.quote.exact
    case .document(let document): document.quote.exact
    case .commit(let commit): commit.subject
    }
  }
}

extension Citation {
  /// The signature of a mail or commit, as far as the keys that were given tell.
  public enum Signature: Sendable, Hashable, Codable {
    /// It bears one that was not checked: its key was not given, or the archive does not hold the bytes that
    /// were signed.
    case unchecked
    /// It is one of a key that was given, by whom that key names.
    case good(by: String)
    /// It does not fit what is signed, or its key was revoked.
    case bad
  }
}

/// A quotation by its words and their surroundings (W3C Web Annotation, TextQuoteSelector), so that it
/// can be found again where a text moved.
public struct TextQuote: Sendable, Hashable, Codable {
  /// The words, unchanged.
  public var exact: String
  /// Up to 32 scalars before them.
  public var prefix: String
  /// Up to 32 scalars after them.
  public var suffix: String

  /// Makes a quotation.
  public init(exact: String, prefix: String, suffix: String) {
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
  }

  /// Quotes the scalars of `range` in `text`; a range beyond the text is cut to it. Linear in where the
  /// range ends.
  public init(of range: Range<Int>, in text: String) {
    let scalars = text.unicodeScalars
    func index(_ offset: Int, after index: String.Index) -> String.Index {
      scalars.index(index, offsetBy: max(0, offset), limitedBy: scalars.endIndex)
        ?? scalars.endIndex
    }
    let before = index(range.lowerBound - 32, after: scalars.startIndex)
    let start = index(min(range.lowerBound, 32), after: before)
    let end = index(range.count, after: start)
    self.exact = String(scalars[start..<end])
    self.prefix = String(scalars[before..<start])
    self.suffix = String(scalars[end..<index(32, after: end)])
  }
}

/// A range of one message's text, and the archive bytes that text was read from.
public struct MessageCitation: Sendable, Hashable, Codable {
  /// The source's path.
  public var path: String
  /// The member within it; nil for a plain file.
  public var member: String?
  /// SHA-256 of the entry's bytes.
  public var entrySHA256: String
  /// The entry's bytes in the decompressed source.
  public var entry: Range<Int>
  /// The message's first Message-ID; nil where it has none.
  public var messageID: String?
  /// Unicode scalars of the message's `text`.
  public var range: Range<Int>
  /// The words at ``range`` and around them.
  public var quote: TextQuote
  /// When the message says it was sent, RFC 3339.
  public var sentAt: String?
  /// Who the message says wrote it: the display-name, or the addr-spec where there is no name.
  public var author: String
  /// Permanent links where the mail names them (Archived-At, RFC 5064).
  public var links: [String]
  /// What is known of a signature over the words cited; nil where there is none, or none was looked for.
  public var signature: Citation.Signature?

  /// Makes a citation of its parts, as one is read back from a report.
  public init(
    path: String, member: String?, entrySHA256: String, entry: Range<Int>, messageID: String?,
    range: Range<Int>, quote: TextQuote, sentAt: String?, author: String, links: [String],
    signature: Citation.Signature? = nil
  ) {
    self.path = path
    self.member = member
    self.entrySHA256 = entrySHA256
    self.entry = entry
    self.messageID = messageID
    self.range = range
    self.quote = quote
    self.sentAt = sentAt
    self.author = author
    self.links = links
    self.signature = signature
  }

  /// Cites `range` of a stored message's text in its most original appearance.
  public init(_ stored: StoredMessage, range: Range<Int>) {
    let appearance = stored.appearances[0]
    self.path = appearance.source.path
    self.member = appearance.source.member
    self.entrySHA256 = appearance.entrySHA256
    self.entry = appearance.entry
    self.messageID = stored.message.messageID.first
    self.range = range
    self.quote = TextQuote(of: range, in: stored.message.text)
    self.sentAt = stored.message.sentAt?.rfc3339
    let from = stored.message.from.first
    self.author = from.map { $0.name.isEmpty ? $0.email : $0.name } ?? ""
    self.links = stored.message.archivedAt
  }
}

/// A range of a document's text: a résumé, or a statement given as a plain file.
public struct DocumentCitation: Sendable, Hashable, Codable {
  /// The document's path.
  public var path: String
  /// SHA-256 of the document's bytes.
  public var sha256: String
  /// Unicode scalars of the document's text.
  public var range: Range<Int>
  /// The words at ``range`` and around them.
  public var quote: TextQuote

  /// Makes a citation of its parts, as one is read back from a report.
  public init(path: String, sha256: String, range: Range<Int>, quote: TextQuote) {
    self.path = path
    self.sha256 = sha256
    self.range = range
    self.quote = quote
  }

  /// Cites `range` of a document.
  public init(_ document: Document, range: Range<Int>) {
    self.path = document.path
    self.sha256 = document.sha256
    self.range = range
    self.quote = TextQuote(of: range, in: document.text)
  }
}

/// A commit, and the part of it that speaks.
public struct CommitCitation: Sendable, Hashable, Codable {
  /// The repository as the user named it.
  public var repository: String
  /// The full object name, 40 hexadecimal digits (64 in a SHA-256 repository).
  public var commit: String
  /// The changed path that bears on the claim; nil where the message does.
  public var path: String?
  /// The first line of its message.
  public var subject: String
  /// Its author, name and address as git holds them.
  public var author: String
  /// RFC 3339, with the zone git holds.
  public var authoredAt: String
  /// RFC 3339; far from ``authoredAt`` where work was kept back or rebased.
  public var committedAt: String

  /// What is known of its signature; nil where it bears none, or was not looked at.
  public var signature: Citation.Signature?

  /// The commit as a Software Hash identifier.
  public var swhid: String { "swh:1:rev:\(commit)" }

  /// Cites a commit.
  public init(
    repository: String, commit: String, path: String?, subject: String, author: String,
    authoredAt: String, committedAt: String, signature: Citation.Signature? = nil
  ) {
    self.repository = repository
    self.commit = commit
    self.path = path
    self.subject = subject
    self.author = author
    self.authoredAt = authoredAt
    self.committedAt = committedAt
    self.signature = signature
  }
}
