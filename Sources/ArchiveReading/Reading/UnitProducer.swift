import MailParsing

/// Opens what a walk found and cuts it into units of work, one after the other, on one task.
///
/// Holds at most one unit and one large source open, so that memory does not grow with the archive.
struct UnitProducer {
  private let options: ArchiveReader.Options
  private var walk: ArchiveWalker.Iterator
  /// Small sources gathered for the next unit.
  private var gathered: [WorkUnit.Item] = []
  private var gatheredBytes = 0
  private var directory = ""
  /// The large mbox being cut.
  private var mbox: MboxCutting?
  /// The container whose members are being read.
  private var container: ContainerReading?
  /// The public-inbox whose blobs are being read.
  private var inbox: PublicInboxReading?

  /// What the container read last tells of its members, where they lie as pipermail's.
  private var index: (path: String, index: ContainerIndex)?

  /// Sources found changed, which are read whole whatever is known of them.
  private var replaced: Set<KnownSources.Key> = []

  init(_ walker: ArchiveWalker, _ options: ArchiveReader.Options) {
    self.options = options
    walk = walker.makeIterator()
  }

  /// The next unit; nil when all was read.
  mutating func next() async -> WorkUnit? {
    while true {
      if mbox != nil {
        if !gathered.isEmpty { return flush() }
        if let slice = mbox?.next() { return .slice(slice) }
        mbox = nil
      } else if container != nil {
        readMember()
      } else if inbox != nil {
        await readBlob()
      } else if let item = walk.next() {
        if let unit = await take(item) { return unit }
      } else {
        return gathered.isEmpty ? nil : flush()
      }
      if gatheredBytes >= options.unitSize.bytes || gathered.count >= options.unitSize.files {
        return flush()
      }
    }
  }

  private mutating func flush() -> WorkUnit {
    defer {
      gathered = []
      gatheredBytes = 0
    }
    return .sources(gathered)
  }

  private mutating func gather(_ source: LoadedSource) {
    gathered.append(.loaded(source))
    gatheredBytes += source.bytes.count
  }

  private mutating func gather(_ event: ReadingEvent) {
    gathered.append(.event(event))
  }

  private mutating func skip(_ path: String, _ member: String? = nil, because: String) {
    gather(.skipped(SkippedItem(path: path, member: member, because: because)))
  }

  /// Takes one item of the walk; gives a unit where the item must not be gathered with those before.
  private mutating func take(_ item: WalkedItem) async -> WorkUnit? {
    switch item {
    case .skipped(let skipped):
      gather(.skipped(skipped))
    case .repository(let path):
      do throws(ReadingError) {
        inbox = try await PublicInboxReading(path)
      } catch {
        skip(path, because: error.detail)
      }
    case .file(let file):
      // Pages of one directory are parsed together where possible, since they tell of one another.
      let parent = file.path.deletingLastPathComponent
      let isFull = parent != directory && gathered.count >= options.unitSize.files / 4
      let before = isFull ? flush() : nil
      directory = parent
      open(file)
      return before
    }
    return nil
  }

  private mutating func open(_ file: ArchiveFile) {
    if options.trustsModificationTimes {
      if options.known.holdsWhole(file) { return gather(.unchanged(path: file.path, member: nil)) }
      if let skipped = options.known.noArchive(file) { return gather(.skipped(skipped)) }
    }
    do throws(ReadingError) {
      if file.place == .standardInput {
        return try open(FileStream(OpenFile(standardInput: ())), of: file)
      }
      if file.byteCount >= options.mappedFrom {
        return try open(large: file)
      }
      let source = LoadedSource(
        file: file, member: nil,
        bytes: SharedBytes(
          try OpenFile.bytes(
            of: file.path, expecting: file.byteCount, limit: options.entryLimit)))
      if source.bytes.withSpan(Compression.isCompressed) {
        try open(FileStream(OpenFile(file.path)), of: file)
      } else {
        gather(source)
      }
    } catch {
      skip(file.path, because: error.detail)
    }
  }

  private mutating func open(large file: ArchiveFile) throws(ReadingError) {
    let source = LoadedSource(
      file: file, member: nil, bytes: try SharedBytes(mapping: OpenFile(file.path)))
    if source.bytes.withSpan(Compression.isCompressed) {
      try open(FileStream(OpenFile(file.path)), of: file)
    } else if try !cut(source) {
      gather(source)
    }
  }

