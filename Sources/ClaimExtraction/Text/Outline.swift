/// How a statement is laid out: paragraphs, list items and headings, each with what governs it.
///
/// A heading or a lead-in ("My contributions include:") often carries the verb of the items below it,
/// so that the items can be read only together with it.
package struct Outline: Sendable {
  /// A run of lines that belong together.
  package struct Block: Sendable {
    /// What the lines are.
    package enum Kind: Sendable { case paragraph, item, heading }
    package var kind: Kind
    /// Scalars of the text, list marker and heading marks left out.
    package var range: Range<Int>
    /// Columns before the list marker, or before the first word.
    package var indent: Int
    /// How a list marks this item; empty elsewhere.
    package var marker: String
    /// Index of the block whose words govern this one: a lead-in or parent item, else the heading.
    package var governor: Int?
    /// Index of the heading this stands under.
    package var heading: Int?
    /// Index of the item within its list, from 0; nil elsewhere.
    package var position: Int?
  }

  package private(set) var blocks: [Block] = []

  /// Lays out the lines of `own` ranges, the author's own words; linear.
  package init(_ text: ScalarText, own: [Range<Int>]) {
    var lines: [Line] = []
    for range in own {
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, text[end] != "\n" { end += 1 }
        lines.append(Line(start..<end, in: text))
        start = end + 1
      }
      lines.append(.blank(at: range.upperBound))
    }
    gather(lines, in: text)
    govern(in: text)
  }

  private mutating func gather(_ lines: [Line], in text: ScalarText) {
    var open: Block?
    func isAlone(_ index: Int) -> Bool {
      (index == 0 || lines[index - 1].isBlank || lines[index - 1].isRule)
        && (index + 1 >= lines.count || lines[index + 1].isBlank)
    }
    func close() {
      if let block = open { blocks.append(block) }
      open = nil
    }
    for (index, line) in lines.enumerated() {
      if line.isBlank || line.isRule {
        // A rule below a line of words makes that line a heading.
        if line.isRule, var block = open, block.kind == .paragraph,
          block.range.count <= Line.headingLimit, !text.spansLines(block.range)
        {
          block.kind = .heading
          open = block
        }
        close()
        continue
      }
      let followedByList =
        index + 1 < lines.count && lines[index + 1].marker != nil
        || index + 2 < lines.count && lines[index + 1].isBlank && lines[index + 2].marker != nil
      if line.isHeadingMark || Self.isStarredHeading(at: index, in: lines, text)
        || (line.looksLikeHeading && (isAlone(index) || (open == nil && followedByList)))
        || (line.looksLikeTitle && open == nil && !isAlone(index))
      {
        close()
        blocks.append(
          Block(
            kind: .heading, range: line.heading, indent: line.indent, marker: "", governor: nil,
            heading: nil, position: nil))
      } else if let marker = line.marker {
        close()
        open = Block(
          kind: .item, range: line.words, indent: line.indent, marker: marker, governor: nil,
          heading: nil, position: nil)
      } else if line.isField,
        index + 1 >= lines.count || lines[index + 1].isBlank || lines[index + 1].isField
          || lines[index + 1].marker != nil
      {
        close()
        blocks.append(
          Block(
            kind: .item, range: line.words, indent: line.indent, marker: ":", governor: nil,
            heading: nil, position: nil))
      } else if var block = open, Self.goesOn(block, with: line),
        !isTitle(block, before: line, in: text)
      {
        block.range = block.range.lowerBound..<line.words.upperBound
        open = block
      } else {
        close()
        open = Block(
          kind: .paragraph, range: line.words, indent: line.indent, marker: "", governor: nil,
          heading: nil, position: nil)
      }
    }
    close()
  }

  /// Whether a line is a heading as outliners write one ("* Plans", "** Testing"): a short line behind stars
  /// in the first column, with a list of another mark, a sentence or a heading of more stars right below.
  private static func isStarredHeading(
    at index: Int, in lines: [Line], _ text: ScalarText
  ) -> Bool {
    let line = lines[index]
    guard let stars = line.marker, stars.allSatisfy({ $0 == "*" }), line.indent == 0,
      line.words.count <= 50, let first = line.words.first, text[first].isCapital,
      let last = line.words.last, !".,;!".unicodeScalars.contains(text[last]),
      index + 1 < lines.count
    else { return false }
    let next = lines[index + 1]
    guard !next.isBlank, !next.isRule, next.indent == 0, let start = next.words.first else {
      return false
    }
    guard let marker = next.marker else { return text[start].isCapital }
    guard marker.hasPrefix("*") else { return true }
    return marker.count > stars.count && isStarredHeading(at: index + 1, in: lines, text)
  }

  /// Whether an item's first line is a title of its own, and what follows begins a sentence.
  private func isTitle(_ block: Block, before line: Line, in text: ScalarText) -> Bool {
    guard block.kind == .item, block.range.count <= 44, !line.words.isEmpty,
      text[line.words.lowerBound].isCapital, !text.spansLines(block.range)
    else { return false }
    return !",;-(/&".unicodeScalars.contains(text[block.range.upperBound - 1])
  }

  /// Whether a line without a marker continues the open block. A line less indented than an item's
  /// marker begins something new.
  private static func goesOn(_ block: Block, with line: Line) -> Bool {
    block.kind != .item || line.indent >= block.indent
  }

  private mutating func govern(in text: ScalarText) {
    var heading: Int?
    var leadIn: Int?
    // The open items, outermost first: one for each depth of the list.
    var parents: [(index: Int, indent: Int)] = []
    var position = 0
    for index in blocks.indices {
      switch blocks[index].kind {
      case .heading:
        blocks[index].heading = heading
        heading = index
        leadIn = nil
        parents = []
        position = 0
      case .paragraph:
        blocks[index].heading = heading
        blocks[index].governor = heading
        // A remark in brackets neither heads a list nor ends one.
        if text.isBracketed(blocks[index].range) { continue }
        // A paragraph indented below an item goes on with it; the list is not over.
        if let item = parents.last, blocks[index].indent > item.indent {
          blocks[index].governor = item.index
        } else {
          parents = []
          position = 0
          leadIn = index
        }
      case .item:
        while let last = parents.last, last.indent >= blocks[index].indent { parents.removeLast() }
        blocks[index].heading = heading
        blocks[index].governor = parents.last?.index ?? leadIn ?? heading
        blocks[index].position = position
        position += 1
        if parents.count < 16 { parents.append((index, blocks[index].indent)) }
      }
    }
  }
}

extension ScalarText {
  /// Whether a range holds a line break.
  func spansLines(_ range: Range<Int>) -> Bool { scalars[range].contains("\n") }

  /// Whether a range is one remark in brackets on a line of its own: "(in no order)".
  fileprivate func isBracketed(_ range: Range<Int>) -> Bool {
    guard range.count > 2, scalars[range.lowerBound] == "(", !spansLines(range) else {
      return false
    }
    return scalars[range].firstIndex(of: ")") == range.upperBound - 1
  }
}
