import ArchiveStorage

/// A citation's members as they stand in JSON, any of which a stranger's file may lack.
struct CitationFields: Decodable {
  struct Selector: Decodable {
    var exact: String
    var prefix: String?
    var suffix: String?
  }
  var messageId: String?
  var path: String?
  var member: String?
  var entrySHA256: String?
  var sha256: String?
  var entry: [Int]?
  var range: [Int]?
  var selector: Selector?
  var sentAt: String?
  var author: String?
  var links: [String]?
  var repository: String?
  var commit: String?
  var subject: String?
  var authoredAt: String?
  var committedAt: String?
  var authentication: String?
  var signer: String?

  /// The citation; nil where a member is missing or a range runs backwards.
  var citation: Citation? {
    if let commit {
      guard let repository, let subject, let author, let authoredAt, let committedAt else {
        return nil
      }
      return .commit(
        CommitCitation(
          repository: repository, commit: commit, path: path, subject: subject, author: author,
          authoredAt: authoredAt, committedAt: committedAt, signature: signature))
    }
    guard let path, let range = Self.range(range), let selector else { return nil }
    let quote = TextQuote(
      exact: selector.exact, prefix: selector.prefix ?? "", suffix: selector.suffix ?? "")
    if let entry {
      guard let entry = Self.range(entry), let entrySHA256 else { return nil }
      return .message(
        MessageCitation(
          path: path, member: member, entrySHA256: entrySHA256, entry: entry,
          messageID: messageId, range: range, quote: quote, sentAt: sentAt, author: author ?? "",
          links: links ?? [], signature: signature))
    }
    guard let sha256 else { return nil }
    return .document(
      DocumentCitation(path: path, sha256: sha256, range: range, quote: quote))
  }

  private var signature: Citation.Signature? {
    switch authentication {
    case "signedUnchecked": .unchecked
    case "signed": .good(by: signer ?? "")
    case "badSignature": .bad
    default: nil
    }
  }

  private static func range(_ ends: [Int]?) -> Range<Int>? {
    guard let ends, ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else { return nil }
    return ends[0]..<ends[1]
  }
}
