internal import MailParsing

/// One entry as it lies in a block: the archive's own bytes, then what was read from them. All ranges are
/// offsets into the decompressed block.
///
/// Where the message's text is the entry's body as it stands, which holds for most mail, only its place
/// is kept; else it follows the entry, and compression finds the likeness.
struct PackedEntry {
  /// The entry's bytes, exactly as the archive has them.
  let raw: Range<Int>
  private let text: Range<Int>
  private let fields: Range<Int>

  /// The four numbers before the bytes take at most so many.
  static let longestHead = 40

  /// Appends an entry to `block` and gives the offset it starts at.
  static func append(
    _ raw: [UInt8], _ parsed: ParsedMessage, to block: inout [UInt8]
  ) -> Int {
    let start = block.count
    let text = Array(parsed.message.text.utf8)
    let fields = MessageCoding.encode(parsed)
    let place = bodyStart(of: raw.span).flatMap { body in
      raw.span.equals(text, at: body) ? body : nil
    }
    var encoder = ByteEncoder()
    encoder.write(raw.count)
    encoder.write(fields.count)
    encoder.write(place.map { $0 + 1 } ?? 0)
    encoder.write(text.count)
    block.append(contentsOf: encoder.bytes)
    block.append(contentsOf: raw)
    if place == nil { block.append(contentsOf: text) }
    block.append(contentsOf: fields)
    return start
  }

  /// The entry that starts at `start` of a block; `head` is what lies there, ``longestHead`` bytes or all
  /// there are.
  init(at start: Int, head: [UInt8]) throws(StorageError) {
    var decoder = ByteDecoder(head[...])
    let rawCount = try decoder.readNumber()
    let fieldCount = try decoder.readNumber()
    let place = try decoder.readNumber()
    let textCount = try decoder.readNumber()
    // No block is so large; sums of such numbers cannot overflow.
    for number in [rawCount, fieldCount, place, textCount] where !(0...1 << 31).contains(number) {
      throw ByteDecoder.damage
    }
    let rawStart = start + decoder.position
    raw = rawStart..<rawStart + rawCount
    let textStart = place > 0 ? raw.lowerBound + place - 1 : raw.upperBound
    text = textStart..<textStart + textCount
    let fieldStart = place > 0 ? raw.upperBound : text.upperBound
    fields = fieldStart..<fieldStart + fieldCount
    guard place == 0 || text.upperBound <= raw.upperBound else { throw ByteDecoder.damage }
  }

  /// The offset after the entry.
  var end: Int { fields.upperBound }

  /// What was read from the entry; `block` must be decompressed to ``end``.
  func parsed(in block: borrowing ZstdFrame) throws -> ParsedMessage {
    try MessageCoding.decode(try block.bytes(fields)[...], text: try block.text(text))
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
