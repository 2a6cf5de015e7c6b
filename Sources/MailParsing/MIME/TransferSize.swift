/// How many bytes a part has after transfer decoding, counted without decoding it where that can be.
enum TransferSize {
  /// The count for base64 from its characters, for uuencode and yEnc from what the blocks say, for
  /// all else from the decoded or plain bytes.
  static func count(_ bytes: Span<UInt8>, _ part: MessagePart) -> Int {
    switch part.encoding {
    case .base64:
      var characters = 0
      for index in part.body where bytes[index] > 0x2A && bytes[index] != 0x3D { characters += 1 }
      return characters * 3 / 4
    case .quotedPrintable:
      var decoded: [UInt8] = []
      _ = QuotedPrintable.decode(bytes, part.body, into: &decoded)
      return decoded.count
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
