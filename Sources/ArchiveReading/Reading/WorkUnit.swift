import MailParsing

/// A run of bytes that one task reads, recognises and parses; its results are delivered in order.
///
/// Units are cut by what lies in the archive alone, never by what was read before, so that a reading
/// that was stopped and taken up again cuts them at the same places.
enum WorkUnit: Sendable {
  /// Whole sources, and what was passed over between them.
  case sources([Item])
  /// A run of entries of one large mbox.
  case slice(MboxSlice)

  enum Item: Sendable {
    case loaded(LoadedSource)
    case event(ReadingEvent)
  }

  /// Bytes of memory that its sources take, mapped files not counted.
  var heldByteCount: Int {
    switch self {
    case .slice(let slice): slice.bytes.isMapped ? 0 : slice.window.count
    case .sources(let items):
      items.reduce(0) { count, item in
        if case .loaded(let source) = item, !source.bytes.isMapped {
          count + source.bytes.count
        } else {
          count
        }
      }
    }
  }
}

/// How much a unit holds before it is handed over.
package struct UnitSize: Sendable {
  /// Bytes of decompressed sources; one entry may be more.
  package var bytes: Int
  /// Files, and things passed over.
  package var files: Int
  /// Bytes of a slice of a large mbox; one entry may be more.
  package var slice: Int

  /// Sets the bounds; `slice` nil takes that of ``bytes``.
  package init(bytes: Int = 4 << 20, files: Int = 512, slice: Int? = nil) {
    self.bytes = bytes
    self.files = files
    self.slice = slice ?? bytes
  }

  /// Enough that handing a unit over costs nothing beside parsing it, little enough that a few of them
  /// fit in any memory and a stop loses little.
  package static let standard = UnitSize()
}

/// A source whose bytes are all at hand, not yet recognised.
struct LoadedSource: Sendable {
  var file: ArchiveFile
  var member: String?
  var bytes: SharedBytes
  /// What the container that the source is a member of tells of it; nil where none was looked at.
  var index: ContainerIndex?
  /// Why there are no more bytes, where the source did not end by itself.
  var failure: ReadingError?
  /// The format, where the place alone decides it: a public-inbox's blobs.
  var isPublicInbox = false
}

extension LoadedSource {
  /// What its place says about it: a member's in its container, else the file's.
  var place: ArchiveFile.Place {
    guard let member else { return file.place }
    if Maildir.holdsMessages(directory: member.deletingLastPathComponent.lastPathComponent) {
      return .maildir
    }
    return MHFolder.isMessage(name: member.lastPathComponent) ? .mh : .plain
  }
}

/// A run of entries of one mbox, and the bytes they lie in.
struct MboxSlice: Sendable {
  var source: ArchiveSource
  var dialect: MboxDialect
  var bytes: SharedBytes
  /// The part of ``bytes`` that the slice covers, separators included.
  var window: Range<Int>
  /// The source's offset of the window's first byte.
  var offset: Int
  /// The entries, as offsets into the window.
  var entries: [MboxEntry]
  /// How far the source has been read with this slice.
  var reading: SourceReading
}
