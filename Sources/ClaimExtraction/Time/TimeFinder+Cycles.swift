extension TimeFinder {
  /// The name of the cycle that a word is; "bobcat/2023.2" is named by its first.
  func cycleName(at index: Int, in tokens: [Token]) -> String? {
    guard tokens.indices.contains(index) else { return nil }
    let word = tokens[index].word.text
    guard tokens[index].isCapitalised || word.utf8.first.map({ (48...57).contains($0) }) == true
    else { return nil }
    if calendar.cycle(named: word) != nil { return word }
    // "Pike-cycle", "Bobcat/2023.2"
    if word.hasSuffix("-cycle"), calendar.cycle(named: String(word.dropLast(6))) != nil {
      return String(word.dropLast(6))
    }
    let parts = word.split(separator: "/").map(String.init)
    return parts.count > 1 && parts.allSatisfy { calendar.cycle(named: $0) != nil } ? parts[0] : nil
  }

  /// One or more cycles: "2023.2 (Bobcat)", "Ocata, Pike and the Queens cycle", "the Train release
  /// cycle", "the 'Train' cycle", "Kilo [1] and Liberty"; moves `index` past them.
  func cycles(at index: inout Int, in tokens: [Token]) -> TimeExpression.Meaning? {
    /// In small letters only what is called a cycle is one: "the liberty release".
    func name(at place: Int) -> String? {
      if let name = cycleName(at: place, in: tokens) { return name }
      guard TimeWords.cycleUnits.contains(word(place + 1, tokens)) else { return nil }
      return calendar.cycle(named: word(place, tokens)) == nil ? nil : word(place, tokens)
    }
    let isQuoted = Self.isQuote(word(index, tokens)) && Self.isQuote(word(index + 2, tokens))
    guard let first = name(at: isQuoted ? index + 1 : index) else { return nil }
    var last: String?
    func passUnits() {
      while TimeWords.cycleUnits.contains(word(index, tokens)) { index += 1 }
    }
    index += isQuoted ? 3 : 1
    if word(index, tokens) == "(", cycleName(at: index + 1, in: tokens) != nil,
      word(index + 2, tokens) == ")"
    {
      index += 3
    }
    passUnits()
    while true {
      let joint = endOfReference(at: index, in: tokens)
      var next = joint
      while next < joint + 3,
        TimeWords.joints.contains(word(next, tokens)) || next > joint && word(next, tokens) == "the"
      { next += 1 }
      guard next > joint, let another = name(at: next) else { break }
      last = another
      index = next + 1
      passUnits()
    }
    return .cycles(first, through: last ?? first)
  }

  private static func isQuote(_ word: String) -> Bool {
    ["'", "\"", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}"].contains(word)
  }

  /// Behind "[1]", where one stands.
  private func endOfReference(at index: Int, in tokens: [Token]) -> Int {
    word(index, tokens) == "[" && word(index + 2, tokens) == "]" ? index + 3 : index
  }

  /// Behind "the Zen cycle", a cycle that the calendar does not know; nil where there is none.
  func end(ofUnknownCycleAt index: Int, in tokens: [Token]) -> Int? {
    guard tokens.indices.contains(index), tokens[index].isWord, tokens[index].isCapitalised,
      tokens[index].classes.isEmpty
    else { return nil }
    var next = index + 1
    if ["release", "development"].contains(word(next, tokens)) { next += 1 }
    return word(next, tokens) == "cycle" ? next + 1 : nil
  }

  /// "U" of "the U cycle", "'Z' release"; moves `index` past the words.
  func letter(at index: inout Int, in tokens: [Token]) -> Character? {
    let isQuoted = Self.isQuote(word(index, tokens))
    let place = isQuoted ? index + 1 : index
    guard tokens.indices.contains(place), tokens[place].isCapitalised,
      word(place, tokens).count == 1, let letter = word(place, tokens).first, letter != "i"
    else { return nil }
    var next = place + (isQuoted ? 2 : 1)
    guard TimeWords.cycleUnits.contains(word(next, tokens)) else { return nil }
    while TimeWords.cycleUnits.contains(word(next, tokens)) { next += 1 }
    index = next
    return letter
  }
}
