/// A piece of an entry's heading between two separators.
struct Phrase: Sendable, Hashable {
  /// The words.
  var text: String
  /// Which line of the heading it stands in, from 0.
  var line: Int
  /// True for words in brackets.
  var isInBrackets = false
  /// True for bold words or words of a heading.
  var isStrong = false
  /// Where the words lead, for a link.
  var link: String?
  /// What a label in front says it is ("Employer: …").
  var role: Role?

  /// What a phrase of a heading can be.
  enum Role: Sendable, Hashable { case organisation, title, place, date }

  /// Cuts a heading line at its separators, changes of style and brackets, its date left out.
  static func all(in heading: HeadingLine, line number: Int) -> [Phrase] {
    var pieces = Pieces(line: number, isHeading: heading.line.isHeading)
    var offset = 0
    // Offsets of dates count in the trimmed content.
    var leading = true
    for run in heading.line.runs {
      pieces.change(run)
      for character in run.text {
        if leading, character.isWhitespace { continue }
        leading = false
        if heading.date?.range.contains(offset) ?? false {
          pieces.cut()
        } else {
          pieces.take(character)
        }
        offset += 1
      }
    }
    return pieces.finish()
  }

  private struct Pieces {
    let line: Int
    let isHeading: Bool
    var found: [Phrase] = []
    var text: [Character] = []
    var depth = 0
    var style = Line.Run(text: "")
    var link: String?

    init(line: Int, isHeading: Bool) {
      self.line = line
      self.isHeading = isHeading
    }

    mutating func change(_ run: Line.Run) {
      let parts = run.isBold != style.isBold || run.isItalic != style.isItalic
      // A change of style parts two phrases unless it falls inside a word.
      if parts,
        text.last.map({ !$0.isLetter && !$0.isNumber }) ?? true
          || run.text.first.map({ !$0.isLetter && !$0.isNumber }) ?? true
      {
        // A label keeps what it labels ("**Employer:** Acme").
        let ending = text.last { !$0.isWhitespace }
        if let ending, ending != ":" || run.text.trimmed.isEmpty, depth == 0 { cut() }
      }
      if run.link != nil, HeadingWord.titleScore(String(text), in: .work) > 0, !endsInJoiner {
        cut()
      }
      style = run
      if let target = run.link { link = target }
    }

    /// True where the words so far want a name behind them ("Engineer at").
    private var endsInJoiner: Bool {
      let last = String(text).split(separator: " ").last ?? ""
      return depth > 0 || last.last.map { !$0.isLetter } ?? true || last.allSatisfy(\.isLowercase)
    }

    mutating func take(_ character: Character) {
      switch character {
      case "(", "[":
        if depth == 0 { cut() }
        depth += 1
      case ")", "]":
        depth = max(0, depth - 1)
        if depth == 0, !rejoin() { cut(inBrackets: true) }
      case "|", "·", "•", "\t", "▪", "●", "／", "｜", "⋅", "∙": cut(inBrackets: depth > 0)
      case "/" where text.last == " " && text.count > 1: text.append(character)
      case ";": cut(inBrackets: depth > 0)
      default:
        text.append(character)
        cutAtSeparator(character)
      }
    }

    /// Takes brackets back that belong to the name or degree in front of them: `(Pty)`, `(MBA)`.
    private mutating func rejoin() -> Bool {
      let inside = String(text).trimmed
      let isDegree = HeadingWord.isDegree(PlainLetters.words(inside).joined())
      guard isDegree || HeadingWord.standsInBrackets(inside), let last = found.last,
        !last.isInBrackets
      else {
        return false
      }
      found.removeLast()
      text = Array("\(last.text) (\(inside))")
      return true
    }

    /// Ends a phrase where three spaces, a dash between spaces or `@` have just been read.
    private mutating func cutAtSeparator(_ character: Character) {
      guard character.isWhitespace else { return }
      if text.count >= 3, text.suffix(3).allSatisfy(\.isWhitespace) {
        cut(inBrackets: depth > 0)
        return
      }
      if endsSentence() {
        cut(inBrackets: depth > 0)
        return
      }
      let tail = String(text.suffix(3))
      guard tail.count == 3, tail.first?.isWhitespace ?? false else { return }
      let sign = tail[tail.index(after: tail.startIndex)]
      if "-–—―@→".contains(sign) {
        text.removeLast(3)
        cut(inBrackets: depth > 0)
      }
    }

    /// True behind a full stop that ends no abbreviation.
    private func endsSentence() -> Bool {
      guard text.dropLast().last == "." else { return false }
      let word = String(text.dropLast(2).reversed().prefix { $0.isLetter }.reversed())
      return word.count >= 4 && !HeadingWord.isAbbreviated(word)
    }

    mutating func cut(inBrackets: Bool = false) {
      defer { text = [] }
      var words = String(text).trimmed(of: ",;:-–—―*_|/\\")
      while words.hasPrefix(". ") { words = words.dropFirst(2).trimmed(of: ",;:-–—") }
      guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return }
      if !inBrackets, let named = found.lastIndex(where: { !$0.isInBrackets }),
        named + 1 < found.count,
        ["in ", "en ", "of "].contains(where: words.hasPrefix)
      {
        // "Master (MSc) in Physics" goes on behind its brackets.
        found[named].text += " \(words)"
        return
      }
      if HeadingWord.isLegalForm(words), let name = found.last, !name.isInBrackets, !inBrackets {
        // "Acme. Inc" is one name, whatever stands before the form.
        found[found.count - 1].text = "\(name.text) \(words)"
        return
      }
      let last = String(words.dropLast().reversed().prefix { $0.isLetter }.reversed())
      if words.hasSuffix("."), last.count >= 4, !HeadingWord.isAbbreviated(last) {
        words.removeLast()
      }
      found.append(
        Phrase(
          text: words, line: line, isInBrackets: inBrackets, isStrong: isHeading || style.isBold,
          link: link))
      link = nil
    }

    mutating func finish() -> [Phrase] {
      cut(inBrackets: depth > 0)
      return found
    }
  }
}
