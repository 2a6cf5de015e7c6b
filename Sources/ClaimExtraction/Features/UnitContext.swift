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
  /// The predicates of the sentences just before and after it, whatever block they stand in.
  var before: Predicate?
  var after: Predicate?
  /// The form most of the other items of its list have.
  var siblingForm: Predicate.Form?
  var isItem = false
  var isHeading = false
  /// An item whose sub-items stand below it.
  var isParent = false
  /// Tenth of the statement the sentence begins in, 0…9.
  var tenth = 0
  /// Index of the sentence in the statement.
  var index = 0
  /// Which way the words before it in its section look: ``Name/back``, ``Name/ahead``; nil for neither.
  var orientation: Name?
  /// The cycle the office is sought for, as far as the opening names one.
  var ownCycle: Int?
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
    let ownCycle = self.ownCycle
    let predicates = units.map { Predicate($0.tokens[...]) }
    let siblings = siblingForms(predicates)
    var orientation: Name?
    return units.enumerated().map { index, unit in
      var context = UnitContext()
      context.ownCycle = ownCycle
      context.before = index > 0 ? predicates[index - 1] : nil
      context.after = index + 1 < units.count ? predicates[index + 1] : nil
      if outline.blocks[unit.block].kind == .heading { orientation = nil }
      context.orientation = orientation
      orientation = Self.orientation(of: unit, ownCycle: ownCycle) ?? orientation
      let block = outline.blocks[unit.block]
      context.index = index
      context.tenth = text.count == 0 ? 0 : unit.range.lowerBound * 10 / text.count
      context.isItem = block.kind == .item
      if context.isItem {
        context.siblingForm = siblings[ListKey(block)]?.most(without: predicates[index].form)
      }
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

  /// What items of one list share.
  private struct ListKey: Hashable {
    let governor: Int?
    let indent: Int

    init(_ block: Outline.Block) {
      governor = block.governor
      indent = block.indent
    }
  }

  /// How many items of a list have each form.
  private struct FormCount {
    var counts = [Int](repeating: 0, count: Predicate.Form.allCases.count)

    mutating func add(_ form: Predicate.Form) { counts[form.rawValue] += 1 }

    /// The most frequent form when one item of the form `own` is left out; nil for a list of one.
    func most(without own: Predicate.Form) -> Predicate.Form? {
      var counts = counts
      counts[own.rawValue] -= 1
      guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] > 0 else {
        return nil
      }
      return Predicate.Form.allCases[most]
    }
  }

  private func siblingForms(_ predicates: [Predicate]) -> [ListKey: FormCount] {
    var forms: [ListKey: FormCount] = [:]
    for (unit, predicate) in zip(units, predicates) where outline.blocks[unit.block].kind == .item {
      forms[ListKey(outline.blocks[unit.block]), default: FormCount()].add(predicate.form)
    }
    return forms
  }

  /// The cycle that the first sentence with a word of candidacy names, else the latest that the opening
  /// names.
  private var ownCycle: Int? {
    var latest: Int?
    for unit in units.prefix(8) {
      let named = unit.tokens.compactMap(\.cycle).max()
      if let named, unit.tokens.contains(where: { $0.classes.contains(.candidacy) }) {
        return named
      }
      if let named { latest = max(latest ?? named, named) }
    }
    return latest
  }

  /// Which way a sentence looks; nil where its words do not tell.
  private static func orientation(of unit: SentenceUnit, ownCycle: Int?) -> Name? {
    var looksBack = false
    var looksAhead = false
    for token in unit.tokens {
      if let cycle = token.cycle, let ownCycle {
        if cycle < ownCycle { looksBack = true } else { looksAhead = true }
      }
      switch token.word.text {
      case "last", "past", "previous", "achieved", "accomplished", "achievements",
        "accomplishments",
        "highlights":
        looksBack = true
      case "next", "upcoming", "coming", "goals", "goal", "priorities", "plans", "plan", "future",
        "ahead", "focus":
        looksAhead = true
      default: break
      }
    }
    return looksBack ? (looksAhead ? .both : .back) : looksAhead ? .ahead : nil
  }

  /// How the latest cycle of `tokens` lies to the statement's own.
  static func mention(in tokens: ArraySlice<Token>, ownCycle: Int?) -> Name? {
    guard let cycle = tokens.compactMap(\.cycle).max() else { return nil }
    guard let ownCycle else { return .someOther }
    return cycle < ownCycle ? .back : cycle > ownCycle ? .ahead : .own
  }
}
