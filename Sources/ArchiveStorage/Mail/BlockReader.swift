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

/// Reads entries from blocks of mail, each block as far as it is needed.
final class BlockReader {
  /// A block that is being read.
  private final class OpenBlock {
    var number: Int64 = 0
    var frame: ZstdFrame

    init(checksums: Bool) throws { frame = try ZstdFrame(checksums: checksums) }
  }

  private let db: Database
  private let readsWholeBlocks: Bool
  /// Blocks read last, the latest at the end.
  private var held: [OpenBlock] = []

  /// Bytes of blocks that are kept beside the one that is read: those of a batch of mail, for messages that
  /// follow one another in the archive lie in any of them.
  private static let keptBytes = 8 << 20

  /// Makes a reader. One that reads whole blocks finds every flipped bit by the block's checksum, and holds
  /// several, for entries in any order. One that does not is for whoever shows what has been read, and asks
  /// for it in the order of places.
  init(_ db: Database, wholeBlocks: Bool = true) {
    self.db = db
    readsWholeBlocks = wholeBlocks
  }

  /// The message that was read from an entry.
  func parsed(at place: MailPlace) throws -> ParsedMessage {
    let block = try block(place.block)
    let entry = try entry(at: place, in: block)
    try block.frame.decompress(through: entry.wordsEnd)
    return try entry.parsed(in: block.frame)
  }

  /// The entry's bytes, exactly as the archive has them.
  func raw(at place: MailPlace) throws -> [UInt8] {
    let block = try block(place.block)
    let entry = try entry(at: place, in: block)
    try block.frame.decompress(through: entry.rawEnd)
    var raw: [UInt8] = []
    for piece in entry.raw { raw += try block.frame.bytes(piece) }
    return raw
  }

  /// A block as it is stored now, without the entry at `place`: zeros stand there, so that the others keep
  /// their places.
  func block(without place: MailPlace) throws -> [UInt8] {
    // Another entry of it may have gone since it was read.
    held.removeAll { $0.number == place.block }
    let block = try block(place.block)
    try block.frame.decompress(through: .max)
    let entry = try entry(at: place, in: block)
    var bytes = try block.frame.bytes(0..<block.frame.size)
    for range in entry.own {
      for index in range { bytes[index] = 0 }
    }
    return bytes
  }

  private func entry(at place: MailPlace, in block: OpenBlock) throws -> PackedEntry {
    guard (0..<block.frame.size).contains(place.start) else { throw ByteDecoder.damage }
    try block.frame.decompress(through: place.start + PackedEntry.longestHead)
    return try PackedEntry(at: place.start, in: block.frame)
  }

  private func block(_ number: Int64) throws -> OpenBlock {
    if let index = held.lastIndex(where: { $0.number == number }) {
      held.append(held.remove(at: index))
      return held[held.count - 1]
    }
    let limit = readsWholeBlocks ? Self.keptBytes : 0
    var spare: OpenBlock?
    while held.reduce(0, { $0 + $1.frame.size }) > limit { spare = held.removeFirst() }
    let block = try spare ?? OpenBlock(checksums: readsWholeBlocks)
    guard let bytes = try StoredBlob("bytes", of: "block", row: number, in: db) else {
      throw StorageError(.corrupt, detail: "a block of mail is missing")
    }
    try block.frame.begin(bytes)
    if readsWholeBlocks { try block.frame.decompress(through: .max) }
    block.number = number
    held.append(block)
    return block
  }
}
