import ArchiveStorage
import ResumeReading

extension TimeFinder {
  /// "since the Liberty cycle", "in 2014", "during the last cycle", "now"
  func point(at start: Int, in tokens: [Token]) -> TimeExpression? {
    let first = word(start, tokens)
    if TimeWords.presents.contains(first) {
      return TimeExpression(tokens: start..<(start + 1), meaning: .present, isSince: false)
    }
    let lead = TimePhrases.leadsByFirstWord[first]?
      .first { starts(with: $0, at: start, in: tokens) }
    let hasPreposition = lead != nil || TimeWords.prepositions.contains(first)
    let isSince = first == "since" || first == "from" || first == "starting"
    let opening = Opening(
      of: tokens, from: start + (lead?.count ?? (hasPreposition ? 1 : 0)), start: start,
      finder: self)
    var index = opening.end
    if let meaning = named(at: &index, hasPreposition: hasPreposition, in: tokens) {
      // "from 2009 to 2012" says where it ended.
      return TimeExpression(
        tokens: (first == "of" ? start + 1 : start)..<min(index, tokens.count), meaning: meaning,
        isSince: isSince && (first == "since" || !meaning.isRange))
    }
    if opening.meaning != nil || ["before", "by", "until", "following", "during"].contains(first),
      hasPreposition, TimeWords.gatherings.contains(word(index, tokens))
    {
      return TimeExpression(
        tokens: start..<(index + 1), meaning: opening.meaning ?? .open, isSince: isSince)
    }
    if hasPreposition, !opening.sawBeginning, ["inception", "outset"].contains(word(index, tokens))
    {
      return TimeExpression(tokens: start..<(index + 1), meaning: .open, isSince: true)
    }
    if hasPreposition, first != "of",
      let end = end(ofUnknownCycleAt: opening.end, in: tokens)
    {
      return TimeExpression(tokens: start..<end, meaning: .open, isSince: isSince)
    }
    if let unit = opening.unit {
      let begin = first == "of" ? start + 1 : start
      if let meaning = opening.meaning, unit + 1 - start >= 2 {
        return TimeExpression(
          tokens: begin..<(unit + 1), meaning: meaning, isSince: isSince)
      }
      // "for the cycle" is the one that is spoken of.
      if hasPreposition, first != "of", word(unit, tokens) == "cycle",
        word(unit - 1, tokens) == "the" || unit + 1 - start == 2
      {
        return TimeExpression(
          tokens: start..<(unit + 1), meaning: .cycleOffset(0), isSince: isSince)
      }
      if opening.isManifold {
        let end = ["now", "back"].contains(word(unit + 1, tokens)) ? unit + 2 : unit + 1
        return TimeExpression(tokens: begin..<end, meaning: .past, isSince: isSince)
      }
    }
    if first == "since", let end = end(ofSinceClauseFrom: start, in: tokens) {
      return TimeExpression(tokens: start..<end, meaning: .open, isSince: true)
    }
    if opening.sawBeginning, hasPreposition, isSince || first == "at" {
      return TimeExpression(
        tokens: start..<end(ofPhraseFrom: index, in: tokens), meaning: .open, isSince: isSince)
    }
    return nil
  }

  /// What stands between a preposition and a name: "the last two", "this upcoming", "the next cycle".
  private struct Opening {
    /// Behind the words.
    var end: Int
    /// Years or cycles before or after the present one: -1 for "last".
    private var offset: Int?
    private var number: Int?
    private var words: [String] = []
    /// The last word that counts time: the "cycle" of "the last cycle that".
    private(set) var unit: Int?
    /// "the beginning of"
    private(set) var sawBeginning = false
    /// "these five cycles"
    private var isSpokenOf = false

    init(of tokens: [Token], from first: Int, start: Int, finder: TimeFinder) {
      end = first
      while end < tokens.count, end - start < 9,
        TimeWords.fillers.contains(finder.word(end, tokens)) || Self.isCount(end, tokens, finder)
      {
        read(finder.word(end, tokens))
      }
      if unit != end - 1 || end == first, TimeWords.units[finder.word(end, tokens)] != nil {
        read(finder.word(end, tokens))
      }
      if finder.word(end, tokens) == "cycle", unit == end - 1 { read("cycle") }
      words = (start..<min(end, tokens.count)).map { finder.word($0, tokens) }
    }

