import CNettle

/// SHA-256 (FIPS 180-4) of bytes that may come in pieces.
///
/// A value: a copy goes on by itself, so the digest of a prefix can be taken on the way.
public struct SHA256: Sendable {
  private var context = sha256_ctx()

  /// Makes the digest of no bytes yet.
  public init() {
    unsafe nettle_sha256_init(&context)
  }

  /// Goes on where another digest had taken in `byteCount` bytes, a whole number of blocks, and had this
  /// ``chain``; nil for what is none.
  public init?(chain: [UInt8], byteCount: Int) {
    guard chain.count == Self.byteCount, byteCount >= 0, byteCount.isMultiple(of: Self.blockSize)
    else { return nil }
    self.init()
    unsafe withUnsafeMutableBytes(of: &context.state) { state in
      for word in 0..<8 {
        let value = chain[word * 4..<word * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        unsafe state.storeBytes(of: value, toByteOffset: word * 4, as: UInt32.self)
      }
    }
    context.count = UInt64(byteCount / Self.blockSize)
  }

  /// Bytes that are taken in together.
  public static let blockSize = Int(SHA256_BLOCK_SIZE)

  /// The state after the last whole block, from which another digest can go on. It tells as little of the
  /// bytes as a digest does.
  public var chain: [UInt8] {
    unsafe withUnsafeBytes(of: context.state) { state in
      (0..<8).flatMap { word in
        let value = unsafe state.loadUnaligned(fromByteOffset: word * 4, as: UInt32.self)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
      }
    }
  }

  /// Takes in `bytes` after those taken in before. Linear in `bytes`.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe nettle_sha256_update(&context, bytes.count, start)
    }
  }

  /// The digest of all bytes taken in so far.
  public var digest: [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: Self.byteCount) { digest, count in
      unsafe write(to: digest)
      count = Self.byteCount
    }
  }

  /// The digest of all bytes taken in so far, as 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    unsafe String(unsafeUninitializedCapacity: Self.byteCount * 2) { characters in
      func character(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 + nibble : 0x57 + nibble }
      // The bytes come to stand behind the place of the digits that are made of them.
      unsafe write(to: UnsafeMutableBufferPointer(rebasing: characters[Self.byteCount...]))
      for index in 0..<Self.byteCount {
        let byte = unsafe characters[Self.byteCount + index]
        unsafe characters[index * 2] = character(byte >> 4)
        unsafe characters[index * 2 + 1] = character(byte & 15)
      }
      return Self.byteCount * 2
    }
  }

  private static let byteCount = Int(SHA256_DIGEST_SIZE)

  private func write(to digest: UnsafeMutableBufferPointer<UInt8>) {
    var copy = context
    unsafe nettle_sha256_digest(&copy, Self.byteCount, digest.baseAddress)
  }

  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of bytes: Span<UInt8>) -> String {
    var sha256 = SHA256()
    sha256.update(bytes)
    return sha256.hexadecimal
  }
}
