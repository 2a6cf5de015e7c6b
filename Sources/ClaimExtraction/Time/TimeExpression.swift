import ArchiveStorage

/// A stretch of words that dates something: "since the Liberty cycle", "over 15 years", "last cycle".
struct TimeExpression {
  /// Indices of the tokens.
  let tokens: Range<Int>
  /// What the words count from or in.
  enum Meaning {
    /// "over 15 years": months, and how they are meant.
    case length(months: Int, Period.Measure)
    /// "3 years ago"
    case ago(months: Int)
    /// A named cycle.
    case cycle(String)
    /// A cycle by its first letter alone: "the U cycle".
    case cycleLetter(Character)
    /// "last cycle", "next cycle": cycles before or after the one of the day it was written.
    case cycleOffset(Int)
    case year(Int, month: Int?)
    /// "last year", "this year": years before or after the one it was written in.
    case yearOffset(Int)
    /// "now", "currently"
    case present
    /// Words that date without saying when: "from the beginning".
    case open
    /// A part of the author's own time: "my first week at Example".
    case own
    /// The same of what lies behind ("in the past") or ahead ("in the long term").
    case past
    case future
  }
  let meaning: Meaning
  /// Whether it says where something began and goes on.
  let isSince: Bool
}
