/// A record that a report rests on: an archive file, a résumé, a repository or a plain statement.
public struct DossierSource: Sendable, Hashable {
  /// What the record is; raw values are the words of `byline.report/1`.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case archive, resume, git, statement
  }
  /// What the record is.
  public var kind: Kind
  /// Where it was read, as the user gave it.
  public var path: String
  /// SHA-256 of its bytes; nil for a repository.
  public var sha256: String?
  /// The first day it speaks of, `2013-10-01`; nil where that is not known.
  public var from: String?
  /// The last day it speaks of; nil where that is not known.
  public var to: String?
  /// Messages in it; nil where it holds none by nature.
  public var messages: Int?

  /// Makes a source.
  public init(
    kind: Kind, path: String, sha256: String?, from: String?, to: String?, messages: Int?
  ) {
    self.kind = kind
    self.path = path
    self.sha256 = sha256
    self.from = from
    self.to = to
    self.messages = messages
  }
}
