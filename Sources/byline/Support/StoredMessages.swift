import ArchiveStorage
import MailParsing
import Reporting

extension ArchiveDatabase {
  /// The messages that go by a name, or an error where there is none.
  func messages(known name: String) throws -> [StoredMessage] {
    let found = try messages(named: name)
    guard found.isEmpty else { return found }
    throw Failure(
      ExitStatus.missingInput,
      "the store holds no message \(VisibleText.line(name)); find its name with `byline search`")
  }
}
