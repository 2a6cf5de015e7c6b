// Runs of lines that could all belong to headings: where one entry ends there and the next begins.

extension EntryFinder {
  /// One entry for each date in a run of heading-like lines.
  ///
  /// `last` is the entry before the run.
  func split(_ run: [HeadingLine], after last: EntryDraft?) -> (
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
    // Where the entry before begins with its date, so does this one, unless it is the first post of an
    // employer who stands above it in bold.
    let isUnderName = run[..<firstDate].contains { $0.look.isBold || $0.line.isHeading }
    let isLed =
      run[firstDate].isAfterBlank && leads && !isUnderName
      && Self.phrases(in: run[firstDate]) > 0
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

  /// Where the entry of the date at `next` begins: as many lines above it as the first entry's, where
  /// those look alike, else where a look or a gap says so.
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

  /// True for a line that begins an entry as the dated ones of its section do.
  private func isEntryWithoutDate(_ line: HeadingLine, after last: EntryDraft?) -> Bool {
    if line.line.isHeading { return !isBelowEntries(line) }
    return line.isAfterBlank && line.look.isBold && line.look == last?.heading[0].look
      && HeadingWord.titleScore(line.line.content, in: .work) > 0
  }

  /// True for a heading that stands deeper than those of entries and names no position.
  private func isBelowEntries(_ line: HeadingLine) -> Bool {
    line.look.level > level && HeadingWord.titleScore(line.line.content, in: .work) == 0
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
          drafts.isEmpty || line.look == look && isEntryWithoutDate(line, after: last)
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
