/// Reads emphasis, links, escapes and entities within one line of Markdown.
///
/// Cost: linear. Signs without a partner stay as they stand, so plain text passes through unchanged.
enum InlineMarkup {
  /// The styled words of a line.
  static func runs(of source: String) -> [Line.Run] {
    var reader = Reader(Array(source))
    return reader.read()
  }

  private struct Reader {
    let source: [Character]
    var position = 0
    var runs: [Line.Run] = []
    var word = ""
    var isBold = false
    var isItalic = false
    /// How many closing signs each kind still has ahead, so that none is sought twice.
    var remaining: [Character: Int] = [:]

    init(_ source: [Character]) {
      self.source = source
      for character in source where character == "*" || character == "_" || character == "`" {
        remaining[character, default: 0] += 1
      }
    }

    mutating func read() -> [Line.Run] {
      while position < source.count {
        switch source[position] {
        case "\\" where position + 1 < source.count && Self.isEscapable(source[position + 1]):
          word.append(source[position + 1])
          position += 2
        case "\\" where position + 1 == source.count: position += 1
        case "*", "_": emphasis()
        case "`": quoted()
        case "[", "!": link()
        case "<": tag()
        case "&": entity()
        default:
          word.append(source[position])
          position += 1
        }
      }
      flush()
      return runs
    }

    private static func isEscapable(_ character: Character) -> Bool {
      character.isASCII && (character.isPunctuation || character.isSymbol)
    }

    private mutating func flush(link: String? = nil) {
      guard !word.isEmpty else { return }
      runs.append(Line.Run(text: word, isBold: isBold, isItalic: isItalic, link: link))
      word = ""
    }

    /// One or more `*` or `_`: two change bold, one italic; alone between spaces they are signs.
    private mutating func emphasis() {
      let sign = source[position]
      var count = 0
      while position + count < source.count, source[position + count] == sign { count += 1 }
      remaining[sign, default: 0] -= count
      let before = position > 0 ? source[position - 1] : " "
      let after = position + count < source.count ? source[position + count] : " "
      let isOpen = isBold || isItalic
      let opens = !after.isWhitespace && (sign == "*" || !before.isLetter && !before.isNumber)
      let closes =
        isOpen && !before.isWhitespace && (sign == "*" || !after.isLetter && !after.isNumber)
      let hasPartner = closes || remaining[sign, default: 0] >= count
      guard opens || closes, hasPartner, count <= 3 else {
        word += String(repeating: sign, count: count)
        position += count
        return
      }
      flush()
      if count >= 2 { isBold.toggle() }
      if count != 2 { isItalic.toggle() }
      position += count
    }

    /// `[words](target)`; the words stay, the target is kept beside them. `[words][name]` has its target
    /// elsewhere.
    private mutating func link() {
      let isImage = source[position] == "!"
      let open = position + (isImage ? 1 : 0)
      if let close = index(of: "]", from: open + 1, within: 300), close + 1 < source.count,
        source[close + 1] == "[", source[open] == "[",
        let end = index(of: "]", from: close + 2, within: 100)
      {
        word += isImage ? "" : String(source[(open + 1)..<close])
        position = end + 1
        return
      }
      guard open < source.count, source[open] == "[",
        let close = index(of: "]", from: open + 1, within: 300),
        close + 1 < source.count, source[close + 1] == "(",
        let end = index(of: ")", from: close + 2, within: 1000)
      else {
        word.append(source[position])
        position += 1
        return
      }
      flush()
      let target = String(source[(close + 2)..<end]).split(separator: " ").first.map(String.init)
      word = String(source[(open + 1)..<close]).filter { $0 != "*" && $0 != "`" }
      if isImage { word = "" }
      flush(link: target)
      position = end + 1
    }

    /// A code span's signs are left out; reStructuredText's `words <target>`_ is a link.
    private mutating func quoted() {
      defer { position += 1 }
      guard let close = index(of: "`", from: position + 1, within: 300), close + 1 < source.count,
        source[close + 1] == "_", let open = index(of: "<", from: position + 1, within: 300),
        open < close, source[close - 1] == ">"
      else { return }
      flush()
      word = String(source[(position + 1)..<open]).trimmed
      flush(link: String(source[(open + 1)..<(close - 1)]).trimmed)
      position = close + 1
      while position + 1 < source.count, source[position + 1] == "_" { position += 1 }
    }

    /// An HTML tag is left out; an address in angle brackets stays.
    private mutating func tag() {
      guard let close = index(of: ">", from: position + 1, within: 300) else {
        word.append("<")
        position += 1
        return
      }
      let inside = String(source[(position + 1)..<close])
      if !inside.contains(" "), inside.contains("@") || inside.contains("://") {
        word += inside
      } else if inside.lowercased().hasPrefix("br") {
        word += " "
      } else if inside.first.map({ $0.isLetter || $0 == "/" || $0 == "!" }) != true {
        word += "<"
        position += 1
        return
      }
      position = close + 1
    }

    private mutating func entity() {
      guard let end = index(of: ";", from: position + 1, within: 8),
        let character = Self.character(named: String(source[(position + 1)..<end]))
      else {
        word.append("&")
        position += 1
        return
      }
      word += character
      position = end + 1
    }

    private func index(of sign: Character, from start: Int, within limit: Int) -> Int? {
      var index = start
      while index < source.count, index - start <= limit {
        if source[index] == sign { return index }
        index += 1
      }
      return nil
    }

    private static func character(named name: String) -> String? {
      guard name.first == "#" else { return entities[name] }
      let digits = name.dropFirst()
      let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init).map { String($0) }
    }

    private static let entities = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
      "mdash": "—", "middot": "·", "bull": "•",
    ]
  }
}
