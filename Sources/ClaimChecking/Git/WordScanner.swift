/// Finds, in messages and paths, the stems that topics ask for.
///
/// Text is cut into runs of letters and digits. Most runs cannot hold any stem asked for, which their
/// first letters tell without looking anything up; what remains is taken apart once for each spelling.
struct WordScanner {
  private let numbers: [String: Int]
  private let beginnings: Beginnings
  private var spellings = ByteTable()
  /// For each spelling, the numbers of the stems in it.
  private var found: [[Int]] = []
  private var paths = ByteTable()
  private var foundInPaths: [[Int]] = []
  /// Longer runs are digests and encoded files.
  private static let longestRun = 128

  /// Scans for these stems, whose numbers are their places in order.
  init(_ wanted: Set<String>) {
    let stems = wanted.sorted()
    numbers = Dictionary(zip(stems, stems.indices)) { first, _ in first }
    beginnings = Beginnings(of: stems)
  }

  /// The stems in a path, each once.
  mutating func stems(inPath range: Range<Int>, of bytes: Span<UInt8>) -> [Int] {
    let number = paths.number(of: range, in: bytes)
    if number == foundInPaths.count {
      var stems = Set<Int>()
      scan(range, of: bytes) { stems.insert($0) }
      foundInPaths.append(stems.sorted())
    }
    return foundInPaths[number]
  }

  /// Hands on each stem in a stretch of text, as often as it is met.
  mutating func scan(_ range: Range<Int>, of bytes: Span<UInt8>, _ take: (Int) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard Letter.code(bytes[index]) > 0 else {
        index += 1
        continue
      }
      let start = index
      var mayHold = false
      while index < range.upperBound, Letter.code(bytes[index]) > 0 {
        // A word begins with the run, and at capitals within it.
        if !mayHold, index == start || Letter.mayOpen(bytes[index]) {
          mayHold = beginnings.mayBegin(at: index, before: range.upperBound, in: bytes)
        }
        index += 1
      }
      guard mayHold, index - start > 1, index - start <= Self.longestRun else { continue }
      for stem in stems(inRun: start..<index, of: bytes) { take(stem) }
    }
  }

  private mutating func stems(inRun range: Range<Int>, of bytes: Span<UInt8>) -> [Int] {
    let number = spellings.number(of: range, in: bytes)
    if number == found.count {
      found.append(
        Words.stems(of: Self.text(bytes, range)).compactMap { numbers[$0] }.sorted())
    }
    return found[number]
  }

  /// The text of some bytes; what is no UTF-8 is shown as such.
  static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let part = bytes.extracting(range)
    return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

/// Bytes as parts of words.
private enum Letter {
  /// 1…26 for letters of either case, 27…36 for digits, 37 for parts of other letters, 0 for all else.
  static func code(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x60
    case 0x41...0x5A: Int(byte) - 0x40
    case 0x30...0x39: Int(byte) - 0x30 + 27
    case 0x80...: 37
    default: 0
    }
  }

  /// True for capitals, and for what may be one.
  static func mayOpen(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte) }
}

/// The first three letters of stems.
private struct Beginnings {
  private static let base = 38
  private var known: [Bool] = Array(repeating: false, count: base * base * base)

  init(of stems: [String]) {
    let all = Array(0..<Self.base)
    for stem in stems {
      let codes = stem.utf8.prefix(3).map(Letter.code)
      guard let first = codes.first else { continue }
      let seconds = codes.count > 1 ? [codes[1]] : all
      var thirds = codes.count > 2 ? [codes[2]] : all
      // The plural of `fly` is `flies`.
      if thirds == [Letter.code(0x79)] { thirds.append(Letter.code(0x69)) }
      for second in seconds {
        for third in thirds { known[(first * Self.base + second) * Self.base + third] = true }
      }
    }
  }

  /// False where what stands at `index` begins with the letters of no stem.
  func mayBegin(at index: Int, before end: Int, in bytes: Span<UInt8>) -> Bool {
    let first = Letter.code(bytes[index])
    // What other letters fold to is not known here.
    if first == 37 { return true }
    let second = index + 1 < end ? Letter.code(bytes[index + 1]) : 0
    let third = index + 2 < end && second > 0 ? Letter.code(bytes[index + 2]) : 0
    if second == 37 || third == 37 { return true }
    return known[(first * Self.base + second) * Self.base + third]
  }
}
