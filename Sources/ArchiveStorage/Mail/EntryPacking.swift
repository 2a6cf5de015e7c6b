import MailParsing

/// A block before it is compressed: first the words of all its entries, each entry's fields and text, then
/// what else the archive has of them.
///
/// Whoever shows messages reads a block as far as its words, and no further than the last of them he wants;
/// and like lies beside like, so that compression finds more. A text that is its mail's body as it
/// stands is not held twice: the mail is then put together from the rest, the text, and the rest after it.
struct PackedBlock {
  /// The offset at which the rest begins stands before the words, in so many bytes.
  fileprivate static let headCount = 4
  private var words: [UInt8] = []
  private var rest: [UInt8] = []

  /// Whether no entry was appended since the last block was finished.
  var isEmpty: Bool { words.isEmpty }

  /// Appends an entry and gives the offset it starts at in the finished block.
  mutating func append(_ raw: [UInt8], _ parsed: ParsedMessage) -> Int {
    let start = Self.headCount + words.count
    let text = Array(parsed.message.text.utf8)
    let fields = MessageCoding.encode(parsed)
    let place = Self.bodyStart(of: raw.span).flatMap { body in
      raw.span.equals(text, at: body) ? body : nil
    }
    let restStart = rest.count
    if let place {
      rest += raw[..<place]
      rest += raw[(place + text.count)...]
    } else {
      rest += raw
    }
    var head = ByteEncoder()
    head.write(PackedEntry.wordsFirst)
    head.write(fields.count)
    head.write(text.count)
    head.write(place.map { $0 + 1 } ?? 0)
    head.write(restStart)
    head.write(rest.count - restStart)
    words += head.bytes
    words += fields
    words += text
    return start
  }

  /// The block's bytes; what is appended after this begins another one.
  mutating func finish() -> [UInt8] {
    let restStart = UInt32(clamping: Self.headCount + words.count)
    var block: [UInt8] = []
    block.reserveCapacity(Self.headCount + words.count + rest.count)
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      block.append(UInt8(truncatingIfNeeded: restStart >> shift))
    }
    block += words
    block += rest
    words.removeAll(keepingCapacity: true)
    rest.removeAll(keepingCapacity: true)
    return block
  }

  /// The offset at which the rest of a block begins, of which the head is decompressed.
  fileprivate static func restStart(in block: borrowing ZstdFrame) throws -> Int {
    try block.bytes(0..<headCount).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The offset after the first empty line; nil where there is none.
  private static func bodyStart(of raw: Span<UInt8>) -> Int? {
    var index = 0
    while let lineFeed = raw.firstIndex(of: 0x0A, in: index..<raw.count) {
      index = lineFeed + 1
      if index < raw.count, raw[index] == 0x0A { return index + 1 }
      if index + 1 < raw.count, raw[index] == 0x0D, raw[index + 1] == 0x0A { return index + 2 }
    }
    return nil
  }
}

/// Where the parts of an entry lie in its block, as offsets into it.
///
/// Blocks that earlier versions wrote have each entry whole: its bytes, the text where that is not in
/// them, its fields. A number tells which of the two it is.
struct PackedEntry {
  /// The first number of an entry whose words come first; in earlier blocks it is the count of the entry's
  /// bytes, of which there always are some.
  fileprivate static let wordsFirst = 0
  /// The numbers before an entry take at most so many bytes.
  static let longestHead = 60

  /// The entry's bytes as the archive has them, piece after piece.
  let raw: [Range<Int>]
  /// All that only this entry has, to be overwritten where it is purged.
  let own: [Range<Int>]
  private let text: Range<Int>
  private let fields: Range<Int>

  /// Finds the entry that starts at `start` of `block`, of which ``longestHead`` bytes after that, or all
  /// there are, must be decompressed.
  init(at start: Int, in block: borrowing ZstdFrame) throws {
    let headEnd = min(start + Self.longestHead, block.size)
    guard start >= 0, start <= headEnd else { throw ByteDecoder.damage }
    var decoder = ByteDecoder(try block.bytes(start..<headEnd)[...])
    let first = try Self.number(&decoder)
    if first == Self.wordsFirst {
      let (fieldCount, textCount) = (try Self.number(&decoder), try Self.number(&decoder))
      let (place, restOffset) = (try Self.number(&decoder), try Self.number(&decoder))
      let restCount = try Self.number(&decoder)
      let fieldStart = start + decoder.position
      fields = fieldStart..<fieldStart + fieldCount
      text = fields.upperBound..<fields.upperBound + textCount
      let restStart = try PackedBlock.restStart(in: block) + restOffset
      let rest = restStart..<restStart + restCount
      guard place <= restCount + 1 else { throw ByteDecoder.damage }
      let body = rest.lowerBound + max(0, place - 1)
      raw = place > 0 ? [rest.lowerBound..<body, text, body..<rest.upperBound] : [rest]
      own = [start..<text.upperBound, rest]
    } else {
      let (fieldCount, place) = (try Self.number(&decoder), try Self.number(&decoder))
      let textCount = try Self.number(&decoder)
      let rawStart = start + decoder.position
      let raw = rawStart..<rawStart + first
      let textStart = place > 0 ? raw.lowerBound + place - 1 : raw.upperBound
      text = textStart..<textStart + textCount
      let fieldStart = place > 0 ? raw.upperBound : text.upperBound
      fields = fieldStart..<fieldStart + fieldCount
      guard place == 0 || text.upperBound <= raw.upperBound else { throw ByteDecoder.damage }
      self.raw = [raw]
      own = [start..<fields.upperBound]
    }
    guard own.allSatisfy({ $0.upperBound <= block.size }) else { throw ByteDecoder.damage }
  }

  /// No block is so large; sums of such numbers cannot overflow.
  private static func number(_ decoder: inout ByteDecoder) throws(StorageError) -> Int {
    let number = try decoder.readNumber()
    guard (0...1 << 31).contains(number) else { throw ByteDecoder.damage }
    return number
  }

  /// The offset up to which a block must be decompressed to have the message.
  var wordsEnd: Int { max(text.upperBound, fields.upperBound) }
  /// The offset up to which it must be to have the bytes.
  var rawEnd: Int { raw.reduce(0) { max($0, $1.upperBound) } }

  /// What was read from the entry; `block` must be decompressed to ``wordsEnd``.
  func parsed(in block: borrowing ZstdFrame) throws -> ParsedMessage {
    try MessageCoding.decode(try block.bytes(fields)[...], text: try block.text(text))
  }
}
