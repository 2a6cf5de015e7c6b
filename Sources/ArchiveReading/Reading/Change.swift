import MailParsing

/// How a source's bytes stand to what was read of it before, and their digest.
struct Change {
  enum Kind: Sendable, Hashable {
    /// Never read.
    case new
    /// Read whole, and the same.
    case none
    /// What was read is a prefix that ends where an entry ends.
    case grown
    /// What was read is no longer there.
    case replaced
  }

  let kind: Kind
  /// SHA-256 of all the bytes, as 64 lower-case hexadecimal digits.
  let sha256: String

  /// That of a source nothing is known of, where nobody asks for its digest.
  static let undigested = Change(kind: .new, sha256: "")

  private init(kind: Kind, sha256: String) {
    self.kind = kind
    self.sha256 = sha256
  }

  /// Compares `bytes`, all of a source, with what is `known`. One pass.
  init(of bytes: Span<UInt8>, since known: KnownSource?) {
    var digest = SHA256()
    guard let known, known.byteCount <= bytes.count else {
      digest.update(bytes)
      sha256 = digest.hexadecimal
      kind = known == nil ? .new : .replaced
      return
    }
    digest.update(bytes.extracting(0..<known.byteCount))
    let isPrefix = digest.hexadecimal == known.sha256
    digest.update(bytes.extracting(known.byteCount..<bytes.count))
    sha256 = digest.hexadecimal
    if !isPrefix {
      kind = .replaced
    } else if known.byteCount == bytes.count, known.isComplete {
      kind = .none
    } else {
      kind = Self.isBoundary(known.byteCount, in: bytes) ? .grown : .replaced
    }
  }

  /// Whether an mbox's entry ends before `index` and another begins there.
  static func isBoundary(_ index: Int, in bytes: Span<UInt8>) -> Bool {
    if index == 0 || index == bytes.count { return true }
    guard index + 5 <= bytes.count, bytes[index - 1] == 0x0A else { return false }
    return bytes.extracting(index..<index + 5).begins(with: Array("From ".utf8))
  }
}
