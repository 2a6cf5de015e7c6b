/// Dates as a résumé's heading writes them: one, or a first and a last.
struct DateSpan: Sendable, Hashable {
  /// The first date; nil where only the last is given ("until 2010").
  var start: PartialDate?
  /// The last date; nil where it goes on, and for a single date.
  var end: PartialDate?
  /// True where the text says that it goes on.
  var isCurrent = false
  /// True for two dates or one that goes on, false for a date alone.
  var isRange = false
  /// Character offsets into the line's content.
  var range: Range<Int>

  /// Every date in a line, from the left, without overlap. Cost: linear.
  static func all(in content: String) -> [DateSpan] {
    guard content.contains(where: \.isNumber) || content.contains("年") else { return [] }
    return DateGrammar(content).spans()
  }

  /// The span that a heading means: a range before a single date.
  static func main(in content: String) -> DateSpan? {
    let spans = all(in: content)
    return spans.first { $0.isRange } ?? spans.first
  }
}
