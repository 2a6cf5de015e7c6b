/// Reads the search grammar, one character at a time.
struct SearchQueryParser {
  private let text: [Character]
  private var position = 0
  private var depth = 0

  /// Parentheses and denials within one another; deeper ones are refused, never followed.
  private static let deepest = 64

  init(_ text: String) { self.text = Array(text) }

  /// The whole query; `.all([])` for none.
  mutating func query() throws(StorageError) -> SearchQuery.Term {
    let term = try alternatives()
    guard position == text.count else {
      throw failure("this closing parenthesis opens nowhere", at: position)
    }
    return term
  }

  private mutating func alternatives() throws(StorageError) -> SearchQuery.Term {
    var terms = [try conjunction()]
    while let start = keyword("OR") {
      let term = try conjunction()
      if term == .all([]) || terms[0] == .all([]) {
        throw failure("OR needs a term on either side", at: start)
      }
      terms.append(term)
    }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func conjunction() throws(StorageError) -> SearchQuery.Term {
    var terms: [SearchQuery.Term] = []
    while true {
      skipSpaces()
      if keyword("AND") != nil { continue }
      guard position < text.count, text[position] != ")", !isAtKeyword("OR") else { break }
      terms.append(try term())
    }
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  private mutating func term() throws(StorageError) -> SearchQuery.Term {
    guard depth < Self.deepest else { throw failure("this nests too deep", at: position) }
    depth += 1
    defer { depth -= 1 }
    let start = position
    switch text[position] {
    case "-" where position + 1 < text.count && !text[position + 1].isWhitespace:
      position += 1
      if text[position] == ")" { throw failure("nothing follows this -", at: start) }
      return .not(try term())
    case "(":
      position += 1
      let inner = try alternatives()
      guard position < text.count, text[position] == ")" else {
        throw failure("this parenthesis is not closed", at: start)
      }
      position += 1
      return inner
    default:
      if let field = try field() { return field }
      return .words(try words())
    }
  }

  private mutating func field() throws(StorageError) -> SearchQuery.Term? {
    let start = position
    var end = position
    while end < text.count, text[end].isASCII, text[end].isLetter { end += 1 }
    guard end > start, end < text.count, text[end] == ":" else { return nil }
    let name = String(text[start..<end]).lowercased()
    guard let field = SearchField(rawValue: name) else {
      // `std::vector` and `http://…` are words; a field's name mistyped is a mistake.
      if end + 1 < text.count, !text[end + 1].isWhitespace, let near = SearchField.near(name) {
        throw failure("there is no field \(name): did you mean \(near.rawValue):?", at: start)
      }
      return nil
    }
    position = end + 1
    guard position < text.count, !text[position].isWhitespace, text[position] != ")" else {
      throw failure("\(name): needs a value right after it", at: end)
    }
    let place = position
    let value = try words()
    switch field {
    case .from: return .from(value)
    case .to: return .to(value)
    case .subject: return .subject(value)
    case .list: return .list(value.text)
    case .id: return .id(MessageIDDigest.bare(value.text))
    case .thread: return .thread(MessageIDDigest.bare(value.text))
    case .has:
      guard value.text == "patch" else {
        throw failure("has: knows only has:patch", at: place)
      }
      return .hasPatch
    case .date:
      guard let range = SearchQuery.DateRange(value.text) else {
        throw failure("write a date as 2008, 2008-03, 2008-03-05 or a range 2008..2009", at: place)
      }
      return .date(range)
    }
  }

  /// A word up to the next space or parenthesis, or a phrase in quotation marks; either may end in `*`.
  private mutating func words() throws(StorageError) -> SearchQuery.Words {
    let start = position
    if text[position] == "\"" {
      guard let end = text[(position + 1)...].firstIndex(of: "\"") else {
        throw failure("this quotation mark is not closed", at: start)
      }
      let phrase = String(text[(position + 1)..<end])
      position = end + 1
      let isPrefix = position < text.count && text[position] == "*"
      if isPrefix { position += 1 }
      return SearchQuery.Words(text: phrase, isPrefix: isPrefix)
    }
    while position < text.count, !text[position].isWhitespace, text[position] != ")",
      text[position] != "\""
    {
      position += 1
    }
    let isPrefix = text[position - 1] == "*" && position - 1 > start
    return SearchQuery.Words(
      text: String(text[start..<(isPrefix ? position - 1 : position)]), isPrefix: isPrefix)
  }

  private mutating func skipSpaces() {
    while position < text.count, text[position].isWhitespace { position += 1 }
  }

  private mutating func keyword(_ word: String) -> Int? {
    skipSpaces()
    guard isAtKeyword(word) else { return nil }
    defer { position += word.count }
    return position
  }

  private func isAtKeyword(_ word: String) -> Bool {
    let end = position + word.count
    return text[position...].starts(with: word)
      && (end == text.count || text[end].isWhitespace || text[end] == "(")
  }

  private func failure(_ reason: String, at place: Int) -> StorageError {
    let caret = String(repeating: " ", count: place) + "^"
    return StorageError(
      .badQuery, detail: "cannot read the query: \(reason)\n  \(String(text))\n  \(caret)",
      place: place)
  }
}

/// The fields a query can ask about.
enum SearchField: String, CaseIterable {
  case from, to, subject, list, id, date, has, thread

  /// The field that `name` may have been meant for: one letter more, less, or two exchanged.
  static func near(_ name: String) -> SearchField? {
    guard name.count >= 3 else { return nil }
    return allCases.first { field in
      let (known, typed) = (Array(field.rawValue), Array(name))
      guard known.count >= 4 else { return false }
      if known.count == typed.count {
        let differing = known.indices.filter { known[$0] != typed[$0] }
        if differing.count == 1 { return true }
        return differing.count == 2 && differing[1] == differing[0] + 1
          && known[differing[0]] == typed[differing[1]]
          && known[differing[1]] == typed[differing[0]]
      }
      let (short, long) = known.count < typed.count ? (known, typed) : (typed, known)
      guard long.count == short.count + 1 else { return false }
      return long.indices.contains { index in
        Array(long[..<index] + long[(index + 1)...]) == short
      }
    }
  }
}
