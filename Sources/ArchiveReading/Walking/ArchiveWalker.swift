/// Walks files and directories in a stable order: arguments as given, below each the paths sorted by
/// their bytes.
///
/// Nothing is opened but directories; a symbolic link found on the way is passed over with its reason
/// when it leads to a directory or to what the same walk meets anyway.
public struct ArchiveWalker: Sequence, Sendable {
  private let paths: [String]

  /// Walks `paths`; `-` is standard input. Errors: `missing`, `unreadable` for a path that was named
  /// and is not there, before anything is walked.
  public init(paths: [String]) throws(ReadingError) {
    self.paths = paths
    for path in paths where path != "-" {
      _ = try OpenFile.status(of: path, followingLinks: true)
    }
  }

  /// Starts the walk.
  public func makeIterator() -> Iterator { Iterator(paths: paths) }

  /// The walk itself; holds open the directories it is in, and the names in them.
  public struct Iterator: IteratorProtocol {
    /// A directory being walked: what is left in it, last one first, and what lies around it.
    private struct Level {
      var path: String
      var directory: OpenDirectory
      var remaining: [OpenDirectory.Entry]
      var place: ArchiveFile.Place
      /// Whether numbered files are an MH folder's.
      var isMH = false
    }

    /// Directories within one another; each of them is open while what is in it is walked.
    private static let deepest = 256

    private var roots: [String]
    private var levels: [Level] = []
    /// The current argument, resolved, against which links are judged.
    private var resolvedRoot: String?

    fileprivate init(paths: [String]) {
      roots = paths.reversed()
    }

    /// The next file, repository or thing passed over; nil at the end.
    public mutating func next() -> WalkedItem? {
      while true {
        if levels.isEmpty {
          guard let root = roots.popLast() else { return nil }
          if let item = enter(root: root) { return item }
          continue
        }
        let top = levels.count - 1
        guard let entry = levels[top].remaining.popLast() else {
          levels.removeLast()
          continue
        }
        if let item = visit(entry, in: levels[top]) { return item }
      }
    }

    private mutating func enter(root: String) -> WalkedItem? {
      if root == "-" {
        return .file(
          ArchiveFile(path: "-", byteCount: 0, modifiedAt: 0, place: .standardInput))
      }
      do throws(ReadingError) {
        let status = try OpenFile.status(of: root, followingLinks: true)
        guard status.kind == .directory else { return file(root, status, place: .plain) }
        resolvedRoot = OpenFile.resolved(root)
        let trimmed = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        return enter(directory: trimmed, place: .plain)
      } catch {
        return .skipped(SkippedItem(path: root, because: error.detail))
      }
    }

    private mutating func enter(directory path: String, place: ArchiveFile.Place) -> WalkedItem? {
      guard levels.count < Self.deepest else {
        return .skipped(
          SkippedItem(path: path, because: "more than \(Self.deepest) directories deep"))
      }
      let directory: OpenDirectory
      do throws(ReadingError) {
        directory = try OpenDirectory(path)
      } catch {
        return .skipped(SkippedItem(path: path, because: "unreadable directory: \(error.detail)"))
      }
      let entries = directory.entries()
      let names = entries.map(\.name)
      let present = Set(names)
      if present.isSuperset(of: ["HEAD", "objects", "refs"]) { return .repository(path: path) }
      if present.contains(".git"), names.allSatisfy(PublicInboxReading.isInCheckout) {
        return .repository(path: "\(path)/.git")
      }
      var level = Level(
        path: path, directory: directory, remaining: entries.reversed(), place: place)
      level.isMH = MHFolder.isFolder(names: names)
      let base = path.lastPathComponent
      if Maildir.isMaildir(names: present) {
        level.place = .maildir
      } else if place == .maildir, !Maildir.holdsMessages(directory: base) {
        level.place = .plain
      }
      if base == "attachments" && names.contains(where: PipermailDirectory.isAttachmentDay)
        || HypermailDirectory.holdsParts(path)
      {
        level.place = .attachment
      }
      levels.append(level)
      return nil
    }

    private mutating func visit(_ entry: OpenDirectory.Entry, in level: Level) -> WalkedItem? {
      let name = entry.name
      let path = level.path == "/" ? "/\(name)" : "\(level.path)/\(name)"
      // Most of what need not be opened need not be asked about either.
      switch entry.kind {
      case .directory: return enter(name, path, in: level)
      case .file where level.place == .attachment: return .skipped(.attachment(path))
      case .file where level.isMH && MHFolder.isRemoved(name: name):
        let because = "a mail that was removed from its MH folder"
        return .skipped(SkippedItem(path: path, because: because))
      default: break
      }
      do throws(ReadingError) {
        var status = try level.directory.status(of: name, followingLinks: false)
        if status.kind == .link {
          if let skipped = reasonToSkip(link: path) { return .skipped(skipped) }
          status = try level.directory.status(of: name, followingLinks: true)
        }
        return status.kind == .directory
          ? enter(name, path, in: level)
          : file(path, status, place: Self.place(of: name, in: level))
      } catch {
        return .skipped(SkippedItem(path: path, because: error.detail))
      }
    }

    private mutating func enter(_ name: String, _ path: String, in level: Level) -> WalkedItem? {
      Maildir.isUndelivered(name, place: level.place)
        ? .skipped(SkippedItem(path: path, because: "Maildir's tmp: mail not yet delivered"))
        : enter(directory: path, place: level.place)
    }

    private static func place(of name: String, in level: Level) -> ArchiveFile.Place {
      switch level.place {
      case .maildir where !Maildir.holdsMessages(directory: level.path.lastPathComponent): .plain
      case .plain where level.isMH && MHFolder.isMessage(name: name): .mh
      default: level.place
      }
    }

    private func file(
      _ path: String, _ status: OpenFile.Status, place: ArchiveFile.Place
    ) -> WalkedItem {
      guard status.kind == .file else {
        return .skipped(SkippedItem(path: path, because: "neither a file nor a directory"))
      }
      if place == .attachment { return .skipped(.attachment(path)) }
      return .file(
        ArchiveFile(
          path: path, byteCount: status.byteCount, modifiedAt: status.modifiedAt, place: place))
    }

    private func reasonToSkip(link path: String) -> SkippedItem? {
      guard let target = OpenFile.resolved(path) else {
        return SkippedItem(path: path, because: "a symbolic link that leads nowhere")
      }
      if let resolvedRoot, target == resolvedRoot || target.hasPrefix(resolvedRoot + "/") {
        return SkippedItem(
          path: path, because: "a symbolic link to what is read where it lies")
      }
      guard (try? OpenFile.status(of: target, followingLinks: true))?.kind == .file else {
        return SkippedItem(
          path: path, because: "a symbolic link to a directory; name it to have it read")
      }
      return nil
    }
  }
}
