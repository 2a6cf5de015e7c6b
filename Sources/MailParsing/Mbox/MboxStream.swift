/// Splits an mbox that arrives in pieces, such as one being decompressed.
///
/// Bytes of an entry that is not complete are carried over to the next piece, so that memory holds one
/// entry and one piece. An entry longer than ``maximumEntryByteCount`` is handed over cut to that
/// length with ``Defect/Kind/truncatedInput``; its range covers all of it and the next entry is found
/// as usual.
public struct MboxStream: Sendable {
  /// The dialect to read with; nil tells it from the first bytes.
  private let requested: MboxDialect?
  /// The longest entry that is held, in bytes.
  public let maximumEntryByteCount: Int
  /// The dialect and the reason for it, once enough bytes have come to tell.
  public private(set) var recognition: MboxRecognition?

  private var carried: [UInt8] = []
  /// Where `carried` begins in the source.
  private var offset = 0
  /// So many bytes of `carried` hold no beginning of an entry but the first.
  private var searched = 0
  /// Bytes of an overlong entry that were let go after its first ``maximumEntryByteCount``.
  private var elided = 0

  /// Makes a stream; `dialect` nil tells it from content.
  public init(dialect: MboxDialect? = nil, maximumEntryByteCount: Int = 64 << 20) {
    self.requested = dialect
    self.maximumEntryByteCount = max(MboxReader.tellingByteCount, maximumEntryByteCount)
  }

  /// Takes in the next piece and hands over each entry that is now complete. Each byte is looked at
  /// a bounded number of times, however small the pieces are.
  ///
  /// - Parameters:
  ///   - piece: the bytes after those of the last call; may be empty.
  ///   - isLast: whether the source ends with them.
  ///   - body: receives the bytes carried at present, the offset in the source at which they begin, and
  ///     an entry whose ranges are offsets into those bytes (an overlong entry's `range` goes beyond).
  public mutating func take(
    _ piece: Span<UInt8>, isLast: Bool, body: (Span<UInt8>, Int, MboxEntry) -> Void
  ) {
    carried.append(piece, 0..<piece.count)
    if recognition == nil {
      guard requested != nil || isLast || carried.count >= MboxRecognition.sampleByteCount else {
        return
      }
      recognition =
        requested.map { MboxRecognition(dialect: $0, reason: "asked for") }
        ?? MboxRecognition(recognizing: carried.span)
        ?? MboxRecognition(dialect: .mboxrd, reason: "nothing looks like mail")
    }
    let reader = MboxReader(dialect: recognition?.dialect ?? .mboxrd)
    let base = offset
    var elided = elided
    let taken = reader.split(carried.span, isWhole: isLast, searchStart: searched) { entry in
      // After the entry that lost its middle, all others lie further on in the source.
      let isCut = elided > 0 && entry.range.lowerBound == 0
      body(
        carried.span, isCut ? base : base + elided, isCut ? cut(entry, elided: elided) : entry)
    }
    if taken > 0 {
      carried.removeFirst(taken)
      offset += taken + elided
      elided = 0
    }
    letGo(&elided)
    self.elided = elided
    searched = max(0, carried.count - 2 * MboxReader.tellingByteCount)
  }

  /// The entry as it is held: its first bytes, under the range that all of it takes in the source.
  private func cut(_ entry: MboxEntry, elided: Int) -> MboxEntry {
    var entry = entry
    entry.range = entry.range.lowerBound..<(entry.range.upperBound + elided)
    entry.content = entry.content.clamped(to: 0..<maximumEntryByteCount)
    entry.defects.append(
      Defect(
        .truncatedInput, .error, at: maximumEntryByteCount..<entry.range.upperBound,
        detail: "the entry is longer than \(maximumEntryByteCount) bytes"))
    return entry
  }

  /// Lets go of the middle of an entry that is longer than is held: its head stays to be handed over,
  /// its tail to find its end.
  private mutating func letGo(_ elided: inout Int) {
    let tail = 4 * MboxReader.tellingByteCount
    guard carried.count > maximumEntryByteCount + 2 * tail else { return }
    let middle = maximumEntryByteCount..<(carried.count - tail)
    carried.removeSubrange(middle)
    elided += middle.count
  }
}
