import MailParsing

/// A file that is one mail: RFC 5322 bytes alone, in a Maildir, or in an MH folder.
enum SingleMessage {
  /// Field names of which a mail has at least one; lower-case.
  private static let tellingFields: Set<String> = [
    "from", "date", "subject", "to", "cc", "message-id", "received", "return-path", "mime-version",
    "delivered-to", "sender", "reply-to", "in-reply-to", "references", "content-type",
    "envelope-to", "x-original-to", "newsgroups",
  ]

  /// Whether `bytes` begin with a mail's header: one telling field where the header is seen to end, two
  /// where it is not, and at most half as many lines that are no field as fields. A field may be long, a To
  /// with thousands of names: while there is nothing else, it is followed beyond the head.
  static func isMessage(_ bytes: Span<UInt8>) -> Bool {
    var index = bytes.begins(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let limit = min(bytes.count, MboxRecognition.sampleByteCount)
    var fields = 0
    var strays = 0
    var telling = 0
    var ended = false
    while index < limit {
      if index >= Recognition.headCount, strays > 0 || telling > 1 { break }
      let end = bytes.endOfLine(from: index, limit: limit)
      let textEnd = bytes.endOfText(ofLineFrom: index, to: end)
      if textEnd == index {
        if fields + strays == 0 {
          index = end
          continue
        }
        ended = true
        break
      }
      if fields + strays == 0 {
        // A field may have slipped to the right where the header begins.
        while index < textEnd, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      }
      if index < textEnd, bytes[index] != 0x20, bytes[index] != 0x09 {
        if let name = fieldName(bytes, index..<textEnd) {
          fields += 1
          if tellingFields.contains(name) { telling += 1 }
        } else {
          strays += 1
        }
      } else if fields == 0 {
        break
      }
      index = end
    }
    guard strays * 2 <= fields else { return false }
    return telling >= 2 || (telling == 1 && (ended || index >= limit))
  }

  /// The format a mail at `place` has.
  static func format(at place: ArchiveFile.Place) -> ArchiveFormat {
    switch place {
    case .maildir: .maildir
    case .mh: .mh
    default: .rfc822
    }
  }

  /// The lower-cased name of the field a line holds; nil where it holds none. RFC 5322 §3.6.8, with
  /// the blanks before the colon of §4.5.
  private static func fieldName(_ bytes: Span<UInt8>, _ line: Range<Int>) -> String? {
    var name: [UInt8] = []
    var isPastName = false
    for index in line {
      let byte = bytes[index]
      if byte == 0x3A { return name.isEmpty ? nil : String(decoding: name, as: UTF8.self) }
      if byte == 0x20 || byte == 0x09 {
        isPastName = true
      } else {
        guard !isPastName, byte > 0x20, byte < 0x7F, name.count < 100 else { return nil }
        name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return nil
  }
}
