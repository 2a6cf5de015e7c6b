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

  /// Takes in the lines of `text`, one field a line, list marks before them; a line whose label is none
  /// of the known ones is left out, as is a second field of one name.
  init(_ text: [UInt8]) {
    let span = text.span
    var index = 0
    while index < text.count {
      let end = span.endOfLine(from: index, limit: text.count)
      var line = span.trimmed(index..<end)
      if span.starts(with: "* ", at: line.lowerBound) {
        line = span.trimmed((line.lowerBound + 2)..<line.upperBound)
      }
      if let colon = span.firstIndex(of: 0x3A, in: line) {
        let value = [UInt8](span, span.trimmed((colon + 1)..<line.upperBound))
        take(span, span.trimmed(line.lowerBound..<colon), value)
      }
      index = end
    }
  }

  private mutating func take(_ text: Span<UInt8>, _ label: Range<Int>, _ value: [UInt8]) {
    let field: WritableKeyPath<Self, [UInt8]>
    if text.equalsIgnoringCase("from", in: label) {
      field = \.from
    } else if text.equalsIgnoringCase("sender", in: label) {
      field = \.sender
    } else if text.equalsIgnoringCase("reply-to", in: label) {
      field = \.replyTo
    } else if text.equalsIgnoringCase("to", in: label) {
      field = \.to
    } else if text.equalsIgnoringCase("cc", in: label) {
      field = \.cc
    } else if text.equalsIgnoringCase("subject", in: label) {
      field = \.subject
    } else if text.equalsIgnoringCase("date", in: label) {
      field = \.date
    } else {
      return
    }
    if self[keyPath: field].isEmpty { self[keyPath: field] = value }
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
    message[keyPath: role] = list
    // Places within a rendered line say nothing about the page.
    for defect in reader.defects where defect.kind == .obscuredAddress {
      message.defects.append(Defect(defect.kind, defect.severity, at: 0..<0, detail: defect.detail))
    }
  }
}
