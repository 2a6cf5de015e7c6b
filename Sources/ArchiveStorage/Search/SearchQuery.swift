/// What is asked of the record, read from the search grammar.
///
/// Words stand for themselves, `"…"` for a phrase, `word*` for all words that begin so; terms side by
/// side must all hold, `OR` joins alternatives, `-` denies, parentheses group. `from:` `to:` `subject:`
/// `list:` `id:` `date:` `has:patch` `thread:` ask about one thing each. A word such as
/// `impl_example.py` is a phrase of its parts. There is no stemming: `patch*` finds *patches*.
public struct SearchQuery: Sendable, Hashable {
  /// A word or phrase to be found in text.
  public struct Words: Sendable, Hashable {
    /// The words as typed, without quotation marks.
    public var text: String
    /// Whether the last word may go on (`word*`).
    public var isPrefix: Bool
  }

  /// A bound or a stretch of time; whole days, months or years in UTC.
  public struct DateRange: Sendable, Hashable {
    /// Seconds since 1970; nil where it is open.
    public var from: Int64?
    /// The first second that is no longer in it; nil where it is open.
    public var until: Int64?
  }

  /// A term of a query, or terms joined.
  public indirect enum Term: Sendable, Hashable {
    case words(Words)
    case subject(Words)
    case from(Words)
    case to(Words)
    case list(String)
    case id(String)
    case thread(String)
    case date(DateRange)
    case hasPatch
    case not(Term)
    case all([Term])
    case any([Term])
  }

  /// The whole query.
  public var term: Term

  /// Makes a query of its parts.
  public init(_ term: Term) { self.term = term }

  /// Reads a query; throws ``StorageError/Code/badQuery``, with a caret under the place, where it does
  /// not follow the grammar. An empty query asks for everything.
  public init(_ text: String) throws(StorageError) {
    var parser = SearchQueryParser(text)
    term = try parser.query()
  }

  /// The words of the query that a hit must hold, for snippets and ranking.
  public var positiveWords: [Words] { Self.positiveWords(of: term) }

  private static func positiveWords(of term: Term) -> [Words] {
    // As deep as the parser lets a query nest.
    switch term {
    case .words(let words), .subject(let words): [words]
    case .all(let terms), .any(let terms): terms.flatMap(positiveWords)
    default: []
    }
  }
}
