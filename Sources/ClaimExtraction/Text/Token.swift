/// A word, number or mark of punctuation, with what the lexicon knows of it.
package struct Token: Sendable {
  /// Scalars of the text.
  package let range: Range<Int>
  /// Lower case, curly apostrophes made straight.
  package fileprivate(set) var word: Name
  /// The dictionary form where the lexicon or its endings give one, else ``word``.
  package fileprivate(set) var lemma: Name
  /// What sort of word it may be.
  package fileprivate(set) var classes: LexicalClass
  /// The verb forms it may have.
  package fileprivate(set) var forms: VerbForm
  /// What the lists of cues and of times say of it.
  fileprivate(set) var signs: WordSign
  /// Whether it begins with a capital.
  package fileprivate(set) var isCapitalised: Bool
  /// Whether it is letters or digits rather than a mark.
  package let isWord: Bool
  /// The place in the calendar of the release cycle it names; nil where it names none.
  package fileprivate(set) var cycle: Int?
}

/// Cuts text into tokens. Inner dots, hyphens, slashes and apostrophes stay in a word
/// ("mail-router", "U.S.", "I'd", "web/email"), as do the marks at the end of "C++" and "100%"; an address
/// of the web is one token; every other mark stands alone.
struct Tokenizer {
  let lexicon: Lexicon
  let calendar: ReleaseCalendar

  /// The tokens of `range`, in order; linear.
  func tokens(of range: Range<Int>, in text: ScalarText) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5 + 1)
    var folded: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let scalar = text[place]
      if scalar.isSpace {
        place += 1
        continue
      }
      var end = place + 1
      if scalar.isWordPart || scalar == "_" {
        while end < range.upperBound {
          let next = text[end]
          if next.isWordPart || next == "_" {
            end += 1
          } else if Self.joins(next), end + 1 < range.upperBound, text[end + 1].isWordPart {
            end += 2
          } else {
            break
          }
        }
        while end < range.upperBound, text[end] == "+", end - place < 4 { end += 1 }
        if end < range.upperBound, text[end] == "%", text[end - 1].isDigit { end += 1 }
        if Self.isScheme(endingAt: end, to: range.upperBound, in: text) {
          while end < range.upperBound, !text[end].isSpace,
            !")>]\"".unicodeScalars.contains(text[end])
          { end += 1 }
        }
      } else {
        while end < range.upperBound, text[end] == scalar, end - place < 64 { end += 1 }
      }
      let isWord = Self.fold(place..<end, of: text, into: &folded)
      tokens.append(
        token(place..<end, in: text, word: String(decoding: folded, as: UTF8.self), isWord: isWord))
      place = end
    }
    return tokens
  }

  /// Whether "://" follows, so that what stands before and behind it is one address.
  private static func isScheme(endingAt place: Int, to end: Int, in text: ScalarText) -> Bool {
    place + 3 < end && text[place] == ":" && text[place + 1] == "/" && text[place + 2] == "/"
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", ".", "/", "'", "\u{2019}", "@", ":", "&", "+": true
    default: false
    }
  }

  /// Writes a token's word as UTF-8 and says whether it holds a letter or digit.
  ///
  /// A word longer than any language has is a hash or a hostile line: its head stands for it.
  private static func fold(
    _ range: Range<Int>, of text: ScalarText, into folded: inout [UInt8]
  ) -> Bool {
    folded.removeAll(keepingCapacity: true)
    var isWord = false
    for place in range.prefix(64) {
      let scalar = text[place]
      isWord = isWord || scalar.isWordPart
      if scalar.isApostrophe {
        folded.append(0x27)
      } else if scalar.isASCII {
        folded.append(UInt8(scalar.value) | ((65...90).contains(scalar.value) ? 0x20 : 0))
      } else {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return isWord
  }

  private func token(
    _ range: Range<Int>, in text: ScalarText, word: String, isWord: Bool
  ) -> Token {
    let first = text[range.lowerBound]
    let entry = isWord ? lexicon.entry(for: word) : Lexicon.Entry(punctuation: word)
    var token = Token(
      range: range, word: entry.word, lemma: entry.lemma, classes: entry.classes,
      forms: entry.forms, signs: entry.signs, isCapitalised: first.isCapital, isWord: isWord,
      cycle: nil)
    guard isWord, first.isCapital || first.isDigit || word.utf8.contains(0x3A) else { return token }
    if first.isCapital || first.isDigit, let cycle = calendar.place(ofCycleNamed: word) {
      token.cycle = cycle
      token.lemma = .someCycle
      token.classes.formUnion(.cycleName)
      token.forms = []
    } else if word.utf8.contains(0x3A), word.contains("://") {
      (token.word, token.lemma) = (.someLink, .someLink)
      (token.classes, token.forms, token.signs) = ([], [], [])
      token.isCapitalised = false
    } else if first.isDigit {
      token.lemma = DateWords.year(word) == nil ? .someNumber : .someYear
    }
    return token
  }
}