    private mutating func read(_ word: String) {
      number = Int(word) ?? TimeWords.counts[word] ?? number
      switch word {
      case "last", "past", "previous": offset = -1
      case "next", "upcoming", "up-coming", "coming", "following", "new": offset = 1
      case "current", "this": offset = offset ?? 0
      case "another": offset = 1
      case "these", "those": isSpokenOf = true
      case "beginning", "start": sawBeginning = true
      default: break
      }
      if TimeWords.units[word] != nil { unit = end }
      end += 1
    }

    /// A number in digits before a unit: "the last 3 cycles".
    private static func isCount(_ index: Int, _ tokens: [Token], _ finder: TimeFinder) -> Bool {
      let digits = finder.word(index, tokens).prefix { $0 != "+" }
      guard let number = Int(digits), (1..<100).contains(number) else { return false }
      return TimeWords.units[finder.word(index + 1, tokens)] != nil
    }

    var isManifold: Bool { words.contains(where: TimeWords.manifold.contains) }

    /// "the last two cycles", "next year"; nil where the words point neither way.
    var meaning: TimeExpression.Meaning? {
      guard let offset = offset ?? (isSpokenOf && number != nil ? -1 : nil) else { return nil }
      if let number, number > 1, offset < 0,
        let months = words.reversed().lazy.compactMap({ TimeWords.units[$0] }).first, months > 0
      {
        return .length(months: number * months, .about)
      }
      if words.contains(where: { $0.hasPrefix("cycle") || $0.hasPrefix("release") }) {
        return .cycleOffset(offset)
      }
      if words.last == "year", !words.contains("half") { return .yearOffset(offset) }
      return offset < 0 ? .past : offset > 0 ? .future : .open
    }
  }

  /// The time that a name gives: a cycle, a letter, a year, a month, a season; moves `index` past it.
  private func named(
    at index: inout Int, hasPreposition: Bool, in tokens: [Token]
  ) -> TimeExpression.Meaning? {
    guard index < tokens.count else { return nil }
    if let cycles = cycles(at: &index, in: tokens) {
      let meaning = passGathering(at: &index, in: tokens) ? .open : cycles
      // "since the Icehouse release in 2014"
      guard word(index, tokens) == "in", let years = year(at: index + 1, in: tokens) else {
        return meaning
      }
      index += 2
      return .dates(
        PartialDate(year: years.lowerBound), through: PartialDate(year: years.upperBound))
    }
    if let letter = letter(at: &index, in: tokens) { return .cycleLetter(letter) }
    if let first = year(at: index, in: tokens) {
      let from = PartialDate(year: first.lowerBound)
      var through = PartialDate(year: first.upperBound)
      index += 1
      if first.count > 1, ["period", "timeframe"].contains(word(index, tokens)) { index += 1 }
      if TimeWords.joints.contains(word(index, tokens)),
        let last = year(at: index + 1, in: tokens), last.upperBound > first.lowerBound
      {
        through = PartialDate(year: last.upperBound)
        index += 2
      }
      return .dates(from, through: through)
    }
    return month(at: &index, hasPreposition: hasPreposition, in: tokens)
  }

  /// Moves `index` past the gathering that the cycle before it names: "the Mitaka design summit".
  private func passGathering(at index: inout Int, in tokens: [Token]) -> Bool {
    for place in index...(index + 1) where TimeWords.gatherings.contains(word(place, tokens)) {
      index = place + 1
      return true
    }
    return false
  }

  // MARK: Clauses

  /// The end of "since the project began", "since its inception in 2014"; nil where "since" gives a
  /// reason.
  private func end(ofSinceClauseFrom start: Int, in tokens: [Token]) -> Int? {
    let after = word(start + 1, tokens)
    let next = word(start + 2, tokens)
    guard
      ["its", "inception", "before", "joining", "becoming", "starting", "day", "early", "just"]
        .contains(after)
        || ["the", "i", "it", "my", "we"].contains(after)
          && [
            "beginning", "start", "project", "inception", "joined", "started", "began", "became",
            "first", "was", "earliest", "early", "very",
          ].contains(next)
    else { return nil }
    var end = start + 2
    while end < tokens.count, end < start + 12, tokens[end].isWord,
      !["and", "but", "as", "when"].contains(word(end, tokens))
    { end += 1 }
    return end
  }

  /// "of the project" after "since the beginning".
  private func end(ofPhraseFrom index: Int, in tokens: [Token]) -> Int {
    guard word(index, tokens) == "of" else { return index }
    var end = index + 1
    if tokens.indices.contains(end), tokens[end].classes.contains(.determiner) { end += 1 }
    return tokens.indices.contains(end) && tokens[end].isWord ? end + 1 : index
  }
}
