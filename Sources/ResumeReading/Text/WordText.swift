/// Brings the main part of an Office Open XML document (ECMA-376, WordprocessingML) to lines.
enum WordText {
  /// The document's lines. `styles` is `word/styles.xml`, which names the styles of headings.
  static func lines(
    of document: [UInt8], styles: [UInt8]?, file: String
  ) throws(ResumeError) -> LinedText {
    guard let tree = MarkupTree(document, as: .xml) else {
      throw ResumeError(.damaged, file: file, "the document's main part cannot be parsed")
    }
    var walk = Walk(styles: styles.map(Styles.init) ?? Styles())
    tree.walk { walk.visit($0) }
    return walk.builder.finish()
  }

  /// What the style sheet says of paragraph styles, whose ids are localised and whose names are not.
  private struct Styles {
    var headingLevels: [String: Int] = [:]
    var lists: Set<String> = []

    init() {}

    init(_ bytes: [UInt8]) {
      guard let tree = MarkupTree(bytes, as: .xml) else { return }
      var found = Styles()
      var id = ""
      tree.walk { event in
        guard case .open(let name, let attributes) = event else { return }
        switch name {
        case "style": id = attributes["styleId"] ?? ""
        case "name":
          let name = (attributes["val"] ?? "").lowercased()
          if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) {
            found.headingLevels[id] = level
          }
          if name == "title" { found.headingLevels[id] = 1 }
          if name.hasPrefix("list bullet") || name.hasPrefix("list number") {
            found.lists.insert(id)
          }
        case "outlineLvl":
          if let level = attributes["val"].flatMap(Int.init), (0..<9).contains(level),
            found.headingLevels[id] == nil
          {
            found.headingLevels[id] = level + 1
          }
        default: break
        }
      }
      self = found
    }

    func level(of style: String) -> Int? {
      if let level = headingLevels[style] { return level }
      // A document without a style sheet still has the ids Word writes in English.
      guard style.lowercased().hasPrefix("heading") else {
        return style.lowercased() == "title" ? 1 : nil
      }
      return Int(style.dropFirst(7))
    }
  }

  private struct Walk {
    let styles: Styles
    var builder = LinedTextBuilder()
    var isBold = false
    var isItalic = false
    var inRun = false
    var isDeleted = 0
    var inText = false
    var inProperties = false
    var kind: Line.Kind = .text
    var cells = 0
    var rowDepth = 0
    /// Paragraphs begun in the cell, and whether any cell of the row has several: a row of single
    /// paragraphs is one line, else every paragraph is one.
    var paragraphs = 0
    var rowIsCut = false

    init(styles: Styles) { self.styles = styles }

    mutating func visit(_ event: MarkupTree.Event) {
      switch event {
      case .open(let name, let attributes): open(name, attributes)
      case .close(let name): close(name)
      case .text(let text):
        if inText, isDeleted == 0 { builder.append(text, bold: isBold, italic: isItalic) }
      }
    }

    private mutating func open(_ name: String, _ attributes: [String: String]) {
      let isOn = !["0", "false", "none", "off"].contains(attributes["val"] ?? "1")
      switch name {
      case "p":
        kind = .text
        if rowDepth == 0 { builder.begin(.text) } else { beginInCell() }
      case "pPr": inProperties = true
      case "pStyle":
        let style = attributes["val"] ?? ""
        if let level = styles.level(of: style) {
          kind = .heading(level: level)
        } else if styles.lists.contains(style) {
          kind = .bullet(depth: 0)
        }
        begin()
      case "numPr":
        if kind == .text { kind = .bullet(depth: 0) }
        begin()
      case "ilvl":
        if case .bullet = kind { kind = .bullet(depth: attributes["val"].flatMap(Int.init) ?? 0) }
        begin()
      case "r":
        inRun = true
        (isBold, isItalic) = (false, false)
      case "b": if inRun, !inProperties { isBold = isOn }
      case "i": if inRun, !inProperties { isItalic = isOn }
      case "t": inText = true
      case "tab": if inRun { builder.append("\t") }
      case "br", "cr":
        if inRun, rowDepth == 0 { builder.begin(kind) } else if inRun { builder.append(" ") }
      case "del", "fldSimple", "instrText": isDeleted += name == "fldSimple" ? 0 : 1
      case "tr":
        if rowDepth == 0 { builder.begin(.text) }
        rowDepth += 1
        cells = 0
        rowIsCut = false
      case "tc":
        if rowIsCut {
          builder.endLine()
        } else if cells > 0, builder.hasWords {
          builder.append(" | ")
        }
        cells += 1
        paragraphs = 0
      default: break
      }
    }

    private mutating func begin() { if !builder.hasWords { builder.begin(kind) } }

    private mutating func beginInCell() {
      if paragraphs > 0, builder.hasWords {
        builder.begin(.text)
        rowIsCut = true
      }
      paragraphs += 1
    }

    private mutating func close(_ name: String) {
      switch name {
      case "p":
        guard rowDepth == 0 else { return }
        if builder.hasWords { builder.endLine() } else { builder.endBlock() }
      case "pPr": inProperties = false
      case "r": inRun = false
      case "t": inText = false
      case "del", "instrText": isDeleted = max(0, isDeleted - 1)
      case "tr":
        rowDepth = max(0, rowDepth - 1)
        if rowDepth == 0 { if rowIsCut { builder.endBlock() } else { builder.endLine() } }
      default: break
      }
    }
  }
}
