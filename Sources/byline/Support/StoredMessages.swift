import ArchiveStorage
import MailParsing

extension ArchiveDatabase {
  /// The messages that a Message-ID names, or an error where there is none.
  func messages(named id: String) throws -> [StoredMessage] {
    let found = try messages(withMessageID: id)
    guard found.isEmpty else { return found }
    throw Failure(
      ExitStatus.missingInput,
      "the store holds no message <\(Terminal.line(id))>; find its id with `byline search`")
  }
}
