/// What stands around a sentence and bears on how it is read: the lead-in or heading that governs it,
/// its place in the statement, and the predicate its coordinated parts share.
package struct UnitContext: Sendable {
  /// Tokens of the words that govern the sentence: lead-in, parent item, or heading.
  var governor: [Token] = []
  /// Tokens of the heading it stands under.
  var heading: [Token] = []
  var governorPredicate: Predicate?
  /// The sentence before it in the same block.
  var previous: SentenceUnit?
  var isItem = false
  var isHeading = false
  /// An item whose sub-items stand below it.
  var isParent = false
  /// Tenth of the statement the sentence begins in, 0…9.
  var tenth = 0
  /// Index of the sentence in the statement.
  var index = 0
}

extension StatementLayout {
  /// The context of each unit, in order; linear.
  func contexts(lexicon: Lexicon = .english) -> [UnitContext] {
    var lastUnit = [Int?](repeating: nil, count: outline.blocks.count)
    for (index, unit) in units.enumerated() { lastUnit[unit.block] = index }
    let parents = Set(
      outline.blocks.compactMap { block in
        block.kind == .item
          ? block.governor.flatMap { outline.blocks[$0].kind == .item ? $0 : nil } : nil
      })
    return units.enumerated().map { index, unit in
      var context = UnitContext()
      let block = outline.blocks[unit.block]
      context.index = index
      context.tenth = text.count == 0 ? 0 : unit.range.lowerBound * 10 / text.count
      context.isItem = block.kind == .item
      context.isHeading = block.kind == .heading
      context.isParent = parents.contains(unit.block)
      if unit.position > 0, index > 0 { context.previous = units[index - 1] }
      if let governor = block.governor, let last = lastUnit[governor] {
        context.governor = Array(units[last].tokens.suffix(40))
        context.governorPredicate = Predicate(units[last].tokens[...])
      }
      if let heading = block.heading, let last = lastUnit[heading] {
        context.heading = Array(units[last].tokens.prefix(20))
      }
      return context
    }
  }
}
