/// Files that old mailers wrote into the text itself: uuencode, also with base64 (POSIX), and yEnc.
struct EncodedBlock {
  /// The lines of the block in the text, its first and last included.
  let range: Range<Int>
  /// The file name it gives; nil where it gives none.
  let name: String?
  /// Bytes of the file.
  let byteCount: Int
  /// Whether a line says otherwise than its length, or the end is missing.
  let isDamaged: Bool

  /// Cuts all blocks from the text that begins at `start` and gives them, in order.
  static func cut(from text: inout [UInt8], start: Int) -> [EncodedBlock] {
    let blocks = find(in: text.span, start..<text.count)
    guard let first = blocks.first else { return [] }
    var kept: [UInt8] = []
    for (number, block) in blocks.enumerated() {
      let next = number + 1 < blocks.count ? blocks[number + 1].range.lowerBound : text.count
      kept.append(text.span, block.range.upperBound..<next)
    }
    text.removeLast(text.count - first.range.lowerBound)
    text.append(contentsOf: kept)
    return blocks
  }

  /// The file as a mail's attachment; its bytes stand in the text and have no range of their own.
  var attachment: Attachment {
    Attachment(name: name, type: "application/octet-stream", byteCount: byteCount)
  }

  /// All blocks of `range`, in order. Linear in `range`.
  static func find(in text: Span<UInt8>, _ range: Range<Int>) -> [EncodedBlock] {
    var found: [EncodedBlock] = []
    // A block may begin the text; else "\nbeg" or "\n=yb" stands before it, as little-endian words.
    if let block = EncodedBlock(text, at: range.lowerBound, limit: range.upperBound) {
      found.append(block)
    }
    for pattern: UInt32 in [0x6765_620A, 0x6279_3D0A] {
      var index = range.lowerBound
      while let hit = text.firstIndex(ofFour: pattern, in: index..<range.upperBound) {
        index = hit + 4
        guard let block = EncodedBlock(text, at: hit + 1, limit: range.upperBound) else { continue }
        found.append(block)
        // The line end before the next block may be this one's last.
        index = block.range.upperBound - 1
      }
    }
    guard found.count > 1 else { return found }
    var blocks: [EncodedBlock] = []
    for block in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where block.range.lowerBound >= blocks.last?.range.upperBound ?? 0 {
      blocks.append(block)
    }
    return blocks
  }

  /// Reads the block whose first line is at `start`; nil where none is.
  private init?(_ text: Span<UInt8>, at start: Int, limit: Int) {
    let end = text.endOfLine(from: start, limit: limit)
    if text.starts(with: "begin ", at: start) {
      self.init(uuencoded: text, header: start..<end, limit: limit)
    } else if text.starts(with: "begin-base64 ", at: start) {
      self.init(base64: text, header: start..<end, limit: limit)
    } else if text.starts(with: "=ybegin ", at: start) {
      self.init(yEncoded: text, header: start..<end, limit: limit)
    } else {
      return nil
    }
  }

  /// `begin 644 name`, lines that begin with their length, `end`.
  private init?(uuencoded text: Span<UInt8>, header: Range<Int>, limit: Int) {
    guard let file = Self.file(text, (header.lowerBound + 6)..<header.upperBound) else {
      return nil
    }
    var index = header.upperBound
    var (byteCount, isDamaged, isClosed) = (0, false, false)
    while index < limit {
      let end = text.endOfLine(from: index, limit: limit)
      let textEnd = text.endOfText(ofLineFrom: index, to: end)
      if text.starts(with: "end", at: index), textEnd - index == 3 {
        index = end
        isClosed = true
        break
      }
      let isLast = textEnd == index
      let length = isLast ? 0 : Int((text[index] &- 0x20) & 0x3F)
      let expected = (length + 2) / 3 * 4
      guard isLast || abs(textEnd - index - 1 - expected) <= 4 else { break }
      // Trailing spaces, which stand for zeros, are often lost.
      if textEnd - index - 1 > expected + 1 { isDamaged = true }
      if isLast, byteCount == 0 { break }
      byteCount += length
      index = end
    }
    // Prose may begin with `begin 644 …` and hold a line that could be data.
    guard byteCount > 0, isClosed || byteCount > 90 else { return nil }
    range = header.lowerBound..<index
    self.name = file.name
    self.byteCount = byteCount
    self.isDamaged = isDamaged || !isClosed
  }

  /// `644 name`, the name's blanks its own; nil where no mode stands there.
  private static func file(_ text: Span<UInt8>, _ header: Range<Int>) -> (
    mode: Range<Int>, name: String?
  )? {
    var words = WordCursor(header)
    guard let mode = words.next(in: text), (3...4).contains(mode.count),
      mode.allSatisfy({ (0x30...0x37).contains(text[$0]) })
    else { return nil }
    let end = text.endOfText(ofLineFrom: header.lowerBound, to: header.upperBound)
    return (mode, words.next(in: text).map { text.string(in: $0.lowerBound..<end) })
  }

  /// `begin-base64 644 name`, lines of base64, `====`.
  private init?(base64 text: Span<UInt8>, header: Range<Int>, limit: Int) {
    guard let file = Self.file(text, (header.lowerBound + 13)..<header.upperBound) else {
      return nil
    }
    var index = header.upperBound
    var isClosed = false
    while index < limit, !isClosed {
      let end = text.endOfLine(from: index, limit: limit)
      let line = index..<text.endOfText(ofLineFrom: index, to: end)
      isClosed = text.starts(with: "====", at: index) && line.count == 4
      // A line that is no base64 ends the block where its own end is missing.
      guard isClosed || !line.isEmpty && !line.contains(where: { text[$0].isMailSpace }) else {
        break
      }
      index = end
    }
    var decoded: [UInt8] = []
    let strays = Base64.decode(text, header.upperBound..<index, into: &decoded)
    guard !decoded.isEmpty, isClosed || decoded.count > 90 else { return nil }
    range = header.lowerBound..<index
    name = file.name
    byteCount = decoded.count
    isDamaged = !isClosed || strays > 0
  }

  /// `=ybegin line=128 size=123 name=file`, lines, `=yend size=123`; of a file in several mails the last
  /// line gives the size of the part.
  private init?(yEncoded text: Span<UInt8>, header: Range<Int>, limit: Int) {
    func value(_ key: String, _ line: Range<Int>) -> String? {
      let line = text.string(in: text.trimmed(line))
      return line.firstRange(of: " \(key)=").map { String(line[$0.upperBound...]) }
    }
    func size(_ line: Range<Int>) -> Int? {
      value("size", line).flatMap { Int($0.prefix(while: \.isNumber)) }
    }
    guard let announced = size(header) else { return nil }
    var index = header.upperBound
    var last: Range<Int>?
    while index < limit, last == nil {
      let end = text.endOfLine(from: index, limit: limit)
      if text.starts(with: "=yend ", at: index) { last = index..<end }
      index = end
    }
    range = header.lowerBound..<index
    name = value("name", header)
    byteCount = last.flatMap(size) ?? announced
    isDamaged = last == nil
  }
}
