import MailParsing

/// The digest of what has been read of a large source, in a form from which a later reading goes on.
///
/// The later reading has to know that the source still begins with those bytes. It holds them to a
/// checksum, and takes the digest on from where it was, so that of a source that grew only what is new is digested.
struct PrefixDigest {
  private var sha256 = SHA256()
  private var checksum = Checksum()

  /// Takes in `bytes` after those taken in before.
  mutating func update(_ bytes: Span<UInt8>) {
    sha256.update(bytes)
    checksum.update(bytes)
  }

  /// SHA-256 of all bytes taken in, as 64 lower-case hexadecimal digits.
  var hexadecimal: String { sha256.hexadecimal }

  /// What a later reading needs to go on: the checksum, and the state of the digest after the last whole
  /// block. None of the bytes is in it, since they may have to be forgotten.
  var resumption: [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: checksum.value >> $0) }
      + sha256.chain
  }

  /// Passes over bytes that were read before and tells whether they are the same.
  struct Check {
    private var resumed: SHA256
    /// Where the last whole block of the digest ended.
    private let blockEnd: Int
    private let expected: UInt64
    private var checksum = Checksum()
    private var passed = 0

    /// Begins for the ``PrefixDigest/resumption`` that was kept for so many bytes; nil for anything else.
    init?(_ resumption: [UInt8], byteCount: Int) {
      guard resumption.count > 8 else { return nil }
      blockEnd = byteCount - byteCount % SHA256.blockSize
      guard let resumed = SHA256(chain: Array(resumption[8...]), byteCount: blockEnd) else {
        return nil
      }
      self.resumed = resumed
      expected = resumption[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Passes over the next bytes.
    mutating func update(_ bytes: Span<UInt8>) {
      checksum.update(bytes)
      let undigested = max(0, blockEnd - passed)
      if undigested < bytes.count { resumed.update(bytes.extracting(undigested..<bytes.count)) }
      passed += bytes.count
    }

    /// The digest of all that was passed over; nil where that is not what was read before.
    var digest: PrefixDigest? {
      checksum.value == expected ? PrefixDigest(sha256: resumed, checksum: checksum) : nil
    }
  }
}
