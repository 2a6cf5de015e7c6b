/// A commit's message and paths, to see which of their words stand together.
struct GitText {
  /// The whole message.
  let text: String
  /// Each path.
  private let paths: [String]

  init(message: String, paths: [String]) {
    text = message
    self.paths = paths
  }

  /// The first line of the message.
  var subject: WordLine { WordLine(String(text.prefix { $0 != "\n" })) }

  /// The whole message.
  var message: WordLine { WordLine(text) }

  /// The units that the message says together, and those that one path does.
  func messageRows(of units: [GitUnit]) -> [Set<Int>] { message.rows(of: units.map(\.runs)) }
  func pathRows(of units: [GitUnit]) -> [Set<Int>] {
    paths.flatMap { WordLine($0).rows(of: units.map(\.runs)) }
  }

  /// Whether one path says a unit.
  func pathsSay(_ unit: GitUnit) -> Bool { paths.contains { WordLine($0).say(unit) } }

  /// Whether a folder or file, its ending apart, is called by a unit.
  func hasPart(_ unit: GitUnit) -> Bool {
    paths.contains { path in
      path.split(separator: "/").contains { part in
        WordLine(String(part.prefix { $0 != "." })).isNothingBut(unit)
      }
    }
  }
}

extension WordLine {
  /// Whether it says a unit.
  func say(_ unit: GitUnit) -> Bool { unit.runs.contains { says($0) } }

  /// Whether it is nothing but a unit.
  func isNothingBut(_ unit: GitUnit) -> Bool {
    unit.runs.contains { $0.count == count && says($0) }
  }
}
