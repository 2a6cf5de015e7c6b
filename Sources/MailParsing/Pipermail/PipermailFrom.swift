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
    let (name, email) = Self.parts(decoded.span.string(in: decoded.span.trimmed(range)))
    let author = PipermailUndo.author(name: name, email: email)
    message.separator = author.separator
    if author.separator != nil {
      let place = (field.value.lowerBound - origin)..<(field.value.upperBound - origin)
      message.defects.append(Defect(.obscuredAddress, .note, at: place))
    }
    guard !author.address.name.isEmpty || !author.address.email.isEmpty else { return }
    message.from.append(
      FlatMessage.Mailbox(
        name: message.add(author.address.name), email: message.add(author.address.email)))
  }

  /// The name and the address as they stand.
  private static func parts(_ text: String) -> (name: String, email: String) {
    if text.hasSuffix(")"), let open = text.firstRange(of: " (") {
      let name = text[open.upperBound...].dropLast()
      return (String(name), String(text[..<open.lowerBound]))
    }
    // Mailman 1 writes the address last, after the name or the address again.
    guard let last = text.lastIndex(where: { $0 == " " }), text[last...].contains("@") else {
      return ("", text)
    }
    return (String(text[..<last]), String(text[text.index(after: last)...]))
  }
}
