import ArchiveStorage
import ResumeReading

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
    /// Named cycles, from one through another.
    case cycles(String, through: String)
    /// A cycle by its first letter alone: "the U cycle".
    case cycleLetter(Character)
    /// "last cycle", "next cycle": cycles before or after the one of the day it was written.
    case cycleOffset(Int)
    /// Named years or months, from one through another.
    case dates(PartialDate, through: PartialDate)
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

extension TimeExpression {
  /// Whether it can say of a length before it when that was: "since Liberty", "from 2014 to 2016".
  var continues: Bool {
    switch meaning {
    case .cycles, .dates: isSince || meaning.isRange
    default: false
    }
  }

  /// The same expression with the words from `start` on.
  func beginning(at start: Int) -> TimeExpression {
    TimeExpression(tokens: start..<tokens.upperBound, meaning: meaning, isSince: isSince)
  }
}

extension TimeExpression.Meaning {
  /// Whether it names both where a time begins and where it ends.
  var isRange: Bool {
    switch self {
    case .cycles(let first, let last): first != last
    case .dates(let first, let last): first != last
    default: false
    }
  }
}
