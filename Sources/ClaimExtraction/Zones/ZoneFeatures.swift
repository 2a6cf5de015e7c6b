/// What the model sees of a body's lines: for each a list of hashed features.
///
/// A feature is a question and its answer under one number ("the look of the line before: a rule").
/// Quoted lines answer a few questions only: their words say nothing about where they stand, and most
/// of a list's bytes are quoted.
package struct ZoneFeatures {
  /// Features lie in `0..<bucketCount`.
  package static let bucketCount = 1 << 16

  private static let bucketMask = UInt32(bucketCount - 1)

  /// The features of all lines, one line's after another's.
  package private(set) var buckets: [UInt32] = []
  /// Where each line's features end.
  package private(set) var ends: [Int] = []
  /// How each line hangs on the one before it: 0 right under it, 1 after a blank line.
  package private(set) var joints: [UInt8] = []
  /// The lines as Unicode scalar offsets into the body.
  package private(set) var lines: [Range<Int>] = []

  private let body: Body
  private let places: [LinePlace]
  private let sections: [BodySection]
  private let blocks: [BlockProfile]
  private let impressions: [Zone.Kind]

  /// Asks all questions of a body. Linear in the text.
  package init(of text: String) {
    body = Body(text)
    places = LinePlace.places(of: body)
    sections = BodySection.sections(of: body, places)
    blocks = BlockProfile.profiles(of: body)
    impressions = ZoneRules.impressions(of: body, places)
    buckets.reserveCapacity(body.lines.count * 48)
    ends.reserveCapacity(body.lines.count)
    for index in body.lines.indices {
      askAboutNeighbours(index)
      if body.lines[index].isQuoted {
        askAboutQuotation(index)
      } else {
        askAboutPlace(index)
        askAboutMaterial(index)
        askAboutWords(index)
      }
      ends.append(buckets.count)
      joints.append(body.lines[index].blankLinesBefore > 0 ? 1 : 0)
      lines.append(body.lines[index].scalars)
    }
  }

  /// Notes an answer of up to five small numbers.
  @inline(__always)
  private mutating func note(
    _ question: UInt32, _ first: UInt8, _ second: UInt8 = 0, _ third: UInt8 = 0,
    _ fourth: UInt8 = 0, _ fifth: UInt8 = 0
  ) {
    let low = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16 | UInt32(fourth) << 24
    noteHash(question, low, UInt32(fifth) + 1)
  }

  /// Notes an answer. The question's number keeps equal answers to different questions apart.
  @inline(__always)
  private mutating func noteHash(_ question: UInt32, _ answer: UInt32, _ second: UInt32 = 0) {
    let all = UInt64(answer) | UInt64(second) << 32
    let mixed = (all ^ UInt64(question) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    buckets.append(UInt32(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 24) & Self.bucketMask)
  }

  // MARK: Questions

  /// What the lines around look like, quoted or not, near or across a blank line.
  private mutating func askAboutNeighbours(_ index: Int) {
    let line = body.lines[index]
    let look = self.look(index)
    let before = self.look(index - 1)
    let after = self.look(index + 1)
    let gapBefore: UInt8 = line.blankLinesBefore > 0 ? 1 : 0
    let gapAfter: UInt8 =
      index + 1 < body.lines.count && body.lines[index + 1].blankLinesBefore > 0 ? 1 : 0
    let impression = impressions[index].code
    note(1, look, UInt8(min(line.quoteDepth, 2)))
    note(2, before, look, gapBefore)
    note(3, look, after, gapAfter)
    note(4, before, look, after, gapBefore, gapAfter)
    note(5, impression)
    note(6, impressionCode(index - 1), impression, gapBefore)
    note(7, impression, impressionCode(index + 1), gapAfter)
    note(8, impressionCode(index - 1), impression, impressionCode(index + 1))
    note(9, before, self.look(index - 2))
    note(10, after, self.look(index + 2))
    // The rest of a quoted line that a mailer wrapped stands bare between quoted lines.
    if !line.isQuoted, index > 0, body.lines[index - 1].isQuoted, gapBefore == 0 {
      let above = body.lines[index - 1]
      let isWrapped = above.length >= 60 && line.length < 40
      note(11, isWrapped ? 1 : 0, after == 0 && gapAfter == 0 ? 1 : 0, bucket(line.length))
      note(12, endsSentence(index - 1) ? 1 : 0, startsLow(index) ? 1 : 0, isWrapped ? 1 : 0)
    }
  }

  private mutating func askAboutQuotation(_ index: Int) {
    let line = body.lines[index]
    note(20, UInt8(min(line.quoteDepth, 4)))
    note(21, line.hasOnlyBars ? 1 : 0, line.look.rawValue)
    note(
      22, index + 1 < body.lines.count && body.lines[index + 1].isQuoted ? 1 : 0,
      index > 0 && body.lines[index - 1].isQuoted ? 1 : 0)
  }

  /// Where the line stands in its block, its section and the body.
  private mutating func askAboutPlace(_ index: Int) {
    let line = body.lines[index]
    let place = places[index]
    let section = sections[index]
    let look = line.look.rawValue
    note(30, place.patch.rawValue, firstByte(index))
    note(31, place.patch.rawValue, look)
    note(32, few(place.blocksBefore), few(place.linesBefore))
    note(33, few(place.blocksAfter), few(place.linesAfter))
    note(34, look, few(place.blocksAfter), few(place.linesAfter))
    note(35, look, few(place.blocksBefore), few(place.linesBefore))
    note(36, bucket(place.ownLinesBelow), place.hasQuoteBelow ? 1 : 0, place.hasQuoteAbove ? 1 : 0)
    note(37, look, bucket(place.ownLinesBelow))
    note(38, bucket(place.ownLinesAbove), look)
    note(39, since(place.sinceDelimiter), bucket(place.ownLinesBelow))
    note(40, since(place.sinceRule), bucket(place.ownLinesBelow))
    note(41, since(place.sinceDelimiter), look)
    note(42, since(place.sinceRule), look)
    note(43, few(place.linesBefore + place.linesAfter), look)
    note(44, few(place.linesBefore + place.linesAfter), bucket(line.length))
    note(45, section.opening, section.footerWords, section.hasURL ? 1 : 0)
    note(46, section.opening, bucket(section.lineCount), section.isLast ? 1 : 0)
    note(47, section.opening, section.footerWords, section.closing, section.isLast ? 1 : 0)
    note(48, section.opening, section.prose, section.footerWords, section.hasURL ? 1 : 0)
    noteHash(49, section.classes & WordClass.footerSigns.rawValue, UInt32(section.opening))
    note(50, sections[index].previousOpening, section.opening, section.isLast ? 1 : 0)
    note(51, section.next, section.footerWords)
    let block = blocks[index]
    note(52, block.commonLook.rawValue, look)
    note(53, block.eighths(block.proseLines), bucket(block.lineCount), look)
    note(54, block.eighths(block.machineLines), bucket(block.lineCount))
    note(55, block.eighths(block.fields), bucket(block.lineCount), look)
    note(56, block.eighths(block.indentedLines), block.eighths(block.proseLines))
    note(57, block.commonLook.rawValue, impressions[index].code)
  }

  /// What the line is made of.
  private mutating func askAboutMaterial(_ index: Int) {
    let line = body.lines[index]
    let look = line.look.rawValue
    let first = firstByte(index)
    let last = lastByte(index)
    note(60, look, few(line.indent / 2))
    note(61, bucket(line.length), bucket(line.words.count))
    note(62, first)
    note(63, last)
    note(64, first, last, bucket(line.length))
    note(65, share(line.marks, line), share(line.digits, line))
    note(66, share(line.capitals, line), share(line.letters + line.beyondASCII, line))
    note(67, few(line.columnGaps), few(line.distinctMarks))
    note(68, line.hasURL ? 1 : 0, line.hasAddress ? 1 : 0, look)
    noteHash(69, line.shapes.0)
    noteHash(70, line.shapes.2)
    let resemblesBefore = index > 0 && line.shapes.1 == body.lines[index - 1].shapes.1
    let resemblesAfter =
      index + 1 < body.lines.count && line.shapes.1 == body.lines[index + 1].shapes.1
    note(71, resemblesBefore ? 1 : 0, resemblesAfter ? 1 : 0, look)
    note(72, sameFirstWord(index, index - 1) ? 1 : 0, sameFirstWord(index, index + 1) ? 1 : 0, look)
    let start = index - places[index].linesBefore
    note(73, self.look(start), look)
    note(74, self.look(start), few(places[index].linesBefore))
    if index > start { noteHash(75, firstWord(start)) }
    noteHash(76, headBytes(index, 2))
    noteHash(77, headBytes(index, 4))
    note(
      78, bucket(index > 0 ? body.lines[index - 1].length : 0), bucket(line.length),
      bucket(index + 1 < body.lines.count ? body.lines[index + 1].length : 0))
    note(79, look, share(line.letters, line), bucket(line.words.count))
  }

  /// What its words say.
  private mutating func askAboutWords(_ index: Int) {
    let line = body.lines[index]
    note(90, bucket(line.words.count))
    note(102, bucket(line.tally.grammar), bucket(line.words.count))
    note(103, bucket(line.tally.footer), bucket(line.words.count))
    note(104, bucket(line.tally.disclaimer), line.length > 200 ? 1 : 0)
    note(105, bucket(line.tally.business), bucket(line.words.count))
    noteBits(91, line.tally.classes.rawValue)
    noteBits(92, line.tally.first.rawValue)
    noteBits(93, line.tally.last.rawValue)
    noteHash(
      94, line.tally.classes.rawValue & WordClass.speechSigns.rawValue,
      UInt32(bucket(line.words.count)))
    if index > 0 { noteBits(95, body.lines[index - 1].tally.classes.rawValue) }
    if index + 1 < body.lines.count { noteBits(96, body.lines[index + 1].tally.classes.rawValue) }
    guard !line.words.isEmpty else { return }
    let words = line.words
    for position in words { noteHash(97, body.words[position]) }
    noteHash(98, body.words[words.lowerBound], UInt32(bucket(words.count)))
    noteHash(99, body.words[words.upperBound - 1], UInt32(lastByte(index)))
    if words.count > 1 {
      noteHash(100, body.words[words.lowerBound], body.words[words.lowerBound + 1])
    }
    noteHash(101, body.words[words.lowerBound])
  }

  private mutating func noteBits(_ question: UInt32, _ bits: UInt32) {
    var rest = bits
    while rest != 0 {
      noteHash(question, UInt32(rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }

  // MARK: Answers

  /// The look of a line, 0 where it is quoted, the highest numbers past the body's ends.
  private func look(_ index: Int) -> UInt8 {
    guard index >= 0 else { return 254 }
    guard index < body.lines.count else { return 255 }
    return body.lines[index].isQuoted ? 0 : body.lines[index].look.rawValue + 1
  }

  private func impressionCode(_ index: Int) -> UInt8 {
    impressions.indices.contains(index) ? impressions[index].code : 255
  }

  private func firstByte(_ index: Int) -> UInt8 {
    let line = body.lines[index]
    return body.bytes[line.bytes.lowerBound].folded
  }

  private func lastByte(_ index: Int) -> UInt8 {
    let content = body.lines[index].content
    return content.isEmpty ? 0 : body.bytes[content.upperBound - 1].folded
  }

  private func endsSentence(_ index: Int) -> Bool {
    [0x2E, 0x3F, 0x21, 0x3A].contains(lastByte(index))
  }

  private func startsLow(_ index: Int) -> Bool {
    let content = body.lines[index].content
    return !content.isEmpty && body.bytes[content.lowerBound] &- 0x61 < 26
  }

  private func firstWord(_ index: Int) -> UInt32 {
    let words = body.lines[index].words
    return words.isEmpty ? 0 : body.words[words.lowerBound]
  }

  private func sameFirstWord(_ index: Int, _ other: Int) -> Bool {
    guard body.lines.indices.contains(other) else { return false }
    return firstWord(index) != 0 && firstWord(index) == firstWord(other)
  }

  private func headBytes(_ index: Int, _ count: Int) -> UInt32 {
    body.lines[index].content.prefix(count)
      .reduce(0) { $0 << 8 | UInt32(body.bytes[$1].folded) }
  }

  private func share(_ part: Int, _ line: BodyLine) -> UInt8 {
    let whole = max(1, min(line.length, BodyLine.headLimit))
    return part == 0 ? 0 : UInt8(min(9, 1 + part * 8 / whole))
  }

  private func few(_ count: Int) -> UInt8 { UInt8(min(count, 5)) }

  /// A count by its order of magnitude: exact to 3, then in steps of half again.
  private func bucket(_ count: Int) -> UInt8 {
    switch count {
    case ..<4: UInt8(max(0, count))
    case ..<6: 4
    case ..<9: 5
    case ..<13: 6
    case ..<20: 7
    case ..<32: 8
    case ..<50: 9
    case ..<65: 10
    case ..<80: 11
    case ..<120: 12
    default: 13
    }
  }

  private func since(_ count: Int?) -> UInt8 { count.map { bucket($0) } ?? 255 }
}
