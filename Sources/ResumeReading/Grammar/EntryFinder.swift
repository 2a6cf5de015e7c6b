/// An entry as it was found: the lines of its heading and those below, not yet understood.
struct EntryDraft: Sendable {
  var heading: [HeadingLine]
  var body: [Line] = []

  /// True where no date and nothing below the heading has been found yet.
  var isUndatedHead: Bool { body.isEmpty && heading.allSatisfy { $0.date == nil } }
}

/// A line that may belong to an entry's heading, with the date in it.
struct HeadingLine: Sendable {
  var line: Line
  /// The date that stands apart in the line; nil where there is none.
  var date: DateSpan?
  /// True where an empty line stands before it.
  var isAfterBlank: Bool

  /// How the line looks, by which lines of one role are known again.
  var look: Look {
    Look(level: line.headingLevel ?? 0, isBold: line.startsBold, isItalic: line.isItalic)
  }

  /// A line's looks.
  struct Look: Hashable, Sendable {
    var level: Int
    var isBold: Bool
    var isItalic: Bool
    /// True for a line that looks like any other.
    var isPlain: Bool { level == 0 && !isBold && !isItalic }
  }
}

/// Finds where entries begin in a section, by dates first and looks where there are none.
///
/// Lines fall into body (items, sentences) and those that could be headings; each run of the latter
/// holds one entry for each date in it. Every habit met so far fits: employer, title, date and place
/// on lines of their own or together, titles bold, dates in front, several jobs in a row without text.
struct EntryFinder {
  let lines: [Line]
  /// True where any heading-like line has a date.
  let isDated: Bool
  /// True where the entries themselves are items of a list.
  private let entriesAreItems: Bool
  /// The highest level of a heading of the format; 0 where there is none.
  let level: Int
  /// The titles and labels that stand within entries.
  let parts: EntryParts

  /// Prepares the lines below a section's heading.
  init(_ lines: [Line]) {
    self.lines = lines
    let datedText = lines.count { !$0.isBullet && Self.date(in: $0) != nil }
    let hasDatedText = datedText > 0
    let items = Self.outermostItems(lines)
    let startsWithItem = lines.first { !$0.isBlank && $0.kind != .rule }?.isBullet ?? false
    entriesAreItems =
      hasDatedText
      // A dated line among dated items is a remark.
      ? startsWithItem
        && items.count { Self.date(in: $0)?.isRange ?? false } > max(1, datedText * 2)
      : lines.contains { $0.isBullet && Self.date(in: $0) != nil }
        || startsWithItem && !lines.contains { $0.isHeading || $0.isBold && !$0.isBullet }
    level = lines.lazy.compactMap(\.headingLevel).min() ?? 0
    parts = EntryParts(lines)
    isDated = hasDatedText
  }

  /// The entries in order, and the lines before the first.
  func drafts() -> (preface: [Line], drafts: [EntryDraft]) {
    if entriesAreItems { return itemDrafts() }
    var preface: [Line] = []
    var drafts: [EntryDraft] = []
    var run: [HeadingLine] = []
    var isAfterBlank = true
    func toBody(_ lines: [Line]) {
      if let line = lines.first, let last = drafts.last, last.body.isEmpty,
        Self.completes(line, last.heading)
      {
        drafts[drafts.count - 1].heading.append(
          HeadingLine(line: line, date: nil, isAfterBlank: false))
        return toBody(Array(lines.dropFirst()))
      }
      if drafts.isEmpty { preface += lines } else { drafts[drafts.count - 1].body += lines }
    }
    func close() {
      guard !run.isEmpty else { return }
      let (before, found) = split(run, after: drafts.last)
      toBody(before)
      drafts += found
      run = []
    }
    for line in lines {
      switch line.kind {
      case .blank: isAfterBlank = true
      case .rule:
        close()
        isAfterBlank = true
      // "Full-time" and "5 yrs 3 mos" on lines of their own name nothing and end nothing.
      case .text
      where line.content.count < 30 && EntryHeading.isFiller(line.content)
        && Self.date(in: line) == nil:
        break
      default:
        if isHeadingLike(line) {
          run.append(HeadingLine(line: line, date: Self.date(in: line), isAfterBlank: isAfterBlank))
        } else {
          close()
          toBody([line])
        }
        isAfterBlank = false
      }
    }
    close()
    return (preface, drafts)
  }

  /// True for a line that names what stands below a date alone, however long it is.
  private static func completes(_ line: Line, _ heading: [HeadingLine]) -> Bool {
    guard heading.count < 4, !line.isBullet, !line.isBlank, line.content.count <= 250,
      line.startsBold || line.content.count <= 160 && line.content.last != "."
    else { return false }
    return heading.allSatisfy { phrases(in: $0) == 0 }
  }

  /// Each outermost item an entry, what lies deeper its body.
  private func itemDrafts() -> (preface: [Line], drafts: [EntryDraft]) {
    let items = Self.outermostItems(lines)
    let outermost = items.first?.bulletDepth ?? 0
    // Where few of the outermost items have dates, the others tell about the one above.
    let dated = items.count { Self.date(in: $0) != nil }
    let allBegin = dated == 0 || dated * 2 >= items.count
    var preface: [Line] = []
    var drafts: [EntryDraft] = []
    for line in lines where !line.isBlank && line.kind != .rule {
      let date = Self.date(in: line)
      if line.bulletDepth == outermost, allBegin || date != nil {
        drafts.append(
          EntryDraft(heading: [HeadingLine(line: line, date: date, isAfterBlank: false)]))
      } else if drafts.isEmpty {
        preface.append(line)
      } else if let date, date.isRange, drafts[drafts.count - 1].isUndatedHead,
        date.range.count + 12 >= line.content.count
      {
        // The dates of an item on a line of their own below it.
        drafts[drafts.count - 1].heading.append(
          HeadingLine(line: line, date: date, isAfterBlank: false))
      } else if let last = drafts.last, last.body.isEmpty,
        completesItem(line, last.heading) || goesOn(line, last.heading)
      {
        drafts[drafts.count - 1].heading.append(
          HeadingLine(line: line, date: nil, isAfterBlank: false))
      } else {
        drafts[drafts.count - 1].body.append(line)
      }
    }
    return (preface, drafts)
  }

  /// True for a short line right below an item that names what the item leaves open.
  private func completesItem(_ line: Line, _ heading: [HeadingLine]) -> Bool {
    guard heading.contains(where: { $0.date != nil }), heading.count < 3, line.content.count <= 70,
      isHeadingLike(line)
    else { return false }
    let isTitle = { (content: String) in HeadingWord.titleScore(content, in: .work) > 0 }
    return heading.reduce(0) { $0 + Self.phrases(in: $1) } == 0
      || isTitle(line.content) && !heading.contains { isTitle($0.line.content) }
      || HeadingWord.titleScore(line.content, in: .education) > 0
  }

  /// True for an item in bold right below a bold one that begins an entry.
  private func goesOn(_ line: Line, _ heading: [HeadingLine]) -> Bool {
    line.isBullet && line.isBold && heading.count == 1 && heading[0].line.isBold
      && line.bulletDepth == heading[0].line.bulletDepth && !parts.contains(line)
  }

  private static func outermostItems(_ lines: [Line]) -> [Line] {
    let outermost = lines.compactMap(\.bulletDepth).min() ?? 0
    return lines.filter { $0.bulletDepth == outermost }
  }
}
