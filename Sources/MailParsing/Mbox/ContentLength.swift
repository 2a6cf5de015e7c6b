/// Where an entry of mboxcl or mboxcl2 ends by its own Content-Length field.
struct ContentLength {
  /// The body as the field gives it.
  let body: Range<Int>

  /// Reads the field of the entry whose From_ line is at `start`; nil where there is none or it leads
  /// beyond `limit`.
  init?(_ bytes: Span<UInt8>, fromLineAt start: Int, limit: Int) {
    var index = bytes.endOfLine(from: start, limit: limit)
    var value: Int?
    while index < limit {
      let end = bytes.endOfLine(from: index, limit: limit)
      if bytes.endOfText(ofLineFrom: index, to: end) == index {
        index = end
        break
      }
      if value == nil, bytes.startsIgnoringCase(with: "content-length:", at: index) {
        let digits = bytes.trimmed((index + 15)..<end)
        guard !digits.isEmpty, digits.count <= 12 else { return nil }
        var number = 0
        for place in digits {
          guard bytes[place].isDigit else { return nil }
          number = number * 10 + Int(bytes[place] - 0x30)
        }
        value = number
      }
      index = end
    }
    guard let value, value <= limit - index else { return nil }
    self.body = index..<(index + value)
  }

  /// Where the next entry starts: after the body and the empty line that ends it there must be a From_
  /// line or the end of the source; nil where the field does not lead there.
  func nextStart(in bytes: Span<UInt8>) -> Int? {
    var index = body.upperBound
    var lineEnds = 0
    while index < bytes.count, lineEnds < 3 {
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      guard bytes[index] == 0x0A else { break }
      index += 1
      lineEnds += 1
    }
    if index == bytes.count { return index }
    let isAtLineStart = lineEnds > 0 || (index > 0 && bytes[index - 1] == 0x0A)
    return isAtLineStart && bytes.starts(with: "From ", at: index) ? index : nil
  }

  /// Whether a line of the body begins `From ` unescaped.
  func coversBareFromLine(in bytes: Span<UInt8>) -> Bool {
    var index = body.lowerBound
    while index < body.upperBound {
      if bytes.starts(with: "From ", at: index) { return true }
      index = bytes.endOfLine(from: index, limit: body.upperBound)
    }
    return false
  }
}
