/// The levels of underlined titles: Markdown fixes those of `===` and `---`, reStructuredText takes any
/// sign and ranks them in the order in which they come.
struct UnderlinedTitles {
  private var levels: [Character: Int] = [:]
  /// The level of the heading met last, underlined or not; 0 before the first.
  private var current = 0

  /// Notes a heading that is marked in another way.
  mutating func meet(level: Int) { current = level }

  /// The level that `sign` gives the title it stands under.
  mutating func level(of sign: Character) -> Int {
    let level =
      switch sign {
      // Below titles with `---`, `===` ranks lower than they do.
      case "=", "═": levels["="] ?? (levels["-"] == nil ? 1 : 3)
      case "-", "—", "–", "─", "━", "_", "*": 2
      default: levels[sign] ?? min(current + 1, 6)
      }
    levels[sign] = level
    current = level
    return level
  }

  /// The sign that a whole line repeats, as an underline or a drawn line does; nil for other lines.
  static func sign(of mark: String) -> Character? {
    let signs = mark.filter { !$0.isWhitespace }
    guard signs.count >= 3, let first = signs.first, signs.allSatisfy({ $0 == first }) else {
      return nil
    }
    if common.contains(first) { return first }
    // Three of these open a block of code or stand for what is left out.
    return signs.count > 3 && "`^\"'+.:".contains(first) ? first : nil
  }

  /// The signs that underline in any text; others do where they are as many as the title's letters.
  private static let common: Set<Character> = [
    "=", "-", "_", "*", "~", "—", "–", "─", "━", "═", "#",
  ]

  /// True where `mark` underlines `title`: only signs as long as the title do that outside Markdown.
  static func underlines(_ mark: String, _ title: Line) -> Bool {
    guard title.kind == .text, title.content.count <= 80, let sign = sign(of: mark) else {
      return false
    }
    return common.contains(sign) || mark.count + 1 >= title.content.count
  }
}
