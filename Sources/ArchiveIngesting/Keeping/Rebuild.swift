public import ArchiveReading
public import ArchiveStorage
import MailParsing

/// Makes everything derived again from what was read: messages, threads, index, persons. Claims and
/// findings go with it and are for their own stages to make.
public struct Rebuild: Sendable {
  private let database: ArchiveDatabase
  private let reader: EntryReader

  /// Makes a rebuild of `database`.
  public init(of database: ArchiveDatabase, reader: EntryReader = EntryReader()) {
    self.database = database
    self.reader = reader
  }

  /// Parses every entry the record holds again and derives everything from it. One transaction, then
  /// one for persons; the archives themselves are not opened.
  public func run() throws(StorageError) {
    var reader = reader
    try database.rebuild { bytes, appearance in
      let message = reader.parse(
        bytes.span, format: appearance.format,
        path: appearance.source.member == nil ? appearance.source.path : nil)
      return (message.parsed, contentKey: ContentKey.hexadecimal(of: message))
    }
    try persons()
  }

  /// Makes persons again, as after a decision on who is who.
  public func persons() throws(StorageError) {
    try Derivation(of: database).refreshPersons()
  }
}
