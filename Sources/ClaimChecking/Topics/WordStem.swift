/// Cuts an English word to the part that its forms share: `scheduler`, `scheduling` and `schedules`
/// give `schedul`.
///
/// Lighter than Porter's algorithm (M. F. Porter, 1980), whose last steps join words that name
/// different things in software (`general`, `generic`). The result is a key to compare, not a word.
/// Words of three letters and fewer, and words with digits, stay as they are, and so do those for what does
/// any work: an `updater` is a thing, and updates are what every change is.
enum WordStem {
  /// The stem of a lower-case word. Works on bytes: a check of a large history stems every word once.
  static func of(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
      return word
    }
    var noun = Array(word.utf8)
    cutPlural(&noun)
    let stem = cut(noun)
    let isDoer = noun.ends(with: "er".utf8) || noun.ends(with: "or".utf8)
    return String(decoding: isDoer && work.contains(stem) ? noun : stem, as: UTF8.self)
  }

  /// Takes endings until none is left, so that `filtering` meets `filter`.
  private static func cut(_ noun: [UInt8]) -> [UInt8] {
    var stem = noun
    // Each turn takes a letter or more.
    while cutEnding(&stem) { cutDouble(&stem) }
    return stem
  }

  /// What is left of verbs that any work is called by.
  private static let work = Set(Vocabulary.work.map { cut(Array($0.utf8)) })

  /// Cuts the first ending that leaves letters enough; false where there is none.
  private static func cutEnding(_ word: inout [UInt8]) -> Bool {
    guard let last = word.last else { return false }
    for (ending, shortest) in endings
    where ending.last == last && word.count >= ending.count + shortest && word.ends(with: ending) {
      word.removeLast(ending.count)
      return true
    }
    return false
  }

  /// Endings, longest first, each with the fewest letters that must stand before it.
  private static let endings: [(ending: [UInt8], shortest: Int)] = [
    ("ability", 3), ("ization", 4), ("isation", 4), ("ational", 4), ("ation", 3), ("ment", 4),
    ("ance", 4), ("ence", 4), ("able", 4), ("ible", 4), ("ator", 4), ("tion", 4),
    ("sion", 4), ("izing", 4), ("ising", 4), ("ized", 4), ("ised", 4), ("izer", 4), ("iser", 4),
    ("ing", 3), ("ant", 5), ("ent", 5), ("ize", 4), ("ise", 4), ("ate", 4), ("ion", 4), ("ity", 4),
    ("ive", 4), ("ied", 3), ("ed", 3), ("er", 4), ("or", 5), ("ly", 4),
    ("al", 5), ("e", 3), ("y", 3), ("t", 6),
  ].map { (Array($0.0.utf8), $0.1) }

  private static func cutPlural(_ word: inout [UInt8]) {
    guard word.last == UInt8(ascii: "s") else { return }
    if word.ends(with: "sses".utf8) {
      word.removeLast(2)
    } else if word.ends(with: "ies".utf8), word.count > 4 {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if !["s", "u", "i"].contains(where: { word.dropLast().last == UInt8(ascii: $0) }) {
      word.removeLast()
    }
  }

  /// `runn` is `run`, but `cell` stays: only what an ending was taken from is undoubled, and `l`,
  /// `s` and `z` end English words double.
  private static func cutDouble(_ stem: inout [UInt8]) {
    guard let last = stem.last, !"lsz".utf8.contains(last), stem.dropLast().last == last else {
      return
    }
    stem.removeLast()
  }
}

extension [UInt8] {
  fileprivate func ends(with ending: some BidirectionalCollection<UInt8>) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
