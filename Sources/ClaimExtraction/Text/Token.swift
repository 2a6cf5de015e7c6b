/// A word, number or mark of punctuation, with what the lexicon knows of it.
package struct Token: Sendable {
  /// Scalars of the text.
  package let range: Range<Int>
  /// Lower case, curly apostrophes made straight.
  package let word: Name
  /// The dictionary form where the lexicon or its endings give one, else ``word``.
  package let lemma: Name
  /// What sort of word it may be.
  package let classes: LexicalClass
  /// The verb forms it may have.
  package let forms: VerbForm
  /// Whether it begins with a capital.
  package let isCapitalised: Bool
  /// Whether it is letters or digits rather than a mark.
  package let isWord: Bool
  /// The place in the calendar of the release cycle it names; nil where it names none.
  package let cycle: Int?
}

/// Cuts text into tokens. Inner dots, hyphens, slashes and apostrophes stay in a word
/// ("mail-router", "U.S.", "I'd", "web/email"), an address of the web is one token; every other mark
/// stands alone.
struct Tokenizer {
  let lexicon: Lexicon
  let calendar: ReleaseCalendar

  /// The tokens of `range`, in order; linear.
  func tokens(of range: Range<Int>, in text: ScalarText) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5 + 1)
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
        if Self.isScheme(endingAt: end, to: range.upperBound, in: text) {
          while end < range.upperBound, !text[end].isSpace,
            !")>]\"".unicodeScalars.contains(text[end])
          { end += 1 }
        }
      } else {
        while end < range.upperBound, text[end] == scalar, end - place < 64 { end += 1 }
      }
      tokens.append(token(place..<end, in: text))
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

  private func token(_ range: Range<Int>, in text: ScalarText) -> Token {
    let first = text[range.lowerBound]
    var folded = String.UnicodeScalarView()
    var isWord = false
    // A word longer than any language has is a hash or a hostile line: its head stands for it.
    for place in range.prefix(64) {
      let scalar = text[place]
      if (65...90).contains(scalar.value) {
        folded.append(Unicode.Scalar(UInt8(scalar.value + 32)))
      } else if scalar.isApostrophe {
        folded.append("'")
      } else if scalar.value >= 128 {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else {
        folded.append(scalar)
      }
      isWord = isWord || scalar.isWordPart
    }
    let word = String(folded)
    let entry = isWord ? lexicon.entry(for: word) : Lexicon.Entry(punctuation: word)
    var lemma = entry.lemma
    var classes = entry.classes
    if isWord {
      if let cycle = calendar.place(ofCycleNamed: word), first.isCapital || first.isDigit {
        lemma = .someCycle
        classes.formUnion(.cycleName)
        return Token(
          range: range, word: entry.word, lemma: lemma, classes: classes, forms: [],
          isCapitalised: first.isCapital, isWord: true, cycle: cycle)
      }
      if first.isDigit { lemma = DateWords.year(word) == nil ? .someNumber : .someYear }
      if word.contains("://") {
        return Token(
          range: range, word: .someLink, lemma: .someLink, classes: [], forms: [],
          isCapitalised: false, isWord: true, cycle: nil)
      }
    }
    return Token(
      range: range, word: entry.word, lemma: lemma, classes: classes,
      forms: entry.forms, isCapitalised: first.isCapital, isWord: isWord, cycle: nil)
  }
}
