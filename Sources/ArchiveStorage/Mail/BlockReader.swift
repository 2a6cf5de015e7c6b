internal import GRDB
internal import MailParsing

/// Where an entry's packed form lies in the store.
struct MailPlace: Comparable {
  /// The number of its block.
  var block: Int64
  /// The offset it starts at in the decompressed block.
  var start: Int

  static func < (lhs: MailPlace, rhs: MailPlace) -> Bool {
    (lhs.block, lhs.start) < (rhs.block, rhs.start)
  }
}

/// Reads entries from blocks of mail, one block at a time and each as far as it is needed: whoever asks for
/// several entries asks in the order of their places.
final class BlockReader {
  private let db: Database
  private let readsWholeBlocks: Bool
  private var frame: ZstdFrame
  private var block: Int64?

  /// Makes a reader. One that reads whole blocks finds every flipped bit by the block's checksum; one
  /// that does not costs half as much, and is for whoever shows what has been read.
  init(_ db: Database, wholeBlocks: Bool = true) throws {
    self.db = db
    readsWholeBlocks = wholeBlocks
    frame = try ZstdFrame(checksums: wholeBlocks)
  }

  /// The message that was read from an entry.
  func parsed(at place: MailPlace) throws -> ParsedMessage {
    try entry(at: place).parsed(in: frame)
  }

  /// The entry's bytes, exactly as the archive has them.
  func raw(at place: MailPlace) throws -> [UInt8] {
    let entry = try entry(at: place)
    return try frame.bytes(entry.raw)
  }

  /// A block as it is stored now, without the entry at `place`: zeros stand there, so that the others keep
  /// their places.
  func block(without place: MailPlace) throws -> [UInt8] {
    try open(place.block)
    try frame.decompress(through: .max)
    let entry = try entry(at: place)
    var bytes = try frame.bytes(0..<frame.size)
    for index in place.start..<entry.end { bytes[index] = 0 }
    return bytes
  }

  private func entry(at place: MailPlace) throws -> PackedEntry {
    if block != place.block { try open(place.block) }
    guard place.start >= 0, place.start < Int.max - PackedEntry.longestHead else {
      throw ByteDecoder.damage
    }
    let headEnd = min(place.start + PackedEntry.longestHead, frame.size)
    guard place.start <= headEnd else { throw ByteDecoder.damage }
    try frame.decompress(through: headEnd)
    let entry = try PackedEntry(
      at: place.start, head: try frame.bytes(place.start..<headEnd))
    guard entry.end <= frame.size else { throw ByteDecoder.damage }
    try frame.decompress(through: entry.end)
    return entry
  }

  private func open(_ number: Int64) throws {
    block = nil
    guard let bytes = try StoredBlob("bytes", of: "block", row: number, in: db) else {
      throw StorageError(.corrupt, detail: "a block of mail is missing")
    }
    try frame.begin(bytes)
    if readsWholeBlocks { try frame.decompress(through: .max) }
    block = number
  }
}
