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
