/// Mailboxes of From, To and their like (RFC 5322 §3.4 with §4.4's obsolete forms, and what mail holds
/// beside them).
///
/// `Name <x@y>`, `"Name" <x@y>`, `x@y (Name)`, `x at y (Name)`, Mailman 1's `Name x@y`, groups
/// (their members are given), routes (dropped), comments anywhere, names with commas or brackets that
/// should have been quoted.
struct AddressReader {
  /// Text decoding and its defects.
  private(set) var header: HeaderText
  private let origin: Int
  /// The name of the mailbox at hand as it stands, quotes and escapes undone.
  private var phrase: [UInt8] = []
  private var comment: [UInt8] = []

  /// The defects found, as offsets from `origin`.
  var defects: [Defect] { header.defects }

  init(origin: Int) {
    self.header = HeaderText(origin: origin)
    self.origin = origin
  }

  /// Adds each mailbox of `range` to `list`, its texts to `output`. Linear in `range`.
  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8],
    list: inout [FlatMessage.Mailbox]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let next = CommonAddress.read(bytes, index, range.upperBound, into: &output, list: &list) {
        index = next
        continue
      }
      index = readMailbox(bytes, index, range.upperBound, into: &output, list: &list)
    }
  }

  /// Reads up to the separator after one mailbox and returns where the next begins.
  private mutating func readMailbox(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8],
    list: inout [FlatMessage.Mailbox]
  ) -> Int {
    phrase.removeAll(keepingCapacity: true)
    comment.removeAll(keepingCapacity: true)
    var angle: Range<Int>?
    var hasAt = false
    var index = start
    var stop = end
    scan: while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x22:
        index = readQuoted(bytes, index, end, isLocalPart: { $0 < end && bytes[$0] == 0x40 })
        continue scan
      case 0x28:
        let close = AddressSyntax.endOfComment(bytes, index, end)
        if let sign = AddressSyntax.sign(bytes, index, close) {
          phrase.append(sign)
        } else if comment.isEmpty {
          AddressSyntax.appendUnescaped(
            bytes, (index + 1)..<max(index + 1, close - 1), to: &comment)
        }
        index = close
        if phrase.last == 0x20 {
          while index < end, bytes[index] == 0x20 { index += 1 }
        }
        continue scan
      case 0x3C where angle == nil:
        let close = AddressSyntax.endOfAngle(bytes, index, end)
        // Some mailers put brackets around an address that has them.
        while index < close, bytes[index] == 0x3C { index += 1 }
        angle = index..<close
        index = min(close + 1, end)
        while index < end, bytes[index] == 0x3E { index += 1 }
        if let next = AddressSyntax.startOfNextMailbox(bytes, from: index, to: end) {
          finish(bytes, start..<index, angle: angle, into: &output, list: &list)
          note(.malformedAddress, start..<index)
          return next
        }
        continue scan
      case 0x3A
      where angle == nil && !hasAt && !isInBracket && AddressSyntax.isGroup(bytes, index, end):
        // The group's name is no mailbox; its members follow.
        phrase.removeAll(keepingCapacity: true)
        comment.removeAll(keepingCapacity: true)
      case 0x2C, 0x3B:
        stop = index
        break scan
      default:
        if byte == 0x40 { hasAt = true }
        phrase.append(byte)
      }
      index += 1
    }
    finish(bytes, start..<stop, angle: angle, into: &output, list: &list)
    return min(stop + 1, end)
  }

  private mutating func finish(
    _ bytes: Span<UInt8>, _ piece: Range<Int>, angle: Range<Int>?, into output: inout [UInt8],
    list: inout [FlatMessage.Mailbox]
  ) {
    let phraseRange = phrase.span.trimmed(0..<phrase.count)
    if let angle {
      if phraseRange.isEmpty, AddressSyntax.isGroupName(bytes, angle) {
        return note(.malformedAddress, piece, .warning)
      }
      if isNameInBrackets(bytes, angle, phraseRange) {
        note(.malformedAddress, piece)
        let words = phrase
        let (email, _) = appendAddress(words.span, phraseRange, into: &output)
        let name = appendName(Array(bytes.string(in: angle).utf8), nil, piece, &output)
        return list.append(FlatMessage.Mailbox(name: name, email: email))
      }
      let (email, wasObscured) = appendAddress(
        bytes, AddressSyntax.withoutRoute(bytes, angle), into: &output)
      if wasObscured { note(.obscuredAddress, piece) }
      let isName = !phraseRange.isEmpty
      let name = appendName(isName ? phrase : comment, isName ? phraseRange : nil, piece, &output)
      guard !email.isEmpty || !name.isEmpty else { return }
      list.append(FlatMessage.Mailbox(name: name, email: email))
      return
    }
    guard !phraseRange.isEmpty else {
      if !comment.isEmpty {
        let name = appendName(comment, nil, piece, &output)
        list.append(FlatMessage.Mailbox(name: name, email: name.upperBound..<name.upperBound))
        note(.malformedAddress, piece, .warning)
      }
      return
    }
    let words = phrase
    let address = addressInPhrase(words.span, phraseRange)
    guard let address else {
      // No address at all: one word is a local user, several are a name.
      let isWord = !words[phraseRange].contains(0x20)
      note(.malformedAddress, piece, .warning)
      if isWord, AddressSyntax.isGroupName(words.span, phraseRange) { return }
      if isWord {
        let email = output.count
        _ = TextDecoder.decode(words.span, phraseRange, as: nil, into: &output)
        let emailRange = email..<output.count
        let name = appendName(comment, nil, piece, &output)
        list.append(FlatMessage.Mailbox(name: name, email: emailRange))
      } else {
        let name = appendName(words, phraseRange, piece, &output)
        list.append(FlatMessage.Mailbox(name: name, email: name.upperBound..<name.upperBound))
      }
      return
    }
    let (email, wasObscured) = appendAddress(
      words.span, AddressSyntax.withoutBrackets(words.span, address), into: &output)
    if wasObscured { note(.obscuredAddress, piece) }
    let before = words.span.trimmed(phraseRange.lowerBound..<address.lowerBound)
    let name =
      comment.isEmpty && !before.isEmpty
      ? appendName(words, before, piece, &output) : appendName(comment, nil, piece, &output)
    list.append(FlatMessage.Mailbox(name: name, email: email))
  }

  /// Where an address stands among the words: obscured, around the `@`, or nowhere.
  private func addressInPhrase(_ words: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    if let at = words.firstIndex(of: 0x40, in: range) {
      // Obsolete syntax allows spaces around the `@` and the dots.
      if AddressSyntax.isObsoleteAddress(words, range) { return range }
      var start = at
      if at > range.lowerBound, words[at - 1] == 0x22,
        let quote = words.lastIndex(of: 0x22, in: range.lowerBound..<(at - 1))
      {
        start = quote
      }
      while start > range.lowerBound, !words[start - 1].isMailSpace { start -= 1 }
      // A bracket that was not opened.
      var end = range.upperBound
      while end > at, words[end - 1] == 0x3E { end -= 1 }
      return start..<end
    }
    guard let mark = AtMark.find(words, range) else { return nil }
    var start = mark.lowerBound
    while start > range.lowerBound, words[start - 1].isMailSpace { start -= 1 }
    while start > range.lowerBound, !words[start - 1].isMailSpace { start -= 1 }
    return start..<range.upperBound
  }

  /// Whether name and address changed places: `ann@example.org <Ann Lee>`.
  private func isNameInBrackets(
    _ bytes: Span<UInt8>, _ angle: Range<Int>, _ phraseRange: Range<Int>
  ) -> Bool {
    guard !angle.isEmpty, !phraseRange.isEmpty, bytes.firstIndex(of: 0x40, in: angle) == nil,
      AtMark.find(bytes, angle) == nil, phrase.span.firstIndex(of: 0x40, in: phraseRange) != nil
    else { return false }
    for index in phraseRange where phrase[index].isMailSpace { return false }
    return true
  }

  private mutating func appendAddress(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) -> (Range<Int>, Bool) {
    let start = output.count
    var raw: [UInt8] = []
    let wasObscured: Bool
    if bytes.firstIndex(of: 0x28, in: range) == nil {
      wasObscured = AtMark.append(bytes, range, into: &raw)
    } else {
      let bare = AddressSyntax.withoutComments(bytes, range)
      wasObscured = AtMark.append(bare.span, 0..<bare.count, into: &raw)
    }
    if raw.span.hasEightBit(in: 0..<raw.count) {
      _ = TextDecoder.decode(raw.span, 0..<raw.count, as: nil, into: &output)
    } else {
      output.append(contentsOf: raw)
    }
    return (start..<output.count, wasObscured)
  }

  /// Adds a name, decoded; encoded-words count even where quotes surround them, as many mailers write.
  private mutating func appendName(
    _ name: [UInt8], _ range: Range<Int>?, _ piece: Range<Int>, _ output: inout [UInt8]
  ) -> Range<Int> {
    var range = name.span.trimmed(range ?? 0..<name.count)
    // A comment may hold the name in quotes.
    if range.count > 2, name[range.lowerBound] == 0x22, name[range.upperBound - 1] == 0x22 {
      range = (range.lowerBound + 1)..<(range.upperBound - 1)
    }
    var text = HeaderText(origin: 0)
    let written = text.append(name.span, range, into: &output)
    for defect in text.defects {
      note(defect.kind, piece, defect.severity, defect.detail)
    }
    return written
  }

  private mutating func note(
    _ kind: Defect.Kind, _ range: Range<Int>, _ severity: Defect.Severity = .note,
    _ detail: String = ""
  ) {
    header.add(
      Defect(
        kind, severity, at: (range.lowerBound - origin)..<(range.upperBound - origin),
        detail: detail)
    )
  }

  /// Reads a quoted-string at `start` into the phrase. Where it is a local part its quotes stay; an
  /// unclosed one is a plain character.
  private mutating func readQuoted(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, isLocalPart: (Int) -> Bool
  ) -> Int {
    var close = start + 1
    while close < end, bytes[close] != 0x22 { close += bytes[close] == 0x5C ? 2 : 1 }
    guard close < end else { return start + 1 }
    if isLocalPart(close + 1) {
      phrase.append(bytes, start..<(close + 1))
    } else {
      AddressSyntax.appendUnescaped(bytes, (start + 1)..<close, to: &phrase)
    }
    return close + 1
  }

  /// Whether the phrase ends in a bracket that is open, as in `Ann Lee [SMTP:ann@example.org]`.
  private var isInBracket: Bool {
    guard let open = phrase.lastIndex(of: 0x5B) else { return false }
    return !phrase[open...].contains(0x5D)
  }
}
