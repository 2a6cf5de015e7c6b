// What one line can be in an entry's heading, and the date that stands apart in it.

extension EntryFinder {
  /// True for a line that could belong to an entry's heading.
  func isHeadingLike(_ line: Line) -> Bool {
    if parts.contains(line) { return false }
    if line.isHeading { return true }
    if line.isBullet { return false }
    if Self.date(in: line) != nil { return true }
    let content = line.content
    if content.hasPrefix("("), content.hasSuffix(")") { return content.count <= 120 }
    let words = content.split(separator: " ")
    // What parts columns does not count.
    let length = words.reduce(words.count) { $0 + $1.count }
    guard length <= 100, !content.hasSuffix(":") else { return false }
    if line.isBold || line.isItalic { return words.count <= 14 }
    if Self.isListOfThings(content) { return false }
    if let last = content.last, last == "." || last == ";" || last == "," {
      guard words.count <= 6, let ending = words.last,
        HeadingWord.isLegalForm(String(ending)) || ending.dropLast().contains(".")
          || ending.count <= 4
      else { return false }
    }
    guard let first = content.first(where: { $0.isLetter || $0.isNumber }),
      !first.isLowercase || words.count <= 3
    else {
      return false
    }
    return words.count <= 12
  }

  /// True for four and more things between commas of which none is a title, a firm or a place.
  private static func isListOfThings(_ content: String) -> Bool {
    let parts = content.split(separator: ",").map(\.trimmed)
    return parts.count >= 4
      && parts.allSatisfy {
        HeadingWord.titleScore($0, in: .work) == 0 && !Place.isPlace($0)
          && HeadingWord.organisationScore($0, in: .work) == 0
          && HeadingWord.titleScore($0, in: .education) == 0
          && HeadingWord.organisationScore($0, in: .education) == 0
      }
  }

  /// The date of a line that is no sentence; a year alone must stand apart from other words.
  static func date(in line: Line) -> DateSpan? {
    let content = line.content
    guard content.count <= 220, let span = DateSpan.main(in: content) else { return nil }
    let characters = Array(content)
    let others = String(characters[..<span.range.lowerBound] + characters[span.range.upperBound...])
    let words = others.split(separator: " ")
    // "(Acme was bought in June 2000)" is a remark on the entry.
    if content.hasPrefix("("), content.hasSuffix(")"), words.count > 4 { return nil }
    if words.count > 18 || words.count > 8 && content.hasSuffix(".") { return nil }
    let endsInRange = span.isRange && span.range.upperBound == characters.count
    if line.isBullet, words.count > 14, !endsInRange { return nil }
    let before = characters[..<span.range.lowerBound]
    let after = characters[span.range.upperBound...]
    // Two spaces part columns as a bar does; a month's name at the line's end is no number of a product.
    let isApartBefore =
      isEdge(before.last { $0 != " " }) || before.suffix(2).elementsEqual("  ")
      || span.start?.month != nil && after.isEmpty
    let isApartAfter =
      isEdge(after.first { $0 != " " }) || after.prefix(2).elementsEqual("  ")
      || after.first == "." && (after.dropFirst().first ?? " ") == " "
    let isApart = isApartBefore && isApartAfter
    // "2004 BSc Physics" has its year in front of everything.
    if before.isEmpty, !line.isBullet, after.first == " ", words.count <= 10,
      after.dropFirst().first?.isUppercase ?? false
    {
      return span
    }
    if endsInRange { return span }
    return isApart || span.isRange && words.count <= 10 ? span : nil
  }

  private static func isEdge(_ character: Character?) -> Bool {
    guard let character else { return true }
    return "()[]{},;|:·•–—-/\t\u{3000}*".contains(character)
  }

  /// How many things a line names beside its date: none, one, or two where something parts them.
  static func phrases(in line: HeadingLine) -> Int {
    let found = Phrase.all(in: line, line: 0).filter { !$0.isInBrackets && !Place.isPlace($0.text) }
    guard found.count == 1 else { return min(found.count, 2) }
    let parts = found[0].text.split(separator: ",").map(String.init)
    let titles = parts.count { HeadingWord.titleScore($0, in: .work) > 0 }
    return found[0].text.contains(" at ") || titles > 0 && titles < parts.count ? 2 : 1
  }

  /// True for a position or a degree and nothing more.
  static func isTitle(_ content: String) -> Bool {
    content.count <= 70 && content.last != "."
      && (HeadingWord.titleScore(content, in: .work) > 0
        || HeadingWord.titleScore(content, in: .education) > 0)
  }

  /// True for a line that could name a part of a heading: by its words, or because it is short.
  static func looksLikeField(_ content: String) -> Bool {
    HeadingWord.titleScore(content, in: .work) > 0
      || HeadingWord.organisationScore(content, in: .work) > 0
      || HeadingWord.titleScore(content, in: .education) > 0 || content.count <= 40
  }
}
