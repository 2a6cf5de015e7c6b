/// A piece of a line, as the grammar of dates reads it.
struct DateToken: Sendable, Hashable {
  /// What a piece is.
  enum Kind: Sendable, Hashable {
    /// A run of letters, folded.
    case word(String)
    /// A run of ASCII digits of at most six: its value and how many.
    case number(Int, digits: Int)
    /// A hyphen, dash, tilde, arrow or several full stops.
    case dash
    /// `/`, `.`, `,`, an apostrophe, a bracket or another sign.
    case sign(Character)
  }
  var kind: Kind
  /// Character offsets into the line's content.
  var range: Range<Int>
  /// True where white space stands before it.
  var isSpaced: Bool
  /// True where two spaces or a tab stand before it, as between columns.
  var isColumn = false
  /// True for a single ASCII hyphen, which joins ISO 8601's numbers where a dash would part years.
  var isHyphen = false

  /// Cuts a line into pieces. Cost: linear.
  static func all(in content: String) -> [DateToken] {
    let characters = Array(content)
    var tokens: [DateToken] = []
    var index = 0
    var isSpaced = true
    var gap = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      if character.isWhitespace || character == "\u{A0}" {
        isSpaced = true
        gap += character == "\t" ? 2 : 1
        index += 1
        continue
      }
      var kind: Kind
      if isDigit(character) {
        while index < characters.count, isDigit(characters[index]) { index += 1 }
        let digits = index - start
        kind = .number(
          digits <= 6 ? Int(String(characters[start..<index])) ?? 0 : 0, digits: digits)
      } else if character.isLetter {
        while index < characters.count, characters[index].isLetter,
          !isCalendarSign(characters[index])
        {
          index += 1
        }
        if index == start { index += 1 }
        // d'août and jusqu'à are one word each.
        if index + 1 < characters.count, characters[index] == "'" || characters[index] == "’",
          characters[index + 1].isLetter
        {
          index += 1
          while index < characters.count, characters[index].isLetter { index += 1 }
        }
        kind = .word(PlainLetters.fold(String(characters[start..<index])))
      } else {
        index += 1
        // Two full stops or more part two dates as a dash does.
        let isEllipsis =
          character == "…"
          || character == "." && index < characters.count && characters[index] == "."
        while isEllipsis, index < characters.count, characters[index] == "." { index += 1 }
        kind =
          isEllipsis || dashes.contains(character)
          ? .dash : .sign(character == "’" ? "'" : character)
        if kind == .dash {
          while index < characters.count,
            dashes.contains(characters[index]) || characters[index] == ">"
          {
            index += 1
          }
        }
      }
      tokens.append(
        DateToken(
          kind: kind, range: start..<index, isSpaced: isSpaced, isColumn: gap >= 2,
          isHyphen: character == "-" && index == start + 1))
      isSpaced = false
      gap = 0
    }
    return tokens
  }

  private static let dashes: Set<Character> = [
    "-", "–", "—", "−", "‒", "―", "‐", "‑", "~", "〜", "～", "→", "⟶",
  ]

  private static func isDigit(_ character: Character) -> Bool {
    character >= "0" && character <= "9" && character.isASCII
  }

  /// 年 and 月 and their Korean fellows stand between digits without spaces.
  private static func isCalendarSign(_ character: Character) -> Bool {
    "年月日년월일".contains(character)
  }
}
