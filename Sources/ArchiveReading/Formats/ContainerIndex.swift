import MailParsing

/// What the members of a container tell of one another: which post a pipermail page answers, and how large
/// the parts are that were scrubbed from posts.
///
/// Made in a pass of its own over the headers of all members and the indexes by thread among them, since
/// they may stand anywhere, most often behind the posts they tell of.
struct ContainerIndex: Sendable {
  /// For each directory's pages, the Message-ID of the post each answers.
  private var parents: [String: [String: String]] = [:]
  /// Bytes of the members below an `attachments` directory.
  private var byteCounts: [String: Int] = [:]

  /// Reads the containers of the file at `path` to their end, or to where they are damaged.
  init(of path: String) {
    let file = ArchiveFile(path: path, byteCount: 0, modifiedAt: 0)
    guard let opened = try? OpenFile(path) else { return }
    let stream = Compression.decompressed(FileStream(opened), path: path)
    var container = try? ContainerReading(stream, file: file, prefix: nil)
    while let reading = container {
      guard let member = try? reading.next() else {
        container = reading.outer
        continue
      }
      guard member.isFile, let name = member.name.map(Self.plain) else { continue }
      if PipermailDirectory.isAttachment(name) {
        byteCounts[name] = member.byteCount
      } else if name.lastPathComponent == "thread.html" {
        var bytes: [UInt8] = []
        _ = try? reading.stream.fill(&bytes, to: PipermailNeighbours.indexLimit)
        parents[name.deletingLastPathComponent] = PipermailNeighbours.parents(in: bytes.span)
      } else if !name.hasSuffix(".html") {
        let inner = Compression.decompressed(reading.stream, path: path)
        guard inner.isContainer else { continue }
        container =
          (try? ContainerReading(inner, file: file, prefix: member.name, around: reading))
          ?? reading
      }
    }
  }

  /// The Message-ID of the post that the page answers; nil where no index tells.
  func parent(ofPage member: String) -> String? {
    let name = Self.plain(member)
    return parents[name.deletingLastPathComponent]?[name.lastPathComponent]
  }

  /// The size of a member below `attachments`; nil where there is none of that name.
  func byteCount(ofAttachment member: String) -> Int? {
    byteCounts[Self.plain(member)]
  }

  /// A member's name without the `./` that some programs put before all of them.
  private static func plain(_ name: String) -> String {
    name.hasPrefix("./") ? String(name.dropFirst(2)) : name
  }
}
