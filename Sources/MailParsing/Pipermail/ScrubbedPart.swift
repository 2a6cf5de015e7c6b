/// The parts that pipermail's scrubber took out of a mail, and the notices it left in their place.
///
/// A notice reads the same in the monthly text and on the page: a line of fourteen hyphens, words and
/// fourteen hyphens, a sentence that ends in `...`, up to four `Label: value` lines, and a line with
/// the place below `/attachments/`. Labels and words are translated, so only the form is looked at.
enum ScrubbedPart {
  /// The parts that `body` names, in order, and what has to be cut from it to undo their notices and
  /// the hyphen lines between parts; the ranges rise and do not overlap. Linear in `body`.
  static func find(
    in body: Span<UInt8>, _ marks: TellingMarks
  ) -> (attachments: [Attachment], cuts: [Range<Int>]) {
    var attachments: [Attachment] = []
    var notices: [Range<Int>] = []
    for hit in marks.attachmentLinks where hit >= notices.last?.upperBound ?? 0 {
      guard let place = Place(body, at: hit, after: notices.last?.upperBound ?? 0),
        let notice = Notice(body, place: place, after: notices.last?.upperBound ?? 0)
      else { continue }
      attachments.append(notice.attachment)
      notices.append(notice.range)
    }
    return (attachments, merge(notices, separators(in: body, marks.hyphenLines, &attachments)))
  }

  /// The lines that stand between the parts of a mail, with the one-line notice of a part that was
  /// dropped without a place.
  private static func separators(
    in body: Span<UInt8>, _ hyphenLines: [Int], _ attachments: inout [Attachment]
  ) -> [Range<Int>] {
    var cuts: [Range<Int>] = []
    for start in hyphenLines where start >= cuts.last?.upperBound ?? 0 {
      let end = body.endOfLine(from: start, limit: body.count)
      guard isSeparator(body, start..<end) else { continue }
      var cut = start..<end
      let next = body.endOfLine(from: end, limit: body.count)
      if let type = skippedType(body, body.trimmed(end..<next)) {
        attachments.append(Attachment(name: nil, type: type, byteCount: nil))
        cut = start..<next
      }
      cuts.append(cut)
    }
    return cuts
  }

  /// Whether the line is fourteen hyphens, words between spaces, fourteen hyphens.
  static func isSeparator(_ body: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let text = body.trimmed(line)
    guard text.lowerBound == line.lowerBound, (31...90).contains(text.count) else { return false }
    for offset in 0..<14 {
      guard body[text.lowerBound + offset] == 0x2D, body[text.upperBound - 1 - offset] == 0x2D
      else { return false }
    }
    return body[text.lowerBound + 14] == 0x20 && body[text.upperBound - 15] == 0x20
  }

  /// The media type that Mailman 2.1's "Skipped content of type …" names.
  private static func skippedType(_ body: Span<UInt8>, _ line: Range<Int>) -> String? {
    if body.starts(with: "HTML attachment scrubbed and removed", at: line.lowerBound) {
      return "text/html"
    }
    let lead: StaticString = "Skipped content of type "
    guard body.starts(with: lead, at: line.lowerBound) else { return nil }
    let type = body.string(in: (line.lowerBound + lead.utf8CodeUnitCount)..<line.upperBound)
    return type.contains("/") && !type.contains(" ") ? type.lowercased() : nil
  }

  /// Two rising lists of ranges as one; a range that another holds is left out.
  private static func merge(_ notices: [Range<Int>], _ separators: [Range<Int>]) -> [Range<Int>] {
    guard !notices.isEmpty else { return separators }
    var merged: [Range<Int>] = []
    for range in (notices + separators).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound { continue }
      merged.append(range)
    }
    return merged
  }
}

