/// Line ends of a decoded text.
enum LineEnds {
  /// Makes CR LF and lone CR one LF and drops NULs, in place from `start` on.
  static func normalize(_ bytes: inout [UInt8], from start: Int) {
    let end = bytes.count
    let first = bytes.span.firstIndex(of: 0x0D, in: start..<end)
    let null = bytes.span.firstIndex(of: 0, in: start..<end)
    guard let begin = [first, null].compactMap({ $0 }).min() else { return }
    var kept = begin
    var index = begin
    var text = bytes.mutableSpan
    while index < end {
      let byte = text[index]
      index += 1
      if byte == 0 { continue }
      if byte == 0x0D {
        // `CR CR LF` comes from gateways that converted line ends twice.
        while index < end, text[index] == 0x0D, index + 1 < end, text[index + 1] == 0x0A {
          index += 1
        }
        if index < end, text[index] == 0x0A { index += 1 }
        text[kept] = 0x0A
      } else {
        text[kept] = byte
      }
      kept += 1
    }
    bytes.removeLast(end - kept)
  }
}
