import MailParsing

/// A large mbox being cut into slices of whole entries, from a mapping or from a stream.
///
/// A stream's bytes arrive in blocks; what is left of an entry at a block's end is carry-over into the
/// next. What is held is one piece and one entry, of an oversized entry as much as may be held.
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
  private var digest = PrefixDigest()
  private let startedAt: Int
  private var replacesEarlier: Bool
  private var entryCount = 0
  private var defects: [Defect] = []
  private var isDone = false
  /// Whether what lies at ``position`` belongs to an entry that was cut.
  private var isInsideOverlong = false

  /// Cuts a source that was recognised as an mbox with `reader`: the bytes at hand and, where they are
  /// not all, the stream that goes on behind them. `digest` is that of what lies before `start`.
  init(
    _ source: ArchiveSource, _ reader: MboxReader, _ bytes: SharedBytes, base: Int = 0,
    stream: (any ByteStream)? = nil, from start: Int = 0, digest: PrefixDigest = PrefixDigest(),
    replacesEarlier: Bool = false, options: ArchiveReader.Options
  ) {
    self.source = source
    self.reader = reader
    self.bytes = bytes
    self.base = base
    self.stream = stream
    self.digest = digest
    digestsSource = options.digestsSources
    entryLimit = max(options.entryLimit, Self.leastLimit)
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
      let window = start..<min(bytes.count, start + windowBytes)
      let isWhole = isAtEnd && window.upperBound == bytes.count
      var entries: [MboxEntry] = []
      let taken = bytes.withSpan(window) { span in
        reader.split(span, isWhole: isWhole) { entries.append($0) }
      }
      if taken > 0 || isWhole {
        isDone = isWhole
        if isInsideOverlong, let rest = entries.first, rest.fromLine == nil {
          passOver(rest.range.count)
          entries.removeFirst()
        }
        isInsideOverlong = false
        return slice(entries, window: start..<(isWhole ? window.upperBound : start + taken))
      }
      // One entry is larger than the window: look at more, or take what fits and pass over the rest.
      let isPassing = isInsideOverlong && window.count >= max(sliceByteCount, Self.leastLimit)
      if isPassing || window.count >= entryLimit { return overlong(window: window) }
      if window.upperBound == bytes.count, let stream { readOn(in: stream) }
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
        resumption: digestsSource ? digest.resumption : [], entryCount: entryCount,
        isComplete: isDone, startedAt: startedAt, replacesEarlier: replacesEarlier,
        defects: isDone ? defects : []))
  }

  /// Gives an entry too large to hold cut to what is held, and passes over the bytes up to the next
  /// From_ line; a defect says which. The last bytes of `window` stay, since such a line may begin there.
  private mutating func overlong(window: Range<Int>) -> MboxSlice {
    let window = window.dropLast(MboxReader.tellingByteCount)
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

  /// Reads another piece behind what is left of the present block, and more of them as long as all is one
  /// entry that goes on, up to ``entryLimit``.
  private mutating func readOn(in stream: any ByteStream) {
    var block: [UInt8] = []
    bytes.withSpan(position - base..<bytes.count) { rest in
      block.reserveCapacity(rest.count + sliceByteCount)
      block.append(rest, 0..<rest.count)
    }
    bytes = SharedBytes([])
    base = position
    do throws(ReadingError) {
      isAtEnd = try !stream.fill(&block, to: block.count + sliceByteCount)
      while !isAtEnd, !isInsideOverlong, block.count < entryLimit, isIncomplete(block) {
        // Room for all that may be held of one entry: memory is taken as it is written, and what is
        // there is not copied again.
        block.reserveCapacity(entryLimit)
        isAtEnd = try !stream.fill(&block, to: min(block.count * 2, entryLimit))
      }
    } catch {
      failure = error
      isAtEnd = true
    }
    bytes = SharedBytes(block)
  }

  /// Less than this may not tell whether an entry goes on.
  private static let leastLimit = 4 * MboxReader.tellingByteCount

  /// Whether the entry that `block` begins with goes on behind it.
  private func isIncomplete(_ block: [UInt8]) -> Bool {
    reader.split(block.span, isWhole: false, atMost: 1) { _ in } == 0
  }
}
