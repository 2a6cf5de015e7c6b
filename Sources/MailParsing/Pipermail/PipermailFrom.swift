/// The From field of pipermail's monthly text: `x at y (Name)`, in Mailman 1 `Name x@y`.
struct PipermailFrom {
  /// Where the entry begins; defects are offsets from here.
  let origin: Int

  /// Fills in the author of `message`. What pipermail puts where a mail has no name or no address is
  /// left out.
  func read(_ bytes: Span<UInt8>, _ field: HeaderField, into message: inout FlatMessage) {
    var header = HeaderText(origin: origin)
    var decoded: [UInt8] = []
    let range = header.append(bytes, field.value, into: &decoded)
    message.defects.append(contentsOf: header.defects)
    let (name, email) = Self.parts(decoded.span, decoded.span.trimmed(range))
    let author = PipermailAuthor(decoded.span, name: name, email: email)
    message.separator = author.separator
    if author.separator != nil {
      let place = (field.value.lowerBound - origin)..<(field.value.upperBound - origin)
      message.defects.append(Defect(.obscuredAddress, .note, at: place))
    }
    author.add(to: &message)
  }

  /// The name and the address as they stand.
  private static func parts(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (name: Range<Int>, email: Range<Int>) {
    let end = range.upperBound
    if !range.isEmpty, text[end - 1] == 0x29,
      let open = text.firstIndex(of: Self.opening, in: range)
    {
      return ((open + 2)..<max(open + 2, end - 1), range.lowerBound..<open)
    }
    // Mailman 1 writes the address last, after the name or the address again.
    guard let space = text.lastIndex(of: 0x20, in: range),
      text.firstIndex(of: 0x40, in: space..<end) != nil
    else { return (end..<end, range) }
    return (range.lowerBound..<space, (space + 1)..<end)
  }

  private static let opening = Array(" (".utf8)
}
