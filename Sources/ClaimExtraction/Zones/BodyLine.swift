/// One line of a body, measured once: where it lies, how deep it is quoted, and what it is made of.
///
/// All offsets count bytes of the body's UTF-8 unless they say otherwise. Only the head and the tail
/// of a long line are looked at closely (``BodyLine/headLimit``), so that measuring a body costs the
/// same for one line of 100 MB as for a million short ones.
struct BodyLine {
  /// How many bytes of a line's content are looked at.
  static let headLimit = 400

  /// The line without its terminator.
  var bytes: Range<Int>
  /// The same as Unicode scalars.
  var scalars: Range<Int>
  /// What follows the quote prefix and its indent, without trailing white space.
  var content: Range<Int>
  /// How many quote marks stand before the content.
  var quoteDepth = 0
  /// Whether all quote marks are bars.
  var hasOnlyBars = false
  /// Columns of white space before the content of an unquoted line; a tab counts to the next eighth.
  var indent = 0
  /// How many blank lines stand right before it.
  var blankLinesBefore = 0

  /// Counts of bytes in the content's head.
  var letters = 0
  var capitals = 0
  var digits = 0
  var marks = 0
  var beyondASCII = 0
  /// Runs of two or more spaces, or tabs, inside the content: columns of a table.
  var columnGaps = 0
  /// Which marks of ASCII the content's head holds, by code: below 64, and from there on.
  var marksSeen: (UInt64, UInt64) = (0, 0)
  /// What the head's first 6, 8 and 16 runs of like bytes are, hashed.
  var shapes: (UInt32, UInt32, UInt32) = (0, 0, 0)
  /// How many different marks the content holds.
  var distinctMarks = 0

  /// The line's words in the body's list of word hashes.
  var words: Range<Int> = 0..<0
  /// What the words are.
  var tally = WordTally()

  /// What the line looks like by itself.
  var look = LineLook.text
  /// Whether it holds an `@` inside a word.
  var hasAddress = false
  /// Whether it holds a slash or a full stop inside a word.
  var hasPath = false
  /// Whether it holds `://` after a scheme.
  var hasURL = false

  /// Whether a quote mark stands before the content.
  var isQuoted: Bool { quoteDepth > 0 }
  /// The content's length in bytes.
  var length: Int { content.count }

  /// Whether the content's head holds a mark of ASCII.
  func holds(_ mark: UInt8) -> Bool {
    (mark < 64 ? marksSeen.0 : marksSeen.1) >> UInt64(mark & 63) & 1 == 1
  }
}

/// What the words of a line are, counted as they are read.
struct WordTally {
  /// How many words there are.
  private(set) var count = 0
  /// What they are, all together.
  private(set) var classes: WordClass = []
  /// What the first word is, and the last.
  private(set) var first: WordClass = []
  private(set) var last: WordClass = []
  /// How many are words of grammar, of footers, of disclaimers, of business.
  private(set) var grammar = 0
  private(set) var footer = 0
  private(set) var disclaimer = 0
  private(set) var business = 0

  /// Counts the next word.
  @inline(__always)
  mutating func add(_ word: WordClass) {
    if count == 0 { first = word }
    count += 1
    last = word
    guard !word.isEmpty else { return }
    classes.formUnion(word)
    grammar += word.contains(.grammar) ? 1 : 0
    footer += word.contains(.footer) ? 1 : 0
    disclaimer += word.contains(.disclaimer) ? 1 : 0
    business += word.contains(.business) ? 1 : 0
  }
}
