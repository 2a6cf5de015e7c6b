/// The compressions of single files, told by their first bytes.
///
/// libarchive reads them too, but gives nothing of the last block before the place where a file breaks
/// off, which for a mailing list's month is often all of it. So each goes through its own library.
enum Compression: CaseIterable {
  case gzip, bzip2, xz, zstandard

  /// The compression that `bytes` begin with; nil for none of these.
  init?(_ bytes: Span<UInt8>) {
    for compression in Self.allCases where bytes.begins(with: compression.signature) {
      self = compression
      return
    }
    return nil
  }

  private var signature: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B, 0x08]
    case .bzip2: Array("BZh".utf8)
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  /// Its name in messages.
  var name: String {
    switch self {
    case .gzip: "gzip"
    case .bzip2: "bzip2"
    case .xz: "xz"
    case .zstandard: "zstd"
    }
  }

  /// A decompressor at the beginning of a file.
  func decompressor() -> any Decompressor {
    switch self {
    case .gzip: GzipDecompressor()
    case .bzip2: Bzip2Decompressor()
    case .xz: XZDecompressor()
    case .zstandard: ZstandardDecompressor()
    }
  }

  /// Whether `bytes` begin like anything that has to be decompressed or unpacked.
  static func isCompressed(_ bytes: Span<UInt8>) -> Bool {
    Compression(bytes) != nil || isContainer(bytes)
  }

  /// Takes the compression off a stream; more than a few layers are no archive but an attack, and stay on.
  static func decompressed(_ stream: any ByteStream, path: String) -> RejoinedStream {
    var stream = stream
    for _ in 0..<4 {
      let peeked = RejoinedStream(peekingAt: stream)
      guard let compression = Compression(peeked.head.span) else { return peeked }
      stream = DecompressedStream(peeked, compression, path: path)
    }
    return RejoinedStream(peekingAt: stream)
  }
}

extension Compression {
  /// Whether `bytes` begin like a container, or a rarer compression, that ``Container`` reads: tar, zip, lzip,
  /// lz4, compress.
  static func isContainer(_ bytes: Span<UInt8>) -> Bool {
    containerSignatures.contains { bytes.begins(with: $0) } || isTar(bytes)
  }

  private static let containerSignatures: [[UInt8]] = [
    Array("LZIP".utf8),
    [0x1F, 0x9D],  // compress
    [0x04, 0x22, 0x4D, 0x18],  // lz4
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
