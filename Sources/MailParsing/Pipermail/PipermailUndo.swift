/// Undoes what pipermail writes over a post, for its monthly text and its pages alike.
///
/// Both show the same rewriting of the same mail, so both come through here, and their texts come out
/// equal up to white space.
package enum PipermailUndo {
  /// The author that a page or From field shows.
  package struct Author: Sendable {
    /// The address and name; both empty where pipermail had neither.
    package var address: Address
    /// The word that stood for `@`, to be put back in the body too; nil where the address is plain.
    package var separator: String?
  }

  /// Adds a body in UTF-8 to `output` as its author wrote it: without the scrubber's notices, with
  /// addresses and From_ lines restored. Gives the parts that the scrubber took out and the files that were
  /// written into the text. `separator` is the
  /// ``Author/separator`` of its header. Linear in the body.
  package static func append(
    _ body: Span<UInt8>, separator: String?, to output: inout [UInt8]
  ) -> [Attachment] {
    let (attachments, notices) = ScrubbedPart.find(in: body)
    let begin = output.count
    var start = 0
    for cut in merged(notices, fromLineEscapes(in: body)) where cut.lowerBound >= start {
      ObscuredText.append(body, start..<cut.lowerBound, separator: separator, to: &output)
      start = cut.upperBound
    }
    ObscuredText.append(body, start..<body.count, separator: separator, to: &output)
    return attachments + EncodedBlock.cut(from: &output, start: begin).map(\.attachment)
  }

  /// The author of a name and an address as pipermail prints them.
  ///
  /// Mailman fills in `bogus@does.not.exist.com` where a mail has no address, and the address where it has
  /// no name; neither was written by anybody, and neither is kept.
  package static func author(name: String, email: String) -> Author {
    author(name: Array(name.utf8), email: Array(email.utf8))
  }

  static func author(name: [UInt8], email: [UInt8]) -> Author {
    let field = ObscuredField(email)
    let folded = name.foldingWhiteSpace()
    let isAddress =
      folded == field.email || field.separator != nil && ObscuredField(folded).email == field.email
    let address = String(decoding: field.email, as: UTF8.self)
    return Author(
      address: Address(
        name: isAddress ? "" : String(decoding: folded, as: UTF8.self),
        email: address == "bogus@does.not.exist.com" ? "" : address),
      separator: field.separator)
  }

  /// A subject with its white space folded. The words that pipermail puts in place of a missing subject
  /// are no subject.
  package static func subject(_ subject: String) -> String {
    let folded = String(decoding: Array(subject.utf8).foldingWhiteSpace(), as: UTF8.self)
    return folded == "No subject" || folded == "(no subject)" ? "" : folded
  }

  /// The `>` of each line that begins `>From `: the mbox that pipermail read had it so. One `>` only, as
  /// Mailman itself writes mboxo.
  private static func fromLineEscapes(in body: Span<UInt8>) -> [Range<Int>] {
    var escapes: [Range<Int>] = []
    if body.starts(with: ">From ", at: 0) { escapes.append(0..<1) }
    var index = 0
    while let hit = body.firstIndex(ofFour: 0x7246_3E0A, in: index..<body.count) {  // "\\n>Fr"
      index = hit + 4
      if body.starts(with: ">From ", at: hit + 1) { escapes.append((hit + 1)..<(hit + 2)) }
    }
    return escapes
  }

  private static func merged(_ notices: [Range<Int>], _ escapes: [Range<Int>]) -> [Range<Int>] {
    if escapes.isEmpty { return notices }
    return (notices + escapes).sorted { $0.lowerBound < $1.lowerBound }
  }
}
