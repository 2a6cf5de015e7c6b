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
  private let lines: [Line]
  /// True where any heading-like line has a date.
  private let isDated: Bool
  /// True where the entries themselves are items of a list.
  private let entriesAreItems: Bool
  /// The titles and labels that stand within entries.
  private let parts: EntryParts

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
    guard !line.isBullet, !line.isBlank, line.content.count <= 250,
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

  // MARK: Lines

  /// True for a line that could belong to an entry's heading.
  private func isHeadingLike(_ line: Line) -> Bool {
    if parts.contains(line) { return false }
    if line.isHeading { return true }
    if line.isBullet { return false }
    if Self.date(in: line) != nil { return true }
    let content = line.content
    if content.hasPrefix("("), content.hasSuffix(")") { return content.count <= 120 }
    let words = content.split(separator: " ")
    // What parts columns does not count.
    let length = words.reduce(words.count) { $0 + $1.count }
    guard length <= 100, !content.hasSuffix(":") else { return false }
    if line.isBold || line.isItalic { return words.count <= 14 }
    if Self.isListOfThings(content) { return false }
    if let last = content.last, last == "." || last == ";" || last == "," {
      guard words.count <= 6, let ending = words.last,
        HeadingWord.isLegalForm(String(ending)) || ending.dropLast().contains(".")
          || ending.count <= 4
      else { return false }
    }
    guard let first = content.first(where: { $0.isLetter || $0.isNumber }),
      !first.isLowercase || words.count <= 3
    else {
      return false
    }
    return words.count <= 12
  }

  /// True for four and more things between commas of which none is a title, a firm or a place.
  private static func isListOfThings(_ content: String) -> Bool {
    let parts = content.split(separator: ",").map(\.trimmed)
    return parts.count >= 4
      && parts.allSatisfy {
        HeadingWord.titleScore($0, in: .work) == 0 && !Place.isPlace($0)
          && HeadingWord.organisationScore($0, in: .work) == 0
          && HeadingWord.titleScore($0, in: .education) == 0
          && HeadingWord.organisationScore($0, in: .education) == 0
      }
  }

  /// The date of a line that is no sentence; a year alone must stand apart from other words.
  static func date(in line: Line) -> DateSpan? {
    let content = line.content
    guard content.count <= 220, let span = DateSpan.main(in: content) else { return nil }
    let characters = Array(content)
    let others = String(characters[..<span.range.lowerBound] + characters[span.range.upperBound...])
    let words = others.split(separator: " ")
    // "(Acme was bought in June 2000)" is a remark on the entry.
    if content.hasPrefix("("), content.hasSuffix(")"), words.count > 4 { return nil }
    if words.count > 18 || words.count > 8 && content.hasSuffix(".") { return nil }
    let endsInRange = span.isRange && span.range.upperBound == characters.count
    if line.isBullet, words.count > 14, !endsInRange { return nil }
    let before = characters[..<span.range.lowerBound]
    let after = characters[span.range.upperBound...]
    // Two spaces part columns as a bar does; a month's name at the line's end is no number of a product.
    let isApartBefore =
      isEdge(before.last { $0 != " " }) || before.suffix(2).elementsEqual("  ")
      || span.start?.month != nil && after.isEmpty
    let isApartAfter =
      isEdge(after.first { $0 != " " }) || after.prefix(2).elementsEqual("  ")
      || after.first == "." && (after.dropFirst().first ?? " ") == " "
    let isApart = isApartBefore && isApartAfter
    // "2004 BSc Physics" has its year in front of everything.
    if before.isEmpty, !line.isBullet, after.first == " ", words.count <= 10,
      after.dropFirst().first?.isUppercase ?? false
    {
      return span
    }
    if endsInRange { return span }
    return isApart || span.isRange && words.count <= 10 ? span : nil
  }

  private static func isEdge(_ character: Character?) -> Bool {
    guard let character else { return true }
    return "()[]{},;|:·•–—-/\t\u{3000}*".contains(character)
  }

  // MARK: Runs

  /// One entry for each date in a run of heading-like lines.
  ///
  /// `last` is the entry before the run.
  private func split(_ run: [HeadingLine], after last: EntryDraft?) -> (
    before: [Line], drafts: [EntryDraft]
  ) {
    let isFirst = last == nil
    let leads = last.map { $0.heading[0].date != nil && $0.heading[0].look.isPlain } ?? false
    if isFirst, let heading = run.firstIndex(where: \.line.isHeading), heading > 0,
      run[..<heading].count(where: { $0.date != nil }) < 2,
      run[heading...].contains(where: { $0.date != nil })
    {
      // Lines above the first heading speak of the whole section.
      let (before, drafts) = split(Array(run[heading...]), after: nil)
      return (run[..<heading].map(\.line) + before, drafts)
    }
    let dated = run.indices.filter { run[$0].date != nil }
    guard let firstDate = dated.first else { return undated(run, after: last) }
    // Where the entry before begins with its date, so does this one.
    let isLed = run[firstDate].isAfterBlank && leads && Self.phrases(in: run[firstDate]) > 0
    var starts = [isLed ? firstDate : firstStart(in: run, before: firstDate)]
    let lead = firstDate - starts[0]
    for (date, next) in zip(dated, dated.dropFirst()) {
      starts.append(
        start(in: run, after: date, before: next, lead: lead, like: run[starts[0]].look))
    }
    var drafts: [EntryDraft] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : run.count
      drafts += trimmed(Array(run[start..<end]), date: dated[index] - start)
    }
    return (run[..<starts[0]].map(\.line), drafts)
  }

  /// Where the first entry of a run begins: not more lines before its date than a heading has.
  private func firstStart(in run: [HeadingLine], before date: Int) -> Int {
    guard date > 0 else { return 0 }
    // A heading of the format begins an entry however far its date is.
    if let heading = run[...date].firstIndex(where: \.line.isHeading) { return heading }
    // Remarks in brackets may stand among the two or three lines that name things.
    var first = date
    var named = 0
    while first > 0, named < 3 {
      first -= 1
      if !run[first].line.content.hasPrefix("(") { named += 1 }
    }
    // Plain lines before a bold one end what came before.
    return run[first..<date].firstIndex { $0.line.startsBold } ?? first
  }

  private func start(
    in run: [HeadingLine], after date: Int, before next: Int, lead: Int, like look: HeadingLine.Look
  ) -> Int {
    let candidates = (date + 1)...next
    let expected = max(date + 1, next - lead)
    let afterBlank = candidates.filter { run[$0].isAfterBlank }
    if look.isPlain, afterBlank.count == 1, afterBlank[0] + 3 > next { return afterBlank[0] }
    if run[expected].look == look { return expected }
    if look.level > 0 {
      if let heading = candidates.first(where: { run[$0].line.isHeading }) { return heading }
    } else if !look.isPlain, let alike = candidates.first(where: { run[$0].look == look }) {
      return alike
    }
    return afterBlank.count == 1 ? afterBlank[0] : expected
  }

  /// A heading keeps, behind its date, what looks like a place, a title or a name; the rest is body, or,
  /// where a heading of the format stands there as the entry's own does, another entry without a date.
  private func trimmed(_ lines: [HeadingLine], date: Int) -> [EntryDraft] {
    var heading = Array(lines[...date])
    var phrases = heading.reduce(0) { $0 + Self.phrases(in: $1) }
    var hasTitle = heading.contains { HeadingWord.titleScore($0.line.content, in: .work) > 0 }
    for (index, line) in lines.enumerated().dropFirst(date + 1) {
      let content = line.line.content
      let isNote = content.hasPrefix("(")
      let isPlace = Place.isPlace(content)
      let isNear = index <= date + 3
      let isTitle = content.count <= 70 && HeadingWord.titleScore(content, in: .work) > 0
      let isWanted = index == date + 1 && phrases < 2 && !hasTitle && Self.isTitle(content)
      // Lines that stand together are not gone on with behind a gap, but by a place, a style or what
      // an entry still lacks.
      if line.isAfterBlank, line.look.isPlain, !isPlace, !isNote, !isWanted,
        !heading.dropFirst().contains(where: \.isAfterBlank)
      {
        return [EntryDraft(heading: heading, body: lines[index...].map(\.line))]
      }
      let isMissing = phrases < 2 && (!line.look.isPlain || Self.looksLikeField(content))
      guard
        line.line.isHeading || isNote || isPlace
          || isNear && (isMissing || isTitle && !hasTitle || phrases < 3 && !line.look.isPlain)
      else {
        return [EntryDraft(heading: heading, body: lines[index...].map(\.line))]
      }
      if phrases > 1, line.line.isHeading, line.look.level == lines[0].look.level {
        return [EntryDraft(heading: heading), EntryDraft(heading: Array(lines[index...]))]
      }
      heading.append(line)
      hasTitle = hasTitle || isTitle
      if !isNote, !isPlace { phrases += Self.phrases(in: line) }
    }
    return [EntryDraft(heading: heading)]
  }

  /// How many things a line names beside its date: none, one, or two where something parts them.
  private static func phrases(in line: HeadingLine) -> Int {
    let found = Phrase.all(in: line, line: 0).filter { !$0.isInBrackets && !Place.isPlace($0.text) }
    guard found.count == 1 else { return min(found.count, 2) }
    let parts = found[0].text.split(separator: ",").map(String.init)
    let titles = parts.count { HeadingWord.titleScore($0, in: .work) > 0 }
    return found[0].text.contains(" at ") || titles > 0 && titles < parts.count ? 2 : 1
  }

  /// True for a position or a degree and nothing more.
  private static func isTitle(_ content: String) -> Bool {
    content.count <= 70 && content.last != "."
      && (HeadingWord.titleScore(content, in: .work) > 0
        || HeadingWord.titleScore(content, in: .education) > 0)
  }

  /// True for a line that begins an entry as the dated ones of its section do.
  private func isEntryWithoutDate(_ line: HeadingLine, after last: EntryDraft?) -> Bool {
    if line.line.isHeading { return !isBelowEntries(line) }
    return line.isAfterBlank && line.look.isBold && line.look == last?.heading[0].look
      && HeadingWord.titleScore(line.line.content, in: .work) > 0
  }

  /// True for a heading that stands deeper than those of entries and names no position.
  private func isBelowEntries(_ line: HeadingLine) -> Bool {
    let level = lines.lazy.compactMap(\.headingLevel).min() ?? 0
    return line.look.level > level && HeadingWord.titleScore(line.line.content, in: .work) == 0
  }

  private static func looksLikeField(_ content: String) -> Bool {
    HeadingWord.titleScore(content, in: .work) > 0
      || HeadingWord.organisationScore(content, in: .work) > 0
      || HeadingWord.titleScore(content, in: .education) > 0 || content.count <= 40
  }

  /// A run without a date: an entry where the format or its looks say so, else body.
  private func undated(
    _ run: [HeadingLine], after last: EntryDraft?
  ) -> (before: [Line], drafts: [EntryDraft]) {
    let begins = { (line: HeadingLine) in
      line.line.isHeading || line.look.isBold
        || !isDated && line.isAfterBlank && !line.line.content.hasPrefix("(")
    }
    let first = run.firstIndex(where: begins)
    guard let first, !isDated || isEntryWithoutDate(run[first], after: last) else {
      return (run.map(\.line), [])
    }
    let look = run[first].look
    var drafts: [EntryDraft] = []
    let before = run[..<first].map(\.line)
    if isDated {
      for line in run[first...] {
        let isNew =
          drafts.isEmpty || line.look == run[first].look && isEntryWithoutDate(line, after: last)
        if isNew { drafts.append(EntryDraft(heading: [])) }
        drafts[drafts.count - 1].heading.append(line)
      }
      return (before, drafts)
    }
    for line in run[first...] {
      let isNew =
        drafts.isEmpty || line.look == look && (begins(line) || look.isPlain && line.isAfterBlank)
      if isNew {
        drafts.append(EntryDraft(heading: [line]))
      } else if drafts[drafts.count - 1].body.isEmpty, drafts[drafts.count - 1].heading.count < 4,
        !line.look.isPlain || Self.looksLikeField(line.line.content)
      {
        drafts[drafts.count - 1].heading.append(line)
      } else {
        drafts[drafts.count - 1].body.append(line.line)
      }
    }
    return (before, drafts)
  }
}
