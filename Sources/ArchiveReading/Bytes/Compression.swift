/// Compressions and containers by their first bytes.
enum Compression {
  /// Whether `bytes` begin like gzip, which is read without libarchive; see ``GzipStream``.
  static func isGzip(_ bytes: Span<UInt8>) -> Bool { bytes.begins(with: [0x1F, 0x8B, 0x08]) }

  /// Whether `bytes` begin like a compressed file or a container that ``Container`` reads: bzip2, xz,
  /// zstd, lzip, compress, zip, tar.
  static func isContainer(_ bytes: Span<UInt8>) -> Bool {
    signatures.contains { bytes.begins(with: $0) } || isTar(bytes)
  }

  /// Whether `bytes` begin like anything that has to be decompressed or unpacked.
  static func isCompressed(_ bytes: Span<UInt8>) -> Bool { isGzip(bytes) || isContainer(bytes) }

  /// Takes the gzip layers off a stream; more than a few are no archive but an attack, and stay on.
  static func withoutGzip(_ stream: any ByteStream, path: String) -> RejoinedStream {
    var stream = stream
    for _ in 0..<4 {
      let peeked = RejoinedStream(peekingAt: stream)
      guard isGzip(peeked.head.span) else { return peeked }
      stream = GzipStream(peeked, path: path)
    }
    return RejoinedStream(peekingAt: stream)
  }

  private static let signatures: [[UInt8]] = [
    Array("BZh".utf8),
    [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],  // xz
    [0x28, 0xB5, 0x2F, 0xFD],  // zstd
    Array("LZIP".utf8),
    [0x1F, 0x9D],  // compress
    [0x50, 0x4B, 0x03, 0x04],  // zip
    [0x50, 0x4B, 0x05, 0x06],  // a zip without members
  ]

  /// A tar header carries the sum of its own 512 bytes, the sum's field read as spaces; that tells old
  /// tars, which have no other mark, too.
  private static func isTar(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 512, bytes[0] != 0 else { return false }
    var stated = 0
    for index in 148..<156 {
      let byte = bytes[index]
      if (0x30...0x37).contains(byte) {
        stated = stated * 8 + Int(byte - 0x30)
      } else if byte != 0x20, byte != 0 {
        return false
      }
    }
    var sum = 8 * 0x20
    for index in 0..<512 where !(148..<156).contains(index) { sum += Int(bytes[index]) }
    return sum == stated
  }
}

extension Span<UInt8> {
  /// Whether the first bytes are `prefix`.
  func begins(with prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    for index in 0..<prefix.count where self[index] != prefix[index] { return false }
    return true
  }
}
