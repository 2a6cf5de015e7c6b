/// Undoes what pipermail writes over a post, for its monthly text and its pages alike.
///
/// Both show the same rewriting of the same mail, so both come through here, and their texts come out
/// equal up to white space.
package enum PipermailUndo {
  /// A body as its author wrote it, and the parts that were taken out of it.
  package struct Body: Sendable {
    /// The text without notices, with addresses and From_ lines restored.
    package var text: String
    /// The parts that the scrubber put elsewhere.
    package var attachments: [Attachment]
  }

  /// The author that a page or From field shows.
  package struct Author: Sendable {
    /// The address and name; both empty where pipermail had neither.
    package var address: Address
    /// The word that stood for `@`, to be put back in the body too; nil where the address is plain.
    package var separator: String?
  }

  /// Undoes the rewriting of a body in UTF-8. `separator` is the ``Author/separator`` of its header.
  /// Linear in the body.
  package static func body(_ bytes: [UInt8], separator: String?) -> Body {
    var bytes = bytes
    let (attachments, cuts) = ScrubbedPart.find(in: bytes.span)
    if !cuts.isEmpty { bytes = cut(cuts, from: bytes) }
    if let unescaped = unescapeFromLines(bytes) { bytes = unescaped }
    if let restored = ObscuredText.restore(in: bytes, separator: separator) { bytes = restored }
    return Body(text: String(decoding: bytes, as: UTF8.self), attachments: attachments)
  }

  /// The author of a name and an address as pipermail prints them.
  ///
  /// Mailman fills in `bogus@does.not.exist.com` where a mail has no address, and the address where it has
  /// no name; neither was written by anybody, and neither is kept.
  package static func author(name: String, email: String) -> Author {
    var (address, separator) = ObscuredText.restore(email)
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let hasName =
      name != address && (separator == nil || ObscuredText.restore(name).email != address)
    if address == "bogus@does.not.exist.com" { address = "" }
    return Author(
      address: Address(name: hasName ? name : "", email: address), separator: separator)
  }

  /// A subject with its white space folded. The words that pipermail puts in place of a missing subject
  /// are no subject.
  package static func subject(_ subject: String) -> String {
    let folded = subject.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return folded == "No subject" || folded == "(no subject)" ? "" : folded
  }

  private static func cut(_ cuts: [Range<Int>], from bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var start = 0
    for cut in cuts {
      kept.append(bytes.span, start..<cut.lowerBound)
      start = cut.upperBound
    }
    kept.append(bytes.span, start..<bytes.count)
    return kept
  }

  /// `>From ` at the beginning of a line as `From `: the mbox that pipermail read had it so. Nil where
  /// there is none. One `>` only, as Mailman itself writes mboxo.
  private static func unescapeFromLines(_ bytes: [UInt8]) -> [UInt8]? {
    let span = bytes.span
    var unescaped: [UInt8] = []
    var (copied, index) = (0, 0)
    if span.starts(with: ">From ", at: 0) { copied = 1 }
    while let hit = span.firstIndex(ofFour: 0x7246_3E0A, in: index..<bytes.count) {  // "\n>Fr"
      index = hit + 4
      guard span.starts(with: ">From ", at: hit + 1) else { continue }
      unescaped.append(span, copied..<(hit + 1))
      copied = hit + 2
    }
    guard copied > 0 else { return nil }
    unescaped.append(span, copied..<bytes.count)
    return unescaped
  }
}
