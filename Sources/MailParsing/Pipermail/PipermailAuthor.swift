/// The author that pipermail prints on a page or in a From field.
///
/// Mailman fills in `bogus@does.not.exist.com` where a mail has no address, and the address where it has
/// no name; neither was written by anybody, and neither is kept.
package struct PipermailAuthor {
  /// The name, UTF-8; empty where pipermail had none.
  package private(set) var name: [UInt8]
  /// The address with its `@`, UTF-8; empty where pipermail had none.
  package private(set) var email: [UInt8]
  /// The word that stood for `@`, to be put back in the body too; nil where the address is plain.
  package let separator: String?

  /// Reads the name and address that stand in these ranges of `bytes`.
  package init(_ bytes: Span<UInt8>, name: Range<Int>, email: Range<Int>) {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.count)
    _ = folded.append(foldingWhiteSpaceOf: bytes, name)
    let field = ObscuredField(bytes, email)
    self.name = folded
    self.email = field.email
    separator = field.separator
    // An obscured address is longer than the plain one.
    let isAddress =
      folded == field.email
      || separator != nil && folded.count > field.email.count
        && ObscuredField(folded.span, 0..<folded.count).email == field.email
    if isAddress {
      self.name = []
    } else if separator != nil, folded.contains(0x2E) {
      // A name that holds an address shows it obscured on the page and not in the text.
      self.name = []
      ObscuredText(separator: separator)
        .append(folded.span, 0..<folded.count, to: &self.name)
    }
    if field.email == Self.nobody { self.email = [] }
  }

  private static let nobody = Array("bogus@does.not.exist.com".utf8)

  /// Adds the author to those of `message`, where there is one.
  func add(to message: inout FlatMessage) {
    guard !name.isEmpty || !email.isEmpty else { return }
    let start = message.bytes.count
    message.bytes.append(contentsOf: name)
    let middle = message.bytes.count
    message.bytes.append(contentsOf: email)
    message.from.append(
      FlatMessage.Mailbox(name: start..<middle, email: middle..<message.bytes.count))
  }
}
