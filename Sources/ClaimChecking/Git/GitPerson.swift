import MailParsing

/// Tells which commits are the person's: those by an author of the same full name or the same
/// address, case folded, as committed or as `.mailmap` has them.
struct GitPerson: Sendable {
  private let names: Set<String>
  private let addresses: Set<String>

  /// Looks for a person by every name and address held to be theirs.
  init(_ subject: CheckSubject) {
    // A name of one word is borne by too many to settle anything.
    names = Set(subject.names.map(Self.folded).filter { $0.contains(" ") })
    addresses = Set(subject.identities.map { Self.folded($0.email) }.filter { !$0.isEmpty })
  }

  /// Whether the commit is theirs.
  func isAuthor(of record: GitLogParser.Record) -> Bool {
    func text(_ bytes: [UInt8]) -> String { Self.folded(String(decoding: bytes, as: UTF8.self)) }
    return addresses.contains(text(record.email)) || addresses.contains(text(record.mappedEmail))
      || names.contains(text(record.name)) || names.contains(text(record.mappedName))
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
