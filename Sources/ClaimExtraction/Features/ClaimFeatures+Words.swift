extension ClaimFeatures {
  /// How many words of a candidate are looked at one by one.
  static let wordLimit = 40
  /// How many words before a candidate, and behind it, are looked at.
  static let reach = (before: 12, after: 6)

  /// The words of a candidate and those around it.
  func addWords(in span: Range<Int>, to sink: inout some FeatureSink) {
    for index in span.prefix(Self.wordLimit) {
      addWord(at: index, begins: index == span.lowerBound, to: &sink)
    }
    for index in max(0, span.lowerBound - Self.reach.before)..<span.lowerBound {
      addWord(.beforeWord, at: index, to: &sink)
    }
    for index in span.upperBound..<min(unit.tokens.count, span.upperBound + Self.reach.after) {
      addWord(.afterWord, at: index, to: &sink)
    }
  }

  /// What a word says of a candidate that holds it, or that begins with it.
  func addWord(at index: Int, begins: Bool, to sink: inout some FeatureSink) {
    guard unit.tokens[index].isWord, !isAddressAlone else { return }
    let lemma = unit.tokens[index].lemma
    sink.add(.word, lemma)
    sink.add(.pair, begins ? .edge : unit.tokens[index - 1].lemma, lemma)
  }

  /// What a word says of a candidate near it.
  func addWord(_ pattern: Name, at index: Int, to sink: inout some FeatureSink) {
    if unit.tokens[index].isWord { sink.add(pattern, unit.tokens[index].lemma) }
  }

  /// Whether the sentence is an address and no more: an item that stands for what the address names, and is
  /// read by what governs it.
  var isAddressAlone: Bool { unit.tokens.count == 1 && unit.tokens[0].lemma == .someLink }
}
