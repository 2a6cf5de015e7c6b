import ArchiveStorage
import MailParsing

/// Writes stored messages as `byline.message/1`, a line each.
struct MessageLines {
  private var writer = MessageLine()
  private var buffer: [UInt8] = []

  /// The line of a stored message, with every place it stands in.
  mutating func line(of stored: StoredMessage) -> [UInt8] {
    buffer.removeAll(keepingCapacity: true)
    let places = stored.appearances.map { appearance in
      MessageLine.Place(
        source: Self.source(appearance), list: appearance.list, fidelity: appearance.fidelity)
    }
    let first = stored.appearances[0]
    writer.append(
      FlatMessage(
        ParsedMessage(
          message: stored.message, defects: stored.defects, fidelity: first.fidelity)),
      source: Self.source(first), list: first.list, contentKey: stored.contentKey,
      appearances: places, to: &buffer)
    return buffer
  }

  private static func source(_ appearance: Appearance) -> MessageLine.Source {
    MessageLine.Source(
      path: appearance.source.path, member: appearance.source.member, format: appearance.format,
      entry: appearance.entry, sha256: appearance.entrySHA256)
  }
}
