/// The words of a line, a sentence or a path in order, as stems, to see which of them stand together.
///
/// A word with humps stands for each of its humps in turn, and a dot between words for itself: `lamp.oil`
/// is the oil in `lamp`, and no `lamp-oil`.
struct WordLine {
  /// Stands for a dot between words.
  static let dot = "."

  private let stems: [Set<String>]

  init(_ text: String) {
    var stems: [Set<String>] = []
    let scalars = text.unicodeScalars
    var end: (index: String.Index, offset: Int)?
    for word in Words.of(text) {
      if let end, end.offset + 1 == word.range.lowerBound, scalars[end.index] == "." {
        stems.append([Self.dot])
      }
      end = (word.text.endIndex, word.range.upperBound)
      let whole = WordStem.of(word.whole)
      stems.append(word.parts.first.map { [whole, WordStem.of($0)] } ?? [whole])
      stems += word.parts.dropFirst().map { [WordStem.of($0)] }
    }
    self.stems = stems
  }

  /// How many words it has, humps and dots among them.
  var count: Int { stems.count }

  /// Where a run of stems begins.
  func places(of run: [String]) -> [Int] {
    guard !run.isEmpty, run.count <= stems.count else { return [] }
    return (0...(stems.count - run.count)).filter { start in
      run.indices.allSatisfy { stems[start + $0].contains(run[$0]) }
    }
  }

  /// Whether it says stems that follow one another.
  func says(_ stems: [String]) -> Bool { !places(of: stems).isEmpty }

  /// How many of some stems it says.
  func count(of wanted: Set<String>) -> Int {
    stems.reduce(into: Set<String>()) { $0.formUnion($1) }.intersection(wanted).count
  }

  /// Which of some names, each of which any of its runs of stems stands for, it says together, with at most
  /// `gap` words between one and the next: a set for each row of two names or more.
  func rows(of names: [[[String]]], gap: Int = 1) -> [Set<Int>] {
    let spans = names.indices.flatMap { name in
      names[name].flatMap { run in
        places(of: run).map { (name: name, span: $0..<$0 + run.count) }
      }
    }.sorted { ($0.span.lowerBound, $1.span.upperBound) < ($1.span.lowerBound, $0.span.upperBound) }
    var rows: [Set<Int>] = []
    var row = Set<Int>()
    var end = 0
    // What stands within another name is a part of it.
    for (name, span) in spans where span.lowerBound >= end {
      if span.lowerBound > end + gap {
        rows.append(row)
        row = []
      }
      row.insert(name)
      end = span.upperBound
    }
    return (rows + [row]).filter { $0.count > 1 }
  }
}
