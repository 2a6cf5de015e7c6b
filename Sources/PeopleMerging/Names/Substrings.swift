extension StringProtocol {
  /// Where `word` first stands, byte by byte: names and addresses are compared by the thousand, and a
  /// search by characters costs twenty times as much. `word` is not empty.
  func place(of word: String) -> Range<Index>? {
    guard let first = word.utf8.first else { return nil }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      let tail = rest[start...]
      if tail.starts(with: word.utf8) {
        return start..<utf8.index(start, offsetBy: word.utf8.count)
      }
      rest = tail.dropFirst()
    }
    return nil
  }

  /// Where `word` stands last.
  func lastPlace(of word: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self[startIndex...]
    while let range = rest.place(of: word) {
      found = range
      rest = rest[range.upperBound...]
    }
    return found
  }

  /// Every occurrence of `word` replaced, from the left.
  func replacingAll(_ word: String, with replacement: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.place(of: word) {
      result += rest[..<range.lowerBound]
      result += replacement
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  /// Lower-cased, without white space at either end.
  var trimmedLowercase: String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return slice.lowercased()
  }

  /// The text without any of `characters` at either end.
  func trimmed(of characters: String) -> String {
    var slice = self[...]
    while let first = slice.first, characters.contains(first) { slice.removeFirst() }
    while let last = slice.last, characters.contains(last) { slice.removeLast() }
    return String(slice)
  }
}
