/// Finds, in messages and paths, the stems that topics ask for.
///
/// A history says the same words and paths again and again, so each spelling is taken apart once and
/// what was found in it is kept; what is new after ``mostKept`` spellings is taken apart each time.
struct WordScanner {
  private let wanted: Set<String>
  private var kept: [[UInt8]: [String]] = [:]
  private static let mostKept = 200_000
  /// Longer runs without white space are digests and addresses.
  private static let longestWord = 256

  /// Scans for these stems.
  init(_ wanted: Set<String>) { self.wanted = wanted }

  /// The wanted stems in one path.
  mutating func words(inPath path: [UInt8]) -> [String] { words(in: path) }

  /// The wanted stems in a range of a message.
  mutating func words(in message: [UInt8], _ range: Range<Int>) -> Set<String> {
    var found = Set<String>()
    var start = range.lowerBound
    for index in range where message[index] <= 0x20 {
      if index > start { scan(message[start..<index], &found) }
      start = index + 1
    }
    if range.upperBound > start { scan(message[start..<range.upperBound], &found) }
    return found
  }

  private mutating func scan(_ word: ArraySlice<UInt8>, _ found: inout Set<String>) {
    guard word.count > 1, word.count <= Self.longestWord else { return }
    found.formUnion(words(in: Array(word)))
  }

  private mutating func words(in spelling: [UInt8]) -> [String] {
    if let known = kept[spelling] { return known }
    let found = Words.stems(of: String(decoding: spelling, as: UTF8.self)).intersection(wanted)
      .sorted()
    if kept.count < Self.mostKept { kept[spelling] = found }
    return found
  }
}
