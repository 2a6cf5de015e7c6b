import CLZMA
import MailParsing

/// CRC-64 (ECMA-182) of bytes that may come in pieces: four times as fast as a digest, it finds whatever
/// changes by chance or by editing, though not what is forged to be alike.
struct Checksum: Hashable {
  /// The checksum of all bytes taken in so far.
  private(set) var value: UInt64 = 0

  /// Takes in `bytes` after those taken in before. Linear in `bytes`.
  mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe value = lzma_crc64(bytes.baseAddress, bytes.count, value)
    }
  }
}
