import ArchiveStorage
import ClaimExtraction
import Testing

@Suite("Claims of a statement")
struct ClaimExtractorTests {
  private static let statement = """
    Hi everyone,

    I would like to announce my candidacy for PTL of Example for the Newton cycle.

    I have been working on Example since Liberty. I implemented the new storage driver.
    It rained a lot last week.

    For the next cycle I would like to focus on improving the test coverage.

    Thanks,
    Ada
    """

  @Test("a quote is the text at its range, in order and without overlap")
  func quotesStandInTheText() {
    let scalars = Array(Self.statement.unicodeScalars)
    var end = 0
    for claim in ClaimExtractor().claims(in: Self.statement) {
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[claim.range])
      #expect(claim.quote == String(words))
      #expect(claim.range.lowerBound >= end)
      end = claim.range.upperBound
    }
  }

  @Test("a plain statement gives its candidacy, its tenure, its work and its plan")
  func kinds() {
    let kinds = ClaimExtractor().claims(in: Self.statement).map(\.kind)
    #expect(kinds == [.candidacy, .tenure, .contribution, .intent])
  }

  @Test(
    "one sentence of a post says what its author is, however far the post stands from it",
    arguments: [
      "I\u{2019}m a core reviewer of Sparrow.", "I've been a member of the board since 2015.",
      "I am currently a principal software engineer at Sparrow Networks.",
      "I have had the pleasure of serving on the technical committee.",
    ])
  func roleInPassing(sentence: String) {
    let post =
      "Hi,\n\nthe build fails with the new compiler here.\n\n\(sentence)\n\nCould you try again?\n"
    let kinds = ClaimExtractor().claims(in: post).map(\.kind)
    #expect(kinds.contains(.role) || kinds.contains(.tenure), "\(kinds)")
  }

  @Test("words that point to what was said elsewhere are no claim")
  func asides() {
    let text = """
      I would like to announce my candidacy for PTL of Example.

      But seriously, as I have mentioned before, I have strong views on tabs. I wrote the parser.
      """
    let quotes = ClaimExtractor().claims(in: text).map(\.quote)
    #expect(quotes.contains("I wrote the parser"))
    #expect(!quotes.contains { $0.contains("mentioned") })
  }

  @Test("what is no statement is read with caution, though a user hands it over")
  func ordinaryDocument() {
    let text = """
      /// A word, number or mark of punctuation, with what the lexicon knows of it.
      package struct Token: Sendable {
        /// Scalars of the text.
        package let range: Range<Int>
        /// Lower case, curly apostrophes made straight.
        package fileprivate(set) var word: Name
      """
    let document = Document(kind: .statement, path: "", sha256: "", text: text)
    #expect(ClaimExtractor().claims(in: .document(document, writtenAt: nil)).isEmpty)
  }

  @Test(
    "a post that somebody named holds is not the author's",
    arguments: [
      "I thank Renat, the current PTL of Sparrow, for all that he did.",
      "Renat is the current PTL of Sparrow.",
    ])
  func postOfAnother(sentence: String) {
    let text = "I would like to announce my candidacy for PTL of Sparrow.\n\n\(sentence)\n"
    let roles = ClaimExtractor().claims(in: text).filter { $0.kind == .role }
    #expect(roles.allSatisfy { $0.actor == .other }, "\(roles.map(\.quote))")
  }

  @Test("who names himself and his post speaks of himself")
  func ownPost() {
    let text = "Hi, I am Ada Ortiz, the current PTL of Sparrow, and I run for PTL again.\n"
    let roles = ClaimExtractor().claims(in: text).filter { $0.kind == .role }
    #expect(roles.allSatisfy { $0.actor == .author }, "\(roles.map(\.quote))")
  }

  @Test("a name with an exclamation mark and a percentage do not cut a quote")
  func marks() {
    let text =
      "I announce my candidacy for PTL of Sparrow.\n\n"
      + "I worked at Yahoo! as a principal engineer for seven years. I spend 100% of my time on Sparrow.\n"
    let quotes = ClaimExtractor().claims(in: text).map(\.quote)
    #expect(quotes.contains { $0.contains("Yahoo! as a principal engineer") }, "\(quotes)")
    #expect(!quotes.contains { $0.hasSuffix("100") }, "\(quotes)")
  }

  @Test(
    "odd marks, scripts and layouts are read without a trap, and quoted as they stand",
    arguments: 0..<60)
  func oddities(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let pieces = [
      "I ", "we ", "I've been ", "PTL ", "since 2011", "last cycle", "candidacy ",
      "implemented the driver",
      "my ", "announce ", ". ", "! ", "? ", "…", "!!!", "100%", "~four~ years", "Yahoo! ", "\n",
      "\n\n",
      "\n- ", "\n* ", "\n** ", "\n• ", "\n1) ", "\n(a) ", "\n☑ ", "\n→ ", "\n# ", "\n== Plans ==\n",
      "\u{1F389}", "\u{1F468}\u{200D}\u{1F469}", "私は開発者です。", "我是维护者", "안녕하세요 ", "\u{202E}",
      "\u{FEFF}",
      "e\u{301}", "\u{A0}", "\t", "(", ")", "[1]", "\"", "\u{201C}", "\u{2019}",
      "https://example.org/x?y=%20",
      ", ", "and ", "which ", "to ", "the ", "~", "*", "_", "%", ":", "namely ", "(Kilo and ",
      "Liberty",
    ]
    var text = "I announce my candidacy for PTL.\n\n"
    for _ in 0..<(seed == 0 ? 4000 : 200) { text += pieces[next(pieces.count)] }
    let scalars = Array(text.unicodeScalars)
    var end = 0
    for claim in ClaimExtractor().claims(in: text) {
      #expect(claim.quote.unicodeScalars.elementsEqual(scalars[claim.range]))
      #expect(claim.range.lowerBound >= end)
      end = claim.range.upperBound
    }
    _ = CandidacyDetector().candidacy(in: text, subject: text)
  }

  @Test("a text without words gives no claims", arguments: ["", "\n\n", "   ", "...", "-----"])
  func nothing(text: String) {
    #expect(ClaimExtractor().claims(in: text).isEmpty)
  }
}
