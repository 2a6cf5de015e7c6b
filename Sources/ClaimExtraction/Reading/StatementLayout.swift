/// A statement taken apart: its blocks, their sentences, and the tokens of each.
package struct StatementLayout: Sendable {
  package let text: ScalarText
  package let outline: Outline
  /// Every sentence of the author's own words, in text order.
  package let units: [SentenceUnit]

  /// Lays out the `own` ranges of a text; linear.
  ///
  /// With `places`, in order, only the blocks that hold one and those that govern them are cut into
  /// tokens; the sentences of the others have none.
  package init(
    _ text: ScalarText, own: [Range<Int>], calendar: ReleaseCalendar = .openStack,
    lexicon: Lexicon = .english, places: [Int]? = nil
  ) {
    self.text = text
    let outline = Outline(text, own: own)
    self.outline = outline
    let isRead = places.map { outline.blocks(holding: $0) }
    let cutter = SentenceCutter()
    let tokenizer = Tokenizer(lexicon: lexicon, calendar: calendar)
    var units: [SentenceUnit] = []
    for (index, block) in outline.blocks.enumerated() {
      let sentences = cutter.sentences(of: block.range, in: text)
      for (position, range) in sentences.enumerated() {
        units.append(
          SentenceUnit(
            block: index, position: position, siblings: sentences.count, range: range,
            tokens: isRead?[index] ?? true ? tokenizer.tokens(of: range, in: text) : []))
      }
    }
    self.units = units
  }

  /// Scalars of a stretch of a sentence.
  package func range(of candidate: Candidate, in unit: SentenceUnit) -> Range<Int> {
    unit.tokens[candidate.tokens.lowerBound].range
      .lowerBound..<unit.tokens[
        candidate.tokens.upperBound - 1
      ].range.upperBound
  }
}

extension Outline {
  /// For each block whether it holds one of some places, which are in order, or governs one that does.
  fileprivate func blocks(holding places: [Int]) -> [Bool] {
    var isRead = [Bool](repeating: false, count: blocks.count)
    var next = 0
    for (index, block) in blocks.enumerated() {
      while next < places.count, places[next] < block.range.lowerBound { next += 1 }
      guard next < places.count, places[next] < block.range.upperBound else { continue }
      isRead[index] = true
      if let governor = block.governor { isRead[governor] = true }
      if let heading = block.heading { isRead[heading] = true }
    }
    return isRead
  }
}
