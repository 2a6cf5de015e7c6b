internal import MailParsing

/// A batch made ready to be written: its mail compressed in blocks, its digests taken.
///
/// Making one needs no store, so that one core can prepare a batch while another writes the one before.
public struct PreparedBatch: Sendable {
  /// An entry and where its packed form lies.
  struct Entry: Sendable {
    var source: Int
    var range: Range<Int>
    var sha256: [UInt8]
    var list: String?
    var parsed: ParsedMessage
    var contentKey: String
    var messageIDs: [Int64]
    var references: [Int64]
    var block: Int
    var blockStart: Int

    /// Takes the digests of an entry; throws where its own is none.
    fileprivate init(_ entry: IngestBatch.Entry, block: Int, blockStart: Int) throws(StorageError) {
      guard let sha256 = Hexadecimal.bytes(entry.sha256), sha256.count == 32 else {
        throw StorageError(.unexpected, detail: "an entry has no digest")
      }
      source = entry.source
      range = entry.range
      self.sha256 = sha256
      list = entry.list
      parsed = entry.parsed
      contentKey = entry.contentKey
      messageIDs = MessageIDDigest.of(entry.parsed.message.messageID)
      references = MessageIDDigest.of(
        entry.parsed.message.references + entry.parsed.message.inReplyTo)
      self.block = block
      self.blockStart = blockStart
    }
  }

  let sources: [IngestBatch.Source]
  let entries: [Entry]
  /// zstd frames.
  let blocks: [[UInt8]]

  /// About how many bytes of mail a block holds: enough that letters of one conversation share their
  /// quotations, few enough that a letter in it is read in a tenth of a millisecond.
  static let blockSize = 512 << 10

  /// Packs and compresses a batch; the only cost that grows with the size of the mail.
  public init(_ batch: IngestBatch) throws(StorageError) {
    for entry in batch.entries where !batch.sources.indices.contains(entry.source) {
      throw StorageError(.unexpected, detail: "a batch names a source it lacks")
    }
    var places = Array(repeating: (block: 0, start: 0), count: batch.entries.count)
    var blocks: [[UInt8]] = []
    var open = PackedBlock()
    let compressor = try ZstdCompressor(level: Self.level)
    // Blocks of equal size: a small one at the end would compress badly.
    let total = batch.entries.reduce(0) { $0 + $1.bytes.count }
    let share = total / max(1, (total + Self.blockSize / 2) / Self.blockSize)
    var taken = 0
    for index in Self.byConversation(batch.entries) {
      let entry = batch.entries[index]
      places[index] = (blocks.count, open.append(entry.bytes, entry.parsed))
      taken += entry.bytes.count
      if taken >= share {
        blocks.append(try compressor.compress(open.finish()))
        taken = 0
      }
    }
    if !open.isEmpty { blocks.append(try compressor.compress(open.finish())) }
    self.sources = batch.sources
    self.entries = try zip(batch.entries, places).map { entry, place throws(StorageError) in
      try Entry(entry, block: place.block, blockStart: place.start)
    }
    self.blocks = blocks
  }

  /// The numbers of entries in the order in which they are packed: those of one subject together, for they
  /// quote one another and are asked for together; else as they come.
  private static func byConversation(_ entries: [IngestBatch.Entry]) -> [Int] {
    var first: [String: Int] = [:]
    let conversations = entries.enumerated().map { index, entry in
      let subject = SubjectLinks.base(of: entry.parsed.message.subject)
      if let known = first[subject] { return known }
      first[subject] = index
      return index
    }
    return entries.indices.sorted { (conversations[$0], $0) < (conversations[$1], $1) }
  }

  /// A block as it is stored.
  static func compressed(_ block: [UInt8]) throws(StorageError) -> [UInt8] {
    try ZstdCompressor(level: level).compress(block)
  }

  private static let level: Int32 = 3
}

/// Message-IDs as the numbers that indexes hold.
enum MessageIDDigest {
  /// The first eight bytes of an id's SHA-256, in order and without repeats. Whoever looks an id up
  /// compares the id itself as well.
  static func of(_ messageIDs: [String]) -> [Int64] {
    var digests: [Int64] = []
    for id in messageIDs {
      let digest = of(id)
      if !digests.contains(digest) { digests.append(digest) }
    }
    return digests
  }

  /// The digest of one id.
  static func of(_ messageID: String) -> Int64 {
    var sha256 = SHA256()
    let bytes = Array(messageID.utf8)
    sha256.update(bytes.span)
    return Int64(bitPattern: sha256.digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }
}

/// Digests between their two forms.
enum Hexadecimal {
  /// The bytes of an even number of hexadecimal digits; nil for anything else.
  static func bytes(_ digits: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits.utf8 {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x57
      case 0x41...0x46: value = digit - 0x37
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  /// Bytes as lower-case digits.
  static func text(_ bytes: [UInt8]) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
