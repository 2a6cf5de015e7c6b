import ArchiveStorage
import MailParsing

/// Work that a repository shows of a person and that nothing they say of themselves names: their
/// commits, by the part of the tree that they are mainly about.
struct UnclaimedCommits {
  /// Fewer commits to a part of the tree tell of a passing touch.
  static let fewest = 3

  let history: GitHistory
  let person: GitIdentity
  let said: SaidWords
  /// Seconds since 1970.
  let bounds: Range<Int64>

  /// Adds what is found to `records`. Near-linear in the person's commits.
  func gather(into records: inout UnclaimedRecords) {
    guard !bounds.isEmpty else { return }
    let time = history.commits(in: bounds.lowerBound...(bounds.upperBound - 1))
    let commits = person.written.intersection(history.work).intersection(time)
    var parts: [String: [Int]] = [:]
    for place in commits.places {
      for part in Self.parts(of: history.detail(of: place).paths) {
        parts[part, default: []].append(place)
      }
    }
    for (part, places) in parts where places.count >= Self.fewest {
      let name = part.split(separator: "/").last.map(String.init) ?? part
      guard !said.name(Topic(name)) else { continue }
      for place in places {
        records.add(
          .commits, on: part, at: history.commits[place].authoredAt,
          history.citation(of: place, naming: GitUnit.units(of: Topic(name))))
      }
    }
  }

  /// The parts of the tree that hold half of a commit's paths or more, tests left out where there is
  /// more than tests.
  static func parts(of paths: [String]) -> [String] {
    let all = paths.map { $0.split(separator: "/") }
    let work = all.filter { !$0.dropLast().contains { ["test", "tests", "testing"].contains($0) } }
    let counted = work.isEmpty ? all : work
    let tally = Dictionary(counted.map { (part(of: $0), 1) }, uniquingKeysWith: +)
    return tally.filter { $0.value * 2 >= counted.count }.keys.sorted()
  }

  /// `lantern/lens` of `lantern/lens/focus.c`; a file that lies higher stands for itself, without its
  /// ending.
  private static func part(of path: [Substring]) -> String {
    guard path.count < 3 else { return path.prefix(2).joined(separator: "/") }
    let joined = path.joined(separator: "/")
    guard let dot = joined.lastIndex(of: "."), dot > joined.startIndex,
      !joined[dot...].contains("/")
    else { return joined }
    return String(joined[..<dot])
  }
}
