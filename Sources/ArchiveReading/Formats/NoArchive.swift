/// Words for what a file is that holds no mail, by its first bytes.
enum NoArchive {
  private static let known: [(signature: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
    ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
    (Array("%PDF-".utf8), "a PDF document"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an OLE file, as Outlook writes its .msg"),
    (Array("!BDN".utf8), "Outlook's PST"),
    (Array("-----BEGIN PGP".utf8), "a PGP signature or key"),
    (Array("#!".utf8), "a script"),
  ]

  /// Says what `bytes` are, as far as they tell; never empty.
  static func reason(_ bytes: Span<UInt8>) -> String {
    for (signature, name) in known where bytes.begins(with: signature) { return name }
    for index in 0..<min(bytes.count, 4096) where bytes[index] == 0 {
      return "binary data: neither an mbox nor a message, whatever its name"
    }
    return "text that begins with neither a From_ line nor the header of a mail"
  }
}
