public import MailParsing

/// A document that is no mail: a résumé, or a statement given as a plain file.
public struct Document: Sendable, Hashable {
  /// What the document is.
  public enum Kind: String, Sendable, Hashable, Codable { case resume, statement }
  /// What the document is.
  public var kind: Kind
  /// Where it was read from, as the user gave it.
  public var path: String
  /// SHA-256 of its bytes.
  public var sha256: String
  /// Its text, in which ranges count Unicode scalars.
  public var text: String

  /// Makes a document.
  public init(kind: Kind, path: String, sha256: String, text: String) {
    self.kind = kind
    self.path = path
    self.sha256 = sha256
    self.text = text
  }
}

/// A text in which a person says what they did: a stored post, or a document.
public enum Statement: Sendable, Hashable {
  case post(StoredMessage)
  /// A plain file, and the day it was written where that is known.
  case document(Document, writtenAt: MailDate?)

  /// The text that claims are drawn from and their ranges count in.
  public var text: String {
    switch self {
    case .post(let stored): stored.message.text
    case .document(let document, _): document.text
    }
  }

  /// The subject line, which names what a candidacy is for; empty for a document.
  public var subject: String {
    switch self {
    case .post(let stored): stored.message.subject
    case .document: ""
    }
  }

  /// When it was written; nil where that is not known.
  public var writtenAt: MailDate? {
    switch self {
    case .post(let stored): stored.message.sentAt
    case .document(_, let writtenAt): writtenAt
    }
  }

  /// Cites a range of the text.
  public func citation(of range: Range<Int>) -> Citation {
    switch self {
    case .post(let stored): .message(MessageCitation(stored, range: range))
    case .document(let document, _): .document(DocumentCitation(document, range: range))
    }
  }
}
