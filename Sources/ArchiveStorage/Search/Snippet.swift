/// A few words of a message around what was searched for.
public struct Snippet: Sendable, Hashable {
  /// The words, each run of white space one space; `…` at an end where the text goes on.
  public var text: String
  /// The words searched for, as Unicode scalars of ``text``.
  public var highlights: [Range<Int>]

  /// Words around the place of `text` where most of what `words` asks for stands together; the beginning
  /// where none of it does. Only the first 256 KiB are looked at, and only as far as to where all of it
  /// stands together. Linear in the text.
  init(of text: String, around words: [SearchQuery.Words], width: Int = 28) {
    let wanted = WantedWords(words)
    let bytes = Self.beginning(of: text)
    var tokens: [(range: Range<Int>, wanted: Int?)] = []
    var lastSeen = Array(repeating: Int.min, count: wanted.count)
    var needed = wanted.count == 0 ? width : Int.max
    TokenCutter.forEachToken(in: bytes) { range, isASCII in
      let word = wanted.index(of: bytes[range], isASCII: isASCII)
      if let word {
        lastSeen[word] = tokens.count
        // Nowhere can more stand together: a window's tokens and the one that shows the text goes on do.
        if needed == .max, lastSeen.allSatisfy({ $0 > tokens.count - Self.reach(of: width) }) {
          needed = tokens.count + width
        }
      }
      tokens.append((range, word))
      return tokens.count <= needed
    }
    let start = Self.bestStart(tokens.map(\.wanted), width)
    let shown = tokens[start..<min(tokens.count, start + width)]
    self.text = ""
    self.highlights = []
    guard let first = shown.first?.range.lowerBound, var last = shown.last?.range.upperBound else {
      return
    }
    if shown.endIndex == tokens.count {
      // The full stop that ends the text, not the rule of dashes that may follow it.
      last = bytes[last...].firstIndex { $0 <= UInt8(ascii: " ") } ?? last
    }
    let marks = shown.filter { $0.wanted != nil }.map(\.range)
    quote(bytes[first..<last], marking: marks[...])
    if start > 0 { prefixEllipsis() }
    if shown.endIndex < tokens.count { self.text += "…" }
  }

  /// The first 256 KiB of a text's UTF-8, copied at once and not byte by byte.
  private static func beginning(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { unsafe Array($0.prefix(256 << 10)) }
  }

  private mutating func quote(_ bytes: ArraySlice<UInt8>, marking marks: ArraySlice<Range<Int>>) {
    var marks = marks
    var out: [UInt8] = []
    var scalarCount = 0
    var open = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if let mark = marks.first, mark.lowerBound == index { open = scalarCount }
      if byte <= UInt8(ascii: " ") {
        if out.last != UInt8(ascii: " ") {
          out.append(UInt8(ascii: " "))
          scalarCount += 1
        }
      } else {
        out.append(byte)
        // Continuation bytes count with the first byte of their scalar.
        if byte & 0xC0 != 0x80 { scalarCount += 1 }
      }
      if let mark = marks.first, mark.upperBound == index + 1 {
        highlights.append(open..<scalarCount)
        marks.removeFirst()
      }
    }
    text = String(decoding: out, as: UTF8.self)
  }

  private mutating func prefixEllipsis() {
    text = "…" + text
    highlights = highlights.map { $0.lowerBound + 1..<$0.upperBound + 1 }
  }

  /// A window begins so many words before the first hit in it.
  private static let lead = 6

  /// The tokens of a window of `width` from the first hit in it on.
  private static func reach(of width: Int) -> Int { width - lead }

  /// The token at which a window of `width` begins that holds most different words asked for.
  private static func bestStart(_ tokens: [Int?], _ width: Int) -> Int {
    var (best, bestCount) = (0, 0)
    var counts: [Int: Int] = [:]
    var next = 0
    for start in tokens.indices {
      guard let word = tokens[start] else { continue }
      let end = min(tokens.count, start + reach(of: width))
      while next < end {
        if let word = tokens[next] { counts[word, default: 0] += 1 }
        next += 1
      }
      if counts.count > bestCount { (best, bestCount) = (max(0, start - lead), counts.count) }
      counts[word] = counts[word].flatMap { $0 > 1 ? $0 - 1 : nil }
    }
    return best
  }
}

/// The words a snippet looks for, in the form the index compares them in.
private struct WantedWords {
  private var words: [(folded: [UInt8], isPrefix: Bool)] = []

  init(_ asked: [SearchQuery.Words]) {
    for phrase in asked {
      let bytes = Array(phrase.text.utf8)
      let first = words.count
      TokenCutter.forEachToken(in: bytes) { range, isASCII in
        words.append((TokenCutter.folded(bytes[range], isASCII: isASCII), false))
        return true
      }
      if phrase.isPrefix, words.count > first { words[words.count - 1].isPrefix = true }
    }
  }

  var count: Int { words.count }

  /// Which of the words a token is; nil for none.
  func index(of token: ArraySlice<UInt8>, isASCII: Bool) -> Int? {
    if isASCII {
      // Without making anything of the token: most tokens of a text are none of the words.
      return words.firstIndex { word in
        (word.isPrefix ? token.count >= word.folded.count : token.count == word.folded.count)
          && zip(token, word.folded).allSatisfy { TokenCutter.lowercased($0) == $1 }
      }
    }
    let folded = TokenCutter.folded(token, isASCII: false)
    return words.firstIndex { word in
      word.isPrefix ? folded.starts(with: word.folded) : folded == word.folded
    }
  }
}
