/// The words of a text, as topics compare them.
///
/// A name is met in many spellings: `mail-router`, `mail_router`, `mail/router`,
/// `FilterScheduler`. Everything but letters and digits parts words, and a word with a hump inside
/// counts both whole and in its parts, so that `OpenStack` is `openstack` and also `open`, `stack`.
enum Words {
  /// A word as written, and the humps it is made of; no parts where it has none.
  struct Word: Hashable {
    var text: Substring
    /// Lower-cased.
    var whole: String
    /// Lower-cased humps of a CamelCase word, two or more; empty otherwise.
    var parts: [String]
    /// Where it stands, in Unicode scalars.
    var range: Range<Int>
  }

  /// The words of `text` in order. Linear.
  static func of(_ text: String) -> [Word] {
    var words: [Word] = []
    let scalars = text.unicodeScalars
    var start: (index: String.Index, offset: Int)?
    var offset = 0
    func close(_ end: String.Index) {
      guard let opened = start else { return }
      let written = text[opened.index..<end]
      words.append(
        Word(
          text: written, whole: written.lowercased(), parts: humps(of: written),
          range: opened.offset..<offset))
      start = nil
    }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if isLetterOrDigit(scalar) {
        if start == nil { start = (index, offset) }
      } else {
        close(index)
      }
      index = scalars.index(after: index)
      offset += 1
    }
    close(scalars.endIndex)
    return words
  }

  /// The stems of every word and hump of `text`: what the text can be asked for.
  static func stems(of text: String) -> Set<String> {
    var stems = Set<String>()
    for word in of(text) {
      stems.insert(WordStem.of(word.whole))
      for part in word.parts { stems.insert(WordStem.of(part)) }
    }
    return stems
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// `FilterScheduler` in `filter`, `scheduler`; `XenAPI` in `xen`, `api`; a name with one hump,
  /// all capitals, or with a lone capital at its end has none.
  private static func humps(of word: Substring) -> [String] {
    let scalars = Array(word.unicodeScalars)
    guard scalars.contains(where: { $0.isSmall }) else { return [] }
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isUpper = scalar.isCapital
      let afterLower = place > 0 && !scalars[place - 1].isCapital
      let beforeLower = place + 1 < scalars.count && scalars[place + 1].isSmall
      // A capital opens a hump after a small letter, and at the end of a run of capitals.
      if isUpper, place > 0, afterLower || beforeLower {
        parts.append(String(part).lowercased())
        part = String.UnicodeScalarView()
      }
      part.append(scalar)
    }
    parts.append(String(part).lowercased())
    return parts.count > 1 && parts.allSatisfy({ $0.utf8.count > 1 }) ? parts : []
  }
}

extension Unicode.Scalar {
  // Looking a property up costs much more than comparing, and nearly all letters are ASCII's.
  fileprivate var isSmall: Bool {
    isASCII ? ("a"..."z").contains(self) : properties.isLowercase
  }
  fileprivate var isCapital: Bool {
    isASCII ? ("A"..."Z").contains(self) : properties.isUppercase
  }
}
