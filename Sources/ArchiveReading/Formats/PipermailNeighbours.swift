import MailParsing

/// What lies around a pipermail post and tells what the post itself no longer does: the index by thread
/// names the post it answers, the attachments' directory holds the parts that were scrubbed from it.
///
/// Indexes are read once for each directory and kept for the run of entries that one task reads.
struct PipermailNeighbours {
  /// For each page of a directory, the Message-ID of the post it answers.
  private var parents: [String: [String: String]] = [:]
  /// An index larger than this is passed over: a month of ten thousand posts has two megabytes.
  private static let indexLimit = 64 << 20

  /// Adds what the neighbours of the post at `path` know of it to `message`.
  mutating func complete(_ message: inout FlatMessage, at path: String, _ format: ArchiveFormat) {
    if format == .pipermailHTML, message.inReplyTo.isEmpty, message.references.isEmpty,
      let parent = parent(ofPageAt: path)
    {
      message.inReplyTo = [message.add(parent)]
    }
    guard format == .pipermailHTML || format == .pipermailText else { return }
    for index in message.attachments.indices {
      let part = message.attachments[index]
      guard part.byteCount == nil, let url = part.url else { continue }
      message.attachments[index].byteCount = byteCount(of: message.string(url), near: path)
    }
  }

  private mutating func parent(ofPageAt path: String) -> String? {
    let directory = path.deletingLastPathComponent
    if parents[directory] == nil { parents[directory] = Self.parents(in: directory) }
    return parents[directory]?[path.lastPathComponent]
  }

  private static func parents(in directory: String) -> [String: String] {
    let path = directory.isEmpty ? "thread.html" : "\(directory)/thread.html"
    guard let bytes = try? OpenFile.bytes(of: path, limit: indexLimit) else { return [:] }
    let entries = PipermailIndexPage(bytes.span).entries
    var ids: [String: String] = [:]
    for entry in entries { ids[entry.href] = entry.messageID }
    var parents: [String: String] = [:]
    for entry in entries {
      if let parent = entry.parent, let id = ids[parent] { parents[entry.href] = id }
    }
    return parents
  }

  /// The size of the file that a link into the list's `attachments` leads to, where the archive holds
  /// it; nil where it does not.
  private func byteCount(of url: String, near path: String) -> Int? {
    guard let mark = url.firstRange(of: "/attachments/")
    else { return nil }
    let place = url[mark.lowerBound...]
    // A link must not lead out of the archive.
    guard !place.split(separator: "/").contains("..") else { return nil }
    let list = PipermailDirectory(path.deletingLastPathComponent).root
    let status = try? OpenFile.status(of: list + place, followingLinks: false)
    return status?.kind == .file ? status?.byteCount : nil
  }
}
