public import ArchiveStorage
import ResumeReading

/// Writes who took which part in a topic as `byline.who/1`.
///
/// Each part is an array in the order of first records; a citation is written as in a report.
public enum WhoJSON {
  /// One document, with a line's end behind it.
  public static func document(of history: TopicHistory, redaction: Redaction) -> String {
    let history = redaction.history(history)
    let citations = citations(of: history)
    var members: [(String, OrderedJSON)] = [
      ("schema", .string("byline.who/1")), ("topic", .string(history.topic)),
      ("redacted", .bool(redaction.isOn)), ("sources", citations.sources.value),
    ]
    for part in Involvement.Part.allCases {
      let people = history.involvements.filter { $0.part == part }
      members.append((part.rawValue, .array(people.map { .object(person($0, citations)) })))
    }
    members.append(("notes", .strings(history.notes)))
    return OrderedJSON.object(members).document
  }

  /// A line for each person and part, each with a line's end behind it.
  public static func lines(of history: TopicHistory, redaction: Redaction) -> String {
    let history = redaction.history(history)
    let citations = citations(of: history)
    return history.involvements.map { involvement in
      let head: [(String, OrderedJSON)] = [
        ("schema", .string("byline.who/1")), ("topic", .string(history.topic)),
        ("part", .string(involvement.part.rawValue)),
      ]
      return OrderedJSON.object(head + person(involvement, citations)).line
    }.joined()
  }

  private static func citations(of history: TopicHistory) -> CitationJSON {
    CitationJSON(sources: SourceTable([], citedBy: history.involvements.flatMap(\.citations)))
  }

  private static func person(
    _ involvement: Involvement, _ citations: CitationJSON
  ) -> [(String, OrderedJSON)] {
    [
      ("name", .string(involvement.name)), ("addresses", .strings(involvement.addresses)),
      ("from", .string(involvement.from)), ("to", .string(involvement.to)),
      ("commits", .number(involvement.commitCount)), ("posts", .number(involvement.postCount)),
      ("citations", .array(involvement.citations.map(citations.value))),
    ]
  }
}
