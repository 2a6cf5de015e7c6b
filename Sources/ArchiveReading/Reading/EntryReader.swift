public import MailParsing

/// Reads single entries again from the archive, as a citation names them: path, member, byte range.
///
/// Ranges of one source are asked for together, in order, so that a compressed source is read once.
public struct EntryReader: Sendable {
  private let entryLimit: Int
  private var parser: EntryParser
  private var neighbours = PipermailNeighbours()

  /// Makes a reader that parses with `limits`, and holds no entry larger than `entryLimit`.
  public init(limits: MessageParser.Limits = MessageParser.Limits(), entryLimit: Int = 256 << 20) {
    parser = EntryParser(limits: limits)
    self.entryLimit = entryLimit
  }

  /// Lends the bytes of each of `ranges`, which are sorted by their starts, of the source at `path` and
  /// `member`; a range that reaches beyond the source is lent cut. Errors: those of the source as a
  /// whole, after the ranges before the fault were lent.
  public func read(
    path: String, member: String?, ranges: [Range<Int>],
    body: (Range<Int>, Span<UInt8>) -> Void
  ) async throws(ReadingError) {
    let status = try OpenFile.status(of: path, followingLinks: true)
    if status.kind == .directory {
      let bytes = SharedBytes(try await Git.blob(member ?? "", in: path))
      for range in ranges { bytes.withSpan(range) { body(range, $0) } }
      return
    }
    let file = try SharedBytes(mapping: OpenFile(path))
    guard file.withSpan(Compression.isCompressed) else {
      for range in ranges {
        file.withSpan(range) { body(range, $0) }
        file.letGo(of: range)
      }
      return
    }
    let stream = try stream(of: member, in: path)
    try lend(ranges, of: stream, body)
  }

  /// Reads an entry again. `format` is what its source was read as; `path` is where it lies, so that what
  /// lies around it tells of it what it told at first.
  public mutating func parse(
    _ bytes: Span<UInt8>, format: ArchiveFormat, path: String? = nil
  ) -> FlatMessage {
    if let dialect = MboxDialect(rawValue: format.rawValue),
      let entry = MboxReader(dialect: dialect).entries(in: bytes).first
    {
      parser.parse(entry, of: bytes, dialect: dialect)
    } else {
      parser.parse(bytes, format: format)
    }
    if let path {
      neighbours.complete(&parser.message, at: path, format)
    }
    return parser.message
  }

  /// What the source at `path` and `member` is read as now; nil where it holds no mail. Errors: those of
  /// the source.
  public func format(path: String, member: String?) async throws(ReadingError) -> ArchiveFormat? {
    let status = try OpenFile.status(of: path, followingLinks: true)
    if status.kind == .directory { return .publicInbox }
    var bytes = try SharedBytes(mapping: OpenFile(path))
    if bytes.withSpan(Compression.isCompressed) {
      var head: [UInt8] = []
      let stream = try stream(of: member, in: path)
      // What can be had of a source that is cut short is what it was read as, too.
      do throws(ReadingError) { _ = try stream.fill(&head, to: UnitSize.standard.bytes) } catch {}
      bytes = SharedBytes(head)
    }
    let file = ArchiveFile(
      path: path, byteCount: status.byteCount, modifiedAt: status.modifiedAt)
    let source = LoadedSource(file: file, member: member, bytes: bytes)
    switch bytes.withSpan({ Recognition($0, of: source, dialect: nil) }) {
    case .mbox(let reader): return reader.dialect.format
    case .whole(let format): return format
    case .none: return nil
    }
  }

  /// The bytes of a document that is no archive, up to 64 MiB. Errors: `missing`, `unreadable`.
  public static func document(at path: String) throws(ReadingError) -> [UInt8] {
    try OpenFile.bytes(of: path, limit: 64 << 20)
  }

  /// The stream of a member, opened from the outermost container on.
  private func stream(of member: String?, in path: String) throws(ReadingError) -> any ByteStream {
    let file = ArchiveFile(path: path, byteCount: 0, modifiedAt: 0)
    var stream = Compression.decompressed(FileStream(try OpenFile(path)), path: path)
    var outer: ContainerReading?
    while stream.isContainer {
      let reading = try ContainerReading(
        stream, file: file, prefix: outer?.current, around: outer)
      reading.resume(at: member)
      guard try reading.next() != nil else {
        throw ReadingError(.missing, path, "no member \(member ?? "") in it")
      }
      outer = reading
      stream = Compression.decompressed(reading.stream, path: path)
    }
    return stream
  }

  /// Goes forward through `stream`, holding no more than the range that is wanted next.
  private func lend(
    _ ranges: [Range<Int>], of stream: any ByteStream, _ body: (Range<Int>, Span<UInt8>) -> Void
  ) throws(ReadingError) {
    var block: [UInt8] = []
    var base = 0
    var isAtEnd = false
    for range in ranges {
      while !isAtEnd, base + block.count < range.upperBound {
        if base + block.count <= range.lowerBound {
          base += block.count
          block.removeAll(keepingCapacity: true)
        } else if base < range.lowerBound {
          block.removeFirst(range.lowerBound - base)
          base = range.lowerBound
        }
        guard block.count < entryLimit else { break }
        isAtEnd = try stream.read(into: &block, limit: UnitSize.standard.bytes) == 0
      }
      let start = min(max(range.lowerBound - base, 0), block.count)
      let end = min(max(range.upperBound - base, start), block.count)
      body(range, block.span.extracting(start..<end))
    }
  }
}
