internal import Foundation

/// A few words of a message around what was searched for.
public struct Snippet: Sendable, Hashable {
  /// The words, each run of white space one space; `…` at an end where the text goes on.
  public var text: String
  /// The words searched for, as Unicode scalars of ``text``.
  public var highlights: [Range<Int>]

  /// Words around the place of `text` where most of what `words` asks for stands together; the beginning
  /// where none of it does. Only the first 256 KiB are looked at. Linear in the text.
  init(of text: String, around words: [SearchQuery.Words], width: Int = 28) {
    let tokens = Self.tokens(of: text)
    let wanted = Set(words.flatMap { Self.tokens(of: $0.text).map(\.folded) })
    let prefixes = words.filter(\.isPrefix).compactMap { Self.tokens(of: $0.text).last?.folded }
    let isWanted = tokens.map { token in
      wanted.contains(token.folded) || prefixes.contains { token.folded.hasPrefix($0) }
    }
    let start = Self.bestStart(tokens.map(\.folded), isWanted, width)
    let shown = start..<min(tokens.count, start + width)
    self.text = ""
    self.highlights = []
    guard !shown.isEmpty else { return }
    let first = tokens[shown.lowerBound].range.lowerBound
    var last = tokens[shown.upperBound - 1].range.upperBound
    if shown.upperBound == tokens.count {
      // The full stop that ends the text, not the rule of dashes that may follow it.
      last = text.unicodeScalars[last...].firstIndex { $0.properties.isWhitespace } ?? last
    }
    var out = String.UnicodeScalarView()
    if shown.lowerBound > 0 { out.append("…") }
    let scalars = text.unicodeScalars
    var marks = shown.filter { isWanted[$0] }.map { tokens[$0].range }[...]
    var open: Int?
    var index = first
    while index < last {
      if let mark = marks.first, mark.lowerBound == index { open = out.count }
      let scalar = scalars[index]
      if scalar.properties.isWhitespace {
        if out.last != " " { out.append(" ") }
      } else {
        out.append(scalar)
      }
      index = scalars.index(after: index)
      if let mark = marks.first, mark.upperBound == index, let start = open {
        highlights.append(start..<out.count)
        marks.removeFirst()
      }
    }
    if shown.upperBound < tokens.count { out.append("…") }
    self.text = String(out)
  }

  /// The token at which a window of `width` begins that holds most different words asked for.
  private static func bestStart(_ tokens: [String], _ isWanted: [Bool], _ width: Int) -> Int {
    var (best, bestCount) = (0, 0)
    var counts: [String: Int] = [:]
    var next = 0
    for start in tokens.indices where isWanted[start] {
      // A window begins a few words before the first hit in it.
      let end = min(tokens.count, start + width - 6)
      while next < end {
        if isWanted[next] { counts[tokens[next], default: 0] += 1 }
        next += 1
      }
      if counts.count > bestCount { (best, bestCount) = (max(0, start - 6), counts.count) }
      counts[tokens[start], default: 1] -= 1
      if counts[tokens[start]] == 0 { counts[tokens[start]] = nil }
    }
    return best
  }

  private struct Token {
    var folded: String
    var range: Range<String.Index>
  }

  /// Cuts as the index does: runs of letters and digits, characters of unspaced scripts one by one.
  private static func tokens(of text: String) -> [Token] {
    let scalars = text.unicodeScalars
    let end =
      scalars.index(scalars.startIndex, offsetBy: 256 << 10, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
    var tokens: [Token] = []
    var start: String.Index?
    var index = scalars.startIndex
    func close(at index: String.Index) {
      if let from = start {
        tokens.append(Token(folded: folded(scalars[from..<index]), range: from..<index))
      }
      start = nil
    }
    while index < end {
      let scalar = scalars[index]
      let after = scalars.index(after: index)
      if IndexedText.isUnspaced(scalar) {
        close(at: index)
        start = index
        close(at: after)
      } else if isWordScalar(scalar) {
        start = start ?? index
      } else {
        close(at: index)
      }
      index = after
    }
    close(at: end)
    return tokens
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
      default: return false
      }
    }
    return FTS5Expression.hasToken(String(scalar))
      || scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Lower case, without diacritics.
  private static func folded(_ word: Substring.UnicodeScalarView) -> String {
    if word.allSatisfy(\.isASCII) { return String(word).lowercased() }
    let parts = String(word).decomposedStringWithCanonicalMapping.unicodeScalars
    var bare = String.UnicodeScalarView()
    bare.append(contentsOf: parts.filter { $0.properties.canonicalCombiningClass == .notReordered })
    return String(bare).lowercased()
  }
}
