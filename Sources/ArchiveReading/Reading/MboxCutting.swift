import MailParsing

/// A large mbox being cut into slices of whole entries, from a mapping or from a stream.
///
/// A stream's bytes arrive in blocks; what is left of an entry at a block's end is carry-over into the
/// next. Only one block and one entry are held.
struct MboxCutting {
  private let source: ArchiveSource
  private let reader: MboxReader
  private let digestsSource: Bool
  private let entryLimit: Int
  private let sliceByteCount: Int
  private let stream: (any ByteStream)?
  /// The bytes at hand: the whole mapping, or the present block.
  private var bytes: SharedBytes
  /// The source's offset of the first of ``bytes``.
  private var base = 0
  /// The source's offset where the next entry begins.
  private var position = 0
  /// Whether ``bytes`` reach to the source's end.
  private var isAtEnd: Bool
  private var failure: ReadingError?
  private var digest = SHA256()
  private let startedAt: Int
  private var replacesEarlier: Bool
  private var entryCount = 0
  private var defects: [Defect] = []
  private var isDone = false
  /// Whether what lies at ``position`` belongs to an entry that was cut.
  private var isInsideOverlong = false

  /// Cuts a source that was recognised as an mbox of `dialect`: the bytes at hand and, where they are
  /// not all, the stream that goes on behind them. `digest` is that of what lies before `start`.
  init(
    _ source: ArchiveSource, _ dialect: MboxDialect, _ bytes: SharedBytes, base: Int = 0,
    stream: (any ByteStream)? = nil, from start: Int = 0, digest: SHA256 = SHA256(),
    replacesEarlier: Bool = false, options: ArchiveReader.Options
  ) {
    self.source = source
    reader = MboxReader(dialect: dialect)
    self.bytes = bytes
    self.base = base
    self.stream = stream
    self.digest = digest
    digestsSource = options.digestsSources
    entryLimit = options.entryLimit
    sliceByteCount = options.unitSize.slice
    startedAt = start
    self.replacesEarlier = replacesEarlier
    position = start
    isAtEnd = stream == nil
  }

  /// The next slice; nil after the last, which is the one whose reading is complete.
  mutating func next() -> MboxSlice? {
    guard !isDone else { return nil }
    var windowBytes = sliceByteCount
    while true {
      let start = position - base
      let end = min(bytes.count, start + windowBytes)
      let isWhole = isAtEnd && end == bytes.count
      var entries: [MboxEntry] = []
      let taken = bytes.withSpan(start..<end) { window in
        reader.split(window, isWhole: isWhole) {
          entries.append($0)
        }
      }
      if taken > 0 || isWhole {
        isDone = isWhole
        if isInsideOverlong, let rest = entries.first, rest.fromLine == nil {
          passOver(rest.range.count)
          entries.removeFirst()
        }
        isInsideOverlong = false
        return slice(entries, window: start..<(isWhole ? end : start + taken))
      }
      // One entry is larger than the window: look at more, or take what fits and pass over the rest.
      if end - start >= entryLimit { return overlong(window: start..<end) }
      if end == bytes.count { refill() }
      windowBytes *= 2
    }
  }

  private mutating func slice(_ entries: [MboxEntry], window: Range<Int>) -> MboxSlice {
    let offset = position
    position += window.count
    entryCount += entries.count
    if digestsSource { bytes.withSpan(window) { digest.update($0) } }
    if isDone, let failure {
      defects.append(
        Defect(.truncatedInput, .error, at: position..<position, detail: failure.detail))
    }
    defer { replacesEarlier = false }
    return MboxSlice(
      source: source, dialect: reader.dialect, bytes: bytes, window: window, offset: offset,
      entries: entries,
      reading: SourceReading(
        source: source, byteCount: position, sha256: digestsSource ? digest.hexadecimal : "",
        entryCount: entryCount,
        isComplete: isDone, startedAt: startedAt, replacesEarlier: replacesEarlier,
        defects: isDone ? defects : []))
  }

  /// Gives an entry too large to hold cut to what is held, and passes over the bytes up to the next
  /// From_ line; a defect says which.
  private mutating func overlong(window: Range<Int>) -> MboxSlice {
    var held: [MboxEntry] = []
    if isInsideOverlong {
      passOver(window.count)
    } else {
      held = bytes.withSpan(window) { span in reader.entries(in: span) }
      let end = position + window.count
      defects.append(
        Defect(
          .oversizedBody, .error, at: end..<end,
          detail: "the entry here is larger than \(entryLimit) bytes and was cut"))
      isInsideOverlong = true
    }
    return slice(held, window: window)
  }

  /// Lengthens the defect of the entry that was cut by bytes that were not read.
  private mutating func passOver(_ byteCount: Int) {
    guard let last = defects.indices.last else { return }
    defects[last].range =
      defects[last].range.lowerBound..<defects[last].range.upperBound + byteCount
  }

  /// Reads another block behind what is left of the present one.
  private mutating func refill() {
    guard let stream else { return }
    var block: [UInt8] = []
    bytes.withSpan(position - base..<bytes.count) { rest in
      block.reserveCapacity(rest.count * 2 + sliceByteCount)
      block.append(rest, 0..<rest.count)
    }
    base = position
    let wanted = block.count + max(sliceByteCount, block.count)
    do throws(ReadingError) {
      isAtEnd = try !stream.fill(&block, to: wanted)
    } catch {
      failure = error
      isAtEnd = true
    }
    bytes = SharedBytes(block)
  }
}