extension ScrubbedPart {
  /// The line of a notice that says where the part lies.
  fileprivate struct Place {
    var line: Range<Int>
    var url: Range<Int>

    /// Reads the line around the `/att` at `hit`: `Label: <scheme://…/attachments/20100131/0a1b2c3d/…>`,
    /// with or without the angle brackets.
    init?(_ body: Span<UInt8>, at hit: Int, after limit: Int) {
      let date = hit + 13
      guard body.starts(with: "/attachments/", at: hit), date + 18 <= body.count else { return nil }
      for index in date..<(date + 8) where !body[index].isDigit { return nil }
      for index in (date + 9)..<(date + 17) where body[index].hexadecimalValue == nil { return nil }
      guard body[date + 8] == 0x2F, body[date + 17] == 0x2F else { return nil }
      // A URL's line is short; the bound keeps a body of one line linear.
      var start = hit
      while start > limit, hit - start < 1024, body[start - 1] != 0x0A { start -= 1 }
      var urlStart = hit
      while urlStart > start, !body[urlStart - 1].isMailSpace, body[urlStart - 1] != 0x3C {
        urlStart -= 1
      }
      var urlEnd = date
      while urlEnd < body.count, !body[urlEnd].isMailSpace, body[urlEnd] != 0x3E { urlEnd += 1 }
      guard let colon = body.firstIndex(of: 0x3A, in: start..<urlStart), colon - start <= 40
      else { return nil }
      for index in start..<colon where body[index] == 0x3E || body[index] == 0x7C { return nil }
      for index in (colon + 1)..<urlStart where !body[index].isMailSpace && body[index] != 0x3C {
        return nil
      }
      line = start..<body.endOfLine(from: urlEnd, limit: body.count)
      url = urlStart..<urlEnd
    }
  }

  /// A whole notice.
  fileprivate struct Notice {
    var range: Range<Int>
    var attachment: Attachment

    /// Reads the lines above `place`, none of them before `limit`.
    init?(_ body: Span<UInt8>, place: Place, after limit: Int) {
      var values: [Range<Int>] = []
      var start = place.line.lowerBound
      var head: Range<Int>?
      while head == nil, start > limit, values.count <= 5 {
        let line = Self.lineBefore(start, body, after: limit)
        let text = body.trimmed(line)
        // A notice that somebody quotes is theirs.
        if let first = text.first, body[first] == 0x3E || body[first] == 0x7C { return nil }
        if text.count >= 3, body.starts(with: "...", at: text.upperBound - 3) {
          head = line
        } else if let colon = body.firstIndex(of: 0x3A, in: text), colon - text.lowerBound <= 40 {
          values.insert(body.trimmed((colon + 1)..<text.upperBound), at: 0)
        } else {
          return nil
        }
        start = line.lowerBound
      }
      guard let head else { return nil }
      let above = Self.lineBefore(head.lowerBound, body, after: limit)
      let begins = ScrubbedPart.isSeparator(body, above) ? above.lowerBound : head.lowerBound
      range = begins..<place.line.upperBound
      attachment = Self.attachment(body, values, url: body.string(in: place.url))
    }

    private static func lineBefore(
      _ start: Int, _ body: Span<UInt8>, after limit: Int
    ) -> Range<Int> {
      guard start > limit else { return start..<start }
      var index = start - 1
      while index > limit, start - index < 1024, body[index - 1] != 0x0A { index -= 1 }
      return index..<start
    }

    /// What the values above the place say, by their number: none (HTML), name (text without charset),
    /// name, type, size, description (anything else) or author, subject, date, size (a mail).
    private static func attachment(
      _ body: Span<UInt8>, _ values: [Range<Int>], url: String
    ) -> Attachment {
      let values = values.map { body.string(in: $0) }
      if values.isEmpty {
        return Attachment(name: nil, type: "text/html", byteCount: nil, url: url)
      }
      guard values.count >= 3 else {
        return Attachment(name: values[0], type: "text/plain", byteCount: nil, url: url)
      }
      let type = values[1].lowercased()
      guard type.contains("/"), !type.contains(" ") else {
        return Attachment(
          name: nil, type: "message/rfc822", byteCount: count(values.last), url: url)
      }
      // A part without a name and without a description shows the same words for both.
      let hasName = values.count < 4 || values[0] != values[3]
      return Attachment(
        name: hasName ? values[0] : nil, type: type, byteCount: count(values[2]), url: url)
    }

    /// The number that `256 bytes` begins with.
    private static func count(_ value: String?) -> Int? {
      value?.split(separator: " ").first.flatMap { Int($0) }
    }
  }
}
