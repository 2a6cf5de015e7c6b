public import MailParsing

/// A file or a member of one that holds mail: where its bytes lie and how they are to be read.
public struct ArchiveSource: Sendable, Hashable {
  /// The file as the walk found it.
  public var file: ArchiveFile
  /// The member of a container, or a blob of a public-inbox; nil for a plain or compressed file.
  public var member: String?
  /// The form its entries have.
  public var format: ArchiveFormat
  /// The list it belongs to, as its place or the user tells; nil where neither does.
  public var list: String?

  /// Whether it lies where pipermail puts a list's months and pages.
  var isInPipermailLayout = false

  /// The path as the user gave it, or found below a directory the user gave.
  public var path: String { file.path }

  /// Its name among what earlier readings know.
  var key: KnownSources.Key { KnownSources.Key(path: path, member: member) }

  /// Makes a source.
  public init(file: ArchiveFile, member: String?, format: ArchiveFormat, list: String?) {
    self.file = file
    self.member = member
    self.format = format
    self.list = list
  }
}
