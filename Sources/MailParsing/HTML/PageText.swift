/// The charset of a page, and the page as UTF-8.
///
/// Readers of pages work on UTF-8: most pages are ASCII or UTF-8 already and are read where they lie;
/// the others are transcoded whole, before the first tag is looked at.
struct PageText {
  /// What had to be guessed or could not be decoded.
  private(set) var defects: [Defect] = []
  private var transcoded: [UInt8]?

  /// Settles the charset of the page: the declared one, or a guess that is marked as one where the page
  /// declares none or belies it (pipermail says `us-ascii` of a list whose posts are not).
  init(_ bytes: Span<UInt8>) {
    let whole = 0..<bytes.count
    // A set that switches by escape sequences hides its characters, markup among them, in ASCII bytes.
    guard bytes.hasEightBitOrEscape(in: whole) else {
      return
    }
    let declared = Self.declaredCharset(bytes)
    if declared == .utf8, UTF8Check.isWellFormed(bytes, whole) { return }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 8)
    let outcome = TextDecoder.decode(bytes, whole, as: declared, into: &decoded)
    if let (kind, severity) = outcome.defect {
      defects.append(Defect(kind, severity, at: whole, detail: outcome.charset.name))
    }
    transcoded = decoded
  }

  /// Lends the page's text, as it lies or transcoded.
  func withUTF8<Result>(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Result) -> Result {
    if let transcoded { return body(transcoded.span) }
    return body(bytes)
  }

  /// What the page's head declares (`charset=…` in a `META`, `encoding="…"` in an XML declaration,
  /// Hypermail's `<!-- charset="…" -->`); nil where it declares none or one that nobody knows.
  private static func declaredCharset(_ bytes: Span<UInt8>) -> Charset? {
    let limit = min(bytes.count, 8192)
    var index = 0
    while let equals = bytes.firstIndex(of: 0x3D, in: index..<limit) {
      index = equals + 1
      guard equals >= 8,
        bytes.startsIgnoringCase(with: "charset", at: equals - 7)
          || bytes.startsIgnoringCase(with: "encoding", at: equals - 8)
      else { continue }
      var start = index
      while start < limit, bytes[start] == 0x22 || bytes[start] == 0x27 || bytes[start] == 0x20 {
        start += 1
      }
      var end = start
      while end < limit,
        bytes[end].isLetter || bytes[end].isDigit || bytes[end] == 0x2D
          || bytes[end] == 0x5F || bytes[end] == 0x3A || bytes[end] == 0x2E
      {
        end += 1
      }
      if let charset = Charset(bytes, start..<end) { return charset }
    }
    return nil
  }
}
