/// A statement taken apart: its blocks, their sentences, and the tokens of each.
package struct StatementLayout: Sendable {
  package let text: ScalarText
  package let outline: Outline
  /// Every sentence of the author's own words, in text order.
  package let units: [SentenceUnit]

  /// Lays out the `own` ranges of a text; linear.
  package init(
    _ text: ScalarText, own: [Range<Int>], calendar: ReleaseCalendar = .openStack,
    lexicon: Lexicon = .english
  ) {
    self.text = text
    self.outline = Outline(text, own: own)
    let cutter = SentenceCutter()
    let tokenizer = Tokenizer(lexicon: lexicon, calendar: calendar)
    var units: [SentenceUnit] = []
    for (index, block) in outline.blocks.enumerated() {
      let sentences = cutter.sentences(of: block.range, in: text)
      for (position, range) in sentences.enumerated() {
        units.append(
          SentenceUnit(
            block: index, position: position, siblings: sentences.count, range: range,
            tokens: tokenizer.tokens(of: range, in: text)))
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
