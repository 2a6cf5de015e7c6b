/// Cuts an English word to the part that its forms share: `scheduler`, `scheduling` and `schedules`
/// give `schedul`.
///
/// Lighter than Porter's algorithm (M. F. Porter, 1980), whose last steps join words that name
/// different things in software (`general`, `generic`). The result is a key to compare, not a word.
/// Words of three letters and fewer, and words with digits, stay as they are.
enum WordStem {
  /// The stem of a lower-case word.
  static func of(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
      return word
    }
    var stem = withoutPlural(Substring(word))
    // Until no ending is left, so that `filtering` meets `filter`: each turn takes a letter or more.
    while let shorter = withoutEnding(stem) { stem = undoubled(shorter) }
    return String(stem)
  }

  private static func withoutEnding(_ word: Substring) -> Substring? {
    for (ending, shortest) in endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.utf8.count)
      if stem.utf8.count >= shortest { return stem }
    }
    return nil
  }

  /// Endings, longest first, each with the fewest letters that must stand before it.
  private static let endings: [(ending: String, shortest: Int)] = [
    ("ability", 3), ("ization", 4), ("isation", 4), ("ational", 4), ("ation", 3), ("ment", 4),
    ("ance", 4), ("ence", 4), ("able", 4), ("ible", 4), ("ator", 4), ("tion", 4),
    ("sion", 4), ("izing", 4), ("ising", 4), ("ized", 4), ("ised", 4), ("izer", 4), ("iser", 4),
    ("ing", 3), ("ant", 5), ("ent", 5), ("ize", 4), ("ise", 4), ("ate", 4), ("ion", 4), ("ity", 4),
    ("ive", 4), ("ied", 3), ("ed", 3), ("er", 4), ("or", 5), ("ly", 4),
    ("al", 5), ("e", 3), ("y", 3), ("t", 6),
  ]

  private static func withoutPlural(_ word: Substring) -> Substring {
    if word.hasSuffix("sses") { return word.dropLast(2) }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    return word.hasSuffix("s") ? word.dropLast() : word
  }

  /// `runn` is `run`, but `cell` stays: only what an ending was taken from is undoubled, and `l`,
  /// `s` and `z` end English words double.
  private static func undoubled(_ stem: Substring) -> Substring {
    guard let last = stem.last, !"lsz".contains(last), stem.dropLast().last == last else {
      return stem
    }
    return stem.dropLast()
  }
}
