internal import MailParsing

/// One entry as it lies in a block: the archive's own bytes, then what was read from them.
///
/// Where the message's text is the entry's body as it stands, which holds for most mail, only its place
/// is kept; else it follows the entry, and compression finds the likeness.
struct PackedEntry {
  /// The entry's bytes, exactly as the archive has them.
  var raw: ArraySlice<UInt8>
  var parsed: ParsedMessage

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

  /// The entry that starts at `start` of a decompressed block.
  init(at start: Int, of block: [UInt8]) throws(StorageError) {
    guard start >= 0, start <= block.count else { throw ByteDecoder.damage }
    var decoder = ByteDecoder(block[start...])
    let rawCount = try decoder.readNumber()
    let fieldCount = try decoder.readNumber()
    let place = try decoder.readNumber()
    let textCount = try decoder.readNumber()
    raw = try decoder.read(rawCount)
    let text: ArraySlice<UInt8>
    if place > 0 {
      var body = ByteDecoder(raw)
      _ = try body.read(place - 1)
      text = try body.read(textCount)
    } else {
      text = try decoder.read(textCount)
    }
    parsed = try MessageCoding.decode(
      try decoder.read(fieldCount), text: String(decoding: text, as: UTF8.self))
  }

  /// The offset after the entry that starts at `start` of a decompressed block.
  static func end(at start: Int, of block: [UInt8]) throws(StorageError) -> Int {
    guard start >= 0, start <= block.count else { throw ByteDecoder.damage }
    var decoder = ByteDecoder(block[start...])
    let rawCount = try decoder.readNumber()
    let fieldCount = try decoder.readNumber()
    let place = try decoder.readNumber()
    let textCount = try decoder.readNumber()
    _ = try decoder.read(rawCount)
    if place == 0 { _ = try decoder.read(textCount) }
    _ = try decoder.read(fieldCount)
    return decoder.position
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
