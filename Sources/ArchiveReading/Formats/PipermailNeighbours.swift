import MailParsing

/// What lies around a pipermail post and tells what the post itself no longer does: the index by thread
/// names the post it answers, the attachments' directory holds the parts that were scrubbed from it.
///
/// Indexes on disk are read once for each directory and kept for the run of entries that one task reads;
/// those of a container are read before its posts, see ``ContainerIndex``.
struct PipermailNeighbours {
  /// For each page of a directory, the Message-ID of the post it answers.
  private var parents: [String: [String: String]] = [:]
  /// An index larger than this is passed over: a month of ten thousand posts has two megabytes.
  static let indexLimit = 64 << 20

  /// Adds to `message` what the neighbours of its post know of it. The post lies at `path` on disk, or
  /// is the member `path` of the container that `index` tells of.
  mutating func complete(
    _ message: inout FlatMessage, at path: String, in index: ContainerIndex? = nil,
    _ format: ArchiveFormat
  ) {
    if format == .pipermailHTML, message.inReplyTo.isEmpty, message.references.isEmpty,
      let parent = index.map({ $0.parent(ofPage: path) }) ?? parent(ofPageAt: path)
    {
      message.inReplyTo = [message.add(parent)]
    }
    for number in message.attachments.indices {
      let part = message.attachments[number]
      guard part.byteCount == nil, let url = part.url.map(message.string) else { continue }
      switch format {
      case .pipermailHTML, .pipermailText:
        message.attachments[number].byteCount = Self.byteCount(of: url, near: path, in: index)
      case .mhonarcHTML,
        .hypermailHTML where index == nil:
        message.attachments[number].byteCount = Self.byteCount(of: url, besidePageAt: path)
      default: return
      }
    }
  }

  private mutating func parent(ofPageAt path: String) -> String? {
    let directory = path.deletingLastPathComponent
    if parents[directory] == nil {
      let place = directory.isEmpty ? "thread.html" : "\(directory)/thread.html"
      let bytes = (try? OpenFile.bytes(of: place, limit: Self.indexLimit)) ?? []
      parents[directory] = Self.parents(in: bytes.span)
    }
    return parents[directory]?[path.lastPathComponent]
  }

  /// For each page that an index by thread lists, the Message-ID of the post it answers.
  static func parents(in index: Span<UInt8>) -> [String: String] {
    let entries = PipermailIndexPage(index).entries
    var ids: [String: String] = [:]
    for entry in entries { ids[entry.href] = entry.messageID }
    var parents: [String: String] = [:]
    for entry in entries {
      if let parent = entry.parent, let id = ids[parent] { parents[entry.href] = id }
    }
    return parents
  }

  /// The size of the file that a page links to beside or below itself, as MHonArc and Hypermail lay parts
  /// down; nil where it links elsewhere or the archive does not hold it.
  private static func byteCount(of url: String, besidePageAt path: String) -> Int? {
    guard !url.hasPrefix("/"), !url.contains(":"), !url.split(separator: "/").contains("..") else {
      return nil
    }
    let directory = path.deletingLastPathComponent
    return byteCount(ofFileAt: directory.isEmpty ? url : "\(directory)/\(url)")
  }

  private static func byteCount(ofFileAt path: String) -> Int? {
    let status = try? OpenFile.status(of: path, followingLinks: false)
    return status?.kind == .file ? status?.byteCount : nil
  }

  /// The size of the file that a link into the list's `attachments` leads to, where the archive holds
  /// it; nil where it does not.
  private static func byteCount(
    of url: String, near path: String, in index: ContainerIndex?
  ) -> Int? {
    guard let mark = url.firstRange(of: "/attachments/") else { return nil }
    let place = url[mark.lowerBound...]
    // A link must not lead out of the archive.
    guard !place.split(separator: "/").contains("..") else { return nil }
    let directory = path.deletingLastPathComponent
    let list = PipermailDirectory(directory, isOnDisk: index == nil).root + place
    return index.map { $0.byteCount(ofAttachment: list) } ?? byteCount(ofFileAt: list)
  }
}
