public import ArchiveStorage

/// Writes who took which part in a topic as plain text for a terminal.
public enum WhoText {
  /// The history, ending in a line feed; controls from mail are spelt out.
  public static func text(of history: TopicHistory, redaction: Redaction) -> String {
    let history = redaction.history(history)
    var lines = [VisibleText.line(history.topic)]
    for part in Involvement.Part.allCases {
      let people = history.involvements.filter { $0.part == part }
      guard !people.isEmpty else { continue }
      lines += ["", part.label]
      for person in people {
        lines.append("  \(VisibleText.line(person.name)): \(person.summary)")
        lines += person.citations.map { "    - \(ReportText.cited($0))" }
      }
    }
    if history.involvements.isEmpty { lines += ["", "Not found in these records."] }
    if !history.notes.isEmpty { lines += ["", "Notes"] }
    lines += history.notes.map { "  \(VisibleText.line($0))" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Involvement.Part {
  /// The part as people read it.
  var label: String {
    switch self {
    case .began: "Began it"
    case .carried: "Carried it"
    case .reviewed: "Reviewed it"
    case .thanked: "Was thanked for it"
    }
  }
}

extension Involvement {
  /// `2 commits and 1 post, 2004-03-01 to 2004-05-02`.
  var summary: String {
    let counts = [
      commitCount > 0 ? counted(commitCount, "commit") : nil,
      postCount > 0 ? counted(postCount, "post") : nil,
    ].compactMap(\.self).joined(separator: " and ")
    let (first, last) = (from.prefix(10), to.prefix(10))
    return "\(counts), \(first)" + (first == last ? "" : " to \(last)")
  }
}
