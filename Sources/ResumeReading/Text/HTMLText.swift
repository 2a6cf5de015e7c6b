/// Brings an HTML page to lines.
enum HTMLText {
  /// The page's lines over the text a browser would show. Errors: `damaged` where nothing can be parsed.
  static func lines(of bytes: [UInt8], file: String) throws(ResumeError) -> LinedText {
    guard let tree = MarkupTree(bytes, as: .html) else {
      throw ResumeError(.damaged, file: file, "the HTML cannot be parsed")
    }
    var walk = Walk()
    tree.walk { walk.visit($0) }
    return walk.builder.finish()
  }

  private struct Walk {
    var builder = LinedTextBuilder()
    var hidden = 0
    var bold = 0
    var italic = 0
    var listDepth = 0
    var cells = 0
    /// Whether the cell has words, whether a block of it has ended, and whether one has in the row: a
    /// row of plain cells is one line, else every block is one.
    var cellHasWords = false
    var blockHasEnded = false
    var rowIsCut = false
    /// Whether an element within the line has just ended.
    var inlineHasEnded = false
    var links: [String] = []

    mutating func visit(_ event: MarkupTree.Event) {
      switch event {
      case .open(let name, let attributes): open(name.lowercased(), attributes)
      case .close(let name): close(name.lowercased())
      case .text(let text): if hidden == 0 { take(text) }
      }
    }

    private mutating func open(_ name: String, _ attributes: [String: String]) {
      // "<b>Acme</b><span>2012</span>" is set apart by the page's style, if by anything.
      if inlineHasEnded, Self.isInline(name), builder.hasWords { builder.append("\t") }
      inlineHasEnded = false
      if cells > 0, cellHasWords, Self.isBlock(name) { blockHasEnded = true }
      switch name {
      case "script", "style", "head", "noscript", "template", "svg", "nav": hidden += 1
      case "h1", "h2", "h3", "h4", "h5", "h6":
        builder.endBlock()
        builder.begin(.heading(level: Int(name.dropFirst()) ?? 6))
      case "ul", "ol":
        builder.endLine()
        listDepth += 1
      case "li": builder.begin(.bullet(depth: max(0, listDepth - 1)))
      case "b", "strong": bold += 1
      case "i", "em", "cite": italic += 1
      case "a": links.append(attributes["href"] ?? "")
      case "br": builder.endLine()
      case "hr": builder.endBlock()
      case "tr":
        builder.endLine()
        (cells, rowIsCut) = (0, false)
      case "td", "th":
        if rowIsCut {
          builder.endLine()
        } else if cells > 0, builder.hasWords {
          builder.append(" | ")
        }
        cells += 1
        (cellHasWords, blockHasEnded) = (false, false)
      case "p", "dl", "table", "blockquote", "pre", "section", "article", "header", "footer",
        "main":
        // A paragraph inside an item is the item's text.
        if name == "p", !builder.hasWords, listDepth > 0 { return }
        if name == "p", cells > 0 { return }
        builder.endBlock()
      case "div", "dt", "dd", "address", "figcaption":
        if cells == 0 { builder.endLine() }
        // A term stands above its descriptions as a bold line does.
        if name == "dt" { bold += 1 }
      default: break
      }
    }

    private mutating func close(_ name: String) {
      inlineHasEnded = Self.isInline(name)
      if cells > 0, cellHasWords, Self.isBlock(name) { blockHasEnded = true }
      switch name {
      case "script", "style", "head", "noscript", "template", "svg", "nav":
        hidden = max(0, hidden - 1)
      case "h1", "h2", "h3", "h4", "h5", "h6": builder.endBlock()
      case "ul", "ol":
        listDepth = max(0, listDepth - 1)
        if listDepth == 0 { builder.endBlock() }
      case "b", "strong": bold = max(0, bold - 1)
      case "i", "em", "cite": italic = max(0, italic - 1)
      case "a": _ = links.popLast()
      case "li", "dt", "dd", "address", "figcaption", "div":
        if cells == 0 { builder.endLine() }
        if name == "dt" { bold = max(0, bold - 1) }
      case "tr":
        builder.endLine()
        cells = 0
      case "p", "dl", "table", "blockquote", "pre", "section", "article", "header", "footer",
        "main":
        if name == "table" { cells = 0 }
        if cells == 0 { builder.endBlock() }
      default: break
      }
    }

    private static func isInline(_ name: String) -> Bool {
      ["span", "b", "strong", "i", "em", "time"].contains(name)
    }

    private static func isBlock(_ name: String) -> Bool {
      ["p", "div", "address", "blockquote", "pre", "section", "article"].contains(name)
    }

    /// Adds text with its white space brought to single spaces, as a browser shows it.
    private mutating func take(_ text: String) {
      inlineHasEnded = false
      if text.contains(where: { !$0.isWhitespace }) {
        if blockHasEnded {
          builder.endLine()
          rowIsCut = true
        }
        (cellHasWords, blockHasEnded) = (cells > 0, false)
      }
      var words = ""
      var wasSpace = !builder.hasWords
      for character in text {
        if character.isWhitespace, character != "\u{A0}" {
          if !wasSpace { words.append(" ") }
          wasSpace = true
        } else {
          words.append(character == "\u{A0}" ? " " : character)
          wasSpace = false
        }
      }
      builder.append(words, bold: bold > 0, italic: italic > 0, link: links.last { !$0.isEmpty })
    }
  }
}
