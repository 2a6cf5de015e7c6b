import MailParsing

/// The head of a large source, taken forward over what an earlier reading has read, which is held to what
/// is known of it on the way; a stream's bytes before that place are let go.
struct KnownPrefix {
  /// The bytes at hand.
  private(set) var bytes: SharedBytes
  /// The source's offset of the first of ``bytes``.
  private(set) var base = 0
  /// Of all bytes that were passed, after ``compare(with:)`` found them the same.
  private(set) var digest = PrefixDigest()
  private let stream: (any ByteStream)?

  /// Begins at the start of a source of which `bytes` are at hand: all of them where there is no stream.
  init(_ bytes: SharedBytes, _ stream: (any ByteStream)?) {
    self.bytes = bytes
    self.stream = stream
  }

  /// Passes over what is `known` and says how the source stands to it. After ``Change/Kind/grown`` the
  /// bytes at hand begin at or before the known end. Errors: those of the stream.
  mutating func compare(with known: KnownSource) throws(ReadingError) -> Change.Kind {
    var check = PrefixDigest.Check(known.resumption, byteCount: known.byteCount)
    func pass(_ bytes: Span<UInt8>) {
      if check == nil { digest.update(bytes) } else { check?.update(bytes) }
    }
    while base + bytes.count <= known.byteCount, let stream {
      bytes.withSpan { pass($0) }
      base += bytes.count
      var block: [UInt8] = []
      let isMore = try stream.fill(&block, to: UnitSize.standard.bytes)
      bytes = SharedBytes(block)
      if !isMore, block.isEmpty { break }
    }
    let place = known.byteCount - base
    guard place <= bytes.count else { return .replaced }
    for start in stride(from: 0, to: place, by: UnitSize.standard.bytes) {
      let piece = start..<min(place, start + UnitSize.standard.bytes)
      bytes.withSpan(piece) { pass($0) }
      bytes.letGo(of: piece)
    }
    if let check {
      guard let same = check.digest else { return .replaced }
      digest = same
    }
    guard digest.hexadecimal == known.sha256 else { return .replaced }
    if place == bytes.count, known.isComplete { return .none }
    // Whether an entry ends there is told by the line feed before, which was let go where the block
    // begins at the place: then the From_ line alone has to tell.
    let isBoundary = bytes.withSpan { span in
      place == 0
        ? span.isEmpty || base == 0 || span.starts(with: "From ", at: 0)
        : Change.isBoundary(place, in: span)
    }
    return isBoundary ? .grown : .replaced
  }
}
