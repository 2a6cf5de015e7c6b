/// Finds, in messages and paths, the stems that topics ask for.
///
/// Each spelling is taken apart once. Most spellings cannot hold any stem asked for, which their bytes
/// tell without making a string: a stem begins where a word does, with the same letters.
struct WordScanner {
  /// The stems asked for, by their number.
  let stems: [String]
  private let numbers: [String: Int]
  private let beginnings: Beginnings
  private var spellings = ByteTable()
  /// For each spelling, the numbers of the stems in it.
  private var found: [[Int]] = []
  /// Longer runs without white space are digests and addresses.
  private static let longestWord = 256

  /// Scans for these stems.
  init(_ wanted: Set<String>) {
    stems = wanted.sorted()
    numbers = Dictionary(zip(stems, stems.indices)) { first, _ in first }
    beginnings = Beginnings(of: stems)
  }

  /// The number of a stem; nil where it was not asked for.
  func number(of stem: String) -> Int? { numbers[stem] }

  /// The stems in a path, or in a word between spaces.
  mutating func stems(in range: Range<Int>, of bytes: Span<UInt8>) -> [Int] {
    let number = spellings.number(of: range, in: bytes)
    if number == found.count {
      found.append(
        beginnings.mayBegin(in: range, of: bytes)
          ? Words.stems(of: Self.text(bytes, range)).compactMap { numbers[$0] }.sorted() : [])
    }
    return found[number]
  }

  /// Hands on each stem in a stretch of text, as often as it is met.
  mutating func scan(_ range: Range<Int>, of bytes: Span<UInt8>, _ take: (Int) -> Void) {
    var start = range.lowerBound
    for index in range where bytes[index] <= 0x20 {
      scanWord(start..<index, of: bytes, take)
      start = index + 1
    }
    scanWord(start..<range.upperBound, of: bytes, take)
  }

  private mutating func scanWord(
    _ range: Range<Int>, of bytes: Span<UInt8>, _ take: (Int) -> Void
  ) {
    guard range.count > 1, range.count <= Self.longestWord else { return }
    for stem in stems(in: range, of: bytes) { take(stem) }
  }

  /// The text of some bytes; what is no UTF-8 is shown as such.
  static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let part = bytes.extracting(range)
    return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

/// The first three letters of stems.
private struct Beginnings {
  private var known: [Bool] = Array(repeating: false, count: 37 * 37 * 37)

  init(of stems: [String]) {
    for stem in stems {
      let codes = stem.utf8.prefix(3).map(Self.code)
      guard let first = codes.first else { continue }
      let seconds = codes.count > 1 ? [codes[1]] : Array(0..<37)
      var thirds = codes.count > 2 ? [codes[2]] : Array(0..<37)
      // The plural of `fly` is `flies`.
      if thirds == [Self.code(0x79)] { thirds.append(Self.code(0x69)) }
      for second in seconds {
        for third in thirds { known[(first * 37 + second) * 37 + third] = true }
      }
    }
  }

  /// False where no word among the bytes begins with the letters of a stem.
  func mayBegin(in range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    var (first, second) = (0, 0)
    for index in range {
      // What other letters fold to is not known here.
      if bytes[index] >= 0x80 { return true }
      let third = Self.code(bytes[index])
      if known[(first * 37 + second) * 37 + third] { return true }
      (first, second) = (second, third)
    }
    return known[(first * 37 + second) * 37] || known[second * 37 * 37]
  }

  /// 1…26 for letters of either case, 27…36 for digits, 0 for all else.
  private static func code(_ byte: UInt8) -> Int {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30 + 27
    case 0x41...0x5A: Int(byte) - 0x40
    case 0x61...0x7A: Int(byte) - 0x60
    default: 0
    }
  }
}
