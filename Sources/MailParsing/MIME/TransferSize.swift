/// How many bytes a part has after transfer decoding, counted without decoding it.
enum TransferSize {
  /// The count for base64 from its characters, for uuencode and yEnc from what the blocks say.
  static func count(_ bytes: Span<UInt8>, _ part: MessagePart) -> Int {
    switch part.encoding {
    case .base64:
      return bytes.countOfBase64Characters(in: part.body) * 3 / 4
    case .quotedPrintable:
      return QuotedPrintable.decodedCount(bytes, part.body)
    case .uuencode, .yEnc:
      var decoded: [UInt8] = []
      decoded.append(bytes, part.body)
      let blocks = EncodedBlock.cut(from: &decoded, start: 0)
      return blocks.isEmpty ? part.body.count : blocks.reduce(0) { $0 &+ $1.byteCount }
    case .identity:
      return part.body.count
    }
  }
}
