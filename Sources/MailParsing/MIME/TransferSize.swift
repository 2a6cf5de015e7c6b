/// How many bytes a part has after transfer decoding, counted without decoding it where that can be.
enum TransferSize {
  /// The count for base64 from its characters, for all else from the decoded or plain bytes.
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
    case .identity, .uuencode, .yEnc:
      return part.body.count
    }
  }
}
