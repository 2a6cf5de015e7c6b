/// The header lines that a page shows (`From: …`, `Date: …`), to be read as the fields they came from.
struct RenderedHeader {
  var from: [UInt8] = []
  var sender: [UInt8] = []
  var replyTo: [UInt8] = []
  var to: [UInt8] = []
  var cc: [UInt8] = []
  var subject: [UInt8] = []
  var date: [UInt8] = []

  /// An empty header.
  init() {}

  /// Takes in the lines of `text`, one field a line, list marks before them. The label ends with a colon or,
  /// in the cells of a table, without one; in a list of terms the value is the line after it. A line whose
  /// label is none of the known ones is left out, as is a second field of one name.
  init(_ text: [UInt8]) {
    let span = text.span
    var index = 0
    var label: Range<Int>?
    while index < text.count {
      let end = span.endOfLine(from: index, limit: text.count)
      var line = span.trimmed(index..<end)
      index = end
      if span.starts(with: "* ", at: line.lowerBound) {
        line = span.trimmed((line.lowerBound + 2)..<line.upperBound)
      }
      guard !line.isEmpty else { continue }
      let (name, value) = Self.parts(span, line)
      if let field = Self.field(span, name) {
        label = value.isEmpty ? name : nil
        if self[keyPath: field].isEmpty { self[keyPath: field] = [UInt8](span, value) }
      } else if let name = label, let field = Self.field(span, name) {
        self[keyPath: field] = [UInt8](span, line)
        label = nil
      }
    }
  }

  /// The label that a line begins with, and what stands after it.
  private static func parts(
    _ text: Span<UInt8>, _ line: Range<Int>
  ) -> (label: Range<Int>, value: Range<Int>) {
    var end = line.lowerBound
    while end < line.upperBound, text[end].isLetter || text[end] == 0x2D { end += 1 }
    var start = end
    while start < line.upperBound, text[start].isMailSpace { start += 1 }
    if start < line.upperBound, text[start] == 0x3A { start += 1 }
    return (line.lowerBound..<end, text.trimmed(start..<line.upperBound))
  }

  private static func field(
    _ text: Span<UInt8>, _ label: Range<Int>
  ) -> WritableKeyPath<Self, [UInt8]>? {
    if text.equalsIgnoringCase("from", in: label) { return \.from }
    if text.equalsIgnoringCase("sender", in: label) { return \.sender }
    if text.equalsIgnoringCase("reply-to", in: label) { return \.replyTo }
    if text.equalsIgnoringCase("to", in: label) { return \.to }
    if text.equalsIgnoringCase("cc", in: label) { return \.cc }
    if text.equalsIgnoringCase("subject", in: label) { return \.subject }
    return text.equalsIgnoringCase("date", in: label) ? \.date : nil
  }

  /// Fills `message` with what the fields say, and notes what is missing.
  func fill(_ message: inout FlatMessage, byteCount: Int) {
    let whole = 0..<byteCount
    addresses(from, \.from, &message)
    addresses(sender, \.sender, &message)
    addresses(replyTo, \.replyTo, &message)
    addresses(to, \.to, &message)
    addresses(cc, \.cc, &message)
    if message.from.isEmpty { message.defects.append(Defect(.missingFrom, .warning, at: whole)) }

    var text = HeaderText(origin: 0)
    let start = message.bytes.count
    message.subject = text.append(subject.span, 0..<subject.count, into: &message.bytes)
    message.subject = message.bytes.span.trimmed(message.subject)
    if message.subject.isEmpty { message.subject = start..<start }

    message.sentAt = DateReader.read(date.span, in: 0..<date.count).date
    if message.sentAt == nil {
      message.defects.append(
        Defect(date.isEmpty ? .missingDate : .malformedDate, .warning, at: whole))
    }
  }

  private func addresses(
    _ value: [UInt8], _ role: WritableKeyPath<FlatMessage, [FlatMessage.Mailbox]>,
    _ message: inout FlatMessage
  ) {
    guard !value.isEmpty else { return }
    var reader = AddressReader(origin: 0)
    var list: [FlatMessage.Mailbox] = []
    reader.read(value.span, 0..<value.count, into: &message.bytes, list: &list)
    message[keyPath: role] = list.compactMap { Self.unmasked($0, message.bytes.span) }
    // Places within a rendered line say nothing about the page.
    for defect in reader.defects where defect.kind == .obscuredAddress {
      message.defects.append(Defect(defect.kind, defect.severity, at: 0..<0, detail: defect.detail))
    }
  }

  /// The mailbox without an address whose host was overwritten with `x` (MHonArc's `SPAMMODE`), which is
  /// none; nil where nothing else is known of it.
  private static func unmasked(
    _ mailbox: FlatMessage.Mailbox, _ bytes: Span<UInt8>
  ) -> FlatMessage.Mailbox? {
    guard let at = bytes.lastIndex(of: 0x40, in: mailbox.email),
      mailbox.email.upperBound - at > 3,
      !((at + 1)..<mailbox.email.upperBound).contains(where: { bytes[$0] != 0x78 })
    else { return mailbox }
    guard !mailbox.name.isEmpty else { return nil }
    return FlatMessage.Mailbox(
      name: mailbox.name, email: mailbox.email.lowerBound..<mailbox.email.lowerBound)
  }
}
