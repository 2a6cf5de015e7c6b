import ArchiveStorage
import ClaimExtraction
import MailParsing

/// A plain text that a user names: its bytes, its text, and what its head tells of it.
struct TextFile {
  var path: String
  var bytes: [UInt8]
  var text: String
  var head: StatementHead

  /// Reads the file at `path`, standard input for `-`; bytes that are no UTF-8 are shown as U+FFFD. Throws where it is no text.
  init(_ path: String) throws {
    self.path = path
    bytes = try InputFile.bytes(at: path)
    if let place = Self.placeOfNoise(in: bytes) {
      throw Failure(
        ExitStatus.badInput,
        "cannot read \(path): it is no plain text (byte \(place) is \(bytes[place])); "
          + "name a text file, in UTF-8 best of all")
    }
    text = String(decoding: bytes, as: UTF8.self)
    head = StatementHead(text)
  }

  /// Where bytes show that they are no text: at a NUL, or at the first of control characters that make up
  /// a tenth of the head. Line ends, tabs, form feeds and escapes are those of texts.
  private static func placeOfNoise(in bytes: [UInt8]) -> Int? {
    if let place = bytes.firstIndex(of: 0) { return place }
    let head = bytes.prefix(4096)
    func isNoise(_ byte: UInt8) -> Bool {
      (byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B) || byte == 0x7F
    }
    return head.count(where: isNoise) * 10 > head.count ? head.firstIndex(where: isNoise) : nil
  }

  /// The text as a statement written on `day`, or on the day its head names.
  func statement(on day: Day?) -> Statement {
    let writtenAt = day?.date ?? head.writtenAt
    return .document(
      Document(
        kind: .statement, path: path, sha256: SHA256.hexadecimal(of: bytes.span), text: text),
      writtenAt: writtenAt)
  }
}