  /// Takes up a stream: whole if it is short, cut into slices if it is a long mbox.
  private mutating func open(
    _ stream: any ByteStream, of file: ArchiveFile, member: String? = nil
  ) throws(ReadingError) {
    let stream = Compression.decompressed(stream, path: file.path)
    var head: [UInt8] = []
    var failure: ReadingError?
    var isWhole = false
    do throws(ReadingError) {
      isWhole = try !stream.fill(&head, to: options.unitSize.bytes)
    } catch {
      failure = error
    }
    if Compression.isContainer(head.span) {
      let inner = RejoinedStream(head, failure, stream)
      container = try ContainerReading(inner, file: file, prefix: member, around: container)
      return
    }
    if !isWhole, failure == nil {
      let source = LoadedSource(file: file, member: member, bytes: SharedBytes(head))
      if try cut(source, stream) { return }
      // Room for all of it, so that it is not copied as it grows; memory is taken as it is written.
      head.reserveCapacity(options.entryLimit)
      do throws(ReadingError) {
        if try stream.fill(&head, to: options.entryLimit) {
          failure = ReadingError(
            .truncated, file.path, at: head.count, "larger than one message may be")
        }
      } catch {
        failure = error
      }
    }
    gather(
      LoadedSource(
        file: file, member: member, bytes: SharedBytes(head),
        index: member.flatMap { index(of: file, telling: $0) }, failure: failure))
  }

  /// Begins to cut a large source into slices; false where it is no mbox.
  private mutating func cut(
    _ source: LoadedSource, _ stream: (any ByteStream)? = nil
  ) throws(ReadingError) -> Bool {
    let recognition = source.bytes.withSpan {
      Recognition($0, of: source, dialect: options.dialect)
    }
    guard case .mbox(let reader) = recognition else { return false }
    var place = Place()
    let archive = place.source(source, reader.dialect.format, list: options.list)
    let known = replaced.contains(archive.key) ? nil : options.known[archive.path, source.member]
    if let known {
      var prefix = KnownPrefix(source.bytes, stream)
      switch try prefix.compare(with: known) {
      case .none:
        gather(.unchanged(path: archive.path, member: archive.member))
        return true
      case .grown:
        mbox = MboxCutting(
          archive, reader, prefix.bytes, base: prefix.base, stream: stream,
          from: known.byteCount, digest: prefix.digest, options: options)
        return true
      case .new, .replaced:
        // A stream cannot go back: its file is opened again, and this time read from the start.
        replaced.insert(archive.key)
        if stream != nil { return try reopen(source) }
      }
    }
    mbox = MboxCutting(
      archive, reader, source.bytes, stream: stream,
      replacesEarlier: replaced.contains(archive.key), options: options)
    return true
  }

  /// Opens a source's file again and goes on from the source.
  private mutating func reopen(_ source: LoadedSource) throws(ReadingError) -> Bool {
    let path = source.file.path
    let stream = Compression.decompressed(FileStream(try OpenFile(path)), path: path)
    if source.member == nil, container == nil {
      try open(stream, of: source.file)
    } else {
      let again = try ContainerReading(stream, file: source.file, prefix: nil)
      again.resume(at: source.member)
      container = again
    }
    return true
  }

  /// What the container at `file` tells of its members, if `member` lies as pipermail puts a list's posts.
  /// Standard input cannot be read twice, and tells nothing.
  private mutating func index(
    of file: ArchiveFile, telling member: String
  ) -> ContainerIndex? {
    guard file.place != .standardInput else { return nil }
    if let index, index.path == file.path { return index.index }
    let directory = PipermailDirectory(member.deletingLastPathComponent, isOnDisk: false)
    guard directory.holds(member.lastPathComponent) else { return nil }
    let found = ContainerIndex(of: file.path)
    index = (file.path, found)
    return found
  }

  private mutating func readMember() {
    guard let reading = container else { return }
    do throws(ReadingError) {
      guard let member = try reading.next() else {
        container = reading.outer
        return
      }
      if let name = member.name, PipermailDirectory.isAttachment(name) {
        if member.isFile {
          gather(.skipped(.attachment(reading.file.path, member: name)))
        }
      } else if member.isFile {
        try open(reading.stream, of: reading.file, member: member.name)
      }
    } catch {
      if !reading.gaveMember {
        skip(reading.file.path, reading.prefix, because: error.detail)
      } else {
        gather(
          .skipped(
            SkippedItem(
              path: reading.file.path, because: "\(error.detail); what stood before it was read")))
      }
      container = reading.outer
    }
  }

  private mutating func readBlob() async {
    do throws(ReadingError) {
      if let source = try await inbox?.next() {
        gather(source)
      } else {
        inbox = nil
      }
    } catch {
      skip(error.path, because: error.detail)
      inbox = nil
    }
  }
}
