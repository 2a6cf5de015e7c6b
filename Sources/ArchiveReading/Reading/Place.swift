import MailParsing

/// What the place of a source tells: the list it belongs to.
///
/// Files come directory by directory, so what the last one's directory told is kept for the next.
struct Place {
  private var path = ""
  private var isOnDisk = false
  private var directory: PipermailDirectory?

  /// The source that was found to have `format`, with the list it is on: the one the user names, else
  /// the one that the directories around a pipermail source name. Elsewhere only the mail itself tells.
  mutating func source(
    _ loaded: LoadedSource, _ format: ArchiveFormat, list: String?
  ) -> ArchiveSource {
    var source = ArchiveSource(file: loaded.file, member: loaded.member, format: format, list: list)
    if list == nil, MboxDialect(rawValue: format.rawValue) != nil {
      source.list = Self.listOfExport(loaded.file.path)
    }
    guard format == .pipermailText || format == .pipermailHTML,
      loaded.file.place != .standardInput
    else { return source }
    let member = loaded.member.flatMap { $0.contains("/") ? $0 : nil }
    let file = member ?? loaded.file.path
    let directory = directory(file.deletingLastPathComponent, isOnDisk: member == nil)
    source.list = list ?? directory.list
    source.isInPipermailLayout = directory.holds(file.lastPathComponent)
    return source
  }

  /// The list that HyperKitty names an export after: `builders` of `builders@lists.example.org-2020-03.mbox.gz`.
  private static func listOfExport(_ path: String) -> String? {
    let name = path.lastPathComponent
    guard name.hasSuffix(".mbox.gz"), let at = name.firstIndex(of: "@"), at > name.startIndex else {
      return nil
    }
    return String(name[..<at])
  }

  private mutating func directory(_ path: String, isOnDisk: Bool) -> PipermailDirectory {
    if let directory, self.path == path, self.isOnDisk == isOnDisk { return directory }
    let found = PipermailDirectory(path, isOnDisk: isOnDisk)
    (self.path, self.isOnDisk, directory) = (path, isOnDisk, found)
    return found
  }
}
