import MailParsing

/// A line of a commit's message that names who took which part, or which change it is:
/// `Reviewed-by: Ann <ann@example.org>`, `Change-Id: I0123…`.
struct GitTrailer {
  /// The part that a trailer gives somebody.
  enum Part: Sendable, Hashable {
    /// Wrote the change with its author.
    case wrote
    /// Read or tried it.
    case reviewed
    /// Reported the fault, had the idea, helped.
    case helped
  }

  /// What a trailer is for.
  enum Kind: Hashable {
    case credit(Part)
    /// Names a change through all its versions (Gerrit).
    case changeID
    /// Names something else, whose words are none of the message's.
    case other
  }

  var kind: Kind
  /// Where its value stands.
  var value: Range<Int>

  /// Reads a line: a token with a hyphen, a colon, a value; nil for any other line.
  init?(_ line: Range<Int>, in bytes: Span<UInt8>) {
    var colon = line.lowerBound
    var hasHyphen = false
    while colon < line.upperBound, bytes[colon] != 0x3A {
      guard Self.isTokenByte(bytes[colon]), colon - line.lowerBound < Self.longestToken else {
        return nil
      }
      if bytes[colon] == 0x2D { hasHyphen = true }
      colon += 1
    }
    guard hasHyphen, colon < line.upperBound else { return nil }
    let token = WordScanner.text(bytes, line.lowerBound..<colon).lowercased()
    guard let kind = Self.kinds[token] else { return nil }
    var start = colon + 1
    while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
    self.kind = kind
    value = start..<line.upperBound
  }

  /// Whether a line begins with these bytes.
  static func opens(_ line: Range<Int>, with text: String, in bytes: Span<UInt8>) -> Bool {
    let utf8 = text.utf8
    guard line.count >= utf8.count else { return false }
    return zip(utf8, line).allSatisfy { $0 == bytes[$1] }
  }

  /// Reads `Ann Lee <ann@example.org>`; nil where there is neither a name nor an address.
  static func address(_ text: String) -> Address? {
    let open = text.firstIndex(of: "<") ?? text.endIndex
    let rest = text[open...].dropFirst()
    let email = rest[..<(rest.firstIndex(of: ">") ?? rest.endIndex)]
    let words = text[..<open].split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty || email.contains("@") else { return nil }
    return Address(name: words.joined(separator: " "), email: String(email))
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static let longestToken = 32

  /// `Signed-off-by` tells who passed a change on, and is no part of the work.
  private static let kinds: [String: Kind] = [
    "co-authored-by": .credit(.wrote), "co-developed-by": .credit(.wrote),
    "reviewed-by": .credit(.reviewed), "acked-by": .credit(.reviewed),
    "tested-by": .credit(.reviewed), "reported-by": .credit(.helped),
    "reported-and-tested-by": .credit(.helped), "suggested-by": .credit(.helped),
    "helped-by": .credit(.helped), "debugged-by": .credit(.helped),
    "thanks-to": .credit(.helped), "change-id": .changeID, "signed-off-by": .other,
  ]
}
