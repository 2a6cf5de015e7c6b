/// A run of lines between rows of marks or quotations: a signature, a list's footer, a text.
///
/// A footer is known by its whole rather than by each of its lines.
struct BodySection {
  /// What stands above the section: nothing, a quotation, a delimiter, a rule, other marks.
  var opening: UInt8 = 0
  /// What stands above the section before.
  var previousOpening: UInt8 = 0
  /// What stands below, in the same numbers.
  var closing: UInt8 = 0
  /// How many of its lines use the words of list footers, up to 4.
  var footerWords: UInt8 = 0
  /// How many of its lines read like prose, up to 4.
  var prose: UInt8 = 0
  var lineCount = 0
  var hasURL = false
  /// All that its words are.
  var classes: UInt32 = 0
  /// Whether only rows of marks and further footers follow.
  var isLast = false
  /// How many lines of the next section use the words of list footers, up to 4.
  var next: UInt8 = 0

  /// The section of each of a body's lines; a row of marks belongs to the section it opens. Linear in
  /// the number of lines.
  static func sections(of body: Body, _ places: [LinePlace]) -> [BodySection] {
    var sections: [BodySection] = [BodySection()]
    var numbers: [Int] = []
    numbers.reserveCapacity(body.lines.count)
    var wasQuoted = false
    for (line, place) in zip(body.lines, places) {
      let mark = Self.mark(of: line, place)
      if mark > 1 || line.isQuoted != wasQuoted {
        let opening = mark > 1 ? mark : wasQuoted ? 1 : 0
        sections[sections.count - 1].closing = line.isQuoted ? 1 : mark
        sections.append(
          BodySection(opening: opening, previousOpening: sections[sections.count - 1].opening))
      }
      wasQuoted = line.isQuoted
      if !line.isQuoted { sections[sections.count - 1].count(line) }
      numbers.append(sections.count - 1)
    }
    var isLast = true
    var next: UInt8 = 0
    for index in sections.indices.reversed() {
      sections[index].isLast = isLast
      sections[index].next = next
      next = sections[index].footerWords
      if sections[index].opening < 2 { isLast = false }
    }
    return numbers.map { sections[$0] }
  }

  private static func mark(of line: BodyLine, _ place: LinePlace) -> UInt8 {
    guard !line.isQuoted, place.patch == .outside || place.patch == .afterHunk else { return 0 }
    switch line.look {
    case .signatureDelimiter: return 2
    case .rule: return 3
    case .decoration: return 4
    default: return 0
    }
  }

  private mutating func count(_ line: BodyLine) {
    lineCount += 1
    hasURL = hasURL || line.hasURL
    classes |= line.tally.classes.rawValue
    if line.tally.classes.contains(.footer) { footerWords = min(4, footerWords + 1) }
    if line.tally.classes.contains(.grammar), line.words.count > 7 { prose = min(4, prose + 1) }
  }
}
