/// A quick look at a text that tells whether reading it for claims is worth the while.
///
/// Nearly all posts of a list hold no statement about a person. One pass over their bytes tells them
/// from those that do: either the text has words of offices, elections and careers, and is read whole,
/// or it says here and there "I wrote …" or "I am the lead …", and only the sentences of such words are
/// read.
struct ClaimGate {
  /// What of a text is worth reading.
  enum Verdict: Equatable {
    case whole
    /// Scalars at which somebody says what they did; empty for a text that says nothing.
    case places([Int])

    /// The places, in order; nil where all is read.
    var places: [Int]? {
      if case .places(let places) = self { places } else { nil }
    }
  }

  /// Looks at a text; linear, with no allocation but for the places.
  static func look(at text: String) -> Verdict {
    var text = text
    return text.withUTF8 { unsafe look(at: $0.span) }
  }

  /// Whether a text opens as the page of a candidate: "name:" or its like, after a rule or none.
  private static func opensAsPage(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < min(bytes.count, 200), bytes[index] == 0x2D || bytes[index] <= 0x20 { index += 1 }
    let start = index
    while index < min(bytes.count, start + 16), (bytes[index] | 0x20) &- 0x61 < 26 { index += 1 }
    guard index > start, index < bytes.count, bytes[index] == 0x3A else { return false }
    return marks.mark(of: start..<index, in: bytes) & Mark.field != 0
  }

  private static func look(at bytes: Span<UInt8>) -> Verdict {
    if opensAsPage(bytes) { return .whole }
    var places: [Int] = []
    // Where each word that counts was said last, so that those said near one another are told.
    var said = [Int](repeating: .min, count: 64)
    let marks = marks
    // Bytes passed that are no scalar's first.
    var tails = 0
    var wordsSinceAuthor = far
    var wordsSinceBeing = far
    var index = 0
    let end = bytes.count
    var isLineStart = true
    while index < end {
      if isLineStart, bytes[index] == 0x3E {
        // What is quoted is said by another.
        while index < end, bytes[index] != 0x0A {
          if bytes[index] & 0xC0 == 0x80 { tails += 1 }
          index += 1
        }
        continue
      }
      let first = index
      let start = index - tails
      while index < end {
        let byte = bytes[index]
        let isLetter = (byte | 0x20) &- 0x61 < 26
        guard isLetter || byte == 0x2D || byte >= 0x80 && !isCurlyApostrophe(at: index, in: bytes)
        else { break }
        if byte & 0xC0 == 0x80 { tails += 1 }
        index += 1
      }
      if index > first {
        isLineStart = false
        wordsSinceAuthor += 1
        wordsSinceBeing += 1
        let mark = marks.mark(of: first..<index, in: bytes)
        guard mark != 0 else { continue }
        if mark & Mark.strong != 0 { return .whole }
        if mark & Mark.author != 0 { wordsSinceAuthor = 0 }
        if mark & Mark.being != 0, wordsSinceAuthor < 4 { wordsSinceBeing = 0 }
        // "I wrote", "I am currently a principal engineer", "I have had the pleasure of serving"
        if mark & Mark.deed != 0 && wordsSinceAuthor < 4
          || mark & Mark.title != 0 && wordsSinceBeing < 7
          || mark & Mark.service != 0 && wordsSinceAuthor < 9, places.count < placeLimit
        {
          places.append(start)
        }
        if mark & Mark.weak != 0 {
          said[Int(mark >> 8)] = start
          if said.count(where: { $0 >= start - nearness }) >= passing { return .whole }
        }
      } else {
        let byte = bytes[index]
        if byte == 0x2E || byte == 0x3B { (wordsSinceAuthor, wordsSinceBeing) = (far, far) }
        isLineStart = byte == 0x0A
        // Of what is beyond ASCII only an apostrophe parts words.
        index += byte < 0x80 ? 1 : 3
        tails += byte < 0x80 ? 0 : 2
      }
    }
    return .places(places)
  }

  private static func isCurlyApostrophe(at index: Int, in bytes: Span<UInt8>) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0x99
  }

  /// More words than any clause reaches over.
  private static let far = 100
  private static let placeLimit = 4096

  /// A strong word is enough; of weak ones it takes so many different within so many scalars.
  private static let passing = 5
  private static let nearness = 1500

  private enum Mark {
    static let author: UInt32 = 1
    static let deed: UInt32 = 2
    static let strong: UInt32 = 4
    static let weak: UInt32 = 8
    static let field: UInt32 = 16
    static let being: UInt32 = 32
    static let title: UInt32 = 64
    static let service: UInt32 = 128
  }

  private static let marks = WordMarks(
    [
      (Mark.author, "i we my our"), (Mark.deed, deeds), (Mark.field, "name candidate nominee"),
      (Mark.being, "am was m ve been become became becoming being as"), (Mark.title, titles),
      (Mark.service, "serve serving served"), (Mark.strong, strongWords),
    ] + numbered(weakWords))

  /// Weak words have a number each, so that one said often counts once.
  private static func numbered(_ words: String) -> [(mark: UInt32, words: String)] {
    words.split(separator: " ").enumerated().map { index, word in
      (Mark.weak | (UInt32(index) % 64) << 8, String(word))
    }
  }

  private static let deeds =
    "implemented wrote maintain maintained led founded designed started created organised organized contributed "
    + "developed founder maintainer joined attended spoke presented served serve hold chaired ran authored "
    + "introduced ported rewrote established initiated launched mentored nominate nominating running employed "
    + "elected chair chairing contributing involved maintaining member lead drove initial reviewer committer "
    + "developer engineer architect manager director principal been work worked working years experience "
    + "began became participate participated involvement spoken ranked reelected begin contribute contributions "
    + "continued focused accomplished achieved completed identified shipped migrated assisted dropped automated reduced "
    + "increased improved improving built made helped helping finished managed added fixed spent kept brought documented "
    + "removed replaced addressed represented moved switched gained extended delivered upgraded tackled restructured "
    + "refactored simplified drafted edited translated packaged reviewed triaged raised collaborate collaborated "
    + "collaborating coordinated coordinating leading championed active upstream grew expanded publishing published "
    + "taught co-founded co-authored redesigned advocated organising organizing hosted resolved merged"
  private static let titles =
    "engineer developer architect manager director principal member reviewer liaison maintainer employee committer "
    + "mentor chair leader lead contributor operator advocate consultant president secretary treasurer founder "
    + "translator administrator packager core speaker author"
  private static let strongWords =
    "candidacy nominate nomination nominated self-nomination nominating re-election re-elected ptl nominee "
    + "candidature"
  private static let weakWords =
    "candidate election elections elected candidates voters terms announce announcing years experience maintainer "
    + "member community contributor contributors committee council board served serving "
    + "role leadership liaison mentor mentoring conference summit organized organised founder career employer employed "
    + "affiliation goals priorities vision cycle term core involved background biography speaker award patent degree "
    + "university engineer chair vote reviewer ambassador packager upstream collaboration contributing achievements "
    + "steering co-chair emeritus sigs bio"
}
