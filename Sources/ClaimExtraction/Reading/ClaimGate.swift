/// A quick look at a text that tells whether reading it for claims is worth the while.
///
/// Nearly all posts of a list hold no statement about a person. One pass over their bytes tells them
/// from those that do: either the text has words of offices, elections and careers, and is read whole,
/// or it says here and there "I wrote …", and only the paragraphs around such words are read.
struct ClaimGate {
  /// What of a text is worth reading.
  enum Verdict: Equatable {
    case whole
    /// Scalars at which somebody says what they did; empty for a text that says nothing.
    case places([Int])
  }

  /// Looks at a text; linear, with no allocation but for the places.
  static func look(at text: String) -> Verdict {
    var text = text
    return text.withUTF8 { unsafe look(at: $0.span) }
  }

  private static func look(at bytes: Span<UInt8>) -> Verdict {
    var places: [Int] = []
    var seen: UInt64 = 0
    var score = 0
    var scalars = 0
    var wordsSinceAuthor = 100
    var index = 0
    let end = bytes.count
    while index < end {
      var hash = WordHash()
      let start = scalars
      let first = index
      while index < end {
        let byte = bytes[index]
        let isLetter = (byte | 0x20) &- 0x61 < 26
        guard isLetter || byte >= 0x80 || byte == 0x2D else { break }
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if index - first < 32 { hash.add(byte) }
        index += 1
      }
      if index > first {
        wordsSinceAuthor += 1
        let mark = Self.marks.mark(of: hash.value)
        if mark != 0 {
          if mark & Mark.author != 0 { wordsSinceAuthor = 0 }
          if mark & Mark.deed != 0, wordsSinceAuthor < 4, places.count < 4096 {
            places.append(start)
          }
          let bit = UInt64(1) << (mark >> 8 & 63)
          if mark & (Mark.strong | Mark.weak) != 0, seen & bit == 0 {
            seen |= bit
            score += mark & Mark.strong != 0 ? passing : 1
            if score >= passing { return .whole }
          }
        }
      } else {
        let byte = bytes[index]
        if byte & 0xC0 != 0x80 { scalars += 1 }
        // "I've" is one word and the author's; any other mark but an apostrophe ends a clause.
        if byte == 0x2E || byte == 0x3B { wordsSinceAuthor = 100 }
        index += 1
      }
    }
    return .places(places)
  }

  /// What a text must come to: a strong word is enough, of weak ones it takes so many different.
  private static let passing = 5

  private enum Mark {
    static let author: UInt32 = 1
    static let deed: UInt32 = 2
    static let strong: UInt32 = 4
    static let weak: UInt32 = 8
  }

  private static let marks = MarkTable([
    (Mark.author, "i we my our"),
    (
      Mark.deed,
      "implemented wrote maintain maintained led founded designed started created organised organized contributed "
        + "developed founder maintainer joined attended spoke presented served serve hold chaired ran authored "
        + "introduced ported rewrote established initiated launched mentored nominate nominating running employed "
        + "elected chair chairing contributing involved maintaining member lead drove initial reviewer committer "
        + "developer engineer architect manager director principal"
    ),
    (
      Mark.strong,
      "candidacy nominate nomination nominated self-nomination nominating re-election re-elected ptl nominee "
        + "candidature"
    ),
    (
      Mark.weak,
      "candidate election elections elected candidates voters terms announce announcing years experience maintainer member community contributor contributors committee council board served serving "
        + "role leadership liaison mentor mentoring conference summit organized organised founder career employer employed "
        + "affiliation goals priorities vision cycle term core involved background biography speaker award patent degree "
        + "university engineer chair vote reviewer ambassador packager upstream collaboration contributing achievements"
    ),
  ])

  /// Words and their marks as an open-addressed table.
  private struct MarkTable {
    private var keys = [UInt32](repeating: 0, count: 1024)
    private var values = [UInt32](repeating: 0, count: 1024)

    init(_ lists: [(mark: UInt32, words: String)]) {
      var next: UInt32 = 0
      for (mark, words) in lists {
        for word in words.split(separator: " ") {
          var hash = WordHash()
          for byte in word.utf8 { hash.add(byte) }
          var slot = Int(hash.value & 1023)
          while keys[slot] != 0, keys[slot] != hash.value { slot = (slot + 1) & 1023 }
          keys[slot] = hash.value
          values[slot] |= mark
          // Words that count have a bit each, so that one said often counts once.
          if mark & (Mark.strong | Mark.weak) != 0, values[slot] >> 8 == 0 {
            next += 1
            values[slot] |= (next & 63) << 8
          }
        }
      }
    }

    @inline(__always)
    func mark(of hash: UInt32) -> UInt32 {
      var slot = Int(hash & 1023)
      while keys[slot] != 0 {
        if keys[slot] == hash { return values[slot] }
        slot = (slot + 1) & 1023
      }
      return 0
    }
  }
}
