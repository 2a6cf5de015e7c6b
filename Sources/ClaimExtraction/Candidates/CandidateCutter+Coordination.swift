extension CandidateCutter {
  /// True at "design" of "the deployment and design that led to it": a noun of the noun phrase before it,
  /// though it may be a verb elsewhere.
  func sharesRelativeClause(at index: Int, in tokens: ArraySlice<Token>) -> Bool {
    guard index > 2, index + 2 < tokens.endIndex,
      tokens[index - 1].classes.contains(.conjunction), tokens[index - 2].forms.isEmpty,
      tokens[index - 3].classes.contains(.determiner), tokens[index + 1].classes.contains(.relative)
    else { return false }
    return !tokens[index + 2].forms.isDisjoint(with: [.past, .third])
      || tokens[index + 2].isAuxiliary
  }

  /// True where a stretch holds "both" and not the "and" that belongs to it.
  func partsPair(_ tokens: ArraySlice<Token>, _ range: Range<Int>) -> Bool {
    guard let both = tokens[range].lastIndex(where: { $0.word.text == "both" }),
      let pair = tokens[both...].firstIndex(where: { $0.word.text == "and" })
    else { return false }
    return pair >= range.upperBound
  }
}
