/// A commit's words in order, as stems, to see which of them stand together.
struct GitText {
  /// The words of a line, a message or a path; a word with humps stands for each of its humps in turn,
  /// and a dot between words for itself: `lamp.oil` is the oil in `lamp`, and no `lamp-oil`.
  struct Line {
    private let stems: [Set<String>]

    init(_ text: String) {
      var stems: [Set<String>] = []
      let scalars = text.unicodeScalars
      var end: (index: String.Index, offset: Int)?
      for word in Words.of(text) {
        if let end, end.offset + 1 == word.range.lowerBound, scalars[end.index] == "." {
          stems.append([GitUnit.dot])
        }
        end = (word.text.endIndex, word.range.upperBound)
        let whole = WordStem.of(word.whole)
        stems.append(word.parts.first.map { [whole, WordStem.of($0)] } ?? [whole])
        stems += word.parts.dropFirst().map { [WordStem.of($0)] }
      }
      self.stems = stems
    }

    /// Where a run of stems begins.
    func places(of run: [String]) -> [Int] {
      guard !run.isEmpty, run.count <= stems.count else { return [] }
      return (0...(stems.count - run.count)).filter { start in
        run.indices.allSatisfy { stems[start + $0].contains(run[$0]) }
      }
    }

    /// Whether they say stems that follow one another.
    func says(_ stems: [String]) -> Bool { !places(of: stems).isEmpty }

    /// How many of some stems they say.
    func count(of wanted: Set<String>) -> Int {
      stems.reduce(into: Set<String>()) { $0.formUnion($1) }.intersection(wanted).count
    }

    /// Whether they say a unit.
    func say(_ unit: GitUnit) -> Bool { unit.runs.contains { !places(of: $0).isEmpty } }

    /// Which of some units they say together, with at most one word between one and the next: a set for
    /// each row of two units or more.
    func rows(of units: [GitUnit]) -> [Set<Int>] {
      let spans = units.indices.flatMap { unit in
        units[unit].runs.flatMap { run in
          places(of: run).map { (unit: unit, span: $0..<$0 + run.count) }
        }
      }.sorted {
        ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
      }
      var rows: [Set<Int>] = []
      var row = Set<Int>()
      var end = Int.min
      // What stands within another unit is a part of it.
      for (unit, span) in spans where span.lowerBound >= end {
        if row.isEmpty || span.lowerBound > end + 1 {
          rows.append(row)
          row = []
        }
        row.insert(unit)
        end = max(end, span.upperBound)
      }
      return (rows + [row]).filter { $0.count > 1 }
    }

    /// Whether they are nothing but a unit.
    func are(_ unit: GitUnit) -> Bool {
      unit.runs.contains { $0.count == stems.count && !places(of: $0).isEmpty }
    }
  }

  /// The whole message.
  private let text: String
  /// Each path.
  private let paths: [String]

  init(message: String, paths: [String]) {
    text = message
    self.paths = paths
  }

  /// The first line of the message.
  var subject: Line { Line(String(text.prefix { $0 != "\n" })) }

  /// The whole message.
  var message: Line { Line(text) }

  /// The units that the message says together, and those that one path does.
  func messageRows(of units: [GitUnit]) -> [Set<Int>] { message.rows(of: units) }
  func pathRows(of units: [GitUnit]) -> [Set<Int>] { paths.flatMap { Line($0).rows(of: units) } }

  /// Whether one path says a unit.
  func pathsSay(_ unit: GitUnit) -> Bool { paths.contains { Line($0).say(unit) } }

  /// Whether a folder or file, its ending apart, is called by a unit.
  func hasPart(_ unit: GitUnit) -> Bool {
    paths.contains { path in
      path.split(separator: "/").contains { part in
        Line(String(part.prefix { $0 != "." })).are(unit)
      }
    }
  }
}
